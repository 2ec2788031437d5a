import type { Problem } from '#domain/problem.ts'
import type { TwoFactorStart } from '#operations/accounts/own-account.ts'
import { Buttons, CurrentPassword, Field, Refusal } from '../../components/account/fields.tsx'
import { Qr } from '../../components/account/qr.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

export type TwoFactorGiven = {
  readonly on: boolean
  /** 始めかけの、秘密と控え。 */
  readonly start?: TwoFactorStart | undefined
  /** 作り直した控え。 */
  readonly codes?: readonly string[] | undefined
  /** 断ったのは、どの送信か。 */
  readonly refused?: { readonly at: 'on' | 'confirm' | 'renew' | 'off'; readonly problem: Problem } | undefined
}

/** 認証アプリの頁。 */
export const twoFactorPage = (frame: Frame, given: TwoFactorGiven): string =>
  String(<TwoFactor frame={frame} given={given} />)

type Props = { frame: Frame; given: TwoFactorGiven }

const TwoFactor = ({ frame, given }: Props) => {
  const { t, to } = frame
  return (
    <Layout frame={frame} title={t('account.two-factor')}>
      <h1>{t('account.two-factor')}</h1>
      <p class="sub">{t(given.on ? 'account.two-factor-on' : 'account.two-factor-off')}</p>
      <Body frame={frame} given={given} />
      <p>
        <a href={to.account()}>{t('account.back')}</a>
      </p>
    </Layout>
  )
}

const Body = ({ frame, given }: Props) => {
  if (given.start) return <Start frame={frame} given={given} start={given.start} />
  return given.on ? <Manage frame={frame} given={given} /> : <TurnOn frame={frame} given={given} />
}

const problemAt = ({ refused }: TwoFactorGiven, at: NonNullable<TwoFactorGiven['refused']>['at']) =>
  refused?.at === at ? refused.problem : undefined

const TurnOn = ({ frame, given }: Props) => (
  <form method="post" action={frame.to.account('two-factor')}>
    <Refusal frame={frame} problem={problemAt(given, 'on')} />
    <CurrentPassword frame={frame} />
    <Buttons frame={frame} words="account.two-factor-turn-on" />
  </form>
)

const Start = ({ frame, given, start: { uri, codes } }: Props & { start: TwoFactorStart }) => {
  const { t, to } = frame
  return (
    <>
      <h2>{t('account.two-factor-scan')}</h2>
      <Qr text={uri} label={t('account.two-factor-qr')} />
      <p>{t('account.two-factor-secret')}</p>
      <p class="account-secret">
        <code>{secretIn(uri)}</code>
      </p>
      <h2>{t('account.two-factor-keep')}</h2>
      <p>{t('account.two-factor-keep-lead')}</p>
      <Codes codes={codes} />
      <h2>{t('account.two-factor-check')}</h2>
      <form method="post" action={`${to.account('two-factor')}/confirm`}>
        <Refusal frame={frame} problem={problemAt(given, 'confirm')} />
        <input type="hidden" name="uriSecret" value={uri} />
        <input type="hidden" name="codesSecret" value={codes.join(' ')} />
        <Field
          frame={frame}
          name="code"
          label="account.code"
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={12}
        />
        <Buttons frame={frame} words="account.two-factor-do" />
      </form>
    </>
  )
}

/** 手で打ちやすいように、四字ずつ。 */
const secretIn = (uri: string): string =>
  (URL.parse(uri)?.searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ')

const Codes = ({ codes }: { codes: readonly string[] }) => (
  <ul class="account-codes">
    {codes.map((code) => (
      <li>
        <code>{code}</code>
      </li>
    ))}
  </ul>
)

const Manage = ({ frame, given }: Props) => {
  const { t, to } = frame
  return (
    <>
      <section aria-labelledby="renew">
        <h2 id="renew">{t('account.backup-renew')}</h2>
        {given.codes ? (
          <>
            <p role="status">{t('account.backup-new')}</p>
            <Codes codes={given.codes} />
          </>
        ) : (
          <form method="post" action={to.account('backup-codes')}>
            <Refusal frame={frame} problem={problemAt(given, 'renew')} />
            <CurrentPassword frame={frame} name="renewPassword" />
            <p class="buttons">
              <button type="submit">{t('account.backup-do-renew')}</button>
            </p>
          </form>
        )}
      </section>
      <section aria-labelledby="stop">
        <h2 id="stop">{t('account.two-factor-stop')}</h2>
        <form method="post" action={`${to.account('two-factor')}/off`}>
          <Refusal frame={frame} problem={problemAt(given, 'off')} />
          <CurrentPassword frame={frame} name="stopPassword" />
          <p class="buttons">
            <button type="submit" class="danger">
              {t('account.two-factor-do-stop')}
            </button>
          </p>
        </form>
      </section>
    </>
  )
}
