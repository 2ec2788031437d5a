import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 公表。公表したときの中身（`contents`、正準な JSON）と、そのとき作ったファイルを凍らせて持つ。 */
export type StoredPublication = {
  readonly id: string
  /** 団体ごとの通し番号。 */
  readonly number: number
  readonly editionId: string
  readonly title: string
  readonly note: string
  readonly form: string
  readonly choices: unknown
  /** 凍らせた中身の指紋。 */
  readonly sha256: string
  /** 訂正した公表と変わったところ（訂正でなければ空）。 */
  readonly changes: unknown
  readonly corrects: string | null
  /** これを訂正した公表。 */
  readonly correctedBy: string | null
  readonly publishedAt: string
  readonly publishedBy: string
  readonly files: readonly PublishedFile[]
}

/** 凍らせたファイル。 */
export type PublishedFile = {
  readonly fileName: string
  readonly format: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: number
}

const columns = `p.id, p.number, p.edition_id as "editionId", p.title, p.note, p.form, p.choices,
  p.contents_sha256 as sha256, p.changes, p.corrects,
  (select c.id from publication c where c.municipality = p.municipality and c.corrects = p.id
    order by c.number desc limit 1) as "correctedBy",
  ${isoTime('p.published_at')} as "publishedAt", p.published_by as "publishedBy",
  coalesce((select json_agg(json_build_object('fileName', f.file_name, 'format', f.format, 'mediaType', f.media_type,
      'sha256', f.sha256, 'bytes', octet_length(f.content)) order by f.format, f.file_name)
    from publication_file f where f.municipality = p.municipality and f.publication_id = p.id), '[]') as files`

/** 新しいものから。`editionId` を言えば、その版のものだけ。 */
export const publications = (
  { municipality, query }: Transaction,
  editionId: string | null = null,
): Promise<readonly StoredPublication[]> =>
  query<StoredPublication>(
    `select ${columns} from publication p where p.municipality = $1 and ($2::uuid is null or p.edition_id = $2)
      order by p.number desc`,
    [municipality, editionId],
  )

export const publicationOf = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<StoredPublication | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<StoredPublication>(
    `select ${columns} from publication p where p.municipality = $1 and p.id = $2`,
    [municipality, id],
  )
  return row
}

/** 凍らせた中身のバイト列。 */
export const publishedContents = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<Uint8Array | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<{ contents: Uint8Array }>(
    'select contents from publication where municipality = $1 and id = $2',
    [municipality, id],
  )
  return row?.contents
}

/** それらの版の公表のうち、凍らせた中身にその字があるものの題。版の並びの順、同じ版なら新しいものから。 */
export const publicationsCiting = async (
  { municipality, query }: Transaction,
  editionIds: readonly string[],
  text: string,
): Promise<readonly string[]> => {
  const rows = await query<{ title: string }>(
    `select title from publication
      where municipality = $1 and edition_id = any($2::uuid[]) and position($3::bytea in contents) > 0
      order by array_position($2::uuid[], edition_id), number desc`,
    [municipality, editionIds, Buffer.from(text)],
  )
  return rows.map(({ title }) => title)
}

/** 凍らせたファイルのバイト列。 */
export const publishedFile = async (
  { municipality, query }: Transaction,
  id: string,
  fileName: string,
): Promise<(PublishedFile & { readonly content: Uint8Array }) | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<PublishedFile & { content: Uint8Array }>(
    `select file_name as "fileName", format, media_type as "mediaType", sha256, octet_length(content) as bytes, content
       from publication_file where municipality = $1 and publication_id = $2 and file_name = $3`,
    [municipality, id, fileName],
  )
  return row
}

export type NewPublication = Pick<
  StoredPublication,
  'editionId' | 'title' | 'note' | 'form' | 'choices' | 'sha256' | 'changes' | 'corrects'
> & {
  readonly contents: Uint8Array
  readonly files: readonly (Omit<PublishedFile, 'bytes'> & { readonly content: Uint8Array })[]
}

/** 公表を足す。番号は団体ごとに続く。 */
export const addPublication = async (tx: Writing, added: NewPublication): Promise<string> => {
  const id = tx.newId()
  await tx.query(
    `insert into publication (municipality, id, number, edition_id, title, note, form, choices, contents,
       contents_sha256, changes, corrects, published_at, published_by)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
       from publication where municipality = $1`,
    [
      tx.municipality,
      id,
      added.editionId,
      added.title,
      added.note,
      added.form,
      JSON.stringify(added.choices),
      Buffer.from(added.contents),
      added.sha256,
      JSON.stringify(added.changes),
      added.corrects,
      tx.at,
      tx.by,
    ],
  )
  for (const file of added.files)
    await tx.query(
      `insert into publication_file (municipality, publication_id, file_name, format, media_type, sha256, content)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.municipality, id, file.fileName, file.format, file.mediaType, file.sha256, Buffer.from(file.content)],
    )
  const { contents: _, files, ...told } = added
  const after = { ...told, files: files.map(({ fileName, sha256 }) => ({ fileName, sha256 })) }
  await tx.record(
    { act: 'published', subject: { publication: id, edition: added.editionId }, before: null, after },
    'work',
  )
  return id
}
