import type { Person } from '#domain/people/person.ts'
import { type Result, refused } from '#domain/problem.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import type { StoredReview } from '#store/reviews.ts'
import type { Act } from '#store/writing.ts'
import type { App } from '../app.ts'

/** 手を入れる人。利用者がまだいないしるべでは、名のりだけ。 */
export type Who = string | Person

/** 記録に残る名。 */
export const nameOf = (who: Who): string => storable(typeof who === 'string' ? who : who.name)

/** 手を入れる人と時。名は記録に残るので、保存できない文字は除く。 */
export const actOf = ({ now, newId }: App, who: Who): Act => ({
  by: nameOf(who),
  at: now(),
  newId,
  ...(typeof who !== 'string' && who.id !== null && { person: who.id }),
})

/** PostgreSQL に保存できる字にする。NUL と、対にならないサロゲートは保存できない。 */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '�')

/** 読み方の中の字（単位など）も保存できるか。 */
export const isStorable = (choices: ReadingChoices): boolean => {
  const written = JSON.stringify(choices)
  return !written.includes('\\u0000') && !/\\ud[89a-f]/i.test(written)
}

/** 見直し中のものだけに手を入れる。 */
export const onlyOpen = (review: StoredReview | undefined): Result<StoredReview> => {
  if (!review) return refused('review-absent')
  if (review.status === 'open') return { ok: true, value: review }
  return refused(review.status === 'adopted' ? 'review-already-adopted' : 'review-not-open', { file: review.file })
}
