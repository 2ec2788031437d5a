import type { Opinion, OpinionAnswer } from '#domain/committee/referral.ts'
import { opinionAnswersOf, opinionOf, opinionsOf, putOpinion, putOpinionAnswer, withdrawOpinion } from './opinions.ts'
import { putReferral, referralHistory, referralOf, referrals, removeReferral, stepReferral } from './referrals.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、付議・意見・対応を読む口。 */
export const committeeReads = (tx: Transaction) => ({
  referrals: {
    list: () => referrals(tx),
    get: (id: string) => referralOf(tx, id),
    history: (id: string) => referralHistory(tx, id),
  },
  opinions: {
    of: (referralId: string) => opinionsOf(tx, referralId),
    get: (id: string) => opinionOf(tx, id),
    answers: (referralId: string) => opinionAnswersOf(tx, referralId),
  },
})

/** 団体一つの、付議・意見・対応に書く口。書いたことにはみな監査記録が付く。 */
export const committeeWrites = (tx: Writing, readable: ReturnType<typeof committeeReads>) => ({
  referrals: {
    ...readable.referrals,
    put: (referral: Parameters<typeof putReferral>[1]) => putReferral(tx, referral),
    step: (...step: Parameters<typeof stepReferral> extends [unknown, ...infer Rest] ? Rest : never) =>
      stepReferral(tx, ...step),
    remove: (id: string) => removeReferral(tx, id),
  },
  opinions: {
    ...readable.opinions,
    put: (opinion: Parameters<typeof putOpinion>[1]) => putOpinion(tx, opinion),
    withdraw: (opinion: Opinion) => withdrawOpinion(tx, opinion),
    answer: (opinion: Opinion, answer: Pick<OpinionAnswer, 'kind' | 'text' | 'departmentId'>) =>
      putOpinionAnswer(tx, opinion, answer),
  },
})
