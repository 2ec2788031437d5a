import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type IRunOptions,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
  Table as WordTable,
} from 'docx'
import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Row, RowGroup, Table } from '../../report.ts'
import { cellRuns } from './runs.ts'
import { lineOf, styleIds } from './styles.ts'

/**
 * 表。見出しの行は頁ごとに繰り返し、一件の行は頁で分けず、帯はその下の一件と離さない。
 * 列の広さは紙の幅に割り付け、収まるように字の大きさを決める。
 */
export const wordTable = (table: Table, width: number): WordTable => {
  const lines = [...headerLines(table), ...table.groups.flatMap(groupLines)]
  const widths = columnWidths(table, width)
  const size = fontSize(table, width)
  const cells = Map.groupBy(placedCells(lines.map(({ row }) => row)), ({ row }) => row)
  return new WordTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, top: 20, bottom: 20, left: 60, right: 60 },
    rows: lines.map((line, at) => tableRow(line, cells.get(at) ?? [], { table, widths, size, rows: lines.length })),
  })
}

type Kind = 'header' | 'entry' | 'subtotal' | 'total' | 'band-1' | 'band-2' | 'band-3'

type Line = { readonly row: Row; readonly kind: Kind; readonly keepNext: boolean }

const headerLines = ({ header }: Table): readonly Line[] =>
  header.map((row) => ({ row, kind: 'header', keepNext: true }))

const groupLines = (group: RowGroup, at: number, groups: readonly RowGroup[]): readonly Line[] => {
  const next = groups[at + 1]?.kind
  // 小計・合計は、その上の一件と離さない。
  const held = group.kind === 'band' || next === 'subtotal' || next === 'total'
  return group.rows.map((row, index) => ({
    row,
    kind: group.kind === 'band' ? `band-${group.level}` : group.kind,
    keepNext: held || index < group.rows.length - 1,
  }))
}

/** 列の広さ（1/20 pt）。端数は、紙の幅を超えないように切り捨てる。 */
const columnWidths = ({ columns }: Table, width: number): readonly number[] => {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => Math.floor((column.width / total) * width))
}

const [largest, smallest] = [9.5, 6.5]

/** 字の大きさ（pt、半分きざみ）。列の広さは全角の字の数なので、紙の幅から割り出せる。 */
const fontSize = ({ columns }: Table, width: number): number => {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  return Math.min(largest, Math.max(smallest, Math.floor((width / 20 / total) * 2) / 2))
}

type Setting = {
  readonly table: Table
  readonly widths: readonly number[]
  readonly size: number
  readonly rows: number
}

const tableRow = (line: Line, cells: readonly PlacedCell[], setting: Setting): TableRow => {
  const height = verticalHeight(cells, setting.size)
  return new TableRow({
    children: cells.map((cell) => tableCell(line.kind, cell, setting)),
    cantSplit: true,
    keepNext: line.keepNext,
    tableHeader: line.kind === 'header',
    ...(height > 0 && { height: { value: height, rule: HeightRule.ATLEAST } }),
  })
}

/** 縦に書いた字のための高さ（1/20 pt）。Word は縦の字に合わせて行を高くしない。 */
const verticalHeight = (cells: readonly PlacedCell[], size: number): number =>
  cells
    .filter(({ cell }) => cell.vertical)
    .reduce((most, { cell, rows }) => {
      const characters = Math.max(...cell.text.split('\n').map((text) => [...text].length))
      return Math.max(most, Math.ceil(((characters + 0.8) * size * 1.1 * 20) / rows))
    }, 0)

/** 白黒で刷っても段の分かる濃さ。 */
const fills: Readonly<Partial<Record<Kind, string>>> = {
  header: 'E3E9EF',
  'band-1': 'C9D6E3',
  'band-2': 'E3E9EF',
  'band-3': 'F1F4F7',
  subtotal: 'F1F1F1',
  total: 'DEDEDE',
}

const boldKinds: ReadonlySet<Kind> = new Set(['header', 'band-1', 'band-2', 'subtotal', 'total'])

const border = { style: BorderStyle.SINGLE, size: 4, color: '595959' } as const
const borders = { top: border, bottom: border, left: border, right: border } as const

const tableCell = (kind: Kind, placed: PlacedCell, { table, widths, size, rows }: Setting): TableCell => {
  const { cell, column } = placed
  const columns = Math.min(placed.columns, table.columns.length - column)
  const deep = Math.min(placed.rows, rows - placed.row)
  const fill = fills[kind]
  const options: ITableCellOptions = {
    children: [
      new Paragraph({
        style: styleIds.cell,
        alignment: alignments[cell.align ?? defaultAlign(kind, table, placed)],
        spacing: lineOf(size),
        children: cellRuns(cell, cellLook(kind, placed, size)),
      }),
    ],
    borders,
    width: { size: widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(columns > 1 && { columnSpan: columns }),
    ...(deep > 1 && { rowSpan: deep }),
    ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    ...(cell.vertical && { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT }),
  }
  return new TableCell(options)
}

const alignments = { start: AlignmentType.START, center: AlignmentType.CENTER, end: AlignmentType.END } as const

/** 表の端から端までの升目（帯・小計の文）は、はじめの列の揃えによらず左から。 */
const defaultAlign = (kind: Kind, table: Table, { column, columns }: PlacedCell): keyof typeof alignments => {
  if (kind === 'header') return 'center'
  return columns >= table.columns.length ? 'start' : (table.columns[column]?.align ?? 'start')
}

const tones = { quiet: { color: '595959' }, alert: { color: 'B00020', bold: true }, strong: { bold: true } } as const

const cellLook = (kind: Kind, { cell }: PlacedCell, size: number): IRunOptions => ({
  size: size * 2,
  ...(boldKinds.has(kind) && { bold: true }),
  ...(cell.tone && tones[cell.tone]),
})
