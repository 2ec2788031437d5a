import type { SourceRecord } from '#domain/plan/edition.ts'
import type { Transaction } from './transaction.ts'

/** 保存してある出典と、そのバイト列（案だけを受け取り、原本を預かっていなければ null）。 */
export type KeptSource = { readonly record: SourceRecord; readonly content: Uint8Array | null }

/** 日時を ISO 8601 で読み出す式。 */
export const isoTime = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** 指紋から出典を取り出す。`tx.sources.get(edition.sources[0].sha256)` */
export const getSource = async ({ query }: Transaction, sha256: string): Promise<KeptSource | undefined> => {
  const [row] = await query<{
    sha256: string
    file: string
    bytes: number
    content: Buffer | null
    adopted_at: string
  }>(
    `select sha256, file, coalesce(bytes, 0) as bytes, content, ${isoTime('kept_at')} as adopted_at from source where sha256 = $1`,
    [sha256],
  )
  if (!row) return undefined
  const { sha256: found, file, bytes, content, adopted_at: adoptedAt } = row
  return { record: { sha256: found, file, bytes, adoptedAt }, content }
}

/** 出典を一度だけ保存する。もう預かっていれば何もしない。原本のないままの出典には、原本を足す。 */
export const keepSource = (
  { municipality, query }: Transaction,
  source: { readonly sha256: string; readonly file: string },
  content: Uint8Array | null,
  at: string,
): Promise<unknown> =>
  query(
    `insert into source (municipality, sha256, file, bytes, content, kept_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality, sha256) do update
       set bytes = excluded.bytes, content = excluded.content, kept_at = excluded.kept_at
       where source.content is null and excluded.content is not null`,
    [municipality, source.sha256, source.file, content?.byteLength ?? null, content && Buffer.from(content), at],
  )
