import { canonicalJson } from '#domain/canonical-json.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadingChoices } from '#domain/review/correction.ts'
import type { App } from '../app.ts'
import { actOf, isStorable, onlyOpen, type Who } from './acting.ts'
import { countsOf } from './counting.ts'
import { choicesMeanwhile } from './edit-review.ts'
import { readingOf } from './read-review.ts'

/**
 * 図書の読み方（様式・見出しの行・列の役）を決めて、読み直す。訂正は所在で指すので残る。
 * その間にほかの人が読み方を変えていれば `review-choices-meanwhile` で断る。
 */
export const chooseReading = async (
  app: App,
  code: string,
  id: string,
  seen: number,
  choices: ReadingChoices,
  who: Who,
): Promise<Result<{ readonly revision: number }>> => {
  if (!isStorable(choices)) return refused('review-text-unstorable')
  const before = await app.store.read(code, (tx) => tx.reviews.get(id))
  if (!before) return refused('review-absent')
  const reading = await readingOf(app, code, before, choices)
  return app.store.write(code, actOf(app, who), async (tx) => {
    const open = onlyOpen(await tx.reviews.get(id))
    if (!open.ok) return open
    const review = open.value
    if (canonicalJson(review.choices) === canonicalJson(choices)) return done({ revision: review.revision })
    const changes = await tx.reviews.changesSince(id, seen)
    if (changes?.choices) return choicesMeanwhile(changes.choices)
    const revision = await tx.reviews.choose(review, choices)
    await tx.reviews.count(id, countsOf(reading, review.edits))
    return done({ revision })
  })
}
