import type { RowGroup, Table } from '../../report.ts'
import { fitTable, insets, type Slice } from './fit.ts'
import { type Composing, setText } from './pieces.ts'
import { evenHeight, fitsOneLine, heightOf, oneLine } from './row-heights.ts'
import { type StyleBook, setCell, styleBook, weightOf } from './set-cell.ts'
import { isTied, type SlicedRow, slicer } from './sliced-rows.ts'
import type { CellArguments, TypstBlock, TypstCell, TypstPart, TypstSlice } from './typst-data.ts'

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

/** 表の中の、一続きに置く行。見出し・帯・一件・小計・合計。 */
type Stretch = {
  readonly rows: readonly SlicedRow[]
  readonly fill: CellArguments['fill']
  readonly header?: { readonly level: number; readonly repeat: boolean } | undefined
  /** 紙より高いかもしれないので、行の途中で切ってよい。 */
  readonly breakable: boolean
}

const setSlice = (table: Table, slice: Slice, setting: Setting): TypstSlice => {
  const across = slice.widths.map((width) => width / setting.size)
  const sliced = slicer(slice, across, table.columns.length, setting.composing.letters)
  const header = headerOf(sliced(table.header), setting)
  const rest = { ...setting, height: setting.height - header.height - notRepeated }
  const stretches = ascending([
    ...header.stretches,
    ...table.groups.map((group) => stretchOf(group, sliced(group.rows), table.header.length === 0, rest)),
  ])
  const aligns = slice.columns.map((column) => table.columns[column]?.align ?? 'start')
  const book = styleBook()
  // 行をつなぐ升目がない二行以上のまとまりがあれば、幅のない列を左に足してつなぐ。
  const isTiedTable = stretches.some(
    ({ rows, header: own, breakable }) => rows.length > 1 && !own && !breakable && !isTied(rows),
  )
  return {
    widths: isTiedTable ? [0, ...slice.widths] : slice.widths,
    aligns: isTiedTable ? ['start', ...aligns] : aligns,
    heights: stretches.flatMap((stretch) => rowHeights(stretch, setting)),
    parts: stretches.map((stretch) => partOf(stretch, isTiedTable, setting, book)),
    styles: book.styles,
  }
}

/**
 * 続けて並ぶ見出しは、段が下がっていくものだけにする（下に行のない帯は、ただの行として置く）。
 * Typst 0.14 は、段の戻る見出しが続いたまま頁が替わると落ちる。
 */
const ascending = (stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.map((stretch, index) => {
    const next = stretches[index + 1]
    const level = stretch.header?.level ?? 0
    const isEmpty = next ? next.header !== undefined && next.header.level <= level : level > 2
    return isEmpty ? { ...stretch, header: undefined } : stretch
  })

/** 頁の頭に繰り返す帯のために空けておく高さ。 */
const notRepeated = 8

/** 表の見出し。紙の半分より高ければ、ただの行として置く（繰り返すと中身が入らない）。 */
const headerOf = (rows: readonly SlicedRow[], { height, composing }: Setting) => {
  const own = heightOf(rows, composing.letters, 'regular')
  const stretch: Stretch =
    own < height / 2
      ? { rows, fill: 'header', header: { level: 1, repeat: true }, breakable: false }
      : { rows, fill: 'header', breakable: true }
  return { height: stretch.header ? own : 0, stretches: rows.length > 0 ? [stretch] : [] }
}

const stretchOf = (
  group: RowGroup,
  rows: readonly SlicedRow[],
  isSheet: boolean,
  { height, composing }: Setting,
): Stretch => {
  const fill = fillOf(group, isSheet)
  const breakable = heightOf(rows, composing.letters, weightOf(fill)) >= height
  const header = breakable || spansRows(rows) ? undefined : headingOf(group, rows, isSheet)
  return { rows, fill, breakable, ...(header && { header }) }
}

/** 行にまたがる升目があるか。Typst 0.14 は、またがる升目のある帯が頁の終わりから送られると落ちる。 */
const spansRows = (rows: readonly SlicedRow[]): boolean => rows.some((row) => row.some((cell) => cell.rows > 1))

/**
 * 表の見出し（table.header）として置く行。見出しは、次の行なしに頁の終わりに残らない。
 * 帯は続く頁の頭に繰り返す。合計はどの帯の下でもないので、段の高い見出しとして置いて帯の繰り返しを終える。
 * 表の幅いっぱいの一行（「事業等：…」）は、下の行の前置きなので、次の行から離さない。
 */
const headingOf = (group: RowGroup, rows: readonly SlicedRow[], isSheet: boolean): Stretch['header'] => {
  if (group.kind === 'band') return { level: group.level + 1, repeat: true }
  if (group.kind === 'total') return { level: 2, repeat: false }
  const isPreface = !isSheet && group.kind === 'entry' && rows.length === 1 && rows[0]?.length === 1
  return isPreface ? { level: 9, repeat: false } : undefined
}

const fillOf = (group: RowGroup, isSheet: boolean): CellArguments['fill'] => {
  switch (group.kind) {
    case 'band':
      return group.level === 1 ? 'band-1' : group.level === 2 ? 'band-2' : 'band-3'
    case 'entry':
      return isSheet ? 'label' : undefined
    default:
      return group.kind
  }
}

/** 行の高さ（ポイント）。0 は組んでみて決める。 */
const rowHeights = ({ rows, fill, breakable }: Stretch, { size, composing }: Setting): readonly number[] => {
  const height = !breakable && fitsOneLine(rows, composing.letters, weightOf(fill)) ? oneLine * size : 0
  return rows.map(() => height)
}

const partOf = (stretch: Stretch, isTiedTable: boolean, { composing }: Setting, book: StyleBook): TypstPart => {
  const { rows, fill, breakable, header } = stretch
  const strut = breakable ? 0 : evenHeight(rows, composing.letters, weightOf(fill))
  return {
    ...header,
    cells: rows.flatMap((row, index) => {
      const first = row.find((cell) => cell.rows === 1 && !cell.cell.vertical)
      const cells = row.map((cell) =>
        setCell(cell, { fill, breakable, strut: cell === first ? strut : 0 }, composing, book),
      )
      return isTiedTable ? [...tieAt(index, stretch, book), ...cells] : cells
    }),
  }
}

/** 行をつなぐ、見えない升目。見出しの行は、つながなくても離れない。 */
const tieAt = (index: number, { rows, header, breakable }: Stretch, { numberOf }: StyleBook): readonly TypstCell[] => {
  const spanned = header ? 1 : rows.length
  if (index % spanned !== 0) return []
  const given = { bare: true, ...(spanned > 1 && { rowspan: spanned }), ...(breakable && { breakable }) } as const
  return [['', numberOf({ look: '', given })]]
}
