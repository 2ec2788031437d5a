import type { EvaluationYear } from '#domain/evaluation/evaluation.ts'
import { type GradedPlan, gradedPlan } from '#domain/evaluation/graded-plan.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 版の、ある年度の評価を、倉庫から（問い合わせは三つ）。 */
export const gradedPlanOf = async (tx: ReadTransaction, edition: Edition, year: number): Promise<GradedPlan> => {
  const years = await tx.evaluationYears.of(edition.id)
  return gradedIn(tx, edition, year, years)
}

/** 評価の年をもう読んであるとき。 */
export const gradedIn = async (
  tx: ReadTransaction,
  edition: Edition,
  year: number,
  years: readonly EvaluationYear[],
): Promise<GradedPlan> => {
  const scales = await tx.scales.of(edition.id)
  const evaluationYear = years.find((each) => each.year === year) ?? null
  const evaluations = evaluationYear ? await tx.evaluations.ofYear(edition.id, year) : []
  return gradedPlan(edition, year, { scales, evaluations, evaluationYear })
}

/**
 * その年度の評価を持つ、もとの版の id。年度の評価は、その時に働いていた版で読むので、
 * この版にその年度の評価がなく、改訂のもとの版にあれば、そちらを指す。
 */
export const evaluatedInBase = async (
  tx: ReadTransaction,
  { history }: Edition,
  year: number,
): Promise<string | null> => {
  const passed = new Set<string>()
  for (let id = history?.basedOn ?? null; id !== null && !passed.has(id); ) {
    passed.add(id)
    if ((await tx.evaluationYears.of(id)).some((each) => each.year === year)) return id
    const before = (await tx.editions.headings()).find((heading) => heading.id === id)
    id = before?.history?.basedOn ?? null
  }
  return null
}
