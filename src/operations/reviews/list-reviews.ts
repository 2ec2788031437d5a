import type { Review } from '#domain/review/review.ts'
import type { App } from '../app.ts'

/** 取込みの一覧の一行。`doubtful`・`total` は行の数（まだ案にできなければ null）。 */
export type ReviewListing = Pick<
  Review,
  'id' | 'revision' | 'file' | 'status' | 'openedAt' | 'openedBy' | 'editionId'
> & {
  readonly changedAt: string
  readonly changedBy: string
  readonly doubtful: number | null
  readonly total: number | null
}

/** この市の取込み。新しく手を入れたものから。 */
export const listReviews = async (_app: App, _code: string): Promise<readonly ReviewListing[]> => []

/** 頁を作ったあとの変更。なければ undefined（頁が十秒ごとに尋ねる）。 */
export const reviewChangesSince = async (
  _app: App,
  _code: string,
  _id: string,
  _revision: number,
): Promise<{ readonly revision: number; readonly by: readonly string[] } | undefined> => undefined
