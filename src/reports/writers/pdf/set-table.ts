import type { Table } from '../../report.ts'
import { fitTable, insets, type Slice } from './fit.ts'
import { type Composing, setText } from './pieces.ts'
import { evenHeights, fitsOneLine, oneLine } from './row-heights.ts'
import { type StyleBook, setCell, styleBook, weightOf } from './set-cell.ts'
import { isTied, type SlicedCell, slicer } from './sliced-rows.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import type { TypstBlock, TypstCell, TypstPart, TypstSlice } from './typst-data.ts'

/** 本文の広さ（ポイント）。 */
type Room = { readonly width: number; readonly height: number }

/** 表の組み方。`scale` は、最後の頁の何行かを前の頁に収めるために字を小さくする割合。`repeatsBands` は、帯を続く頁の頭に繰り返すか。 */
export type TableManner = { readonly scale: number; readonly repeatsBands: boolean }

/** 頁を減らすためには、これより小さな字にしない（ポイント）。 */
const smallestScaled = 7

/** 表を、紙の広さに合わせて組む。 */
export const setTable = (
  table: Table,
  room: Room,
  composing: Composing,
  { scale, repeatsBands }: TableManner,
): TypstBlock => {
  const { size: fitted, slices } = fitTable(table, room.width, composing.letters)
  const size = Math.max(fitted * scale, Math.min(fitted, smallestScaled))
  const inset = { x: insets.across * size, y: insets.down * size }
  return {
    kind: 'table',
    caption: table.showCaption ? setText(table.caption, composing) : null,
    size,
    inset,
    slices: slices.map((slice) =>
      setSlice(table, slice, { size, height: room.height / size, composing, repeatsBands }),
    ),
  }
}

/** 組むあいだ変わらないもの。`height` は本文の高さ（字の大きさに対して）。 */
type Setting = {
  readonly size: number
  readonly height: number
  readonly composing: Composing
  readonly repeatsBands: boolean
}

const setSlice = (table: Table, slice: Slice, setting: Setting): TypstSlice => {
  const across = slice.widths.map((width) => width / setting.size)
  const sliced = slicer(slice, across, table.columns.length, setting.composing.letters)
  const stretches = stretchesOf(
    sliced(table.header),
    table.groups.map((group) => ({ group, rows: sliced(group.rows) })),
    table.header.length === 0,
    { height: setting.height, letters: setting.composing.letters, repeatsBands: setting.repeatsBands },
  )
  const aligns = slice.columns.map((column) => table.columns[column]?.align ?? 'start')
  const book = styleBook()
  // 行をつなぐ升目がない二行以上のまとまりがあれば、幅のない列を左に足してつなぐ。
  const isTiedTable = stretches.some(
    ({ rows, header, breakable, tied }) =>
      !header && !breakable && (tied > rows.length || (rows.length > 1 && !isTied(rows))),
  )
  return {
    widths: isTiedTable ? [0, ...slice.widths] : slice.widths,
    aligns: isTiedTable ? ['start', ...aligns] : aligns,
    heights: stretches.flatMap((stretch) => rowHeights(stretch, setting)),
    parts: stretches.map((stretch) => partOf(stretch, isTiedTable, setting, book)),
    styles: book.styles,
  }
}

/** 行の高さ（ポイント）。0 は組んでみて決める。 */
const rowHeights = ({ rows, fill, breakable }: Stretch, { size, composing }: Setting): readonly number[] => {
  const height = !breakable && fitsOneLine(rows, composing.letters, weightOf(fill)) ? oneLine * size : 0
  return rows.map(() => height)
}

const partOf = (stretch: Stretch, isTiedTable: boolean, { composing }: Setting, book: StyleBook): TypstPart => {
  const { rows, fill, breakable, header } = stretch
  const struts = breakable ? [] : evenHeights(rows, composing.letters, weightOf(fill))
  return {
    ...header,
    cells: rows.flatMap((row, index) => {
      const first = row.find((cell) => cell.rows === 1 && !cell.cell.vertical)
      const strut = (cell: SlicedCell) => (cell === first ? (struts[index] ?? 0) : 0)
      const cells = row.map((cell) => setCell(cell, { fill, breakable, strut: strut(cell) }, composing, book))
      return isTiedTable ? [...tieAt(index, stretch, book), ...cells] : cells
    }),
  }
}

/** 行をつなぐ、見えない升目。見出しの行は、つながなくても離れない。 */
const tieAt = (index: number, { tied, header, breakable }: Stretch, { numberOf }: StyleBook): readonly TypstCell[] => {
  if (!header && (index > 0 || tied === 0)) return []
  const given = { bare: true, ...(tied > 1 && { rowspan: tied }), ...(breakable && { breakable }) } as const
  return [['', numberOf({ look: '', given })]]
}
