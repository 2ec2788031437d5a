import type { ResponseItem } from '#domain/collection/response.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 届いた回答の Excel。open 確かめている、taken 取り込んだ、discarded 取り込まずにやめた。 */
export type ReceivedSheet = {
  readonly id: string
  readonly responseId: string
  readonly departmentId: string
  readonly fileName: string
  readonly sha256: string
  readonly status: 'open' | 'taken' | 'discarded'
  readonly at: string
  readonly by: string
  readonly endedAt: string | null
  readonly endedBy: string | null
}

const columns = `id, response_id as "responseId", department_id as "departmentId", file_name as "fileName", sha256, status,
  ${isoTime('at')} as at, by, ${isoTime('ended_at')} as "endedAt", ended_by as "endedBy"`

export const receivedSheet = async ({ municipality, query }: Transaction, id: string) => {
  if (!isUuid(id)) return undefined
  const [found] = await query<ReceivedSheet>(
    `select ${columns} from response_sheet where municipality = $1 and id = $2`,
    [municipality, id],
    'response-sheet',
  )
  return found
}

export const receivedContent = async ({ municipality, query }: Transaction, id: string) => {
  if (!isUuid(id)) return undefined
  const [found] = await query<{ content: Uint8Array }>(
    'select content from response_sheet where municipality = $1 and id = $2',
    [municipality, id],
    'response-sheet-content',
  )
  return found?.content
}

/** その回答に届いたもの。新しい順。 */
export const sheetsOfResponse = ({ municipality, query }: Transaction, responseId: string) =>
  query<ReceivedSheet>(
    `select ${columns} from response_sheet where municipality = $1 and response_id = $2 order by at desc, id desc`,
    [municipality, responseId],
    'response-sheets',
  )

/** 照会の、まだ取り込んでいないもの。古い順。 */
export const openSheetsOfRound = ({ municipality, query }: Transaction, roundId: string) =>
  query<ReceivedSheet>(
    `select ${columns} from response_sheet where municipality = $1 and status = 'open'
        and response_id in (select id from response where municipality = $1 and round_id = $2)
      order by at, id`,
    [municipality, roundId],
    'round-sheets',
  )

/** 整理番号（項目の id）の項目。名札のない用紙が、どの課のものかを知るため。 */
export const itemsWithKeys = ({ municipality, query }: Transaction, keys: readonly string[]) =>
  query<Pick<ResponseItem, 'id' | 'responseId'>>(
    'select id, response_id as "responseId" from response_item where municipality = $1 and id = any($2::uuid[])',
    [municipality, keys.filter(isUuid)],
  )

/** 届いたものを置く。 */
export const addReceivedSheet = async (
  tx: Writing,
  sheet: Pick<ReceivedSheet, 'id' | 'responseId' | 'departmentId' | 'fileName' | 'sha256'> & {
    readonly content: Uint8Array
  },
): Promise<void> => {
  const { id, responseId, departmentId, fileName, sha256, content } = sheet
  await tx.query(
    `insert into response_sheet (municipality, id, response_id, department_id, file_name, sha256, content, status, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9)`,
    [tx.municipality, id, responseId, departmentId, fileName, sha256, Buffer.from(content), tx.at, tx.by],
  )
  await tx.record(
    {
      act: 'sheet-received',
      subject: { sheet: id, response: responseId, department: departmentId },
      before: null,
      after: { fileName, sha256, bytes: content.byteLength },
    },
    'work',
  )
}

/** 取り込んだ、またはやめた。もう終わっていれば、何もせず false。 */
export const endReceivedSheet = async (
  tx: Writing,
  id: string,
  status: 'taken' | 'discarded',
  told: unknown = null,
): Promise<boolean> => {
  if (!isUuid(id)) return false
  const [ended] = await tx.query<ReceivedSheet>(
    `update response_sheet set status = $3, ended_at = $4, ended_by = $5
      where municipality = $1 and id = $2 and status = 'open' returning ${columns}`,
    [tx.municipality, id, status, tx.at, tx.by],
  )
  if (!ended) return false
  await tx.record(
    {
      act: `sheet-${status}`,
      subject: { sheet: id, response: ended.responseId, department: ended.departmentId },
      before: { status: 'open' },
      after: { status, fileName: ended.fileName, told },
    },
    'work',
  )
  return true
}
