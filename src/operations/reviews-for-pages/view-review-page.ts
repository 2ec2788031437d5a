import type { Municipality } from '#domain/people/municipality.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { EntryKey, FigureKey } from '#domain/review/correction.ts'
import { figureKeysOf, type KeyedFigure } from '#domain/review/keys.ts'
import type { ReviewRow, ReviewView } from '#domain/review/review.ts'
import { countRows, type RowCounts } from '#domain/review/review-rows.ts'
import type { App } from '../app.ts'
import { reviewChangesSince } from '../reviews/list-reviews.ts'
import { reviewDocument, viewReview } from '../reviews/view-review.ts'
import type { Shelf } from '../shelf.ts'
import { type Excerpt, excerptOf } from './excerpt.ts'

/** 見直しの頁で見たいもの。`row`・`at` は選んだ行と値、`since` は前に見た版（その後のほかの人の変更を言うため）。 */
export type ReviewAsked = {
  readonly row?: string | undefined
  readonly at?: string | undefined
  readonly order?: string | undefined
  readonly state?: string | undefined
  readonly page?: number | undefined
  readonly since?: number | undefined
}

/** 見直しの頁に要るもの。 */
export type ReviewPageView = {
  readonly municipality: Municipality
  readonly view: ReviewView
  readonly counts: RowCounts
  readonly asked: Pick<ReviewAsked, 'order' | 'state'>
  /** この頁に並べる行。 */
  readonly rows: readonly ReviewRow[]
  readonly page: { readonly number: number; readonly of: number; readonly from: number; readonly total: number }
  readonly chosen: ChosenRow | undefined
  /** 前に見たあとに手を入れたほかの人。 */
  readonly others: readonly string[]
  readonly unknownColumns: number
}

/** 選んだ行。 */
export type ChosenRow = {
  readonly row: ReviewRow
  readonly figures: readonly KeyedFigure[]
  readonly at: FigureKey | undefined
  readonly excerpt: Excerpt | undefined
  /** 次と前の、確かでない行。 */
  readonly next: EntryKey | undefined
  readonly previous: EntryKey | undefined
  /** 選べる上の節。 */
  readonly nodes: readonly (readonly [key: EntryKey, words: string])[]
  /** いまの上の節・内訳の元・再掲の元。 */
  readonly parent: EntryKey | null
  readonly breakdownOf: EntryKey | null
  readonly repeatOf: EntryKey | null
}

const rowsAtOnce = 50

/** 見直しの頁。この市の取込みでなければ undefined。 */
export const reviewPageView = async (
  app: App,
  shelf: Shelf,
  code: string,
  id: string,
  asked: ReviewAsked,
): Promise<ReviewPageView | undefined> => {
  const [view, municipality] = await Promise.all([viewReview(app, code, id), municipalityOf(shelf, code)])
  if (!view || !municipality) return undefined
  const listed = rowsIn(view.rows, asked)
  const row = view.rows.find(({ key }) => key === asked.row) ?? listed[0]
  const page = pageIn(listed, row, asked.page)
  const since = asked.since === undefined ? undefined : await reviewChangesSince(app, code, id, asked.since)
  return {
    municipality,
    view,
    counts: countRows(view.rows),
    asked: { order: asked.order, state: asked.state },
    rows: listed.slice(page.from, page.from + rowsAtOnce),
    page,
    chosen: row && (await chosenRow(app, code, view, row, asked.at)),
    others: since?.by ?? [],
    unknownColumns: readsColumns(view) ? view.tables.reduce((sum, table) => sum + unknownIn(table.columns), 0) : 0,
  }
}

export const municipalityOf = async (shelf: Shelf, code: string): Promise<Municipality | undefined> => {
  const found = (await shelf.municipalities()).find((each) => each.code === code)
  return found && { code: found.code, name: found.name }
}

/** 列の役で読む様式か。ほかの様式（個票・改訂概要など）では、表の列が分からなくても読めている。 */
export const readsColumns = ({ draft }: ReviewView): boolean =>
  !draft || draft.plan.form === 'progress-table' || draft.plan.form === 'indicator-table'

