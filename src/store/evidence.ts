import type { ResponseItem } from '#domain/collection/response.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 根拠となる資料（中身を除く）。 */
export type Evidence = {
  readonly id: string
  readonly itemId: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly at: string
  readonly by: string
}

const columns = `e.id, e.item_id as "itemId", e.file_name as "fileName", e.media_type as "mediaType",
  octet_length(e.content) as bytes, e.sha256, ${isoTime('e.added_at')} as at, e.added_by as by`

/** 回答一つの資料。項目ごとに、付けた順。 */
export const evidenceOf = ({ municipality, query }: Transaction, responseId: string): Promise<readonly Evidence[]> =>
  query<Evidence>(
    `select ${columns} from evidence e
       join response_item i on i.municipality = e.municipality and i.id = e.item_id
      where e.municipality = $1 and i.response_id = $2 order by i.ordinal, e.added_at, e.id`,
    [municipality, responseId],
    'evidence-of-response',
  )

/** 資料一つを中身ごと。なければ undefined。 */
export const evidenceContent = async (
  { municipality, query }: Transaction,
  itemId: string,
  id: string,
): Promise<(Evidence & { readonly content: Uint8Array }) | undefined> => {
  if (!isUuid(id) || !isUuid(itemId)) return undefined
  const [found] = await query<Evidence & { content: Uint8Array }>(
    `select ${columns}, e.content from evidence e where e.municipality = $1 and e.item_id = $2 and e.id = $3`,
    [municipality, itemId, id],
  )
  return found
}

/** 資料を付ける。 */
export const addEvidence = async (
  tx: Writing,
  item: ResponseItem,
  file: Pick<Evidence, 'id' | 'fileName' | 'mediaType' | 'sha256'> & { readonly content: Uint8Array },
): Promise<void> => {
  const { id, fileName, mediaType, sha256, content } = file
  await tx.query(
    `insert into evidence (municipality, id, item_id, department_id, file_name, media_type, sha256, content, added_at, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.municipality, id, item.id, item.departmentId, fileName, mediaType, sha256, Buffer.from(content), tx.at, tx.by],
  )
  await tx.record(
    {
      act: 'evidence-added',
      subject: subjectOf(item),
      before: null,
      after: { id, fileName, mediaType, sha256, bytes: content.byteLength },
    },
    'work',
  )
}

/** 資料を外す。なければ false。 */
export const removeEvidence = async (tx: Writing, item: ResponseItem, id: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  const [before] = await tx.query<Evidence>(
    `select ${columns} from evidence e where e.municipality = $1 and e.item_id = $2 and e.id = $3`,
    [tx.municipality, item.id, id],
  )
  if (!before) return false
  await tx.query('delete from evidence where municipality = $1 and item_id = $2 and id = $3', [
    tx.municipality,
    item.id,
    id,
  ])
  await tx.record({ act: 'evidence-removed', subject: subjectOf(item), before, after: null }, 'work')
  return true
}

export const subjectOf = ({ id, responseId, departmentId }: ResponseItem) => ({
  response: responseId,
  item: id,
  department: departmentId,
})
