import type { EvaluationYear } from '#domain/evaluation/evaluation.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `edition_id as "editionId", year, status, ${isoTime('opened_at')} as "openedAt",
  ${isoTime('closed_at')} as "closedAt", settled, revision`

/** 版の、評価の年。新しい順。 */
export const evaluationYears = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<readonly EvaluationYear[]> => {
  if (!isUuid(editionId)) return []
  return query<EvaluationYear>(
    `select ${columns} from evaluation_year where municipality = $1 and edition_id = $2 order by year desc`,
    [municipality, editionId],
    'evaluation-years',
  )
}

export const evaluationYearOf = async (
  tx: Transaction,
  editionId: string,
  year: number,
): Promise<EvaluationYear | undefined> => (await evaluationYears(tx, editionId)).find((each) => each.year === year)

/** 開いている評価の年と、その計画の題。 */
export type OpenYear = { readonly editionId: string; readonly year: number; readonly title: string }

export const openEvaluationYears = ({ municipality, query }: Transaction): Promise<readonly OpenYear[]> =>
  query<OpenYear>(
    `select y.edition_id as "editionId", y.year, e.title
       from evaluation_year y join edition e on e.municipality = y.municipality and e.id = y.edition_id
      where y.municipality = $1 and y.status = 'open' order by y.year, e.title`,
    [municipality],
    'open-evaluation-years',
  )

/** 評価の年を始める。 */
export const openYear = async (tx: Writing, editionId: string, year: number): Promise<EvaluationYear> => {
  await tx.query(
    `insert into evaluation_year (municipality, edition_id, year, status, opened_at, revision)
     values ($1, $2, $3, 'open', $4, 1)`,
    [tx.municipality, editionId, year, tx.at],
  )
  return recorded(tx, { editionId, year }, null, { act: 'evaluation-year-opened' })
}

/** 閉じる。立っている区分を凍らせる。 */
export const closeYear = async (
  tx: Writing,
  before: EvaluationYear,
  settled: NonNullable<EvaluationYear['settled']>,
): Promise<EvaluationYear> => {
  const { editionId, year } = before
  await tx.query(
    `update evaluation_year set status = 'closed', closed_at = $4, settled = $5, revision = revision + 1
      where municipality = $1 and edition_id = $2 and year = $3`,
    [tx.municipality, editionId, year, tx.at, JSON.stringify(settled)],
  )
  return recorded(tx, before, before, { act: 'evaluation-year-closed', told: { settled } })
}

/** わけを添えて開け直す。凍らせた区分は、記録の前の値に残る。 */
export const reopenYear = async (tx: Writing, before: EvaluationYear, reason: string): Promise<EvaluationYear> => {
  const { editionId, year } = before
  await tx.query(
    `update evaluation_year set status = 'open', closed_at = null, settled = null, revision = revision + 1
      where municipality = $1 and edition_id = $2 and year = $3`,
    [tx.municipality, editionId, year],
  )
  return recorded(tx, before, before, { act: 'evaluation-year-reopened', told: { reason } })
}

const recorded = async (
  tx: Writing,
  { editionId, year }: Pick<EvaluationYear, 'editionId' | 'year'>,
  before: EvaluationYear | null,
  { act, told = {} }: { readonly act: string; readonly told?: Readonly<Record<string, unknown>> },
): Promise<EvaluationYear> => {
  const after = await evaluationYearOf(tx, editionId, year)
  if (!after) throw new Error('an evaluation year just written was not found')
  await tx.record({
    act,
    subject: { edition: editionId, year: String(year) },
    before: before && { status: before.status, settled: before.settled },
    after: { status: after.status, ...told },
  })
  return after
}
