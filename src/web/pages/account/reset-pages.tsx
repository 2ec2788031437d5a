import type { Problem } from '#domain/problem.ts'
import { Buttons, Field, NewPassword, Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

type Asked = { readonly mail: string; readonly refused?: Problem | undefined }

/** パスワードの決め直しを頼む頁。 */
export const resetPage = (frame: Frame, given: Asked): string => String(<Reset frame={frame} given={given} />)

const Reset = ({ frame, given: { mail, refused } }: { frame: Frame; given: Asked }) => {
  const { t, to } = frame
  return (
    <Layout frame={frame} title={t('account.reset-title')}>
      <h1>{t('account.reset-title')}</h1>
      <p class="lead">{t('account.reset-lead')}</p>
      <form method="post" action={to.reset()}>
        <Refusal frame={frame} problem={refused} />
        <Field
          frame={frame}
          name="mail"
          label="account.mail"
          type="email"
          value={mail}
          autocomplete="username"
          maxlength={255}
        />
        <Buttons frame={frame} words="account.reset-do">
          <a href={to.login()}>{t('account.back-to-login')}</a>
        </Buttons>
      </form>
      <p>{t('account.reset-ask')}</p>
    </Layout>
  )
}

/** 頼みを受けた頁。口座があってもなくても同じ。 */
export const resetAskedPage = (frame: Frame): string => String(<ResetAsked frame={frame} />)

const ResetAsked = ({ frame }: { frame: Frame }) => (
  <Layout frame={frame} title={frame.t('account.reset-sent')}>
    <h1>{frame.t('account.reset-sent')}</h1>
    <p class="lead">{frame.t('account.reset-sent-lead')}</p>
    <p>{frame.t('account.reset-ask')}</p>
    <p>
      <a href={frame.to.login()}>{frame.t('account.back-to-login')}</a>
    </p>
  </Layout>
)

type Setting = { readonly token: string; readonly refused?: Problem | undefined }

/** 新しいパスワードを決める頁。 */
export const newPasswordPage = (frame: Frame, given: Setting): string =>
  String(<SetPassword frame={frame} given={given} />)

const SetPassword = ({ frame, given: { token, refused } }: { frame: Frame; given: Setting }) => {
  const { t, to } = frame
  return (
    <Layout frame={frame} title={t('account.reset-title')}>
      <h1>{t('account.reset-title')}</h1>
      <form method="post" action={to.reset(token)}>
        <Refusal frame={frame} problem={refused} />
        <NewPassword frame={frame} />
        <p>{t('account.reset-ends')}</p>
        <Buttons frame={frame} words="account.reset-set" />
      </form>
    </Layout>
  )
}
