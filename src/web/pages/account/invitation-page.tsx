import type { Problem } from '#domain/problem.ts'
import type { InvitationShown } from '#operations/accounts/accept-invitation.ts'
import type { SignedIn } from '#operations/accounts/who.ts'
import { Buttons, Field, NewPassword, Refusal } from '../../components/account/fields.tsx'
import { Layout } from '../../components/layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

export type InvitationGiven = {
  readonly code: string
  readonly token: string
  readonly shown: InvitationShown
  readonly signedIn: SignedIn | null
  readonly mail: string
  readonly refused?: Problem | undefined
}

/** 招きに応じる頁。 */
export const invitationPage = (frame: Frame, given: InvitationGiven): string =>
  String(<Invitation frame={frame} given={given} />)

type Props = { frame: Frame; given: InvitationGiven }

const Invitation = ({ frame, given }: Props) => {
  const { t } = frame
  const { name, city } = given.shown
  return (
    <Layout frame={frame} title={t('account.invited-title')}>
      <h1>{t('account.invited-title')}</h1>
      <p class="lead">
        <Spoken frame={frame} words={t('account.invited-lead', { name, city })} />
      </p>
      <Way frame={frame} given={given} />
    </Layout>
  )
}

/** いま入っている口座があればそれに、宛先の口座があればログインして、なければ新しく。 */
const Way = ({ frame, given }: Props) => {
  if (given.signedIn) return <Join frame={frame} given={given} mail={given.signedIn.mail} />
  return given.shown.known ? <SignInFirst frame={frame} given={given} /> : <MakeAccount frame={frame} given={given} />
}

const Join = ({ frame, given: { code, token, shown, refused }, mail }: Props & { mail: string }) => {
  const { t, to } = frame
  return (
    <>
      <form method="post" action={to.invitation(code, token)}>
        <Refusal frame={frame} problem={refused} />
        <input type="hidden" name="join" value="yes" />
        <p>
          <Spoken frame={frame} words={t('account.invited-join-lead', { mail, name: shown.name, city: shown.city })} />
        </p>
        <Buttons frame={frame} words="account.invited-join" />
      </form>
      <p>{t('account.invited-other')}</p>
      <form method="post" action={to.logout()}>
        <button type="submit">{t('account.logout')}</button>
      </form>
    </>
  )
}

const SignInFirst = ({ frame, given: { code, token, shown, refused } }: Props) => {
  const { t, to } = frame
  return (
    <>
      <Refusal frame={frame} problem={refused} />
      <p>
        <Spoken frame={frame} words={t('account.invited-known', { city: shown.city })} />
      </p>
      <p>
        <a class="button primary" href={to.login(to.invitation(code, token))}>
          {t('account.invited-login')}
        </a>
      </p>
    </>
  )
}

const MakeAccount = ({ frame, given: { code, token, shown, mail, refused } }: Props) => {
  const { t, to } = frame
  return (
    <form method="post" action={to.invitation(code, token)}>
      <Refusal frame={frame} problem={refused} />
      {shown.mail === null ? (
        <Field
          frame={frame}
          name="mail"
          label="account.mail"
          hint="account.mail-hint"
          type="email"
          value={mail}
          autocomplete="username"
          maxlength={255}
        />
      ) : (
        <p>{t('account.invited-mail', { mail: shown.mail })}</p>
      )}
      <NewPassword frame={frame} />
      <Buttons frame={frame} words="account.invited-do" />
    </form>
  )
}
