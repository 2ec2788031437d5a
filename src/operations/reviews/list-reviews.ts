import type { StoredListing } from '#store/reviews.ts'
import type { App } from '../app.ts'

/** 取込みの一覧の一行。`doubtful`・`total` は行の数（まだ案にできなければ null）。 */
export type ReviewListing = StoredListing

/** この市の取込み。新しく手を入れたものから二百まで。 */
export const listReviews = (app: App, code: string): Promise<readonly ReviewListing[]> =>
  app.store.read(code, (tx) => tx.reviews.list())

/** 頁を作ったあとに誰かが手を入れていれば、いまの版とその人たち。なければ undefined（頁が十秒ごとに尋ねる）。 */
export const reviewChangesSince = async (
  app: App,
  code: string,
  id: string,
  revision: number,
): Promise<{ readonly revision: number; readonly by: readonly string[] } | undefined> => {
  const changes = await app.store.read(code, (tx) => tx.reviews.changesSince(id, revision))
  if (!changes) return undefined
  const { edits, undone, choices, changedBy } = changes
  const by = [...edits, ...undone, ...(choices ? [choices] : []), { by: changedBy }].map((change) => change.by)
  return { revision: changes.revision, by: [...new Set(by)] }
}
