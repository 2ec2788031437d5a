import type { FormName } from '#domain/plan/draft.ts'
import { noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import type { SourceDocument } from './document.ts'
import { actionPlan } from './recognize/action-plan/action-plan.ts'
import { indicatorTable } from './recognize/indicator-table/indicator-table.ts'
import { kpiSummary } from './recognize/kpi-summary/kpi-summary.ts'
import { priorityGoals } from './recognize/priority-goals/priority-goals.ts'
import { progressTable } from './recognize/progress-table/progress-table.ts'
import type { Likeness, Recognizer } from './recognize/recognizer.ts'
import { revisionOverview } from './recognize/revision-overview/revision-overview.ts'

/** 読める様式。足すときは docs/tasks/add-a-reader.md。 */
export const recognizers: readonly Recognizer[] = [
  progressTable,
  kpiSummary,
  revisionOverview,
  actionPlan,
  priorityGoals,
  indicatorTable,
]

/** どの様式らしいか。 */
export type Guess = Likeness & { readonly form: FormName }

/** これより低ければ、どの様式とも言わない。 */
export const likeEnough = 0.5

/** いちばんらしい様式。それぞれの様式の、これより上はない点に届いていれば、残りは尋ねない。 */
export const likeliest = (document: SourceDocument, choices: ReadingChoices = noChoices): Guess | undefined => {
  let best: Guess | undefined
  for (const { form, recognise, highest = 1 } of recognizers) {
    if (best && best.score >= highest) continue
    const guess = { form, ...recognise(document, choices) }
    if (!best || guess.score > best.score) best = guess
  }
  return best
}
