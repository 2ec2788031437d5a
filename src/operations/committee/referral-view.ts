import { opinionProgress, visibleOpinions } from '#domain/committee/opinions.ts'
import type { Opinion, OpinionAnswer, Referral } from '#domain/committee/referral.ts'
import { looseReferred, type ReferredGoal, referredGoals } from '#domain/committee/referred.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { isValidOn } from '#domain/people/organisation.ts'
import { permits } from '#domain/people/permission.ts'
import { hasRole, type Person } from '#domain/people/person.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReferralEvent } from '#store/referrals.ts'
import type { App } from '../app.ts'
import { gradedPlanOf } from '../evaluation/graded-plan-of.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { isOwn, referralFor, reviewersOn } from './referral-at.ts'

export type { Opinion, OpinionAnswer, Referral } from '#domain/committee/referral.ts'
export type { ReferralEvent } from '#store/referrals.ts'

/** 委員一人と、その意見の数（企画課だけが見る）。 */
export type ReviewerLine = { readonly memberId: string; readonly name: string; readonly opinions: number }

/** 付議一つ。見てよい意見だけが入る。 */
export type ReferralView = {
  readonly edition: Edition
  readonly referral: Referral
  readonly graded: GradedPlan
  readonly goals: readonly ReferredGoal[]
  /** どの節にも属さない指標。 */
  readonly loose: readonly Indicator[]
  readonly opinions: readonly Opinion[]
  /** 締め切ったあとの対応（企画課にはいつも）。 */
  readonly answers: readonly OpinionAnswer[]
  /** 課の id → 名。 */
  readonly departments: ReadonlyMap<string, string>
  /** 選べる課（今日ある課）。 */
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** 意見のある施策の数（委員なら自分の、企画課ならみんなの）。 */
  readonly progress: { readonly of: number; readonly count: number }
  readonly reviewers: readonly ReviewerLine[]
  /** 見せた・締め切った・開け直した記録。 */
  readonly history: readonly ReferralEvent[]
  readonly may: {
    readonly manage: boolean
    /** いま自分の意見を書けるか。 */
    readonly give: boolean
    readonly answer: boolean
    readonly evaluate: boolean
  }
  readonly today: string
}

/**
 * 付議一つを見る。委員には見せられたものだけ、締め切るまでは自分の意見だけ。
 * 断る符号: `not-permitted`・`committee.absent`・`committee.edition-absent`。
 */
export const referralView = async (
  app: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<ReferralView>> => {
  const allowed = permitted(person, 'referral-read')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  const manages = permits(person, 'referral-manage')
  return app.store.read(
    code,
    async (tx): Promise<Result<ReferralView>> => {
      const found = await referralFor(tx, person, id)
      if (!found.ok) return found
      const referral = found.value
      const edition = await tx.editions.get(referral.editionId)
      if (!edition) return refused('committee.edition-absent')
      const all = await tx.opinions.of(id)
      const opinions = visibleOpinions(all, referral, { memberId: person.id, manages })
      const goals = referredGoals(edition.content, referral.subjects)
      const isReviewer = hasRole(person, 'reviewer')
      const counted = isReviewer && !manages ? opinions.filter((each) => isOwn(each, person)) : opinions
      const reviewers = manages ? reviewersOn(await tx.members.list(), today) : []
      const units = await tx.organisation.units()
      return done({
        edition,
        referral,
        graded: await gradedPlanOf(tx, edition, referral.year),
        goals,
        loose: looseReferred(edition.content, referral.subjects),
        opinions,
        answers: manages || referral.status === 'closed' ? await tx.opinions.answers(id) : [],
        departments: new Map(units.map(({ id: unit, name }) => [unit, name])),
        units: units.filter((unit) => isValidOn(unit, today)),
        progress: opinionProgress(goals, counted),
        reviewers: reviewers.map((member) => ({
          memberId: member.id,
          name: member.name,
          opinions: all.filter(({ memberId }) => memberId === member.id).length,
        })),
        history: await tx.referrals.history(id),
        may: {
          manage: manages,
          give: isReviewer && referral.status === 'released',
          answer: permits(person, 'opinion-answer') && referral.status === 'closed',
          evaluate: permits(person, 'evaluate-committee'),
        },
        today,
      })
    },
    reachOf(person),
  )
}
