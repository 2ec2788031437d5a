import { longestOpinion } from '#domain/committee/opinions.ts'
import type { Opinion, Referral } from '#domain/committee/referral.ts'
import { opinionPlaces } from '#domain/committee/referred.ts'
import { subjectIn, subjectKey, wholePlan } from '#domain/committee/subject-key.ts'
import type { GradedPlan } from '#domain/evaluation/graded-plan.ts'
import { gradesIn } from '#domain/evaluation/standing-grade.ts'
import { permits } from '#domain/people/permission.ts'
import { hasRole, type Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { gradedPlanOf } from '../evaluation/graded-plan-of.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { isFromPaper, isOwn, referralFor, reviewersOn } from './referral-at.ts'

/** 意見の欄一つに打たれたまま。`opinionId` は書き直している意見、`revision` は見ていた版数（新しければ 0）。 */
export type OpinionGiven = {
  /** どこへの意見か（`subjectKey`）。 */
  readonly key: string
  readonly opinionId: string | null
  readonly revision: number
  readonly text: string
  readonly grade: string
}

/** だれの意見か。null は書いている本人。企画課が紙の意見を入れるときは、利用者の id か、名。 */
export type OpinionOf = { readonly memberId: string } | { readonly name: string } | null

/** 残らなかった欄と、わけ。ほかの人（別の端末の自分）が先に書いていれば、いまの意見も。 */
export type OpinionLeft = { readonly given: OpinionGiven; readonly problem: Problem; readonly now: Opinion | null }

export type OpinionsGiven = {
  readonly saved: readonly Opinion[]
  readonly withdrawn: readonly Opinion[]
  readonly left: readonly OpinionLeft[]
}

/**
 * 意見を書く。空にした意見は取り下げる。書けた欄は残り、書けない欄だけを、わけとともに返す（打ったものは呼び手が見せる）。
 * 断る符号: `committee.absent`・`committee.name-missing`・`committee.member-gone`。欄の符号は `OpinionLeft`。
 */
export const giveOpinions = async (
  app: App,
  person: Person,
  code: string,
  referralId: string,
  given: readonly OpinionGiven[],
  of: OpinionOf = null,
): Promise<Result<OpinionsGiven>> => {
  const allowed = permitted(person, 'opinion-give')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<OpinionsGiven>> => {
    const referral = await referralFor(tx, person, referralId)
    if (!referral.ok) return referral
    const edition = await tx.editions.get(referral.value.editionId)
    if (!edition) return refused('committee.edition-absent')
    const member = await memberFor(tx, app, person, of)
    if (!member.ok) return member
    const facts: Facts = {
      person,
      referral: referral.value,
      places: opinionPlaces(edition.content, referral.value.subjects),
      graded: await gradedPlanOf(tx, edition, referral.value.year),
      byPaper: of !== null,
    }
    const theirs = (await tx.opinions.of(referralId)).filter(isBy(member.value, facts))
    const saved: Opinion[] = []
    const withdrawn: Opinion[] = []
    const left: OpinionLeft[] = []
    for (const each of given) {
      const box = { ...each, text: storable(each.text.trim()) }
      const before = box.opinionId === null ? sentTwice(theirs, box) : await tx.opinions.get(box.opinionId)
      const problem = whyNot(facts, box, before)
      if (problem) left.push({ given: each, problem, now: before ?? null })
      else if (before && isSame(before, box)) saved.push(before)
      else if (before && box.text === '' && box.grade === '') {
        await tx.opinions.withdraw(before)
        withdrawn.push(before)
      } else
        saved.push(await tx.opinions.put({ ...baseOf(app, referralId, member.value, before, box), ...wordsOf(box) }))
    }
    return done({ saved, withdrawn, left })
  })
}

type Facts = {
  readonly person: Person
  readonly referral: Referral
  readonly places: ReadonlySet<string>
  readonly graded: GradedPlan
  readonly byPaper: boolean
}

type Named = Pick<Opinion, 'memberId' | 'memberName'>

/** この人（か、紙に名のある人）が、同じ道で書いた意見か。 */
const isBy =
  (member: Named, { person, byPaper }: Facts) =>
  (opinion: Opinion): boolean =>
    opinion.memberId === member.memberId &&
    (member.memberId !== null || opinion.memberName === member.memberName) &&
    (byPaper ? isFromPaper(opinion) : isOwn(opinion, person))

/**
 * 新しい意見として届いたが、同じところに同じ文がもうある（保存を二度押した、欄を離れた保存と送信が重なった）。
 * 二つにせず、その意見とみなす。
 */
const sentTwice = (theirs: readonly Opinion[], box: OpinionGiven): Opinion | undefined =>
  theirs.find((each) => subjectKey(each.subject) === box.key && isSame(each, box))

const memberFor = async (tx: WriteTransaction, app: App, person: Person, of: OpinionOf): Promise<Result<Named>> => {
  if (of === null)
    return hasRole(person, 'reviewer')
      ? done({ memberId: person.id, memberName: storable(person.name) })
      : refused('committee.name-missing')
  if (!permits(person, 'referral-manage')) return refused('not-permitted')
  if ('name' in of) {
    const name = storable(of.name.trim()).slice(0, 60)
    return name === '' ? refused('committee.name-missing') : done({ memberId: null, memberName: name })
  }
  const today = dayInJapan(app.now())
  const found = reviewersOn(await tx.members.list(), today).find(({ id }) => id === of.memberId)
  return found ? done({ memberId: found.id, memberName: found.name }) : refused('committee.member-gone')
}

const whyNot = (facts: Facts, box: OpinionGiven, before: Opinion | undefined): Problem | undefined => {
  const { person, referral, places, graded, byPaper } = facts
  if (referral.status === 'draft') return problem('committee.not-released')
  if (referral.status === 'closed' && !byPaper) return problem('committee.closed-meanwhile')
  if (box.opinionId !== null && !before) return problem('committee.opinion-gone')
  if (before && before.referralId !== referral.id) return problem('committee.opinion-gone')
  if (before && !(byPaper ? isFromPaper(before) : isOwn(before, person))) return problem('committee.not-yours')
  if (before && before.revision !== box.revision && !isSame(before, box))
    return problem('committee.opinion-meanwhile', { at: before.at, by: before.by })
  if (!before && !places.has(box.key)) return problem('committee.subject-gone')
  if (!before && box.text === '' && box.grade === '') return problem('committee.opinion-empty')
  if (box.text.length > longestOpinion)
    return problem('committee.opinion-long', { limit: longestOpinion, count: box.text.length })
  if (box.grade === '' || box.grade === before?.grade) return undefined
  const scale = box.key === wholePlan ? null : graded.scales[subjectIn(box.key)?.kind ?? 'node']
  return gradesIn(scale).some(({ code }) => code === box.grade)
    ? undefined
    : problem('committee.grade-unknown', { given: box.grade })
}

const problem = (code: string, params: Problem['params'] = {}): Problem => ({ kind: code, code, params })

const isSame = (before: Opinion, { text, grade }: OpinionGiven): boolean =>
  before.text === text && (before.grade ?? '') === grade

const wordsOf = ({ text, grade }: OpinionGiven) => ({ text, grade: grade === '' ? null : grade })

const baseOf = (app: App, referralId: string, member: Named, before: Opinion | undefined, { key }: OpinionGiven) =>
  before ?? { id: app.newId(), referralId, subject: subjectIn(key) ?? null, ...member }
