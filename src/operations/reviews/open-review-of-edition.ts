import { asDraft } from '#domain/plan/as-draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { noChoices } from '#domain/review/correction.ts'
import { draftFingerprint } from '#store/adopt.ts'
import type { NewReview } from '#store/review-writes.ts'
import type { App } from '../app.ts'
import { sha256Of } from '../sha256.ts'
import { actOf, type Who } from './acting.ts'
import { countsOf } from './counting.ts'
import { openSent, readOpened } from './read-review.ts'

/**
 * 取り込んである版を直すために開く。見直しから取り込んだ版なら、その図書と読み方と訂正から続ける。
 * 端末から取り込んだ版は、預かった図書がそのままの案なら図書から、そうでなければ（見本や、手で直した案）版そのものから。
 * その版の見直しがもう開いていれば、それを返す。版がなければ `edition-absent`。
 */
export const openReviewOfEdition = async (
  app: App,
  code: string,
  editionId: string,
  who: Who,
): Promise<Result<{ readonly id: string }>> => {
  const edition = await app.store.read(code, (tx) => tx.editions.get(editionId))
  if (!edition) return refused('edition-absent')
  const begun = (await lastReviewed(app, code, edition)) ?? (await asRead(app, code, edition)) ?? storedAsDraft(edition)
  const counts = await countsIn(begun)
  return app.store.write(code, actOf(app, who), async (tx) => {
    const already = await tx.reviews.openLike({ editionId })
    if (already !== undefined) return done({ id: already })
    const id = app.newId()
    await tx.reviews.open({ ...begun, id, editionId, counts })
    return done({ id })
  })
}

type Begun = Omit<NewReview, 'id' | 'editionId' | 'counts'>

/** この版を取り込んだ見直し。取り消していない、いちばん新しい取り込みが見直しからのものなら。 */
const lastReviewed = (app: App, code: string, { id: editionId }: Edition): Promise<Begun | undefined> =>
  app.store.read(code, async (tx) => {
    const last = (await tx.adoptions.list({ editionId })).find(({ undone }) => undone === null)
    const review = last?.reviewId == null ? undefined : await tx.reviews.get(last.reviewId)
    const content = review && (await tx.reviews.content(review.id))
    if (!review || !content) return undefined
    const { base, file, sha256, choices, edits } = review
    return { base, file, sha256, content, choices, edits }
  })

/** 預かった図書。読んだ案がこの版の案と同じときだけ（読んだあと手で直した案を取り込んだものは違う）。 */
const asRead = async (app: App, code: string, edition: Edition): Promise<Begun | undefined> => {
  const [source] = edition.sources
  const { kept, found } = await app.store.read(code, async (tx) => ({
    kept: source && (await tx.sources.get(source.sha256)),
    found: await tx.editions.find(edition, edition.id),
  }))
  if (!source || !kept?.content) return undefined
  const { file, sha256 } = source
  const sent = await openSent(file, kept.content)
  if (!sent.ok || sent.value.base !== 'document') return undefined
  const { read } = readOpened(sent.value, noChoices)
  if (!read || draftFingerprint(read.draft) !== found?.draftSha256) return undefined
  return { base: 'document', file, sha256, content: kept.content, choices: noChoices, edits: [] }
}

const storedAsDraft = (edition: Edition): Begun => {
  const draft = asDraft(edition)
  const content = new TextEncoder().encode(JSON.stringify(draft))
  const sha256 = sha256Of(content)
  return { base: 'draft', file: draft.source.file, sha256, content, choices: noChoices, edits: [] }
}

const countsIn = async ({ file, content, choices, edits }: Begun): Promise<NewReview['counts']> => {
  const sent = await openSent(file, content)
  return sent.ok ? countsOf(readOpened(sent.value, choices), edits) : null
}
