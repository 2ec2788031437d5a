import type { Municipality } from '#domain/people/municipality.ts'
import type { ReviewView } from '#domain/review/review.ts'
import type { TableOutline } from '#domain/review/table-outline.ts'
import type { Line } from '#reading/document.ts'
import type { App } from '../app.ts'
import { reviewDocument, viewReview } from '../reviews/view-review.ts'
import type { Shelf } from '../shelf.ts'
import { municipalityOf, readsColumns, unknownIn } from './view-review-page.ts'

/** 列の読み方の頁に要るもの。 */
export type ColumnsPageView = {
  readonly municipality: Municipality
  readonly view: ReviewView
  /** この頁に並べる表。分からない列のあるものから。 */
  readonly tables: readonly TableToRead[]
  readonly page: { readonly number: number; readonly of: number }
  /** 表の見つからないシート。見出しの行を示してもらう。 */
  readonly bare: readonly BarePage[]
  /** 列の役で読んでいるか。ほかの様式では、列を選んでも読みは変わらない。 */
  readonly isByColumns: boolean
}

export type TableToRead = {
  readonly table: TableOutline
  readonly unknown: number
  /** 見出しの行に選べる行。 */
  readonly lines: readonly HeaderLine[]
}

export type BarePage = { readonly page: number; readonly name: string | null; readonly lines: readonly HeaderLine[] }

export type HeaderLine = { readonly number: number; readonly text: string }

const [tablesAtOnce, linesToChoose, mostBare] = [8, 15, 10] as const

/** 列の読み方の頁。この市の取込みでなければ undefined。 */
export const columnsPageView = async (
  app: App,
  shelf: Shelf,
  code: string,
  id: string,
  asked: number | undefined,
): Promise<ColumnsPageView | undefined> => {
  const [view, municipality] = await Promise.all([viewReview(app, code, id), municipalityOf(shelf, code)])
  if (!view || !municipality) return undefined
  const document = await reviewDocument(app, code, id)
  const ordered = (readsColumns(view) ? view.tables : []).toSorted(
    (a, b) => unknownIn(b.columns) - unknownIn(a.columns),
  )
  const of = Math.max(1, Math.ceil(ordered.length / tablesAtOnce))
  const number = Math.min(of, Math.max(1, asked ?? 1))
  const linesOn = (page: number) => document?.pages[page - 1]?.lines ?? []
  return {
    municipality,
    view,
    tables: ordered.slice((number - 1) * tablesAtOnce, number * tablesAtOnce).map((table) => ({
      table,
      unknown: unknownIn(table.columns),
      lines: linesAround(linesOn(table.page), table.headerLines[0] ?? 1),
    })),
    page: { number, of },
    isByColumns: readsColumns(view),
    // 計画案から始めた取込みには、読み方を選ぶ表がない。
    bare:
      view.guesses.length === 0 || !readsColumns(view)
        ? []
        : (document?.pages ?? [])
            .map(({ name, lines }, at) => ({ page: at + 1, name, lines: linesAround(lines, 1) }))
            .filter(({ page, lines }) => lines.length > 0 && view.tables.every((table) => table.page !== page))
            .slice(0, mostBare),
  }
}

/** いまの見出しのまわりの、字のある行。 */
const linesAround = (lines: readonly Line[], header: number): readonly HeaderLine[] => {
  const filled = lines.filter(({ text }) => text.trim() !== '')
  const at = filled.findIndex(({ number }) => number >= header)
  const from = Math.max(0, at - Math.floor(linesToChoose / 2))
  return filled
    .slice(from, from + linesToChoose)
    .map(({ number, text }) => ({ number, text: text.replace(/[\s\t]+/g, ' ').slice(0, 160) }))
}
