import type { EvaluationYear } from '#domain/evaluation/evaluation.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { actualYears } from '#domain/plan/outline.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { isYear } from './evaluation-years.ts'
import { evaluatedInBase, gradedIn } from './graded-plan-of.ts'

/** 評価の一覧と評価調書に要るもの：見る年度の評価、方向性、その日の担当。`asked` は選ばれた年度。 */
export const evaluationAt = async (tx: ReadTransaction, edition: Edition, asked: number | undefined, day: string) => {
  const evaluationYears = await tx.evaluationYears.of(edition.id)
  const year = yearIn(edition, evaluationYears, asked, day)
  const evaluationYear = evaluationYears.find((each) => each.year === year) ?? null
  return {
    year,
    evaluationYears,
    evaluationYear,
    graded: await gradedIn(tx, edition, year, evaluationYears),
    directions: (await tx.policies.of(edition.id)).directions,
    inBase: evaluationYear ? null : await evaluatedInBase(tx, edition, year),
    facts: { units: await tx.organisation.units(), owners: await tx.owners.list(), day },
  }
}

/** 見る年度。選ばれた年度、開いている評価の年、いちばん新しい評価の年、実績のあるいちばん新しい年度の順に。 */
const yearIn = (
  edition: Edition,
  years: readonly EvaluationYear[],
  asked: number | undefined,
  today: string,
): number => {
  if (asked !== undefined && isYear(asked)) return asked
  const open = years.find(({ status }) => status === 'open')
  return (open ?? years[0])?.year ?? actualYears(edition.content).at(-1) ?? fiscalYearOf(today).startYear - 1
}
