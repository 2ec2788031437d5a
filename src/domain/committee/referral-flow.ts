import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { Referral } from './referral.ts'

/** 付議の一歩：見せる、意見を締め切る、わけを言って開け直す。 */
export const referralSteps = ['release', 'close', 'reopen'] as const
export type ReferralStep = (typeof referralSteps)[number]

type Step = { readonly from: Referral['status']; readonly to: Referral['status']; readonly needsReason: boolean }

/** 付議の流れ。頁も操作も、この一枚だけを見る。 */
export const referralFlow = {
  release: { from: 'draft', to: 'released', needsReason: false },
  close: { from: 'released', to: 'closed', needsReason: false },
  reopen: { from: 'closed', to: 'released', needsReason: true },
} as const satisfies Record<ReferralStep, Step>

export const isReferralStep = (text: string): text is ReferralStep => referralSteps.some((each) => each === text)

/** いまできる一歩。 */
export const nextSteps = ({ status }: Pick<Referral, 'status'>): readonly ReferralStep[] =>
  referralSteps.filter((step) => referralFlow[step].from === status)

/** わけの長さの限り。 */
export const longestReferralReason = 1000

/**
 * 進めた付議。進められなければ、なぜかと、どうすればよいか。
 *
 * @example stepped(付議, 'reopen', '', now) // → committee.reason-missing
 */
export const stepped = (
  referral: Referral,
  step: ReferralStep,
  reason: string,
  at: string,
): Result<Pick<Referral, 'status' | 'releasedAt' | 'closedAt'>> => {
  const { from, to, needsReason } = referralFlow[step]
  if (referral.status !== from) return refused(wrongStatus(referral.status))
  if (needsReason && reason === '') return refused('committee.reason-missing')
  if (reason.length > longestReferralReason) return refused('committee.reason-long', { limit: longestReferralReason })
  return done({
    status: to,
    releasedAt: step === 'release' ? at : referral.releasedAt,
    closedAt: step === 'close' ? at : null,
  })
}

const wrongStatus = (status: Referral['status']): Problem['code'] => `committee.already-${status}`
