import { mailSecurities } from '#domain/notices/mail-setting.ts'
import type { MailSettingView } from '#operations/notices/mail-setting.ts'
import type { Frame, WebCode } from '../../frame.ts'
import type { MailTyped } from '../../pages/notices/mail-page.tsx'
import { Field } from '../account/fields.tsx'

type Props = { frame: Frame; code: string; view: MailSettingView; typed: MailTyped | undefined }

/** メールの設定の欄。断られたときは、入れたままを戻す（合言葉だけは、もう一度）。 */
export const MailForm = ({ frame, code, view, typed }: Props) => {
  const { t, to } = frame
  const { setting, shared } = view
  const shown: MailTyped = typed ?? {
    ...setting,
    enabled: setting.enabledAt !== null,
    port: String(setting.port),
  }
  return (
    <form method="post" action={to.citySettings(code, 'mail')}>
      <input type="hidden" name="revision" value={String(setting.revision)} />
      <div class="field">
        <label>
          <input type="checkbox" name="enabled" value="yes" checked={shown.enabled} aria-describedby="enabled-hint" />
          {t('notices.mail-enabled')}
        </label>
        <p class="hint" id="enabled-hint">
          {t('notices.mail-enabled-hint')}
        </p>
      </div>
      <Text
        frame={frame}
        name="from"
        label="notices.mail-from"
        hint="notices.mail-from-hint"
        value={shown.fromAddress}
      />
      {shared && (
        <fieldset>
          <legend>{t('notices.mail-server')}</legend>
          {(['shared', 'own'] as const).map((each) => (
            <p class="notices-choice">
              <label>
                <input
                  type="radio"
                  name="server"
                  value={each}
                  checked={each === (shown.server === 'shared' ? 'shared' : 'own')}
                />
                {each === 'shared'
                  ? t('notices.mail-server-shared', { host: shared.host })
                  : t('notices.mail-server-own')}
              </label>
            </p>
          ))}
        </fieldset>
      )}
      <Text frame={frame} name="host" label="notices.mail-host" hint="notices.mail-host-hint" value={shown.host} />
      <Text
        frame={frame}
        name="port"
        label="notices.mail-port"
        hint="notices.mail-port-hint"
        value={shown.port}
        short
      />
      <fieldset>
        <legend>{t('notices.mail-security')}</legend>
        {mailSecurities.map((each) => (
          <p class="notices-choice">
            <label>
              <input type="radio" name="security" value={each} checked={each === shown.security} />
              {t(`notices.mail-security-${each}`)}
            </label>
          </p>
        ))}
      </fieldset>
      <Text frame={frame} name="user" label="notices.mail-user" value={shown.userName} />
      <div class="field">
        <label for="password">{t('notices.mail-password')}</label>
        <p class="hint" id="password-hint">
          {t(setting.hasPassword ? 'notices.mail-password-kept' : 'notices.mail-password-none')}
        </p>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          aria-describedby="password-hint"
        />
        {setting.hasPassword && (
          <label>
            <input type="checkbox" name="forget" value="yes" />
            {t('notices.mail-password-forget')}
          </label>
        )}
      </div>
      <p class="buttons">
        <button type="submit" class="primary">
          {t('notices.mail-save')}
        </button>
      </p>
    </form>
  )
}

type TextProps = { frame: Frame; name: string; label: WebCode; hint?: WebCode; value: string; short?: boolean }

/** 書かなくてもよい、機械に渡す字の欄。 */
const Text = ({ short = false, ...rest }: TextProps) => (
  <Field
    {...rest}
    required={false}
    autocomplete="off"
    spellcheck={false}
    maxlength={254}
    {...(short && { class: 'notices-short', inputmode: 'numeric' as const })}
  />
)
