import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、付議・意見・対応を読む口。 */
export const committeeReads = (_tx: Transaction) => ({})

/** 団体一つの、付議・意見・対応に書く口。書いたことにはみな監査記録が付く。 */
export const committeeWrites = (_tx: Writing, _readable: ReturnType<typeof committeeReads>) => ({})
