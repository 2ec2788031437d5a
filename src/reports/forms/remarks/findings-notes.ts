import { findingsIn } from '#domain/findings/findings-in.ts'
import { asDraft } from '#domain/plan/as-draft.ts'
import type { Indicator, Note } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReportNote } from '../../report.ts'
import { plainNote } from './footnotes.ts'

// 版は値であり変わらないので、同じ版の突合は一度でよい。
const found = new WeakMap<Edition, readonly Note[]>()

const findingsOf = (edition: Edition): readonly Note[] => {
  const known = found.get(edition) ?? findingsIn(asDraft(edition))
  found.set(edition, known)
  return known
}

/**
 * 突合の気づきを、注に。載せた指標についてのものだけで、升目の印で言うもの（`saidInCells`）は繰り返さない。
 */
export const findingsNotes = (
  edition: Edition,
  indicators: readonly Indicator[],
  saidInCells: readonly string[],
): readonly ReportNote[] => {
  const ids = new Set(indicators.map(({ id }) => id))
  return findingsOf(edition)
    .filter(({ code, about = [] }) => !saidInCells.includes(code) && about.some((id) => ids.has(id)))
    .map(({ message }) => plainNote(`確かめること：${message}`))
}
