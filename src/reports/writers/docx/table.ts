import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Cell, Row, RowGroup, Table } from '../../report.ts'
import { heldGroups } from '../held-groups.ts'
import { cellRuns, type RunLook } from './cell-runs.ts'
import { escaped } from './escaped.ts'
import { lineOf, styleIds } from './styles.ts'
import { cellPadding, columnWidths, fontSize } from './table-size.ts'

/**
 * 表の XML（w:tbl）。見出しの行は頁ごとに繰り返し（tblHeader）、一件の行は頁で分けず（cantSplit・keepNext）、
 * 帯はその下の一件と離さない。`width` は紙の幅（1/20 pt）、`shrink` は字を小さくする分（pt）、
 * `held` は終わりの行を表の後の注と離さないか。
 *
 * docx の部品で組むと、数千の升目の表に何秒もかかり、そのあいだ他の人の画面も止まるので、表だけは XML を直に書く。
 * 要素の並びは ECMA-376 17.4 の順（Word は順の違うファイルを開かない）。
 */
export const tableXml = (table: Table, width: number, shrink: number, held: boolean): string => {
  const lines = heldLines([...headerLines(table), ...table.groups.flatMap(groupLines(heldGroups(table)))], held)
  const widths = columnWidths(table, width)
  const setting = { table, widths, size: fontSize(table, widths, shrink) }
  const rows = slotsOf(lines, table)
  return `<w:tbl>${tableProperties(table, width)}<w:tblGrid>${widths
    .map((each) => `<w:gridCol w:w="${each}"/>`)
    .join('')}</w:tblGrid>${lines.map((line, at) => rowXml(line, rows[at] ?? [], setting)).join('')}</w:tbl>`
}

type Kind = 'header' | 'entry' | 'subtotal' | 'total' | 'band-1' | 'band-2' | 'band-3'

type Line = { readonly row: Row; readonly kind: Kind; readonly keepNext: boolean }

const headerLines = ({ header }: Table): readonly Line[] =>
  header.map((row) => ({ row, kind: 'header', keepNext: true }))

const groupLines =
  (held: readonly boolean[]) =>
  (group: RowGroup, at: number): readonly Line[] =>
    group.rows.map((row, index) => ({
      row,
      kind: group.kind === 'band' ? `band-${group.level}` : group.kind,
      keepNext: held[at] === true || index < group.rows.length - 1,
    }))

const heldLines = (lines: readonly Line[], held: boolean): readonly Line[] =>
  lines.map((line, at) => (held && at === lines.length - 1 ? { ...line, keepNext: true } : line))

/** 行の中の一つの場所。升目の左上か、上からの広がりの続き（`cell` なし）。 */
type Slot = {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly cell: Cell | undefined
  /** 縦の広がりの中か。 */
  readonly merged: boolean
}

/** 行ごとの場所を、左から。Word の表は、上からの広がりの続きも升目として置く。置く升目のない所は空の升目で埋める。 */
const slotsOf = (lines: readonly Line[], { columns }: Table): readonly (readonly Slot[])[] => {
  const rows: Slot[][] = lines.map(() => [])
  for (const placed of placedCells(lines.map(({ row }) => row))) {
    if (placed.column >= columns.length) continue
    const deep = Math.min(placed.rows, lines.length - placed.row)
    const wide = Math.min(placed.columns, columns.length - placed.column)
    for (let down = 0; down < deep; down += 1)
      rows[placed.row + down]?.push({
        column: placed.column,
        columns: wide,
        rows: deep,
        cell: down === 0 ? placed.cell : undefined,
        merged: deep > 1,
      })
  }
  return rows.map((slots) => withoutHoles(slots, columns.length))
}

const withoutHoles = (slots: readonly Slot[], columns: number): readonly Slot[] => {
  const filled: Slot[] = []
  let column = 0
  for (const slot of slots.toSorted((a, b) => a.column - b.column)) {
    if (slot.column > column) filled.push(hole(column, slot.column - column))
    filled.push(slot)
    column = slot.column + slot.columns
  }
  if (column < columns) filled.push(hole(column, columns - column))
  return filled
}

