import type { Opinion, Referral } from '#domain/committee/referral.ts'
import type { Member } from '#domain/people/member.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** この人の見てよい付議。準備中のものは、企画課のほかには、ないものとする。断る符号: `committee.absent`。 */
export const referralFor = async (
  tx: Pick<ReadTransaction, 'referrals'>,
  person: Person,
  id: string,
): Promise<Result<Referral>> => {
  const referral = await tx.referrals.get(id)
  const hidden = referral?.status === 'draft' && !permits(person, 'referral-manage')
  return referral && !hidden ? done(referral) : refused('committee.absent')
}

/** 委員の役で、その日に働いている人。 */
export const reviewersOn = (members: readonly Member[], day: string): readonly Member[] =>
  members.filter(
    ({ status, memberships }) =>
      status !== 'left' &&
      memberships.some(({ role, from, to }) => role === 'reviewer' && from <= day && (to === null || day <= to)),
  )

/** その人の意見か。 */
export const isOwn = (opinion: Pick<Opinion, 'memberId'>, person: Person): boolean =>
  person.id !== null && opinion.memberId === person.id

/** 企画課が紙から入れた意見か（委員自身の打ったものは、企画課も書き換えない）。 */
export const isFromPaper = ({ by, memberName }: Pick<Opinion, 'by' | 'memberName'>): boolean => by !== memberName
