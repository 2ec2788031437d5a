import type { EditionScale, EvaluationStage, EvaluationYear } from '#domain/evaluation/evaluation.ts'
import { type EditionPolicies, editionPolicies, putEditionPolicies } from './edition-policies.ts'
import { editionScales, putEditionScale, removeEditionScale } from './edition-scales.ts'
import { closeYear, evaluationYears, openEvaluationYears, openYear, reopenYear } from './evaluation-years.ts'
import { awaitedEvaluations, evaluationsOfYear, type NewEvaluation, putEvaluations } from './evaluations.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、評価区分・見直しの決まり・評価の年・評価を読む口。 */
export const evaluationReads = (tx: Transaction) => ({
  /** 評価区分（何を、どの年度から、どの区分で）。 */
  scales: { of: (editionId: string) => editionScales(tx, editionId) },
  /** 評価ごとの見直しの決まりと、今後の方向性。 */
  policies: { of: (editionId: string) => editionPolicies(tx, editionId) },
  /** 評価の年。 */
  evaluationYears: {
    of: (editionId: string) => evaluationYears(tx, editionId),
    open: () => openEvaluationYears(tx),
  },
  evaluations: {
    ofYear: (editionId: string, year: number) => evaluationsOfYear(tx, editionId, year),
    awaited: (editionId: string, year: number, day: string) => awaitedEvaluations(tx, editionId, year, day),
  },
})

/** 団体一つの、評価区分・見直しの決まり・評価の年・評価に書く口。書いたことにはみな監査記録が付く。 */
export const evaluationWrites = (tx: Writing, readable: ReturnType<typeof evaluationReads>) => ({
  scales: {
    ...readable.scales,
    put: (placed: Pick<EditionScale, 'editionId' | 'subject' | 'fromYear' | 'scale'>) => putEditionScale(tx, placed),
    remove: (placed: Pick<EditionScale, 'editionId' | 'subject' | 'fromYear'>) => removeEditionScale(tx, placed),
  },
  policies: {
    ...readable.policies,
    put: (editionId: string, given: Pick<EditionPolicies, 'policies' | 'directions'>) =>
      putEditionPolicies(tx, editionId, given),
  },
  evaluationYears: {
    ...readable.evaluationYears,
    start: (editionId: string, year: number) => openYear(tx, editionId, year),
    close: (before: EvaluationYear, settled: NonNullable<EvaluationYear['settled']>) => closeYear(tx, before, settled),
    reopen: (before: EvaluationYear, reason: string) => reopenYear(tx, before, reason),
  },
  evaluations: {
    ...readable.evaluations,
    /** 一つの段の評価をまとめて書く（監査記録は一件）。 */
    put: (
      of: { readonly editionId: string; readonly year: number; readonly stage: EvaluationStage },
      rows: readonly NewEvaluation[],
      how?: 'by-hand' | 'mechanical',
    ) => putEvaluations(tx, of, rows, how),
  },
})