const hole = (column: number, columns: number): Slot => ({
  column,
  columns,
  rows: 1,
  cell: { text: '' },
  merged: false,
})

const side = (name: string, size: number): string =>
  `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="595959"/>`

const tableProperties = ({ caption }: Table, width: number): string =>
  [
    '<w:tblPr>',
    `<w:tblW w:w="${width}" w:type="dxa"/>`,
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((name) => side(name, 4)).join('')}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    `<w:tblCellMar><w:top w:w="${cellPadding.end}" w:type="dxa"/><w:left w:w="${cellPadding.side}" w:type="dxa"/><w:bottom w:w="${cellPadding.end}" w:type="dxa"/><w:right w:w="${cellPadding.side}" w:type="dxa"/></w:tblCellMar>`,
    // 読み上げが、表の名として読む。
    `<w:tblCaption w:val="${escaped(caption)}"/>`,
    '</w:tblPr>',
  ].join('')

type Setting = { readonly table: Table; readonly widths: readonly number[]; readonly size: number }

const rowXml = (line: Line, slots: readonly Slot[], setting: Setting): string => {
  const height = verticalHeight(slots, setting.size)
  return [
    '<w:tr><w:trPr><w:cantSplit/>',
    height > 0 ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : '',
    line.kind === 'header' ? '<w:tblHeader/>' : '',
    '</w:trPr>',
    ...slots.map((slot) => cellXml(line, slot, setting)),
    '</w:tr>',
  ].join('')
}

/** 縦に書いた字のための高さ（1/20 pt）。Word は縦の字に合わせて行を高くしない。 */
const verticalHeight = (slots: readonly Slot[], size: number): number =>
  slots
    .filter(({ cell }) => cell?.vertical)
    .reduce((most, { cell, rows }) => {
      const characters = Math.max(...(cell?.text ?? '').split('\n').map((text) => [...text].length))
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

const cellXml = (line: Line, slot: Slot, setting: Setting): string => {
  const { cell, column, columns, merged } = slot
  const width = setting.widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0)
  const fill = fills[line.kind]
  return [
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
    columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '',
    merged ? (cell ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '',
    fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '',
    cell?.vertical ? '<w:textDirection w:val="tbRl"/>' : '',
    '<w:vAlign w:val="center"/></w:tcPr>',
    paragraphXml(line, slot, setting),
    '</w:tc>',
  ].join('')
}

const paragraphXml = (line: Line, { cell, ...place }: Slot, { table, size }: Setting): string => {
  const align = cell?.align ?? defaultAlign(line.kind, table, place)
  return [
    `<w:p><w:pPr><w:pStyle w:val="${styleIds.cell}"/>`,
    line.keepNext ? '<w:keepNext/>' : '',
    `<w:spacing w:line="${lineOf(size).line}" w:lineRule="exact"/>`,
    `<w:jc w:val="${alignments[align]}"/></w:pPr>`,
    cell ? cellRuns(cell, lookOf(line.kind, cell, size)) : '',
    '</w:p>',
  ].join('')
}

const alignments = { start: 'left', center: 'center', end: 'right' } as const

/** 表の端から端までの升目（帯・小計の文）は、はじめの列の揃えによらず左から。 */
const defaultAlign = (
  kind: Kind,
  table: Table,
  { column, columns }: Pick<PlacedCell, 'column' | 'columns'>,
): keyof typeof alignments => {
  if (kind === 'header') return 'center'
  return columns === table.columns.length ? 'start' : (table.columns[column]?.align ?? 'start')
}

const boldKinds: ReadonlySet<Kind> = new Set(['header', 'band-1', 'band-2', 'subtotal', 'total'])

const lookOf = (kind: Kind, { tone }: Cell, size: number): RunLook => ({
  size,
  bold: boldKinds.has(kind) || tone === 'strong' || tone === 'alert',
  colour: tone === 'quiet' ? '595959' : tone === 'alert' ? 'B00020' : undefined,
})
