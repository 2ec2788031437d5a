import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Row, RowGroup, Table } from '../../report.ts'
import { heldGroups } from '../held-groups.ts'
import { rowHeights } from '../wrapped-lines.ts'
import { awaitedFormats, hasYears } from './awaited.ts'
import { cellContent, type FormatBook, marksText } from './cell-content.ts'
import type { SheetColumns } from './columns.ts'
import { heightOf, verticalHeight, wrappedHeight } from './measure.ts'
import { rowsFor, type SheetCell, type SheetRow } from './sheet-row.ts'
import { cellPieces } from './stored-text.ts'
import { type Look, type Place, sizeAt } from './styles.ts'

/** 表をシートの行にしたもの。見出しの行の数と、字を置く列（行の見出しの列）の右端。 */
export type TableRows = {
  readonly rows: readonly SheetRow[]
  readonly headerRows: number
  readonly labelColumns: number
  /** 升目に入りきらなかった字。 */
  readonly overflow: readonly string[]
}

export const tableRows = (
  table: Table,
  widths: SheetColumns['widths'],
  edges: readonly number[],
  formats: FormatBook,
): TableRows => {
  const lines = [...headerLines(table), ...table.groups.flatMap(groupLines(heldGroups(table)))]
  const placed = placedCells(lines.map(({ row }) => row)).flatMap((each) =>
    withinTable(each, lines.length, table.columns.length),
  )
  const lefts = leftsOf(widths)
  const measured = placed.map((each) => measuredCell(each, lines, table, lefts, edges))
  const heights = rowHeights(lines.length, measured, heightOf(1))
  const counts = heights.map(rowsFor)
  const sheetCells = Map.groupBy(measured, ({ row }) => row)
  const yearly = hasYears(table.columns)
  const rows = lines.flatMap((line, at) => {
    const cells = sheetCells.get(at) ?? []
    const awaited = yearly ? awaitedFormats(cells, table.columns) : nothingAwaited
    return physicalRows(line, heights[at] ?? 0, counts[at] ?? 1, cells.map(sheetCell(counts, formats, awaited)))
  })
  return {
    rows,
    headerRows: counts.slice(0, table.header.length).reduce((sum, count) => sum + count, 0),
    labelColumns: labelColumns(measured, lines),
    overflow: placed.flatMap(({ cell }) => cellPieces(cell.text).slice(1)),
  }
}

/** 表の一行と、その役。`inner` はまとまりの中の位置（一件の二行目から／最後の行の前まで）。 */
type Line = {
  readonly row: Row
  readonly place: Place
  readonly joined: boolean
  readonly keepsNext: boolean
  readonly first: boolean
  readonly last: boolean
}

const headerLines = ({ header }: Table): readonly Line[] =>
  header.map((row, at) => ({ row, place: 'header', joined: at > 0, keepsNext: true, first: true, last: true }))

const groupLines =
  (held: readonly boolean[]) =>
  (group: RowGroup, at: number): readonly Line[] =>
    group.rows.map((row, index) => ({
      row,
      place: placeOf(group),
      joined: index > 0,
      keepsNext: held[at] === true && index === group.rows.length - 1,
      first: index === 0,
      last: index === group.rows.length - 1,
    }))

const placeOf = (group: RowGroup): Place => (group.kind === 'band' ? `band-${group.level}` : group.kind)

/** 表の外へはみ出す広がりは、端で止める。 */
const withinTable = (placed: PlacedCell, lines: number, columns: number): readonly PlacedCell[] =>
  placed.column >= columns
    ? []
    : [
        {
          ...placed,
          rows: Math.min(placed.rows, lines - placed.row),
          columns: Math.min(placed.columns, columns - placed.column),
        },
      ]

type Measured = PlacedCell & {
  readonly sheetColumn: number
  readonly sheetColumns: number
  readonly height: number
  /** 升目の広さ（pt）。 */
  readonly width: number
  readonly look: Look
}

/** 列の左の端（pt）。終わりは、右の端。 */
const leftsOf = (widths: readonly number[]): readonly number[] => {
  let left = 0
  return [0, ...widths.map((width) => (left += width))]
}

const measuredCell = (
  placed: PlacedCell,
  lines: readonly Line[],
  table: Table,
  lefts: readonly number[],
  edges: readonly number[],
): Measured => {
  const { cell, column, columns, row, rows } = placed
  const line = lines[row]
  const place = line?.place ?? 'entry'
  const from = edges[column] ?? 0
  const to = edges[column + columns] ?? lefts.length - 1
  const width = (lefts[to] ?? 0) - (lefts[from] ?? 0)
  const text = cell.text + marksText(cell.marks)
  const size = sizeAt(place)
  return {
    ...placed,
    sheetColumn: from,
    sheetColumns: to - from,
    width,
    height: cell.vertical ? verticalHeight(text, size) : wrappedHeight(text, width, size),
    look: {
      place,
      align: cell.align ?? defaultAlign(place, table, placed),
      tone: cell.tone,
      heading: cell.heading,
      vertical: cell.vertical,
      innerTop: line?.first === false,
      innerBottom: lines[row + rows - 1]?.last === false,
    },
  }
}

/** 表の端から端までの升目（帯・小計の文）は、はじめの列の揃えによらず左から。 */
const defaultAlign = (place: Place, table: Table, { column, columns }: PlacedCell): Look['align'] => {
  if (place === 'header') return 'center'
  return columns === table.columns.length ? 'start' : (table.columns[column]?.align ?? 'start')
}

const nothingAwaited: ReadonlyMap<number, string> = new Map()

const sheetCell =
  (counts: readonly number[], formats: FormatBook, awaited: ReadonlyMap<number, string>) =>
  ({ cell, look, column, row, rows, sheetColumn, sheetColumns, width }: Measured): SheetCell => ({
    ...cellContent(cell, look, width, formats, awaited.get(column)),
    column: sheetColumn,
    columns: sheetColumns,
    rows: rows === 1 ? (counts[row] ?? 1) : counts.slice(row, row + rows).reduce((sum, count) => sum + count, 0),
    // 値を打ち込む升目は、計算した値（控えめな字）に見えてはならない。
    look: awaited.has(column) ? { ...look, tone: undefined } : look,
  })

/** 高すぎる行は、いくつかの行に分ける（升目は `counts` の分だけ縦に結合してある）。 */
const physicalRows = (
  { joined, keepsNext }: Line,
  height: number,
  count: number,
  cells: readonly SheetCell[],
): readonly SheetRow[] =>
  Array.from({ length: count }, (_, at) => ({
    height: height / count,
    joined: joined || at > 0,
    keepsNext: keepsNext && at === count - 1,
    cells: at === 0 ? cells : [],
  }))

/** 行の見出しの列の右端（シートの列の数）。見出しの升目がなければ 0。 */
const labelColumns = (cells: readonly Measured[], lines: readonly Line[]): number =>
  cells
    .filter(({ cell, row }) => cell.heading && lines[row]?.place === 'entry')
    .reduce((most, { sheetColumn, sheetColumns }) => Math.max(most, sheetColumn + sheetColumns), 0)
