import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { invitationFor, type OpenInvitation, useInvitation } from '../people/invitations.ts'
import { storable } from '../reviews/acting.ts'
import { failedFrom, openFrom } from './attempts.ts'
import type { Caller } from './auth.ts'
import { checkedAccount, enter, makeAccount, unmakeAccount } from './make-account.ts'
import type { SignedIn } from './who.ts'

/** 招きの頁に出すもの。 */
export type InvitationShown = {
  readonly name: string
  readonly city: string
  /** ログインに使う宛先。管理者が入れていなければ null（自分で入れる）。 */
  readonly mail: string | null
  /** その宛先の口座が、もうあるか（あれば、そのログインに結びつける）。 */
  readonly known: boolean
}

/** 番地の招き。当て推量で開けないように数える。断る符号: `invitationFor` のものと `too-many-attempts`。 */
export const invitationShown = async (
  app: App,
  caller: Caller,
  code: string,
  token: string,
): Promise<Result<InvitationShown>> => {
  const found = await opened(app, caller, code, token)
  if (!found.ok) return found
  const { member } = found.value
  const city = (await app.store.read(code, (tx) => tx.name())) ?? ''
  const known = member.mail !== null && (await app.store.accounts.byMail(member.mail)) !== undefined
  return done({ name: member.name, city, mail: member.mail, known })
}

const opened = async (app: App, caller: Caller, code: string, token: string): Promise<Result<OpenInvitation>> => {
  const open = await openFrom(app, 'link', caller)
  if (!open.ok) return open
  const found = await invitationFor(app, code, token)
  if (!found.ok) await failedFrom(app, 'link', caller)
  return found
}

/**
 * 招きに応じる：口座を作り、利用者に結び、そのまま入る。答えはクッキー。
 * 断る符号: `invitationShown`・`checkedAccount`・`useInvitation` のもの。
 */
export const acceptInvitation = async (
  app: App,
  caller: Caller,
  code: string,
  token: string,
  given: { readonly mail: string; readonly password: string },
): Promise<Result<readonly string[]>> => {
  const found = await opened(app, caller, code, token)
  if (!found.ok) return found
  const { member } = found.value
  const account = await checkedAccount(app, {
    name: member.name,
    mail: member.mail ?? given.mail,
    password: given.password,
  })
  if (!account.ok) return account
  const made = await makeAccount(app, account.value)
  if (!made.ok) return made
  const joined = await join(app, code, token, made.value).catch(async (error: unknown) => {
    await unmakeAccount(app, made.value)
    throw error
  })
  if (!joined.ok) {
    await unmakeAccount(app, made.value)
    return joined
  }
  return done(await enter(app, caller, account.value.mail, account.value.password))
}

/**
 * いま入っている口座を、招かれた利用者に結びつける（二つの市に勤める人、口座のもうある人）。
 * 市の認証の相手から入ったログインでは、ほかの市には結べない（`invitation-needs-own-login`）。
 */
export const joinWithAccount = async (
  app: App,
  caller: Caller,
  signedIn: SignedIn,
  code: string,
  token: string,
): Promise<Result<null>> => {
  const found = await opened(app, caller, code, token)
  if (!found.ok) return found
  if (signedIn.municipality !== null && signedIn.municipality !== code) return refused('invitation-needs-own-login')
  const joined = await join(app, code, token, signedIn.accountId)
  return joined.ok ? done(null) : joined
}

const join = async (app: App, code: string, token: string, accountId: string): Promise<Result<null>> => {
  const found = await invitationFor(app, code, token)
  if (!found.ok) return found
  const { id, name } = found.value.member
  const act = { by: storable(name), at: app.now(), newId: app.newId, person: id }
  return app.store.write(code, act, async (tx) => {
    const used = await useInvitation(tx, app, token, accountId)
    if (!used.ok) return used
    await tx.logins.record('invitation-accepted', used.value.id)
    return done(null)
  })
}
