import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、評価区分・見直しの決まり・評価の年・評価を読む口。 */
export const evaluationReads = (_tx: Transaction) => ({})

/** 団体一つの、評価区分・見直しの決まり・評価の年・評価に書く口。書いたことにはみな監査記録が付く。 */
export const evaluationWrites = (_tx: Writing, _readable: ReturnType<typeof evaluationReads>) => ({})
