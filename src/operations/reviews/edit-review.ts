import { canonicalJson } from '#domain/canonical-json.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { applyCorrections } from '#domain/review/apply-corrections.ts'
import type { Correction } from '#domain/review/correction.ts'
import type { ReviewEdit } from '#domain/review/review.ts'
import { slotOf } from '#domain/review/same-target.ts'
import { whyNotCorrect } from '#domain/review/why-not-correct.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { actOf, onlyOpen, type Who } from './acting.ts'
import { countsOf } from './counting.ts'
import { editedMeanwhile, trulyChanged } from './meanwhile.ts'
import { type ReadReview, readingOf } from './read-review.ts'

type Edited = { readonly revision: number; readonly others: readonly ReviewEdit[] }

/**
 * 訂正を加える。`seen` は頁を作ったときの版（revision）。一つでも受け取れなければ、どれも加えない。
 * その間にほかの人が同じところを変えていれば `review-edited-meanwhile` で断り、両方の値を言う。
 * ほかのところの訂正は合わさり、`others` で返る。触っていない欄（もうそのとおりの訂正）は加えない。
 *
 * @example await editReview(app, '152081', id, 7, [{ what: 'value', entry: 'i:L49C1', at: 'actual:L49C30', raw: '47' }], who)
 */
export const editReview = async (
  app: App,
  code: string,
  id: string,
  seen: number,
  corrections: readonly Correction[],
  who: Who,
): Promise<Result<Edited>> => {
  const wrong = corrections.map(whyNotCorrect).find((problem) => problem !== undefined)
  if (wrong) return { ok: false, problem: wrong }
  const before = await app.store.read(code, (tx) => tx.reviews.get(id))
  if (!before) return refused('review-absent')
  const reading = await readingOf(app, code, before)
  if (!reading.read) return { ok: false, problem: reading.problem ?? refused('review-row-gone').problem }
  const { read } = reading
  return app.store.write(code, actOf(app, who), async (tx) => {
    const open = onlyOpen(await tx.reviews.get(id))
    if (!open.ok) return open
    const { edits, choices, revision } = open.value
    const changes = await tx.reviews.changesSince(id, seen)
    // 読んでいるあいだに列の読み方が変わると、行と値の鍵も変わる。
    if (canonicalJson(choices) !== canonicalJson(before.choices)) return choicesMeanwhile(changes?.choices)
    const changed = trulyChanged(read, edits, changes, corrections)
    const meanwhile = editedMeanwhile(read, changes, changed)
    if (meanwhile) return { ok: false, problem: meanwhile }
    const others = changes?.edits ?? []
    const fresh = changed.filter((correction) => !isThere(edits, correction))
    if (fresh.length === 0) return done({ revision, others })
    const problem = whyUnplaceable(reading, edits, fresh)
    if (problem) return { ok: false, problem }
    const added = await tx.reviews.edit(id, fresh)
    await tx.reviews.count(id, countsOf(reading, [...edits, ...added.edits]))
    return done({ revision: added.revision, others })
  })
}

export const choicesMeanwhile = (chosen: { readonly at: string; readonly by: string } | null | undefined) =>
  refused('review-choices-meanwhile', {
    by: chosen?.by ?? '',
    at: chosen?.at ?? '',
    time: chosen ? momentInWords(chosen.at) : '',
  })

/** 同じ所に、同じ訂正がもう効いているか（二度押し）。 */
const isThere = (edits: readonly ReviewEdit[], correction: Correction): boolean => {
  const last = edits.findLast((edit) => slotOf(edit.correction) === slotOf(correction))
  return last !== undefined && canonicalJson(last.correction) === canonicalJson(correction)
}

/** 掛かる先のない訂正、輪になる訂正は、加える前に断る。 */
const whyUnplaceable = (
  { read }: ReadReview,
  edits: readonly ReviewEdit[],
  fresh: readonly Correction[],
): Problem | undefined => {
  if (!read) return undefined
  const last = Math.max(0, ...edits.map(({ number }) => number))
  const tried = fresh.map((correction, nth) => ({ number: last + 1 + nth, at: '', by: '', correction }))
  const unplaced = applyCorrections(read.draft, [...edits, ...tried], read.keys).unplaced
  const mine = unplaced.find(({ edit }) => edit.number > last)
  return mine && refused(mine.why).problem
}

/** 訂正を一つ取り消す。前に同じ所の訂正があれば、それがまた効く。 */
export const undoEdit = async (
  app: App,
  code: string,
  id: string,
  number: number,
  who: Who,
): Promise<Result<{ readonly revision: number }>> => {
  const before = await app.store.read(code, (tx) => tx.reviews.get(id))
  if (!before) return refused('review-absent')
  const reading = await readingOf(app, code, before)
  return app.store.write(code, actOf(app, who), async (tx) => {
    const open = onlyOpen(await tx.reviews.get(id))
    if (!open.ok) return open
    const revision = await tx.reviews.undoEdit(id, number)
    if (revision === undefined) return refused('review-edit-absent')
    const { edits, choices } = open.value
    const left = edits.filter((edit) => edit.number !== number)
    if (canonicalJson(choices) === canonicalJson(before.choices)) await tx.reviews.count(id, countsOf(reading, left))
    return done({ revision })
  })
}
