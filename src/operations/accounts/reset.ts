import { randomBytes } from 'node:crypto'
import type { Language } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { passwordFrom } from '#domain/people/password.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { mailIsOn, sendMailNow } from '../notices/send-now.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { attempt, attemptFrom, failedFrom, openFrom } from './attempts.ts'
import { answered, authOf, type Caller } from './auth.ts'
import { recordFor } from './login-record.ts'
import { mailFrom } from './make-account.ts'

/** 作り直しの番地の続く長さ（分）。管理者の作るものは、人に手渡すので長い。 */
const minutes = { mailed: 60, handed: 24 * 60 } as const

/**
 * 合言葉の作り直しをメールで頼む。宛先の口座があってもなくても、答えも、かかる時間も同じ（送るのは答えてから）。
 * 二つ以上の市に勤める口座には送らない：一つの市のメールを見られる人が、よその市に入れてしまうため。
 * `linkTo` は、合言葉から番地を作る。
 */
export const requestReset = async (
  app: App,
  caller: Caller,
  mail: string,
  language: Language,
  linkTo: (token: string) => string,
): Promise<Result<null>> => {
  const to = mailFrom(mail)
  if (!to.ok) return to
  const byAddress = await attemptFrom(app, 'reset-address', caller)
  if (!byAddress.ok) return byAddress
  const byMail = await attempt(app, 'reset-mail', to.value)
  if (!byMail.ok) return byMail
  sendReset(app, to.value, language, linkTo).catch(() => {})
  return done(null)
}

const sendReset = async (app: App, mail: string, language: Language, linkTo: (token: string) => string) => {
  const account = await app.store.accounts.byMail(mail)
  const [code, another] = account ? await app.store.accounts.municipalitiesOf(account.id) : []
  if (!account || code === undefined || another !== undefined || !(await mailIsOn(app, code))) return
  const link = linkTo(await resetToken(app, account.id, minutes.mailed))
  const params = { name: account.name, link, minutes: minutes.mailed }
  await sendMailNow(app, code, {
    to: mail,
    subject: say({ code: 'account.reset-subject', params: {} }, language),
    text: say({ code: 'account.reset-text', params }, language),
  })
}

const resetToken = async (app: App, accountId: string, lasting: number): Promise<string> => {
  const { internalAdapter } = await (await authOf(app)).$context
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(app.now().getTime() + lasting * 60_000)
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: accountId, expiresAt })
  return token
}

/**
 * 管理者が、その人の作り直しの合言葉を作る（番地にして手渡す。一日で切れる）。
 * 断る符号: `not-permitted`・`member-absent`・`reset-no-account`・`reset-two-cities`（よその市にも勤める人）。
 */
export const makeResetLink = async (
  app: App,
  person: Person,
  code: string,
  memberId: string,
): Promise<Result<string>> => {
  const allowed = permitted(person, 'people-manage')
  if (!allowed.ok) return allowed
  const member = await app.store.read(code, (tx) => tx.members.get(memberId))
  if (!member) return refused('member-absent')
  if (member.accountId === null || member.status === 'left') return refused('reset-no-account', { name: member.name })
  const cities = await app.store.accounts.municipalitiesOf(member.accountId)
  if (cities.length > 1) return refused('reset-two-cities', { name: member.name })
  const token = await resetToken(app, member.accountId, minutes.handed)
  await app.store.write(code, actAs(app, person), (tx) => tx.logins.record('reset-link-made', member.id))
  return done(token)
}

/** その合言葉で、作り直せるか。断る符号: `reset-link-unknown`・`too-many-attempts`。 */
export const resetLink = async (app: App, caller: Caller, token: string): Promise<Result<null>> => {
  const open = await openFrom(app, 'link', caller)
  if (!open.ok) return open
  const { internalAdapter } = await (await authOf(app)).$context
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  if (found && found.expiresAt > app.now()) return done(null)
  await failedFrom(app, 'link', caller)
  return refused('reset-link-unknown')
}

/** 新しい合言葉を決める。この口座のログインはみな終わる。合言葉の決まりに合わなければ、番地はまだ使える。 */
export const resetPassword = async (app: App, caller: Caller, token: string, typed: string): Promise<Result<null>> => {
  const open = await resetLink(app, caller, token)
  if (!open.ok) return open
  const auth = await authOf(app)
  const { internalAdapter } = await auth.$context
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`)
  const user = found && (await internalAdapter.findUserById(found.value))
  if (!user) return refused('reset-link-unknown')
  const password = passwordFrom(typed, [user.email, user.name])
  if (!password.ok) return password
  const body = { token, newPassword: password.value }
  const answer = await answered(auth.api.resetPassword({ body, asResponse: true }))
  if (!answer.ok) return refused('reset-link-unknown')
  await app.store.accounts.forgive('password', user.email, app.now())
  await recordFor(app, user.id, 'password-reset')
  return done(null)
}
