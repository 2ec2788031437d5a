import { actualFor, saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Problem } from '#domain/problem.ts'
import { type Evaluation, type EvaluationStage, evaluationStages, type FutureDirection } from './evaluation.ts'
import type { GradedSubject } from './graded-plan.ts'
import type { Scale } from './scale.ts'
import { gradesIn, mechanicalCode } from './standing-grade.ts'

/** 書こうとする評価。 */
export type Written = Pick<Evaluation, 'stage' | 'grade' | 'reason' | 'text' | 'direction'>

export type WrittenAbout = {
  readonly scale: Scale | null
  readonly graded: GradedSubject
  /** 指標なら、その行と年度（実績のあるなしを見る）。 */
  readonly indicator: Indicator | undefined
  readonly year: number
  readonly directions: readonly FutureDirection[]
}

/** 評価の文・理由の長さの限り。 */
export const longestEvaluation = 4000

/**
 * 書けないわけ。書けるなら undefined。
 * 区分はその年度のものに限り、機械の判定と違えるときと、実績のない年度に付けるときは、理由が要る。
 * 前の段が同じ区分を理由を添えて付けていれば、その理由を引き継ぐ。
 *
 * @example whyNotWritten({ stage: 'office', grade: 'B', reason: '', … }, { graded: 機械は A, … })?.code // → 'grades.needs-reason'
 */
export const whyNotWritten = (written: Written, about: WrittenAbout): Problem | undefined => {
  const { grade, direction } = written
  const { scale, directions } = about
  if ([written.reason, written.text].some(({ length }) => length > longestEvaluation))
    return problem('grades.too-long', { limit: longestEvaluation })
  if (direction !== null && !directions.some(({ code }) => code === direction))
    return problem('grades.no-direction', { given: direction })
  if (grade === null) return undefined
  if (!scale) return problem('grades.no-scale-for')
  const known = gradesIn(scale)
  if (!known.some(({ code }) => code === grade))
    return problem('grades.not-in-scale', { given: grade, known: known.map(({ code }) => code).join('・') })
  return reasonGiven(written, about) ? undefined : whyReason(written, about)
}

const whyReason = ({ grade }: Written, { graded, indicator, year }: WrittenAbout): Problem | undefined => {
  const mechanical = mechanicalCode(graded.mechanical)
  if (mechanical === grade) return undefined
  if (indicator && !hasActual(indicator, year)) return problem('grades.no-actual', { year: String(year) })
  return mechanical === null ? undefined : problem('grades.needs-reason', { mechanical, given: grade ?? '' })
}

/** その年度の実績が書かれているか（「―」や「集計中」は、書かれていない）。 */
export const hasActual = (indicator: Indicator, year: number): boolean => {
  const actual = actualFor(indicator, year)
  return actual !== undefined && saysSomething(actual)
}

/** 理由が、この段か、同じ区分を付けた前の段にあるか。 */
const reasonGiven = ({ stage, grade, reason }: Written, { graded }: WrittenAbout): boolean =>
  reason.trim() !== '' ||
  earlier(graded.evaluations, stage).some((each) => each.grade === grade && each.reason.trim() !== '')

/** この段より前の段の評価。 */
export const earlier = (evaluations: readonly Evaluation[], stage: EvaluationStage): readonly Evaluation[] =>
  evaluations.filter((each) => evaluationStages.indexOf(each.stage) < evaluationStages.indexOf(stage))

/** この段か、後の段に、区分を付けた評価があるか。 */
export const isDecidedAt = (evaluations: readonly Evaluation[], stage: EvaluationStage): boolean =>
  evaluations.some(
    (each) => each.grade !== null && evaluationStages.indexOf(each.stage) >= evaluationStages.indexOf(stage),
  )

const problem = (code: string, params: Problem['params'] = {}): Problem => ({ kind: code, code, params })
