import type { FormName, Note, PlanDraft } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { SourceDocument } from './document.ts'
import { actionPlan } from './recognize/action-plan/action-plan.ts'
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
]

/** どの様式らしいか。 */
type Guess = Likeness & { readonly form: FormName }

/** これより低ければ、どの様式とも言わない。 */
const likeEnough = 0.5

/** いちばんらしい様式。1 より上はないので、1 のものに会えば残りは尋ねない。 */
const likeliest = (document: SourceDocument): Guess | undefined => {
  let best: Guess | undefined
  for (const recognizer of recognizers) {
    const guess = { form: recognizer.form, ...recognizer.recognise(document) }
    if (!best || guess.score > best.score) best = guess
    if (best.score >= 1) break
  }
  return best
}

/**
 * 図書を計画案にする。様式が分からない、または何も書かれていないときは断る。
 *
 * @example readPlan(document) // → { ok: true, value: { format: 'shirube-draft/1', … } }
 */
export const readPlan = (document: SourceDocument): Result<PlanDraft> => {
  const best = likeliest(document)
  const recognizer = recognizers.find(({ form }) => form === best?.form)
  if (!best || !recognizer || best.score < likeEnough)
    return refused('form-not-recognised', { file: document.source.file })
  const draft = recognizer.read(document)
  if (isEmpty(draft)) return refused('no-indicators', { file: document.source.file })
  return done({ ...draft, notes: [...openingNotes(document), ...draft.notes] })
}

const openingNotes = (document: SourceDocument): Note[] =>
  document.remarks.map(({ message, places }) => note('warning', message.code, message.params, places))

const isEmpty = (draft: PlanDraft): boolean =>
  [draft.indicators, draft.projects, draft.priorityGoals, draft.grades, draft.revisionRules, draft.revisionItems].every(
    (entries) => entries.length === 0,
  )
