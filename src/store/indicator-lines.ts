import type { Carrier, LineMember } from '#domain/plan/indicator-line.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `indicator_id as "indicatorId", line_id as "lineId", reason, ${isoTime('at')} as at, by`

/** 系統につないだ指標すべて。つないだ順。 */
export const lineMembers = ({ municipality, query }: Transaction): Promise<readonly LineMember[]> =>
  query<LineMember>(
    `select ${columns} from indicator_line where municipality = $1 order by at, indicator_id`,
    [municipality],
    'line-members',
  )

/** それらの指標を載せている、いまの版（再掲の行を除く）。計画の題の順。 */
export const carriersOf = (
  { municipality, query }: Transaction,
  indicatorIds: readonly string[],
): Promise<readonly Carrier[]> =>
  query<Carrier>(
    `select i.id as "indicatorId", i.edition_id as "editionId", i.unit, e.first_year as "firstYear",
            e.last_year as "lastYear"
       from indicator i join edition e on e.municipality = i.municipality and e.id = i.edition_id
      where i.municipality = $1 and i.id = any($2::uuid[]) and i.withdrawn_at is null and i.repeat_of is null
        and e.superseded_by is null
      order by e.title, e.id, i.ordinal`,
    [municipality, indicatorIds],
    'indicator-carriers',
  )

/** 二つの指標を一つの系統につなぐ。どちらかに系統があれば、それに加わる（どちらにもあれば一つにまとめる）。 */
export const linkLines = async (tx: Writing, one: string, other: string, reason: string): Promise<void> => {
  const before = (await lineMembers(tx)).filter(({ lineId }, _, all) =>
    all.some((each) => each.lineId === lineId && (each.indicatorId === one || each.indicatorId === other)),
  )
  const lineId = before[0]?.lineId ?? tx.newId()
  const moved = before.filter((each) => each.lineId !== lineId)
  const fresh = [one, other].filter((id) => !before.some(({ indicatorId }) => indicatorId === id))
  await removeMembers(
    tx,
    moved.map(({ indicatorId }) => indicatorId),
  )
  const rows: readonly LineMember[] = [
    ...moved.map((each) => ({ ...each, lineId })),
    ...fresh.map((indicatorId) => ({ indicatorId, lineId, reason, at: tx.at, by: tx.by })),
  ]
  await tx.query(
    `insert into indicator_line (municipality, indicator_id, line_id, reason, at, by)
     select $1, x."indicatorId", x."lineId", x.reason, x.at, x.by
       from json_to_recordset($2) as x("indicatorId" uuid, "lineId" uuid, reason text, at timestamptz, by text)`,
    [tx.municipality, JSON.stringify(rows)],
  )
  await tx.record({
    act: 'indicators-linked',
    subject: { indicator: one, other, line: lineId },
    before: before.length === 0 ? null : { members: before.map(({ indicatorId }) => indicatorId) },
    after: { reason },
  })
}

/** 系統から指標を外す。一つだけ残れば、その系統はなくなる。 */
export const unlinkLine = async (tx: Writing, indicatorId: string, reason: string): Promise<boolean> => {
  const all = await lineMembers(tx)
  const own = all.find((each) => each.indicatorId === indicatorId)
  if (!own) return false
  const line = all.filter(({ lineId }) => lineId === own.lineId)
  await removeMembers(tx, line.length <= 2 ? line.map((each) => each.indicatorId) : [indicatorId])
  await tx.record({
    act: 'indicator-unlinked',
    subject: { indicator: indicatorId, line: own.lineId },
    before: { members: line.map((each) => each.indicatorId), reason: own.reason },
    after: { reason },
  })
  return true
}

const removeMembers = async (tx: Writing, indicatorIds: readonly string[]): Promise<void> => {
  if (indicatorIds.length === 0) return
  await tx.query('delete from indicator_line where municipality = $1 and indicator_id = any($2::uuid[])', [
    tx.municipality,
    indicatorIds,
  ])
}
