import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、改訂の案・変更・案への決め・系統を読む口。 */
export const revisionReads = (_tx: Transaction) => ({})

/** 団体一つの、改訂の案・変更・案への決め・系統に書く口。書いたことにはみな監査記録が付く。 */
export const revisionWrites = (_tx: Writing, _readable: ReturnType<typeof revisionReads>) => ({})
