import type { Referral } from '#domain/committee/referral.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `id, edition_id as "editionId", year, title, body, to_char(meeting_on, 'YYYY-MM-DD') as "meetingOn",
  to_char(closes_on, 'YYYY-MM-DD') as "closesOn", guidance, subjects, status, ${isoTime('released_at')} as "releasedAt",
  ${isoTime('closed_at')} as "closedAt", revision`

/** 付議。新しい年度・新しく見せたものから。 */
export const referrals = ({ municipality, query }: Transaction): Promise<readonly Referral[]> =>
  query<Referral>(
    `select ${columns} from referral where municipality = $1
      order by year desc, coalesce(released_at, 'infinity') desc, title, id`,
    [municipality],
    'referrals',
  )

export const referralOf = async ({ municipality, query }: Transaction, id: string): Promise<Referral | undefined> => {
  if (!isUuid(id)) return undefined
  const [found] = await query<Referral>(
    `select ${columns} from referral where municipality = $1 and id = $2`,
    [municipality, id],
    'referral',
  )
  return found
}

/** 付議にしたこと一つ（監査記録から）。 */
export type ReferralEvent = {
  readonly act: string
  readonly at: string
  readonly by: string
  readonly reason: string | null
}

const eventActs = ['referral-released', 'referral-closed', 'referral-reopened']

/** 見せた・締め切った・開け直したことの記録。古い順。 */
export const referralHistory = ({ municipality, query }: Transaction, id: string): Promise<readonly ReferralEvent[]> =>
  query<ReferralEvent>(
    `select act, ${isoTime('at')} as at, by, after ->> 'reason' as reason from audit_entry
      where municipality = $1 and act = any ($3) and subject ->> 'referral' = $2 order by number`,
    [municipality, id, eventActs],
    'referral-history',
  )

/** 付議を置く（なければ足し、あれば書き換える）。版数は倉庫が付ける。状態は `stepReferral` だけが動かす。 */
export const putReferral = async (
  tx: Writing,
  referral: Omit<Referral, 'revision' | 'status' | 'releasedAt' | 'closedAt'>,
): Promise<Referral> => {
  const before = await referralOf(tx, referral.id)
  await tx.query(
    `insert into referral as r (municipality, id, edition_id, year, title, body, meeting_on, closes_on, guidance,
       subjects, status, revision)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', 1)
     on conflict (municipality, id) do update set title = excluded.title, body = excluded.body,
       meeting_on = excluded.meeting_on, closes_on = excluded.closes_on, guidance = excluded.guidance,
       subjects = excluded.subjects, revision = r.revision + 1`,
    [
      tx.municipality,
      referral.id,
      referral.editionId,
      referral.year,
      referral.title,
      referral.body,
      referral.meetingOn,
      referral.closesOn,
      referral.guidance,
      JSON.stringify(referral.subjects),
    ],
  )
  const after = await written(tx, referral.id)
  await tx.record(
    { act: 'referral-changed', subject: { referral: referral.id }, before: before ?? null, after },
    'work',
  )
  return after
}

/** 付議を進める。わけ（開け直したとき）は記録に残る。 */
export const stepReferral = async (
  tx: Writing,
  before: Referral,
  to: Pick<Referral, 'releasedAt' | 'closedAt'> & { readonly status: 'released' | 'closed' },
  reason: string | null,
): Promise<Referral> => {
  await tx.query(
    `update referral set status = $3, released_at = $4, closed_at = $5, revision = revision + 1
      where municipality = $1 and id = $2`,
    [tx.municipality, before.id, to.status, to.releasedAt, to.closedAt],
  )
  const after = await written(tx, before.id)
  const told = { before, after: { ...after, ...(reason !== null && { reason }) } }
  const step = before.status === 'closed' ? 'reopened' : to.status
  await tx.record({ act: `referral-${step}`, subject: { referral: before.id }, ...told }, 'work')
  return after
}

/** まだ見せていない付議を消す。見せたものは消せない（false）。 */
export const removeReferral = async (tx: Writing, id: string): Promise<boolean> => {
  const before = await referralOf(tx, id)
  if (before?.status !== 'draft') return false
  await tx.query('delete from referral where municipality = $1 and id = $2', [tx.municipality, id])
  await tx.record({ act: 'referral-removed', subject: { referral: id }, before, after: null }, 'work')
  return true
}

const written = async (tx: Writing, id: string): Promise<Referral> => {
  const found = await referralOf(tx, id)
  if (!found) throw new Error('a referral just written was not found')
  return found
}
