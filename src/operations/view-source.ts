import { type Citation, citationsIn, citedAt } from '#domain/plan/citations.ts'
import type { Edition, SourceRecord } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import type { Cell, Line, Page, SourceDocument } from '#reading/document.ts'
import { rebuiltDocument } from './rebuilt-source.ts'
import type { OpenSource } from './shelf.ts'

export type { Cell, Line } from '#reading/document.ts'

/** 図書の頁に要るもの。一度に見せる行は限り、長い図書は前後へ送る。 */
export type SourceView = {
  readonly record: SourceRecord
  readonly document: SourceDocument
  readonly page: Page
  readonly pageIndex: number
  readonly lines: readonly Line[]
  readonly window: { readonly from: number; readonly to: number; readonly of: number }
  readonly place: Place | undefined
  /** 印を付ける字（行の中の位置）。 */
  readonly mark: { readonly from: number; readonly to: number } | undefined
  /** 原本がなく、読み取った値から組み直したものか。 */
  readonly rebuilt: boolean
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
  { record, document: kept }: OpenSource,
  edition: Edition | undefined,
  { place, from }: SourceRequest,
): SourceView | undefined => {
  const document = kept ?? (edition && rebuiltDocument(record, edition))
  if (!document) return undefined
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
    mark: citedLine && (kept ? markIn(citedLine, place) : markOfCell(citedLine, place)),
    rebuilt: kept === null,
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

/** 所在のとおりの字。所在が行だけなら、行ぜんたい。 */
const markIn = ({ text }: Line, place: Place | undefined): SourceView['mark'] => {
  if (!place || !('line' in place) || place.column === undefined) return { from: 0, to: text.length }
  const from = Math.min(place.column - 1, text.length)
  const tab = text.indexOf('\t', from)
  const to = place.length === undefined ? (tab === -1 ? text.length : tab) : Math.min(from + place.length, text.length)
  return to > from ? { from, to } : { from: 0, to: text.length }
}

/** 組み直した行では、その所在の升目の字。 */
const markOfCell = ({ cells, text }: Line, place: Place | undefined): SourceView['mark'] => {
  const at = cells.findIndex((cell) => covers(cell, place))
  if (at === -1) return { from: 0, to: text.length }
  const from = cells.slice(0, at).reduce((sum, cell) => sum + cell.text.length + 1, 0)
  return { from, to: from + (cells[at]?.text.length ?? 0) }
}

const windowOf = (page: Page, from: number | undefined, cited: Line | undefined): SourceView['window'] => {
  const of = page.lines.length
  const middle = cited ? page.lines.indexOf(cited) - Math.floor(linesAtOnce / 2) : 0
  const start = from === undefined ? middle : Math.floor((from - 1) / linesAtOnce) * linesAtOnce
  const first = Math.max(0, Math.min(start, Math.max(0, of - 1)))
  return { from: of <= linesAtOnce ? 0 : first, to: Math.min(of, first + linesAtOnce), of }
}
