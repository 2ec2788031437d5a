import type { Problem } from '#domain/problem.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 頼まれて作るファイル。waiting 順番待ち、making 作っている、done できた、failed 作れなかった、cancelled 取り止めた。 */
export type MadeFile = {
  readonly id: string
  readonly editionId: string
  readonly title: string
  readonly form: string
  readonly format: string
  readonly choices: unknown
  readonly status: 'waiting' | 'making' | 'done' | 'failed' | 'cancelled'
  /** 進み（`of` 分の `done`）。 */
  readonly done: number
  readonly of: number
  readonly problem: Problem | null
  readonly fileName: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly askedAt: string
  readonly askedBy: string
  readonly endedAt: string | null
}

/** できたファイル。 */
export type KeptFile = { readonly fileName: string; readonly mediaType: string; readonly content: Uint8Array }

const columns = `id, edition_id as "editionId", title, form, format, choices, status, done, of, problem,
  file_name as "fileName", media_type as "mediaType", octet_length(content) as bytes,
  ${isoTime('asked_at')} as "askedAt", asked_by as "askedBy", ${isoTime('ended_at')} as "endedAt"`

/** 新しいものから。`editionId` を言えば、その版のものだけ。 */
export const madeFiles = (
  { municipality, query }: Transaction,
  editionId: string | null = null,
): Promise<readonly MadeFile[]> =>
  query<MadeFile>(
    `select ${columns} from made_file where municipality = $1 and ($2::uuid is null or edition_id = $2)
      order by asked_at desc, id limit 200`,
    [municipality, editionId],
  )

export const madeFile = async ({ municipality, query }: Transaction, id: string): Promise<MadeFile | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<MadeFile>(`select ${columns} from made_file where municipality = $1 and id = $2`, [
    municipality,
    id,
  ])
  return row
}

/** できたファイルの中身。できていなければ undefined。 */
export const madeFileContent = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<KeptFile | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<KeptFile>(
    `select file_name as "fileName", media_type as "mediaType", content from made_file
      where municipality = $1 and id = $2 and status = 'done'`,
    [municipality, id],
  )
  return row
}

export type AskedFile = Pick<MadeFile, 'editionId' | 'title' | 'form' | 'format' | 'choices'>

/** 作るように頼む。 */
export const askForFile = async (tx: Writing, asked: AskedFile): Promise<string> => {
  const id = tx.newId()
  await tx.query(
    `insert into made_file (municipality, id, edition_id, title, form, format, choices, status, done, of, asked_at, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, 0, $8, $9)`,
    [
      tx.municipality,
      id,
      asked.editionId,
      asked.title,
      asked.form,
      asked.format,
      JSON.stringify(asked.choices),
      tx.at,
      tx.by,
    ],
  )
  await tx.record(
    { act: 'file-asked', subject: { file: id, edition: asked.editionId }, before: null, after: asked },
    'work',
  )
  return id
}

/** 進みを書く。取り止められていれば false。進みは記録に残さない。 */
export const noteProgress = async (
  { municipality, query }: Writing,
  id: string,
  done: number,
  of: number,
): Promise<boolean> => {
  const rows = await query(
    `update made_file set status = 'making', done = $3, of = $4
      where municipality = $1 and id = $2 and status in ('waiting', 'making') returning 1`,
    [municipality, id, done, of],
  )
  return rows.length > 0
}

/** できた。取り止められていれば何もせず false。 */
export const keepMadeFile = async (tx: Writing, id: string, file: KeptFile): Promise<boolean> => {
  const rows = await tx.query(
    `update made_file set status = 'done', done = of, file_name = $3, media_type = $4, content = $5, ended_at = $6
      where municipality = $1 and id = $2 and status in ('waiting', 'making') returning 1`,
    [tx.municipality, id, file.fileName, file.mediaType, Buffer.from(file.content), tx.at],
  )
  if (rows.length === 0) return false
  const after = { fileName: file.fileName, bytes: file.content.byteLength }
  await tx.record({ act: 'file-made', subject: { file: id }, before: null, after }, 'work')
  return true
}

/** 作れなかった。 */
export const failMadeFile = async (tx: Writing, id: string, problem: Problem): Promise<void> => {
  const rows = await tx.query(
    `update made_file set status = 'failed', problem = $3, ended_at = $4
      where municipality = $1 and id = $2 and status in ('waiting', 'making') returning 1`,
    [tx.municipality, id, JSON.stringify(problem), tx.at],
  )
  if (rows.length === 0) return
  await tx.record({ act: 'file-failed', subject: { file: id }, before: null, after: problem }, 'work')
}

/** 取り止める。もう終わっていれば false。 */
export const cancelMadeFile = async (tx: Writing, id: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  const rows = await tx.query(
    `update made_file set status = 'cancelled', ended_at = $3
      where municipality = $1 and id = $2 and status in ('waiting', 'making') returning 1`,
    [tx.municipality, id, tx.at],
  )
  if (rows.length === 0) return false
  await tx.record({ act: 'file-cancelled', subject: { file: id }, before: null, after: null }, 'work')
  return true
}

/** 終わったものを消す。作っているあいだは消せない（先に取り止める）。 */
export const removeMadeFile = async (tx: Writing, id: string): Promise<boolean> => {
  if (!isUuid(id)) return false
  const [before] = await tx.query<{ title: string; fileName: string | null }>(
    `delete from made_file where municipality = $1 and id = $2 and status in ('done', 'failed', 'cancelled')
     returning title, file_name as "fileName"`,
    [tx.municipality, id],
  )
  if (!before) return false
  await tx.record({ act: 'file-removed', subject: { file: id }, before, after: null }, 'work')
  return true
}
