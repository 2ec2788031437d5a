import type { Place } from '#domain/provenance.ts'
import type { FigureKey } from '#domain/review/correction.ts'
import { figureKeysOf } from '#domain/review/keys.ts'
import type { ReviewRow } from '#domain/review/review.ts'
import type { TableOutline } from '#domain/review/table-outline.ts'
import type { Cell, Line, Page, SourceDocument } from '#reading/document.ts'

/** 見直しの横に置く、図書のその行のまわり。 */
export type Excerpt = {
  /** シートの名（文章なら null）。 */
  readonly sheet: string | null
  readonly lines: readonly ExcerptLine[]
  /** 表計算で見せる列の番号（0 から）。文章では空。 */
  readonly columns: readonly number[]
  /** 右に見せきれない列の数。 */
  readonly moreColumns: number
}

export type ExcerptLine = {
  readonly number: number
  /** header 表の見出し、row この行、around 前後。 */
  readonly part: 'header' | 'row' | 'around'
  /** 前の行とのあいだに、略した行があるか。 */
  readonly gap: boolean
  readonly text: string
  readonly cells: readonly Cell[]
  /** 行の中の印。文章では字の範囲、表計算では升目の番号。 */
  readonly marks: readonly Mark[]
}

/** 印。`figure` は値の鍵（行の名などは null）。文章では `from`～`to`（字）、表計算では `column`（0 から）。 */
export type Mark = {
  readonly figure: FigureKey | null
  readonly from: number
  readonly to: number
  readonly column: number
}

type Cited = { readonly place: Place; readonly figure: FigureKey | null }

/** 前後に見せる行の数と、見せる行・列の上限。 */
const [mostLines, mostColumns] = [40, 40] as const
const offsets = [-2, -1, 0, 1, 2] as const

/**
 * 案の一行が図書のどこから来たかを、表の見出しと前後の行とともに抜き出す。所在が図書になければ undefined。
 *
 * @example excerptOf(document, tables, row)?.lines.filter(({ part }) => part === 'row')
 */
export const excerptOf = (
  document: SourceDocument,
  tables: readonly TableOutline[],
  row: ReviewRow,
): Excerpt | undefined => {
  const cited = citedBy(row)
  const pageAt = document.pages.findIndex((page) => isOn(page, row.place))
  const page = document.pages[pageAt]
  if (!page) return undefined
  const numbers = new Set(cited.flatMap(({ place }) => (isSameSheet(place, row.place) ? lineOf(place) : [])))
  const header = new Set(headerOf(tables, pageAt + 1, lineOf(row.place)))
  const shown = page.lines
    .map((line, at) => ({ line, at }))
    .filter(({ line: { number } }) => header.has(number) || near(number, numbers))
    .slice(0, mostLines)
  const lines = shown.map(({ line, at }, index): ExcerptLine => {
    const before = shown[index - 1]
    return {
      number: line.number,
      part: numbers.has(line.number) ? 'row' : header.has(line.number) ? 'header' : 'around',
      gap: before !== undefined && at - before.at > 1,
      text: line.text,
      cells: line.cells,
      marks: marksIn(line, cited),
    }
  })
  if (lines.length === 0) return undefined
  const columns = document.format === 'text' ? [] : columnsIn(lines)
  return {
    sheet: page.name,
    lines,
    columns: columns.slice(0, mostColumns),
    moreColumns: Math.max(0, columns.length - mostColumns),
  }
}

/** 行の名と値の所在。値を先に（同じ升目なら値の印を付ける）。 */
const citedBy = ({ place, indicator }: ReviewRow): readonly Cited[] => [
  ...(indicator
    ? figureKeysOf(indicator)
        .filter(({ figure }) => figure.printed !== null)
        .map(({ key, figure }) => ({ place: figure.place, figure: key }))
    : []),
  { place, figure: null },
]

const isOn = ({ name, lines }: Page, place: Place): boolean => {
  if ('sheet' in place) return name === place.sheet
  return 'line' in place && lines.some(({ number }) => number === place.line)
}

const isSameSheet = (a: Place, b: Place): boolean => !('sheet' in a) || ('sheet' in b && a.sheet === b.sheet)

const lineOf = (place: Place): number => {
  if ('line' in place) return place.line
  return 'cell' in place ? Number(/\d+$/.exec(place.cell)?.[0] ?? 0) : 0
}

const near = (number: number, numbers: ReadonlySet<number>): boolean =>
  offsets.some((offset) => numbers.has(number + offset))

/** その行の上にある、いちばん近い表の見出しの行。 */
const headerOf = (tables: readonly TableOutline[], page: number, line: number): readonly number[] =>
  tables.findLast((table) => table.page === page && (table.headerLines.at(-1) ?? 0) < line)?.headerLines ?? []

const marksIn = (line: Line, cited: readonly Cited[]): readonly Mark[] => {
  const found = cited.flatMap(({ place, figure }) => {
    const mark = markAt(line, place)
    return mark ? [{ ...mark, figure }] : []
  })
  const inOrder = found.toSorted((a, b) => a.from - b.from || a.column - b.column)
  return inOrder.filter((mark, at) => {
    const before = inOrder[at - 1]
    return !before || mark.column !== before.column || (mark.from >= before.to && mark.from > before.from)
  })
}

/** その所在が指す字。図書のとおりの行なら字の位置で、読んだ値から組み直した行なら升目で。 */
const markAt = (line: Line, place: Place): Omit<Mark, 'figure'> | undefined => {
  if ('cell' in place) {
    const cell = line.cells.find(({ place: at }) => 'cell' in at && at.cell === place.cell && isSameSheet(at, place))
    return cell && { from: 0, to: cell.text.length, column: cell.column }
  }
  if (!('line' in place) || place.line !== line.number) return undefined
  const { column, length } = place
  if (column === undefined) return { from: 0, to: line.text.length, column: -1 }
  const cell = line.cells.find(({ place: at, text }) => covers(at, text, column))
  if (cell && !standsAt(line.text, cell)) {
    const from = line.cells.slice(0, line.cells.indexOf(cell)).reduce((sum, { text }) => sum + text.length + 1, 0)
    return { from, to: from + cell.text.length, column: cell.column }
  }
  const from = Math.min(column - 1, line.text.length)
  const tab = line.text.indexOf('\t', from)
  const end = length === undefined ? (tab === -1 ? line.text.length : tab) : from + length
  const to = Math.min(end, line.text.length)
  return to > from ? { from, to, column: cell?.column ?? -1 } : undefined
}

const covers = (at: Place, text: string, column: number): boolean =>
  'line' in at && at.column !== undefined && column >= at.column && column < at.column + Math.max(text.length, 1)

const standsAt = (text: string, { place, text: own }: Cell): boolean =>
  'line' in place && place.column !== undefined && text.startsWith(own, place.column - 1)

const columnsIn = (lines: readonly ExcerptLine[]): readonly number[] => {
  const filled = lines.flatMap(({ cells, marks }) => [
    ...cells.filter(({ text }) => text !== '').map(({ column }) => column),
    ...marks.map(({ column }) => column),
  ])
  return [...new Set(filled)].toSorted((a, b) => a - b)
}
