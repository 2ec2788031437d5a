import type { ActualVersion } from '#domain/collection/actual-version.ts'
import type { NewVersion } from '#domain/collection/next-version.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `indicator_id as "indicatorId", year, number, kind, figure, reason, ${isoTime('at')} as at, by,
  item_id as "itemId"`

/** それらの指標の、実績の版。年度と番号の順。 */
export const actualVersions = (
  { municipality, query }: Transaction,
  indicatorIds: readonly string[],
): Promise<readonly ActualVersion[]> =>
  query<ActualVersion>(
    `select ${columns} from actual_version
      where municipality = $1 and indicator_id = any($2::uuid[])
      order by indicator_id, year, number`,
    [municipality, indicatorIds],
    'actual-versions',
  )

/** 未公表のまま待っている実績と、その指標の名・計画の版。 */
export type UnpublishedActual = {
  readonly indicatorId: string
  readonly editionId: string
  readonly name: string
  readonly year: number
  readonly figure: ActualVersion['figure']
}

/** いちばん新しい版が未公表のもの（公表の見込みが来たかを、企画課の仕事で見る）。 */
export const unpublishedActuals = ({ municipality, query }: Transaction): Promise<readonly UnpublishedActual[]> =>
  query<UnpublishedActual>(
    `select i.id as "indicatorId", i.edition_id as "editionId", i.name, v.year, v.figure
       from (select distinct on (indicator_id, year) indicator_id, year, figure
               from actual_version where municipality = $1 order by indicator_id, year, number desc) as v
       join indicator i on i.municipality = $1 and i.id = v.indicator_id and i.withdrawn_at is null
       join edition e on e.municipality = $1 and e.id = i.edition_id and e.superseded_by is null
      where v.figure ->> 'status' = 'not-published' order by v.year, i.name, i.id`,
    [municipality],
    'unpublished-actuals',
  )

/** 版を立てる（監査記録は一件）。立てた版は変えられない。 */
export const addActualVersions = async (tx: Writing, versions: readonly NewVersion[]): Promise<void> => {
  if (versions.length === 0) return
  const rows = versions.map(({ figure, ...version }) => ({ at: tx.at, by: tx.by, ...version, figure }))
  await tx.query(
    `insert into actual_version (municipality, indicator_id, year, number, kind, figure, reason, at, by, item_id)
     select $1, x."indicatorId", x.year, x.number, x.kind, x.figure, x.reason, x.at, x.by, x."itemId"
       from json_to_recordset($2) as x("indicatorId" uuid, year integer, number integer, kind text, figure json,
         reason text, at timestamptz, by text, "itemId" uuid)`,
    [tx.municipality, JSON.stringify(rows)],
  )
  const after = rows.map(({ indicatorId, year, number, kind, figure, reason }) => ({
    indicatorId,
    year,
    number,
    kind,
    raw: figure.raw,
    reason,
  }))
  await tx.record({ act: 'actual-versions-added', subject: {}, before: null, after })
}
