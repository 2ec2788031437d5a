import { type Citation, citationsIn, citedAt } from '#domain/plan/citations.ts'
import type { Edition, SourceRecord } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import type { Cell, Line, Page, SourceDocument } from '#reading/document.ts'

export type { Cell, Line, Page, SourceDocument } from '#reading/document.ts'

/** 図書の頁に要るもの。一度に見せる行は限り、長い図書は前後へ送る。 */
export type SourceView = {
  readonly record: SourceRecord
  readonly document: SourceDocument
  readonly page: Page
  readonly pageIndex: number
  readonly lines: readonly Line[]
  readonly window: { readonly from: number; readonly to: number; readonly of: number }
  readonly place: Place | undefined
  /** 印を付けた行・セル。 */
  readonly citedLine: Line | undefined
  readonly citedCell: Cell | undefined
  readonly edition: Edition | undefined
  readonly citations: readonly Citation[]
}

export type SourceRequest = { readonly place?: Place | undefined; readonly from?: number | undefined }

/** 一度に見せる行の数。五つの図書はどれも一度に収まる。 */
const linesAtOnce = 1500

export const sourceView = (
  record: SourceRecord,
  document: SourceDocument,
  edition: Edition | undefined,
  { place, from }: SourceRequest,
): SourceView | undefined => {
  const pageIndex = pageOf(document, place)
  const page = document.pages[pageIndex]
  if (!page) return undefined
  const citedLine = page.lines.find((line) => isCited(line, place))
  const window = windowOf(page, from, citedLine)
  return {
    record,
    document,
    page,
    pageIndex,
    lines: page.lines.slice(window.from, window.to),
    window,
    place,
    citedLine,
    citedCell: citedLine?.cells.find((cell) => covers(cell, place)),
    edition,
    citations: edition && place ? citedAt(citationsIn(edition.content), place) : [],
  }
}

const pageOf = (document: SourceDocument, place: Place | undefined): number => {
  if (!place || !('sheet' in place)) return 0
  const found = document.pages.findIndex(({ name }) => name === place.sheet)
  return found === -1 ? 0 : found
}

const isCited = (line: Line, place: Place | undefined): boolean => {
  if (!place) return false
  return 'line' in place ? line.number === place.line : line.cells.some((cell) => covers(cell, place))
}

/** 升目がその所在か。文章では文字の位置が升目の中にあるもの。 */
const covers = ({ place: at, text }: Cell, place: Place | undefined): boolean => {
  if (!place) return false
  if ('cell' in place) return 'cell' in at && at.cell === place.cell
  if (!('line' in place) || place.column === undefined || !('line' in at) || at.column === undefined) return false
  return place.column >= at.column && place.column < at.column + Math.max(at.length ?? text.length, 1)
}

const windowOf = (page: Page, from: number | undefined, cited: Line | undefined): SourceView['window'] => {
  const of = page.lines.length
  const middle = cited ? page.lines.indexOf(cited) - Math.floor(linesAtOnce / 2) : 0
  const start = from === undefined ? middle : Math.floor((from - 1) / linesAtOnce) * linesAtOnce
  const first = Math.max(0, Math.min(start, Math.max(0, of - 1)))
  return { from: of <= linesAtOnce ? 0 : first, to: Math.min(of, first + linesAtOnce), of }
}
