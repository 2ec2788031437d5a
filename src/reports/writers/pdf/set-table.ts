import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Cell, Row, RowGroup, Table } from '../../report.ts'
import { fitTable, insets, type Slice } from './fit.ts'
import type { Weight } from './lettering.ts'
import { type Composing, setCell, setText } from './pieces.ts'
import type { CellArguments, CellLook, TypstBlock, TypstCell, TypstPart, TypstSlice } from './typst-data.ts'
import { linesOf } from './words.ts'

/** 本文の広さ（ポイント）。 */
type Room = { readonly width: number; readonly height: number }

/** 表を、紙の広さに合わせて組む。 */
export const setTable = (table: Table, room: Room, composing: Composing): TypstBlock => {
  const { size, slices } = fitTable(table, room.width, composing.letters)
  const inset = { x: insets.across * size, y: insets.down * size }
  return {
    kind: 'table',
    caption: table.showCaption ? setText(table.caption, composing) : null,
    size,
    inset,
    slices: slices.map((slice) => setSlice(table, slice, { size, height: room.height / size, composing })),
  }
}

/** 組むあいだ変わらないもの。`height` は本文の高さ（字の大きさに対して）。 */
type Setting = { readonly size: number; readonly height: number; readonly composing: Composing }

const setSlice = (table: Table, slice: Slice, setting: Setting): TypstSlice => {
  const across = slice.widths.map((width) => width / setting.size)
  const sliced = slicer(slice, across, table.columns.length)
  const groups = table.groups.map((group) => ({ kind: group.kind, level: levelOf(group), rows: sliced(group.rows) }))
  // 見出しや帯が紙の半分より高ければ、繰り返すと中身が入らない。
  const header = sliced(table.header)
  const headerHeight = heightOf(header, setting)
  const room = setting.height - headerHeight - 8
  // 行をつなぐ升目がない二行以上のまとまりがあれば、幅のない列を左に足してつなぐ。
  const needsTie = groups.some(({ rows }) => rows.length > 1 && !isTied(rows))
  const parts = [
    ...(header.length > 0
      ? [part(header, { level: 1, repeat: headerHeight < setting.height / 2 }, 'header', setting, false)]
      : []),
    ...groups.map(({ kind, level, rows }) => {
      const fits = heightOf(rows, setting) < room
      if (kind === 'band') return part(rows, { level: level + 1, repeat: fits }, fillOf(kind, level), setting, !fits)
      if (kind === 'entry' && table.header.length === 0) return part(rows, {}, 'label', setting, !fits)
      if (kind === 'total') return part(rows, { level: 2, repeat: false }, 'total', setting, !fits)
      return part(rows, {}, fillOf(kind, level), setting, !fits)
    }),
  ]
  const aligns = slice.columns.map((column) => table.columns[column]?.align ?? 'start')
  const tie = (given: TypstPart, rows: number): TypstPart => ({
    ...given,
    cells: [['', '', tieArguments(rows)], ...given.cells],
  })
  if (!needsTie) return { widths: slice.widths, aligns, parts }
  const heights = [...(header.length > 0 ? [header.length] : []), ...groups.map(({ rows }) => rows.length)]
  return {
    widths: [0, ...slice.widths],
    aligns: ['start', ...aligns],
    parts: parts.map((given, index) => tie(given, heights[index] ?? 1)),
  }
}

const tieArguments = (rows: number): CellArguments => ({ bare: true, ...(rows > 1 && { rowspan: rows }) })

const levelOf = (group: RowGroup): number => (group.kind === 'band' ? group.level : 0)

const fillOf = (kind: RowGroup['kind'], level: number): CellArguments['fill'] =>
  kind === 'band' ? (level === 1 ? 'band-1' : level === 2 ? 'band-2' : 'band-3') : kind === 'entry' ? undefined : kind

/** 切り出した升目。`width` は余白を除いた幅（全角で数える）。 */
type SlicedCell = PlacedCell & { readonly width: number }
type SlicedRow = readonly SlicedCell[]

/** 列の一部だけの行にする。列の外へはみ出す升目は、見えるところだけになる。升目の足りないところは空の升目で埋める。 */
const slicer = (slice: Slice, across: readonly number[], columns: number) => {
  const whole = slice.columns.length === columns
  return (rows: readonly Row[]): readonly SlicedRow[] => {
    const placed = filled(rows, columns)
    return rows.map((_, row) =>
      placed
        .filter((cell) => cell.row === row)
        .flatMap((cell) => {
          const at = whole ? cell.column : slice.columns.findIndex((column) => column >= cell.column)
          const last = whole
            ? cell.column + cell.columns - 1
            : slice.columns.findLastIndex((column) => column < cell.column + cell.columns)
          if (at === -1 || last < at) return []
          const width = across.slice(at, last + 1).reduce((sum, one) => sum + one, 0) - 2 * insets.across
          return { ...cell, column: at, columns: last - at + 1, width }
        })
        .toSorted((a, b) => a.column - b.column),
    )
  }
}

