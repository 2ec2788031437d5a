import { applyCorrections } from '#domain/review/apply-corrections.ts'
import type { ReviewEdit } from '#domain/review/review.ts'
import { countRows, reviewRows } from '#domain/review/review-rows.ts'
import type { ReviewCounts } from '#store/review-writes.ts'
import type { ReadReview } from './read-review.ts'

/** 一覧に置く行の数。まだ案にできなければ null。 */
export const countsOf = ({ read, sheets }: ReadReview, edits: readonly ReviewEdit[]): ReviewCounts => {
  if (!read) return null
  const applied = applyCorrections(read.draft, edits, read.keys)
  const rows = reviewRows(read.draft, read.keys, applied, sheets)
  return { doubtful: countRows(rows).doubtful, total: rows.length }
}
