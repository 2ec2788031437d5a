import type { CollectionRound, RoundStep } from '#domain/collection/round.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `r.id, r.number, r.title, r.fiscal_year as "fiscalYear", r.asks, r.guidance,
  r.reason_below as "reasonBelow", r.approval, r.deadlines, r.status, ${isoTime('r.opens_at')} as "opensAt",
  ${isoTime('r.opened_at')} as "openedAt", ${isoTime('r.closed_at')} as "closedAt",
  r.reopened_reason as "reopenedReason", array_to_json(r.departments) as "departmentIds", r.revision,
  coalesce((select json_agg(e.edition_id order by e.ordinal) from round_edition e
             where e.municipality = r.municipality and e.round_id = r.id), '[]') as "editionIds"`

/** この団体の照会。新しい順。 */
export const rounds = ({ municipality, query }: Transaction): Promise<readonly CollectionRound[]> =>
  query<CollectionRound>(
    `select ${columns} from collection_round r where r.municipality = $1 order by r.number desc`,
    [municipality],
    'rounds',
  )

export const roundOf = async ({ municipality, query }: Transaction, id: string) => {
  if (!isUuid(id)) return undefined
  const [found] = await query<CollectionRound>(
    `select ${columns} from collection_round r where r.municipality = $1 and r.id = $2`,
    [municipality, id],
    'round',
  )
  return found
}

/** 照会を置く（なければ足し、あれば書き換える）。番号と版数は倉庫が付ける。尋ねる課を省けば、担当のある課すべて。 */
export const putRound = async (
  tx: Writing,
  round: Omit<CollectionRound, 'number' | 'revision' | 'departmentIds'> &
    Partial<Pick<CollectionRound, 'departmentIds'>>,
): Promise<CollectionRound> => {
  const before = await roundOf(tx, round.id)
  await tx.query(
    `insert into collection_round as r (municipality, id, number, title, fiscal_year, asks, guidance, reason_below,
       approval, deadlines, status, opens_at, opened_at, closed_at, reopened_reason, departments, revision)
     values ($1, $2, (select coalesce(max(number), 0) + 1 from collection_round where municipality = $1),
       $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)
     on conflict (municipality, id) do update set title = excluded.title, fiscal_year = excluded.fiscal_year,
       asks = excluded.asks, guidance = excluded.guidance, reason_below = excluded.reason_below,
       approval = excluded.approval, deadlines = excluded.deadlines, status = excluded.status,
       opens_at = excluded.opens_at, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
       reopened_reason = excluded.reopened_reason, departments = excluded.departments, revision = r.revision + 1`,
    [
      tx.municipality,
      round.id,
      round.title,
      round.fiscalYear,
      JSON.stringify(round.asks),
      round.guidance,
      round.reasonBelow,
      round.approval,
      JSON.stringify(round.deadlines),
      round.status,
      round.opensAt,
      round.openedAt,
      round.closedAt,
      round.reopenedReason,
      round.departmentIds ?? null,
    ],
  )
  await tx.query('delete from round_edition where municipality = $1 and round_id = $2', [tx.municipality, round.id])
  await tx.query(
    `insert into round_edition (municipality, round_id, ordinal, edition_id)
     select $1, $2, x.ordinality, x.id from unnest($3::uuid[]) with ordinality as x(id, ordinality)`,
    [tx.municipality, round.id, round.editionIds],
  )
  const after = await roundOf(tx, round.id)
  if (!after) throw new Error('a round just written was not found')
  await tx.record({ act: 'round-changed', subject: { round: round.id }, before: before ?? null, after }, 'work')
  return after
}

/** まだ開いていない照会を消す。開いたものは消せない（false）。 */
export const removeRound = async (tx: Writing, id: string): Promise<boolean> => {
  const before = await roundOf(tx, id)
  if (!before || (before.status !== 'draft' && before.status !== 'scheduled')) return false
  await tx.query('delete from collection_round where municipality = $1 and id = $2', [tx.municipality, id])
  await tx.record({ act: 'round-removed', subject: { round: id }, before, after: null }, 'work')
  return true
}

/** 照会の一歩の記録。古い順。 */
export const roundSteps = ({ municipality, query }: Transaction, roundId: string): Promise<readonly RoundStep[]> =>
  query<RoundStep>(
    `select number, step, reason, ${isoTime('at')} as at, by from round_step
      where municipality = $1 and round_id = $2 order by number`,
    [municipality, roundId],
    'round-steps',
  )

/** 照会の一歩を残す。監査記録は `putRound` が付ける（指標を足したときは `addItems` の側）。 */
export const addRoundStep = async (
  tx: Writing,
  roundId: string,
  step: RoundStep['step'],
  reason: string | null = null,
): Promise<void> => {
  await tx.query(
    `insert into round_step (municipality, round_id, number, step, reason, at, by)
     values ($1, $2, (select coalesce(max(number), 0) + 1 from round_step where municipality = $1 and round_id = $2),
       $3, $4, $5, $6)`,
    [tx.municipality, roundId, step, reason, tx.at, tx.by],
  )
}