/** 見出しはあるのに、何の列か分からない列の数。 */
export const unknownIn = (columns: ReviewView['tables'][number]['columns']): number =>
  columns.filter(({ by, header }) => by === 'unknown' && header !== '').length

const weight = { doubtful: 0, likely: 1, certain: 2, checked: 3, 'left-out': 4 } as const

/** 確かでないものから（`order` が document なら図書の順）。`state` があればその状態だけ。 */
const rowsIn = (rows: readonly ReviewRow[], { order, state }: ReviewAsked): readonly ReviewRow[] => {
  const kept = state === undefined ? rows : rows.filter((row) => row.state === state)
  if (order === 'document') return kept
  return kept.toSorted((a, b) => weight[a.state] - weight[b.state] || a.order - b.order)
}

const pageIn = (
  listed: readonly ReviewRow[],
  row: ReviewRow | undefined,
  asked: number | undefined,
): ReviewPageView['page'] => {
  const total = listed.length
  const of = Math.max(1, Math.ceil(total / rowsAtOnce))
  const holding = Math.floor(Math.max(0, row ? listed.indexOf(row) : 0) / rowsAtOnce) + 1
  const number = Math.min(of, Math.max(1, asked ?? holding))
  return { number, of, from: (number - 1) * rowsAtOnce, total }
}

const chosenRow = async (
  app: App,
  code: string,
  view: ReviewView,
  row: ReviewRow,
  at: string | undefined,
): Promise<ChosenRow> => {
  const document = await reviewDocument(app, code, view.review.id)
  const figures = row.indicator ? figureKeysOf(row.indicator) : []
  return {
    row,
    figures,
    at: figures.find(({ key }) => key === at)?.key,
    excerpt: document && excerptOf(document, view.tables, row),
    next: doubtfulAfter(view.rows, row),
    previous: doubtfulAfter(view.rows.toReversed(), row),
    ...relationsOf(view, row),
  }
}

/** 図書の順で次の、確かでない行。終わりまで行けば初めから。ほかになければ undefined。 */
const doubtfulAfter = (rows: readonly ReviewRow[], { key }: ReviewRow): EntryKey | undefined => {
  const at = rows.findIndex((row) => row.key === key)
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(({ state }) => state === 'doubtful')?.key
}

const relationsOf = (
  { rows, draft }: ReviewView,
  row: ReviewRow,
): Pick<ChosenRow, 'nodes' | 'parent' | 'breakdownOf' | 'repeatOf'> => {
  const keyOf = (kind: ReviewRow['kind'], id: string | null | undefined) =>
    id == null ? null : (rows.find((each) => each.kind === kind && each.id === id)?.key ?? null)
  const words = new Map(draft?.nodes.map((node) => [node.id, nodeInWords(node)]))
  const { indicator } = row
  return {
    nodes: rows
      .filter(({ kind, state, key }) => kind === 'node' && state !== 'left-out' && key !== row.key)
      .map(({ key, id, name }) => [key, words.get(id ?? '') ?? name]),
    parent: keyOf('node', parentOf(draft, row)),
    breakdownOf: keyOf('indicator', indicator?.breakdownOf),
    repeatOf: keyOf('indicator', indicator?.repeatOf),
  }
}

const parentOf = (draft: ReviewView['draft'], { kind, id, indicator }: ReviewRow): string | null | undefined => {
  if (indicator) return indicator.node
  if (kind === 'node') return draft?.nodes.find((node) => node.id === id)?.parent
  return kind === 'project' ? draft?.projects.find((project) => project.id === id)?.nodes[0] : null
}

/** 内訳・再掲の元に選べる指標の、名と所在のことば。同じことばが二つあれば鍵で分ける。 */
export const indicatorChoices = (
  rows: readonly ReviewRow[],
  wordsOf: (row: ReviewRow) => string,
): ReadonlyMap<string, EntryKey> => {
  const choices = new Map<string, EntryKey>()
  for (const row of rows) {
    if (row.kind !== 'indicator') continue
    const words = wordsOf(row)
    choices.set(choices.has(words) ? `${words} ${row.key}` : words, row.key)
  }
  return choices
}
