import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 預かっている市の様式（ひな形）。 */
export type StoredTemplate = {
  readonly id: string
  readonly name: string
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly addedAt: string
  readonly addedBy: string
}

const columns = `id, name, file, sha256, octet_length(content) as bytes,
  ${isoTime('added_at')} as "addedAt", added_by as "addedBy"`

/** 名の順。 */
export const reportTemplates = ({ municipality, query }: Transaction): Promise<readonly StoredTemplate[]> =>
  query<StoredTemplate>(`select ${columns} from report_template where municipality = $1 order by name`, [municipality])

export const reportTemplate = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<(StoredTemplate & { readonly content: Uint8Array }) | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<StoredTemplate & { content: Uint8Array }>(
    `select ${columns}, content from report_template where municipality = $1 and id = $2`,
    [municipality, id],
  )
  return row
}

/** 様式を預かる。同じ名のものがあれば置きかえ、前の指紋は監査記録に残る。 */
export const putTemplate = async (
  tx: Writing,
  { name, file, sha256, content }: Pick<StoredTemplate, 'name' | 'file' | 'sha256'> & { readonly content: Uint8Array },
): Promise<string> => {
  const before = (await reportTemplates(tx)).find((each) => each.name === name)
  if (before)
    await tx.query('delete from report_template where municipality = $1 and id = $2', [tx.municipality, before.id])
  const id = tx.newId()
  await tx.query(
    `insert into report_template (municipality, id, name, file, sha256, content, added_at, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.municipality, id, name, file, sha256, Buffer.from(content), tx.at, tx.by],
  )
  const after = { name, file, sha256, bytes: content.byteLength }
  await tx.record({ act: 'template-kept', subject: { template: id }, before: before ?? null, after }, 'work')
  return id
}

/** 様式を消す。なければ false。 */
export const removeTemplate = async (tx: Writing, id: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  const [before] = await tx.query<StoredTemplate>(
    `delete from report_template where municipality = $1 and id = $2 returning ${columns}`,
    [tx.municipality, id],
  )
  if (!before) return false
  await tx.record({ act: 'template-removed', subject: { template: id }, before, after: null }, 'work')
  return true
}
