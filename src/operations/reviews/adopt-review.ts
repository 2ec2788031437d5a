import { proposeRules } from '#domain/indicator/rules.ts'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { actualYears } from '#domain/plan/outline.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { learnMapping } from '#domain/review/mapping.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { wrongCity } from '../adopt-document.ts'
import type { App } from '../app.ts'
import { actOf, onlyOpen, type Who } from './acting.ts'
import { type ReviewedPlan, reviewedPlan } from './view-review.ts'

/**
 * 見直した案を取り込む。取り込む前の版と、覚える列の読み方と、見直しの終わりまで、一つの取引で書く。
 * `seen` は差分を見たときの版（revision）。その後に訂正が加わっていれば `review-changed-before-adopting` で断る。
 * ほかに断る符号は `adoptRead` のもの（別の市の図書らしいときは、移すか、市の名を直してから）と `plan-title-taken`。
 */
export const adoptReview = async (
  app: App,
  code: string,
  id: string,
  seen: number,
  who: Who,
): Promise<Result<AdoptionRecord>> => {
  const reviewed = await reviewedPlan(app, code, id)
  if (!reviewed) return refused('review-absent')
  const { view, reading, stored, edition } = reviewed
  const { draft } = view
  if (!draft) return { ok: false, problem: reading.problem ?? refused('review-absent').problem }
  const elsewhere = await wrongCity(app.store, draft, code)
  if (elsewhere) return { ok: false, problem: elsewhere }
  // すでにある版の決まりは変えないので、求めない（指標 5000 の計画で六秒かかる）。
  const rules = edition?.rules ?? proposeRules(draft).rules
  return app.store.write(code, actOf(app, who), async (tx) => {
    const open = onlyOpen(await tx.reviews.get(id))
    if (!open.ok) return open
    const { revision, changedBy, editionId, base } = open.value
    if (revision !== seen || revision !== stored.revision)
      return refused('review-changed-before-adopting', { by: changedBy })
    const content = base === 'document' ? ((await tx.reviews.content(id)) ?? null) : null
    const adopted = await tx.editions.adopt(draft, content, rules, { reviewId: id, editionId })
    if (!adopted.ok) return adopted
    for (const mapping of mappingsIn(reviewed)) await tx.mappings.keep(draft.plan.form, yearOf(draft, app), mapping)
    await tx.reviews.turn(open.value, 'adopted')
    const record = await tx.adoptions.get(adopted.value.adoptionId ?? '')
    if (!record) throw new Error(`review ${id} was adopted without a record`)
    return done(record)
  })
}

/** 人が選んだ列のある表の読み方。 */
const mappingsIn = ({ view: { tables, review } }: ReviewedPlan) => learnMapping(tables, review.choices)

/** 覚える年度。実績のいちばん新しい年度、なければ計画の終わりの年度。 */
const yearOf = (draft: PlanDraft, { now }: App): number =>
  actualYears(draft).at(-1) ?? draft.plan.lastYear ?? fiscalYearOf(now().toISOString().slice(0, 10)).startYear
