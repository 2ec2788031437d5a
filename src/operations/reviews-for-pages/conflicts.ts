import type { Correction } from '#domain/review/correction.ts'
import type { ReviewEdit } from '#domain/review/review.ts'
import { collides } from '#domain/review/same-target.ts'
import type { App } from '../app.ts'

/** 送った訂正と食い違う、その間のほかの人の訂正。`undone` なら、その訂正を取り消した。 */
export type Conflict = { readonly mine: Correction; readonly theirs: ReviewEdit; readonly undone: boolean }

/** 食い違うところのすべてと、いまの版。 */
export type Conflicts = { readonly revision: number; readonly conflicts: readonly Conflict[] }

/**
 * 見ていた版（`seen`）のあとにほかの人が加えた・取り消した訂正と、送った訂正の食い違いをすべて挙げる。
 * `editReview` が `review-edited-meanwhile` で断ったときに、一度に選んでもらうため。
 */
export const conflictsSince = async (
  app: App,
  code: string,
  id: string,
  seen: number,
  corrections: readonly Correction[],
): Promise<Conflicts> => {
  const changes = await app.store.read(code, (tx) => tx.reviews.changesSince(id, seen))
  if (!changes) return { revision: seen, conflicts: [] }
  const conflicts = corrections.flatMap((mine): Conflict[] => {
    const hit = (edit: ReviewEdit) => collides(mine, edit.correction)
    const theirs = changes.edits.findLast(hit)
    if (theirs) return [{ mine, theirs, undone: false }]
    const undone = changes.undone.findLast(hit)
    return undone ? [{ mine, theirs: undone, undone: true }] : []
  })
  return { revision: changes.revision, conflicts }
}