/** 置かれた升目と、置かれていないところの空の升目。表の外へはみ出す広がりは、表の端まで。 */
const filled = (rows: readonly Row[], columns: number): readonly PlacedCell[] => {
  const placed = placedCells(rows)
    .filter(({ column }) => column < columns)
    .map((cell) => ({
      ...cell,
      columns: Math.min(cell.columns, columns - cell.column),
      rows: Math.min(cell.rows, rows.length - cell.row),
    }))
  if (placed.reduce((area, cell) => area + cell.rows * cell.columns, 0) === rows.length * columns) return placed
  const isTaken = (row: number, column: number) =>
    placed.some(
      (cell) =>
        cell.row <= row && row < cell.row + cell.rows && cell.column <= column && column < cell.column + cell.columns,
    )
  const empty = rows.flatMap((_, row) =>
    Array.from({ length: columns }, (_, column) => column)
      .filter((column) => !isTaken(row, column))
      .map((column) => ({ cell: { text: '' }, row, column, rows: 1, columns: 1 })),
  )
  return [...placed, ...empty]
}

/** 広がりのある升目が、まとまりの行をすべてつないでいるか。 */
const isTied = (rows: readonly SlicedRow[]): boolean => {
  let until = 1
  for (const [index, row] of rows.entries()) {
    if (index >= until) return false
    until = Math.max(until, ...row.map((cell) => index + cell.rows))
  }
  return true
}

const lineHeight = 1.3

/** 行の並びの高さの、多めの見積もり（字の大きさに対して）。 */
const heightOf = (rows: readonly SlicedRow[], { composing }: Setting): number => {
  const oneLine = lineHeight + 2 * insets.down
  const single = rows.map((row) =>
    Math.max(oneLine, ...row.filter((cell) => cell.rows === 1).map((cell) => cellHeight(cell, composing))),
  )
  const total = (from: number, count: number) =>
    single.slice(from, from + count).reduce((sum, height) => sum + height, 0)
  const more = rows.flatMap((row) =>
    row
      .filter((cell) => cell.rows > 1)
      .map((cell) => Math.max(0, cellHeight(cell, composing) - total(cell.row, cell.rows))),
  )
  return total(0, rows.length) + Math.max(0, ...more)
}

const cellHeight = ({ cell, width }: SlicedCell, { letters }: Composing): number => {
  const lines = cell.vertical
    ? Array.from(cell.text).length
    : (shortLines(cell.text, width) ?? linesOf(cell.text, width, letters, weightOf(cell)))
  return lines * lineHeight + 2 * insets.down
}

/** 明らかに一行で入る字は、幅を量らない。 */
const shortLines = (text: string, width: number): number | undefined =>
  text.length <= width && !text.includes('\n') ? 1 : undefined

const weightOf = ({ tone }: Cell): Weight => (tone === 'strong' || tone === 'alert' ? 'bold' : 'regular')

const part = (
  rows: readonly SlicedRow[],
  given: { readonly level?: number; readonly repeat?: boolean },
  fill: CellArguments['fill'],
  { composing }: Setting,
  breakable: boolean,
): TypstPart => ({ ...given, cells: rows.flat().map((cell) => typstCell(cell, fill, composing, breakable)) })

const typstCell = (
  { cell, columns, rows, width }: SlicedCell,
  fill: CellArguments['fill'],
  composing: Composing,
  breakable: boolean,
): TypstCell => {
  const look = lookOf(cell, fill)
  const bold = look === 'strong' || look === 'alert' || fill === 'total' || fill === 'band-1'
  const text = setCell(cell, composing, cell.vertical ? Number.POSITIVE_INFINITY : width, bold ? 'bold' : 'regular')
  const given: CellArguments = {
    ...(columns > 1 && { colspan: columns }),
    ...(rows > 1 && { rowspan: rows }),
    ...alignOf(cell, columns, fill),
    ...(fill && (fill !== 'label' || cell.heading) && { fill }),
    ...(breakable && { breakable: true }),
  }
  return typeof text === 'string' && look === '' && Object.keys(given).length === 0 ? text : [text, look, given]
}

/** 見出しは中央に、いくつもの列に広がる升目は（一つ目の列の寄せではなく）左に寄せる。 */
const alignOf = ({ align }: Cell, columns: number, fill: CellArguments['fill']): Pick<CellArguments, 'align'> => {
  if (align) return { align }
  if (fill === 'header') return { align: 'center' }
  return columns > 1 ? { align: 'start' } : {}
}

const lookOf = (cell: Cell, fill: CellArguments['fill']): CellLook | '' => {
  if (cell.vertical) return 'vertical'
  if (cell.tone) return cell.tone
  return fill === 'total' || fill === 'band-1' ? 'strong' : ''
}
