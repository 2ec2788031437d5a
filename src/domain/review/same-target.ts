import { canonicalJson } from '../canonical-json.ts'
import type { Correction } from './correction.ts'
import { addedKey, readAddedKey } from './keys.ts'
import type { ReviewEdit } from './review.ts'

/** 訂正の掛かる所。同じ所に掛かる訂正は、後のものだけが効く（前のものは、後を取り消せばまた効く）。 */
export const slotOf = (correction: Correction): string => {
  if (correction.what === 'heading') return canonicalJson(['heading', correction.field])
  const { entry, what } = correction
  if (what === 'added-value') return canonicalJson([entry, 'added', addedKey(correction.role, correction.year)])
  if (what === 'value' && readAddedKey(correction.at)) return canonicalJson([entry, 'added', correction.at])
  return canonicalJson('at' in correction ? [entry, what, correction.at] : [entry, what])
}

/** 効いている訂正。取り消していないもののうち、所ごとに番号のいちばん大きいもの。番号の順。 */
export const effectiveEdits = (edits: readonly ReviewEdit[]): readonly ReviewEdit[] => {
  const inOrder = edits.toSorted((a, b) => a.number - b.number)
  const last = new Map(inOrder.map((edit) => [slotOf(edit.correction), edit.number]))
  return inOrder.filter(({ number, correction }) => last.get(slotOf(correction)) === number)
}

/**
 * 自分の訂正と、その間のほかの人の訂正が、同じことについて違うことを言うか。
 * 値と年は合わせて一つ。行ごと「このとおり」「取り込まない」「別の読みを採る」とするのは、その行の全部についてのこと。
 */
export const collides = (mine: Correction, theirs: Correction): boolean => {
  if (canonicalJson(mine) === canonicalJson(theirs)) return false
  if (mine.what === 'heading' || theirs.what === 'heading') return slotOf(mine) === slotOf(theirs)
  if (mine.entry !== theirs.entry) return false
  if (concernsWholeRow(mine)) return true
  if (concernsWholeRow(theirs)) return theirs.what !== 'checked'
  return subjectOf(mine) === subjectOf(theirs)
}

const concernsWholeRow = ({ what }: Correction): boolean =>
  what === 'checked' || what === 'left-out' || what === 'alternative'

const subjectOf = (correction: Correction): string => {
  if (correction.what === 'added-value') return addedKey(correction.role, correction.year)
  return 'at' in correction ? correction.at : correction.what
}
