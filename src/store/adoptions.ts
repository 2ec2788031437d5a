import type { Change, Withdrawn } from '#domain/plan/difference.ts'
import type { Indicator, PlanContent, PlanNode, PriorityGoal, Project } from '#domain/plan/draft.ts'
import type { SourceRecord } from '#domain/plan/edition.ts'
import type { AdoptionRecord } from '#domain/review/review.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 取り込む前の版。取り消すと、ここへ戻す。 */
export type EditionBefore = {
  readonly form: string
  readonly plainTitle: string
  readonly title: string
  readonly kind: string
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly draftSha256: string
  readonly sources: readonly SourceRecord[]
  readonly content: PlanContent
}

/** 一覧の一行。変わったところは数だけ。 */
export type AdoptionListing = Omit<AdoptionRecord, 'changes'> & {
  readonly counts: { readonly new: number; readonly changed: number; readonly gone: number }
}

type NewAdoption = Pick<AdoptionRecord, 'id' | 'editionId' | 'reviewId' | 'outcome' | 'changes'> & {
  readonly before: EditionBefore | null
}

/** 取り込んだことを、取り込む前の版とともに残す。 */
export const recordAdoption = (
  { municipality, query, at, by }: Writing,
  { id, editionId, reviewId, outcome, changes, before }: NewAdoption,
): Promise<unknown> =>
  query(
    `insert into adoption (municipality, id, number, edition_id, review_id, outcome, at, by, changes, counts, before)
     select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from adoption where municipality = $1`,
    [
      municipality,
      id,
      editionId,
      reviewId,
      outcome,
      at,
      by,
      JSON.stringify(changes),
      JSON.stringify(countsOf(changes)),
      before && JSON.stringify(before),
    ],
  )

const countsOf = (changes: readonly Change[]): AdoptionListing['counts'] => {
  const of = (kind: Change['change']) => changes.filter(({ change }) => change === kind).length
  return { new: of('new'), changed: of('changed'), gone: of('gone') }
}

/** その版の、取り消していないもののうちいちばん新しいものか。 */
const isNewest = `not exists (select 1 from adoption n where n.municipality = a.municipality
  and n.edition_id = a.edition_id and n.number > a.number and n.undone_at is null)`

const told = `a.id, a.edition_id as "editionId", a.review_id as "reviewId", a.outcome, ${isoTime('a.at')} as at, a.by,
  case when a.undone_at is null then null
       else json_build_object('at', ${isoTime('a.undone_at')}, 'by', a.undone_by) end as undone,
  a.undone_at is null and ${isNewest} as undoable`

/** 取り込んだ記録一つ。なければ undefined。 */
export const getAdoption = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<AdoptionRecord | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<AdoptionRecord>(
    `select ${told}, a.changes from adoption a where a.municipality = $1 and a.id = $2`,
    [municipality, id],
  )
  return row
}

/** 取り込んだ記録。新しい順に百まで。 */
export const listedAdoptions = (
  { municipality, query }: Transaction,
  { editionId = null, reviewId = null }: { readonly editionId?: string | null; readonly reviewId?: string | null },
): Promise<AdoptionListing[]> =>
  query<AdoptionListing>(
    `select ${told}, a.counts
       from adoption a where a.municipality = $1 and ($2::text is null or a.edition_id::text = $2)
        and ($3::text is null or a.review_id::text = $3)
      order by a.number desc limit 100`,
    [municipality, editionId, reviewId],
  )

/** 取り消すのに要るもの。 */
export type Undoing = {
  readonly record: AdoptionRecord
  readonly before: EditionBefore | null
  /** 同じ版の、これより新しく、取り消していない取り込み。 */
  readonly newer: { readonly at: string; readonly by: string } | null
}

export const adoptionToUndo = async (
  { municipality, query }: Transaction,
  id: string,
): Promise<Undoing | undefined> => {
  if (!isUuid(id)) return undefined
  const [row] = await query<AdoptionRecord & Pick<Undoing, 'before' | 'newer'>>(
    `select ${told}, a.changes, a.before,
            (select json_build_object('at', ${isoTime('n.at')}, 'by', n.by) from adoption n
              where n.municipality = a.municipality and n.edition_id = a.edition_id and n.number > a.number
                and n.undone_at is null order by n.number desc limit 1) as newer
       from adoption a where a.municipality = $1 and a.id = $2`,
    [municipality, id],
  )
  if (!row) return undefined
  const { before, newer, ...record } = row
  return { record, before, newer }
}

/** 取り消されてなくなった版。同じ見直しからまた取り込めば、版も行もこの id に戻る。 */
export type Vanished = { readonly editionId: string; readonly rows: Withdrawn }

/** その見直しから新しい計画として取り込み、取り消した版のうち、いちばん新しいもの。 */
export const vanishedEdition = async (
  { municipality, query }: Transaction,
  reviewId: string | null,
): Promise<Vanished | undefined> => {
  const [row] = await query<{ editionId: string; changes: readonly Change[] }>(
    `select a.edition_id as "editionId", a.changes from adoption a
      where a.municipality = $1 and a.review_id::text = $2 and a.outcome = 'new' and a.undone_at is not null
        and not exists (select 1 from edition e where e.municipality = a.municipality and e.id = a.edition_id)
      order by a.number desc limit 1`,
    [municipality, reviewId],
  )
  if (!row) return undefined
  const rowsOf = <T>(kind: Change['kind']) =>
    row.changes.flatMap((change) => (change.kind === kind && change.change === 'new' ? [change.after as T] : []))
  return {
    editionId: row.editionId,
    rows: {
      nodes: rowsOf<PlanNode>('node'),
      indicators: rowsOf<Indicator>('indicator'),
      projects: rowsOf<Project>('project'),
      // 記録の中の重点目標は取組項目を持たない。項目の id は新しくなる。
      priorityGoals: rowsOf<PriorityGoal>('priority-goal').map((goal) => ({ ...goal, items: [] })),
    },
  }
}

/** 変わったところの、人に見せる要らない欄を除いたもの（監査記録のため）。 */
export const namesOfChanges = (changes: readonly Change[]) =>
  changes.map(({ kind, id, name, change }) => ({ kind, id, name, change }))
