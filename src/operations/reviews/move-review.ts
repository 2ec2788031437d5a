import { municipalityCode } from '#domain/people/municipality.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actOf, storable, type Who } from './acting.ts'
import { countsOf } from './counting.ts'
import { readingOf } from './read-review.ts'

/**
 * 「これは別の市の図書」。取込みを、読み方と訂正ごと正しい市に移す。id は変わらない。
 * `name` は初めての市の名（なければ図書にある名）。先に移す先へ書くので、途中で止まっても失われず、もう一度移せばよい。
 */
export const moveReview = async (
  app: App,
  from: string,
  id: string,
  to: string,
  who: Who,
  name = '',
): Promise<Result<{ readonly id: string }>> => {
  const checked = municipalityCode(to)
  if (!checked.ok) return checked
  if (checked.value === from) return refused('review-same-city')
  const { review, content } = await app.store.read(from, async (tx) => ({
    review: await tx.reviews.get(id),
    content: await tx.reviews.content(id),
  }))
  if (!review || !content) return refused('review-absent')
  if (review.status === 'adopted') return refused('review-already-adopted', { file: review.file })
  const reading = await readingOf(app, from, review)
  const city = storable(name.trim() || (reading.read?.draft.municipality.name ?? '').trim())
  const { base, file, sha256, choices, edits } = review
  const received = await app.store.write(checked.value, actOf(app, who), async (tx): Promise<Result<null>> => {
    if ((await tx.name()) === undefined) {
      if (city === '') return refused('review-city-name-needed', { code: checked.value })
      await tx.register(city)
    }
    const counts = countsOf(reading, edits)
    await tx.reviews.open({ id, base, file, sha256, content, choices, editionId: null, edits, counts })
    return done(null)
  })
  if (!received.ok) return received
  await app.store.write(from, actOf(app, who), (tx) => tx.reviews.remove(review, checked.value))
  return done({ id })
}
