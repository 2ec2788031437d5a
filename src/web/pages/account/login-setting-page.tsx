import type { Municipality } from '#domain/people/municipality.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { LoginSettingView } from '#operations/accounts/login-setting.ts'
import { Buttons, Field, Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame, WebCode } from '../../frame.ts'

export type LoginSettingGiven = {
  readonly setting: LoginSettingView
  /** もう決めてあるか（やめるボタンを出す）。 */
  readonly kept: boolean
  /** 認証基盤に登録する、戻り先の番地。 */
  readonly redirect: string
  readonly said?: WebCode | undefined
  /** 保存はしたが、相手を確かめられなかったわけ。 */
  readonly doubt?: Problem | undefined
  readonly refused?: Problem | undefined
}

type Props = { frame: Frame; municipality: Municipality; given: LoginSettingGiven }

/** 市のログインの設定の頁。 */
export const loginSettingPage = (frame: Frame, municipality: Municipality, given: LoginSettingGiven): string =>
  String(<LoginSetting frame={frame} municipality={municipality} given={given} />)

const LoginSetting = ({ frame, municipality, given }: Props) => {
  const { t, to } = frame
  const address = to.citySettings(municipality.code, 'login')
  return (
    <Layout
      frame={frame}
      title={t('account.settings-title')}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: t('notices.settings'), href: frame.to.citySettings(municipality.code) },
        { words: t('account.settings-title') },
      )}
    >
      <h1>{t('account.settings-title')}</h1>
      <p class="lead">{t('account.settings-lead')}</p>
      {given.said && (
        <p class="account-said" role="status">
          {t(given.said)}
          {given.doubt && <Spoken frame={frame} words={problemInWords(given.doubt, frame.lang)} />}
        </p>
      )}
      <p>
        {t('account.redirect-address')} <code class="account-address">{given.redirect}</code>
      </p>
      <form method="post" action={address}>
        <Refusal frame={frame} problem={given.refused} />
        <Fields frame={frame} given={given} />
        <Buttons frame={frame} words="account.settings-save" />
      </form>
      {given.kept && (
        <form method="post" action={`${address}/remove`}>
          <button type="submit" class="danger">
            {t('account.settings-remove')}
          </button>
        </form>
      )}
    </Layout>
  )
}

const Fields = ({ frame, given: { setting, kept } }: Pick<Props, 'frame' | 'given'>) => (
  <>
    <Field
      frame={frame}
      name="issuer"
      label="account.issuer"
      hint="account.issuer-hint"
      value={setting.issuer}
      autocomplete="off"
      maxlength={500}
    />
    <Field
      frame={frame}
      name="clientId"
      label="account.client-id"
      value={setting.clientId}
      autocomplete="off"
      maxlength={500}
    />
    <Field
      frame={frame}
      name="clientSecret"
      label="account.client-secret"
      hint="account.client-secret-hint"
      type="password"
      autocomplete="off"
      required={!kept}
      maxlength={500}
    />
    <Field frame={frame} name="label" label="account.label" value={setting.label} autocomplete="off" maxlength={40} />
    <p>
      <label>
        <input type="checkbox" name="passwordAllowed" value="yes" checked={setting.passwordAllowed} />
        {frame.t('account.password-allowed')}
      </label>
    </p>
    <p class="hint">{frame.t('account.password-allowed-hint')}</p>
  </>
)
