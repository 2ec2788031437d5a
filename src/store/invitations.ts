import type { Invitation } from '#domain/people/invitation.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `id, member_id as "memberId", ${isoTime('made_at')} as "madeAt", made_by as "madeBy",
  ${isoTime('expires_at')} as "expiresAt", ${isoTime('used_at')} as "usedAt"`

/** この団体の招き。新しい順。合言葉は、指紋も渡さない。 */
export const invitations = ({ municipality, query }: Transaction): Promise<readonly Invitation[]> =>
  query<Invitation>(
    `select ${columns} from invitation where municipality = $1 order by made_at desc, id`,
    [municipality],
    'invitations',
  )

/** 合言葉の指紋で招きを探す。 */
export const invitationOfToken = async (
  { municipality, query }: Transaction,
  tokenSha256: string,
): Promise<Invitation | undefined> => {
  const [found] = await query<Invitation>(
    `select ${columns} from invitation where municipality = $1 and token_sha256 = $2`,
    [municipality, tokenSha256],
  )
  return found
}

export type NewInvitation = Pick<Invitation, 'id' | 'memberId' | 'expiresAt'> & { readonly tokenSha256: string }

/** 招く。記録に合言葉の指紋は残さない。 */
export const addInvitation = async (tx: Writing, { id, memberId, tokenSha256, expiresAt }: NewInvitation) => {
  await tx.query(
    `insert into invitation (municipality, id, member_id, token_sha256, made_at, made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipality, id, memberId, tokenSha256, tx.at, tx.by, expiresAt],
  )
  await tx.record(
    { act: 'invitation-made', subject: { member: memberId, invitation: id }, before: null, after: { expiresAt } },
    'work',
  )
}

/** まだ使われていない招きを、いまで終わらせる。終わらせた数を返す。 */
export const endInvitations = async (tx: Writing, memberId: string): Promise<number> => {
  if (!isUuid(memberId)) return 0
  const ended = await tx.query<{ id: string }>(
    `update invitation set expires_at = $3
      where municipality = $1 and member_id = $2 and used_at is null and expires_at > $3 returning id`,
    [tx.municipality, memberId, tx.at],
  )
  for (const { id } of ended)
    await tx.record(
      { act: 'invitation-revoked', subject: { member: memberId, invitation: id }, before: null, after: null },
      'work',
    )
  return ended.length
}

/** 招きを使った。もう使われていれば false（二度は使えない）。 */
export const useInvitation = async (tx: Writing, { id, memberId }: Invitation): Promise<boolean> => {
  const used = await tx.query<{ id: string }>(
    `update invitation set used_at = $3 where municipality = $1 and id = $2 and used_at is null and expires_at > $3
     returning id`,
    [tx.municipality, id, tx.at],
  )
  if (used.length === 0) return false
  await tx.record(
    { act: 'invitation-used', subject: { member: memberId, invitation: id }, before: null, after: null },
    'work',
  )
  return true
}
