import { compareContents } from '#domain/plan/difference.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReviewComparison } from '#domain/review/review.ts'
import { differenceWarnings } from '#domain/review/warnings.ts'
import { contentOf } from '#store/adopt.ts'
import type { App } from '../app.ts'
import { reviewedPlan } from './view-review.ts'

/**
 * 取り込むと何が変わるか。取り込むときと同じやり方で比べ、何も書かない。
 * まだ案にできなければ、そのわけで断る。
 */
export const compareReview = async (app: App, code: string, id: string): Promise<Result<ReviewComparison>> => {
  const reviewed = await reviewedPlan(app, code, id)
  if (!reviewed) return refused('review-absent')
  const { view, reading, edition } = reviewed
  if (!view.draft) return { ok: false, problem: reading.problem ?? refused('review-absent').problem }
  const difference = edition
    ? { changes: await changesIn(app, code, edition, view.draft) }
    : compareContents(emptyContent, contentOf(view.draft), app.newId).difference
  const warnings = [...view.warnings, ...(edition ? differenceWarnings(difference, edition) : [])]
  if (!edition) return done({ edition: undefined, difference, warnings })
  const { content, ...heading } = edition
  return done({ edition: heading, difference, warnings })
}

const changesIn = async (app: App, code: string, edition: Edition, draft: PlanDraft) =>
  (await app.store.read(code, (tx) => tx.editions.compare(edition, draft, app.newId))).changes
