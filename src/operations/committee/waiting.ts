import { type Waiting, waiting } from '#domain/collection/waiting.ts'
import { opinionProgress, unanswered } from '#domain/committee/opinions.ts'
import type { Referral } from '#domain/committee/referral.ts'
import { referredGoals } from '#domain/committee/referred.ts'
import { permits } from '#domain/people/permission.ts'
import { hasRole, type Person } from '#domain/people/person.ts'
import { daysBetween } from '#domain/year/calendar.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { isOwn } from './referral-at.ts'

/** 付議のことで、この人を待っているもの：委員には意見、企画課には締切の来たものと、対応。 */
export const committeeWaiting = async (
  tx: ReadTransaction,
  person: Person,
  today: string,
): Promise<readonly Waiting[]> => {
  if (!permits(person, 'referral-read')) return []
  const found: Waiting[] = []
  for (const referral of await tx.referrals.list()) {
    if (referral.status === 'released' && hasRole(person, 'reviewer'))
      found.push(...(await toGive(tx, person, referral, today)))
    if (permits(person, 'referral-manage')) found.push(...(await forPlanner(tx, referral, today)))
  }
  return found
}

const dueOf = ({ closesOn }: Referral, today: string): Partial<Waiting> =>
  closesOn === null ? {} : { due: closesOn, left: daysBetween(today, closesOn) }

const toGive = async (
  tx: ReadTransaction,
  person: Person,
  referral: Referral,
  today: string,
): Promise<readonly Waiting[]> => {
  const edition = await tx.editions.get(referral.editionId)
  if (!edition) return []
  const own = (await tx.opinions.of(referral.id)).filter((each) => isOwn(each, person))
  const { of, count } = opinionProgress(referredGoals(edition.content, referral.subjects), own)
  const at = { referralId: referral.id }
  return [waiting('opinion', referral.title, { ...dueOf(referral, today), count: of - count, at })]
}

const forPlanner = async (tx: ReadTransaction, referral: Referral, today: string): Promise<readonly Waiting[]> => {
  const at = { referralId: referral.id }
  if (referral.status === 'draft') return [waiting('referral-draft', referral.title, { at })]
  if (referral.status === 'released')
    return referral.closesOn !== null && referral.closesOn < today
      ? [waiting('referral-close', referral.title, { ...dueOf(referral, today), at })]
      : []
  const left = unanswered(await tx.opinions.of(referral.id), await tx.opinions.answers(referral.id))
  return left.length === 0 ? [] : [waiting('opinion-answers', referral.title, { count: left.length, at })]
}
