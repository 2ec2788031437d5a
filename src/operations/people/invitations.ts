import { randomBytes } from 'node:crypto'
import { type Invitation, invitationDays, invitationState } from '#domain/people/invitation.ts'
import type { Member } from '#domain/people/member.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadTransaction, WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { sha256Of } from '../sha256.ts'
import { actAs, permitted } from './acting-person.ts'

/** 作ったばかりの招き。`token` はここでしか手に入らない。 */
export type Invited = { readonly member: Member; readonly token: string; readonly expiresAt: string }

/**
 * 招く。前の招きは使えなくなる。断る符号: `not-permitted`・`member-absent`・`invitation-member-left`・
 * `invitation-already-in`。
 */
export const invite = async (app: App, person: Person, code: string, memberId: string): Promise<Result<Invited>> => {
  const [first] = await inviteAll(app, person, code, [memberId])
  return first ?? refused('member-absent')
}

/** まとめて招く。一人ずつの答えを、渡した順に返す。 */
export const inviteAll = async (
  app: App,
  person: Person,
  code: string,
  memberIds: readonly string[],
): Promise<readonly Result<Invited>[]> => {
  const allowed = permitted(person, 'people-manage')
  if (!allowed.ok) return memberIds.map(() => allowed)
  return app.store.write(code, actAs(app, person), async (tx) => {
    const results: Result<Invited>[] = []
    for (const id of memberIds) results.push(await inviteIn(tx, app, id))
    return results
  })
}

const inviteIn = async (tx: WriteTransaction, app: App, memberId: string): Promise<Result<Invited>> => {
  const member = await tx.members.get(memberId)
  if (!member) return refused('member-absent')
  if (member.status === 'left') return refused('invitation-member-left', { name: member.name })
  if (member.accountId !== null) return refused('invitation-already-in', { name: member.name })
  await tx.invitations.end(memberId)
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(app.now().getTime() + invitationDays * 24 * 60 * 60 * 1000).toISOString()
  await tx.invitations.add({ id: app.newId(), memberId, tokenSha256: fingerprint(token), expiresAt })
  return done({ member, token, expiresAt })
}

/** 招きを取りやめる。番地は、すぐ使えなくなる。 */
export const revokeInvitation = async (
  app: App,
  person: Person,
  code: string,
  memberId: string,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'people-manage')
  if (!allowed.ok) return allowed
  const ended = await app.store.write(code, actAs(app, person), (tx) => tx.invitations.end(memberId))
  return ended > 0 ? done(null) : refused('invitation-none-open')
}

const fingerprint = (token: string): string => sha256Of(new TextEncoder().encode(token))

/** 開いた招き。 */
export type OpenInvitation = { readonly invitation: Invitation; readonly member: Member }

/** 番地の合言葉の招き。断る符号: `invitation-unknown`・`invitation-used`・`invitation-expired`。 */
export const invitationFor = (app: App, code: string, token: string): Promise<Result<OpenInvitation>> =>
  app.store.read(code, (tx) => openInvitation(tx, app, token))

const openInvitation = async (
  tx: Pick<ReadTransaction, 'members' | 'invitations'>,
  { now }: App,
  token: string,
): Promise<Result<OpenInvitation>> => {
  const invitation = await tx.invitations.ofToken(fingerprint(token))
  const member = invitation && (await tx.members.get(invitation.memberId))
  if (!invitation || !member || member.status === 'left') return refused('invitation-unknown')
  const state = invitationState(invitation, now())
  return state === 'open' ? done({ invitation, member }) : refused(`invitation-${state}`)
}

/**
 * 招きに応じる。口座を利用者に結び、働いている人とする。同じ取引の中で呼ぶ。断る符号は `invitationFor` と同じものと、
 * `invitation-account-taken`（その口座が、もうこの市の別の利用者のもの）。
 */
export const useInvitation = async (
  tx: WriteTransaction,
  app: App,
  token: string,
  accountId: string,
): Promise<Result<Member>> => {
  const found = await openInvitation(tx, app, token)
  if (!found.ok) return found
  const { invitation, member } = found.value
  const holder = await tx.members.ofAccount(accountId)
  if (holder && holder.id !== member.id) return refused('invitation-account-taken', { name: holder.name })
  if (!(await tx.invitations.use(invitation))) return refused('invitation-used')
  const changed = await tx.members.change(member.id, { accountId, status: 'active' })
  return changed ? done(changed) : refused('member-absent')
}
