import type { Referral } from '#domain/committee/referral.ts'
import { type ReferralStep, stepped } from '#domain/committee/referral-flow.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/**
 * 付議を進める：見せる（委員に知らせる）、意見を締め切る、わけを言って開け直す（委員に知らせる）。
 * 断る符号: `committee.absent`・`committee.changed-meanwhile`・`committee.already-…`・`committee.reason-…`。
 */
export const stepReferral = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  step: ReferralStep,
  asked: { readonly revision: number; readonly reason?: string },
): Promise<Result<Referral>> => {
  const allowed = permitted(person, 'referral-manage')
  if (!allowed.ok) return allowed
  const reason = storable((asked.reason ?? '').trim())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Referral>> => {
    const now = await tx.referrals.get(id)
    if (!now) return refused('committee.absent')
    const moved = stepped(now, step, reason, app.now().toISOString())
    if (!moved.ok) return moved
    if (now.revision !== asked.revision) return refused('committee.changed-meanwhile')
    const { status } = moved.value
    if (status === 'draft') throw new Error('no step leads back to draft')
    const after = await tx.referrals.step(now, { ...moved.value, status }, step === 'reopen' ? reason : null)
    if (status === 'released') await tellReviewers(tx, after, step === 'reopen' ? reason : null)
    return done(after)
  })
}

/** 委員に、見せたことを知らせる。開け直したときは、そのわけも。 */
const tellReviewers = (tx: WriteTransaction, { id, title, closesOn }: Referral, reason: string | null) =>
  tx.notices.tell({
    kind: 'referral-released',
    departmentId: null,
    roundId: null,
    responseId: null,
    params: {
      referral: id,
      title,
      ...(closesOn !== null && { date: closesOn }),
      ...(reason !== null && { reason }),
    },
  })
