import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import type { Alongside } from '../alongside.ts'
import type { ReportChoices } from '../choices.ts'

/** しるべの中で始めた、選んだ年度（選ばなければ、渡された年度）の評価。 */
export const evaluatedIn = (
  alongside: Alongside | undefined,
  { year }: Pick<ReportChoices, 'year'>,
): GradedPlan | undefined => {
  const graded = alongside?.graded
  return graded && graded.status !== 'not-opened' && (year === null || graded.year === year) ? graded : undefined
}
