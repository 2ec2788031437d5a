import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、重点目標調書・報告・市長指示事項を読む口。 */
export const priorityReads = (_tx: Transaction) => ({})

/** 団体一つの、重点目標調書・報告・市長指示事項に書く口。書いたことにはみな監査記録が付く。 */
export const priorityWrites = (_tx: Writing, _readable: ReturnType<typeof priorityReads>) => ({})
