import { type Result, refused } from '#domain/problem.ts'
import type { StoredReview } from '#store/reviews.ts'
import type { Act } from '#store/writing.ts'
import type { App } from '../app.ts'

/** 手を入れる人と時。名は記録に残るので、保存できない文字は除く。 */
export const actOf = ({ now, newId }: App, who: string): Act => ({ by: storable(who), at: now(), newId })

/** PostgreSQL に保存できる字にする。NUL と、対にならないサロゲートは保存できない。 */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '�')

/** 見直し中のものだけに手を入れる。 */
export const onlyOpen = (review: StoredReview | undefined): Result<StoredReview> => {
  if (!review) return refused('review-absent')
  if (review.status === 'open') return { ok: true, value: review }
  return refused(review.status === 'adopted' ? 'review-already-adopted' : 'review-not-open', { file: review.file })
}
