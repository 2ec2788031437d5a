import type { Correction } from '#domain/review/correction.ts'
import type { Review, ReviewEdit } from '#domain/review/review.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'

/** 預かっている取込み。`base` は送られたものが図書か計画案か。 */
export type StoredReview = Review & {
  readonly base: 'document' | 'draft'
  readonly changedAt: string
  readonly changedBy: string
}

/** 一覧の一行。行の数は、まだ案にできなければ null。 */
export type StoredListing = Omit<StoredReview, 'choices' | 'edits'> & {
  readonly doubtful: number | null
  readonly total: number | null
}

/** 頁を作ったあとに変わったこと。 */
export type ReviewChanges = {
  readonly revision: number
  /** おしまいに手を入れた人。 */
  readonly changedBy: string
  /** 加わった訂正（取り消したものは除く）。 */
  readonly edits: readonly ReviewEdit[]
  /** 取り消された訂正。`at`・`by` は取り消した時と人。 */
  readonly undone: readonly ReviewEdit[]
  /** 列の読み方を変えた時と人。 */
  readonly choices: { readonly at: string; readonly by: string } | null
}

const listed = `id, revision, base, file, sha256, bytes, ${isoTime('opened_at')} as "openedAt", opened_by as "openedBy",
  status, edition_id as "editionId", ${isoTime('changed_at')} as "changedAt", changed_by as "changedBy"`

const editJson = `json_build_object('number', e.number, 'at', ${isoTime('e.at')}, 'by', e.by, 'correction', e.correction)`

/** 取込み一つ。なければ undefined。 */
export const getReview = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<StoredReview | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<StoredReview>(
    `select ${listed}, choices,
            coalesce((select json_agg(${editJson} order by e.number) from review_edit e
              where e.municipality = review.municipality and e.review_id = review.id and e.undone_at is null), '[]')
              as edits
       from review where municipality = $1 and id = $2`,
    [municipality, id],
    'review',
  )
  return row
}

/** 送られたままのバイト列。 */
export const reviewContent = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<Uint8Array | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<{ content: Buffer }>('select content from review where municipality = $1 and id = $2', [
    municipality,
    id,
  ])
  return row?.content
}

/** この団体の取込み。新しく手を入れたものから。 */
export const listedReviews = ({ municipality, query }: Transaction): Promise<StoredListing[]> =>
  query<StoredListing>(
    `select ${listed}, doubtful, total from review where municipality = $1 order by changed_at desc, id limit 200`,
    [municipality],
  )

/** 見直し中のもののうち、同じ図書、または同じ版のもの。 */
export const openReviewLike = async (
  { municipality, query }: Transaction,
  like: { readonly sha256: string } | { readonly editionId: string },
): Promise<string | undefined> => {
  const [column, value] = 'sha256' in like ? ['sha256', like.sha256] : ['edition_id::text', like.editionId]
  const [row] = await query<{ id: string }>(
    `select id from review where municipality = $1 and status = 'open' and ${column} = $2
      order by changed_at desc, id limit 1`,
    [municipality, value],
  )
  return row?.id
}

type ChangedEdit = {
  readonly number: number
  readonly revision: number
  readonly at: string
  readonly by: string
  readonly correction: Correction
  readonly undoneRevision: number | null
  readonly undoneAt: string | null
  readonly undoneBy: string | null
}

/** `revision` のあとに変わったこと。なければ undefined。 */
export const reviewChanges = async (
  { municipality, query }: Transaction,
  id: string,
  revision: number,
): Promise<ReviewChanges | undefined> => {
  if (!isUuid(id)) return undefined
  const [now] = await query<{ revision: number; changedBy: string; chosen: number; at: string; by: string }>(
    `select revision, changed_by as "changedBy", choices_revision as chosen, ${isoTime('choices_at')} as at, choices_by as by
       from review where municipality = $1 and id = $2`,
    [municipality, id],
  )
  if (!now || now.revision <= revision) return undefined
  const changed = await query<ChangedEdit>(
    `select number, revision, ${isoTime('at')} as at, by, correction, undone_revision as "undoneRevision",
            ${isoTime('undone_at')} as "undoneAt", undone_by as "undoneBy"
       from review_edit where municipality = $1 and review_id = $2 and greatest(revision, undone_revision) > $3
      order by number`,
    [municipality, id, revision],
  )
  return {
    revision: now.revision,
    changedBy: now.changedBy,
    edits: changed
      .filter((edit) => edit.undoneRevision === null)
      .map(({ number, at, by, correction }) => ({ number, at, by, correction })),
    undone: changed
      .filter((edit) => edit.undoneRevision !== null && edit.revision <= revision)
      .map(({ number, correction, undoneAt, undoneBy }) => ({
        number,
        at: undoneAt ?? '',
        by: undoneBy ?? '',
        correction,
      })),
    choices: now.chosen > revision ? { at: now.at, by: now.by } : null,
  }
}
