import type { PlanDraft } from '#domain/plan/draft.ts'
import { type Problem, refused } from '#domain/problem.ts'
import { applyCorrections } from '#domain/review/apply-corrections.ts'
import type { Correction } from '#domain/review/correction.ts'
import type { DraftKeys } from '#domain/review/keys.ts'
import { changesNothing } from '#domain/review/no-change.ts'
import type { ReviewEdit } from '#domain/review/review.ts'
import { collides } from '#domain/review/same-target.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ReviewChanges } from '#store/reviews.ts'

type Reading = { readonly draft: PlanDraft; readonly keys: DraftKeys }

/** 頁を作ったときに効いていた訂正。その後に加わったものを除き、その後に取り消されたものを戻す。 */
const editsAsSeen = (edits: readonly ReviewEdit[], changes: ReviewChanges | undefined): readonly ReviewEdit[] => {
  if (!changes) return edits
  const since = new Set(changes.edits.map(({ number }) => number))
  return [...edits.filter(({ number }) => !since.has(number)), ...changes.undone]
}

/** 送られたもののうち、その人が見ていた頁から変えたもの（触っていない欄は訂正でない）。 */
export const trulyChanged = (
  { draft, keys }: Reading,
  edits: readonly ReviewEdit[],
  changes: ReviewChanges | undefined,
  corrections: readonly Correction[],
): readonly Correction[] => {
  const { whole } = applyCorrections(draft, editsAsSeen(edits, changes), keys)
  return corrections.filter((correction) => !changesNothing(whole, keys, correction))
}

/** その間にほかの人が同じところを変えていれば、両方の値と、いつ誰がを言って断る。 */
export const editedMeanwhile = (
  { draft, keys }: Reading,
  changes: ReviewChanges | undefined,
  corrections: readonly Correction[],
): Problem | undefined => {
  if (!changes) return undefined
  for (const mine of corrections) {
    const theirs = changes.edits.findLast(({ correction }) => collides(mine, correction))
    const undone = theirs ? undefined : changes.undone.findLast(({ correction }) => collides(mine, correction))
    const edit = theirs ?? undone
    if (!edit) continue
    return refused('review-edited-meanwhile', {
      name: mine.what === 'heading' ? draft.plan.title : (keys.find(mine.entry)?.name ?? ''),
      by: edit.by,
      at: edit.at,
      time: momentInWords(edit.at),
      mine: inWords(mine),
      theirs: theirs ? inWords(theirs.correction) : '@what-review-undone',
      entry: mine.what === 'heading' ? '' : mine.entry,
      what: mine.what,
      figure: 'at' in mine ? mine.at : '',
    }).problem
  }
  return undefined
}

/** 訂正を短く言う。`@what-…` は目録のことばになる。 */
const inWords = (correction: Correction): string => {
  switch (correction.what) {
    case 'value':
    case 'added-value':
      return correction.raw.trim() || '@what-review-blank'
    case 'year':
      return correction.year === null ? '@what-review-blank' : String(correction.year)
    case 'unit':
      return correction.unit ?? '@what-review-blank'
    case 'name':
      return correction.name
    case 'class':
      return correction.class
    case 'departments':
      return correction.departments.join('、') || '@what-review-blank'
    case 'accumulation':
      return '@what-review-accumulation'
    case 'heading':
      return 'text' in correction ? correction.text : String(correction.year ?? '@what-review-blank')
    case 'node':
    case 'breakdown-of':
    case 'repeat-of':
      return '@what-review-reference'
    case 'alternative':
    case 'checked':
    case 'left-out':
      return `@what-review-${correction.what}`
  }
}
