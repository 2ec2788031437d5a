import type { Correction, ReadingChoices } from '#domain/review/correction.ts'
import type { Review, ReviewEdit } from '#domain/review/review.ts'
import type { StoredReview } from './reviews.ts'
import type { Writing } from './writing.ts'

/** 見直しの行の数（まだ案にできなければ null）。一覧が図書を読み直さずに言えるように置く。 */
export type ReviewCounts = { readonly doubtful: number; readonly total: number } | null

/** 新しい取込み。訂正は、前の取込みから続けるときや、移すときのもの。 */
export type NewReview = {
  readonly id: string
  readonly base: StoredReview['base']
  readonly file: string
  readonly sha256: string
  readonly content: Uint8Array
  readonly choices: ReadingChoices
  readonly editionId: string | null
  readonly edits: readonly ReviewEdit[]
  readonly counts: ReviewCounts
}

/** 取込みを始める。同じ id のものがもうあれば何もしない（移す途中で止まっても、やり直せるように）。 */
export const insertReview = async (tx: Writing, review: NewReview): Promise<void> => {
  const { id, base, file, sha256, content, choices, editionId, edits, counts } = review
  const inserted = await tx.query(
    `insert into review (municipality, id, base, file, sha256, bytes, content, status, revision, choices,
       choices_revision, choices_at, choices_by, edition_id, opened_at, opened_by, changed_at, changed_by, doubtful, total)
     values ($1, $2, $3, $4, $5, $6, $7, 'open', 1, $8, 1, $9, $10, $11, $9, $10, $9, $10, $12, $13)
     on conflict (municipality, id) do nothing returning 1`,
    [
      tx.municipality,
      id,
      base,
      file,
      sha256,
      content.byteLength,
      Buffer.from(content),
      JSON.stringify(choices),
      tx.at,
      tx.by,
      editionId,
      counts?.doubtful ?? null,
      counts?.total ?? null,
    ],
  )
  if (inserted.length === 0) return
  await insertEdits(tx, id, 1, edits)
  await tx.record(
    {
      act: 'review-opened',
      subject: { review: id, ...(editionId !== null && { edition: editionId }) },
      before: null,
      after: { file, sha256, bytes: content.byteLength, choices, edits },
    },
    'work',
  )
}

const insertEdits = (
  { municipality, query }: Writing,
  id: string,
  revision: number,
  edits: readonly ReviewEdit[],
): Promise<unknown> =>
  query(
    `insert into review_edit (municipality, review_id, number, revision, at, by, correction)
     select $1, $2, x.number, $3, x.at, x.by, x.correction
       from json_to_recordset($4) as x(number integer, at timestamptz, by text, correction json)`,
    [municipality, id, revision, JSON.stringify(edits)],
  )

/** 次の番号。取り消した訂正の番号も使いまわさない。 */
const nextNumber = async ({ municipality, query }: Writing, id: string): Promise<number> => {
  const [row] = await query<{ next: number }>(
    'select coalesce(max(number), 0)::int + 1 as next from review_edit where municipality = $1 and review_id = $2',
    [municipality, id],
  )
  return row?.next ?? 1
}

/** 手を入れた印。頁の持つ版（revision）が一つ上がる。 */
const touch = async ({ municipality, query, at, by }: Writing, id: string): Promise<number> => {
  const [row] = await query<{ revision: number }>(
    `update review set revision = revision + 1, changed_at = $3, changed_by = $4
      where municipality = $1 and id = $2 returning revision`,
    [municipality, id, at, by],
  )
  if (!row) throw new Error(`review ${id} was found but cannot be written`)
  return row.revision
}

/** 訂正を加える。加えたあとの版と訂正を返す。 */
export const addEdits = async (
  tx: Writing,
  id: string,
  corrections: readonly Correction[],
): Promise<{ readonly revision: number; readonly edits: readonly ReviewEdit[] }> => {
  const revision = await touch(tx, id)
  const first = await nextNumber(tx, id)
  const edits = corrections.map((correction, nth) => ({ number: first + nth, at: tx.at, by: tx.by, correction }))
  await insertEdits(tx, id, revision, edits)
  const told = edits.map(({ number, correction }) => ({ number, correction }))
  await tx.record({ act: 'review-edited', subject: { review: id }, before: null, after: { edits: told } }, 'work')
  return { revision, edits }
}

/** 訂正を一つ取り消す。版を返す。ないか、もう取り消してあれば undefined。 */
export const undoOneEdit = async (tx: Writing, id: string, number: number): Promise<number | undefined> => {
  const [edit] = await tx.query<{ correction: Correction }>(
    `select correction from review_edit
      where municipality = $1 and review_id = $2 and number = $3 and undone_at is null`,
    [tx.municipality, id, number],
  )
  if (!edit) return undefined
  const revision = await touch(tx, id)
  await tx.query(
    `update review_edit set undone_revision = $4, undone_at = $5, undone_by = $6
      where municipality = $1 and review_id = $2 and number = $3`,
    [tx.municipality, id, number, revision, tx.at, tx.by],
  )
  const before = { number, correction: edit.correction }
  await tx.record({ act: 'review-edit-undone', subject: { review: id }, before, after: null }, 'work')
  return revision
}

/** 読み方を決める。 */
export const setChoices = async (tx: Writing, { id, choices: before }: Review, choices: ReadingChoices) => {
  const revision = await touch(tx, id)
  await tx.query(
    `update review set choices = $3, choices_revision = $4, choices_at = $5, choices_by = $6
      where municipality = $1 and id = $2`,
    [tx.municipality, id, JSON.stringify(choices), revision, tx.at, tx.by],
  )
  await tx.record({ act: 'review-read-again', subject: { review: id }, before, after: choices }, 'work')
  return revision
}

/** 見直しの行の数を置く。 */
export const setCounts = ({ municipality, query }: Writing, id: string, counts: ReviewCounts): Promise<unknown> =>
  query('update review set doubtful = $3, total = $4 where municipality = $1 and id = $2', [
    municipality,
    id,
    counts?.doubtful ?? null,
    counts?.total ?? null,
  ])

/** 見直しの終わりと始まり（取り込んだ・やめた・また開いた）。 */
export const setStatus = async (
  tx: Writing,
  { id, status: before }: Pick<Review, 'id' | 'status'>,
  status: Review['status'],
): Promise<number> => {
  const revision = await touch(tx, id)
  await tx.query('update review set status = $3 where municipality = $1 and id = $2', [tx.municipality, id, status])
  const told = { subject: { review: id }, before: { status: before }, after: { status } }
  await tx.record({ act: `review-${status === 'open' ? 'reopened' : status}`, ...told }, 'work')
  return revision
}

/** 別の市に移した取込みを除く。中身は移した先にあり、ここには何を移したかの記録だけを残す。 */
export const removeReview = async (tx: Writing, { id, file, sha256 }: Review, to: string): Promise<void> => {
  await tx.query('delete from review where municipality = $1 and id = $2', [tx.municipality, id])
  await tx.record({ act: 'review-moved', subject: { review: id, to }, before: { file, sha256 }, after: null }, 'work')
}
