import type { CellStyle, MergeRange, Cell as SheetCellDetail, WriteSheet } from 'hucre/xlsx'
import { columnName } from '#domain/column-name.ts'
import type { Section } from '../../report.ts'
import { sheetChart } from './chart.ts'
import { fitsOnePage, marginInches, pageBreaks, pageCapacity } from './page.ts'
import { type Around, type SectionRows, sectionRows } from './section-rows.ts'
import { quotedSheet } from './sheet-names.ts'
import type { SheetCell, SheetRow } from './sheet-row.ts'
import { standardDigit, type styleBook } from './styles.ts'

/** シート一枚と、ブックに書く名（印刷範囲・繰り返す行）。 */
export type BuiltSheet = {
  readonly sheet: WriteSheet
  readonly names: readonly { readonly name: string; readonly range: string; readonly scope: string }[]
  /** 字のままの数字（「08」）のある範囲。なければ undefined。 */
  readonly numberTexts: string | undefined
}

type StyleFor = ReturnType<typeof styleBook>

/** 章をシートにする。`name` はシートの名。 */
export const builtSheet = (section: Section, name: string, around: Around, styleFor: StyleFor): BuiltSheet => {
  const content = sectionRows(section, around)
  const { rows, columns, header } = content
  const { cells, merges } = writtenCells(rows, styleFor)
  const width = columns.widths.reduce((sum, each) => sum + each, 0)
  const onePage = fitsOnePage(section.paper, width, heightOfRows(rows))
  const repeated = header ? heightOfRows(rows.slice(header.from, header.to)) : 0
  const sheet: WriteSheet = {
    name,
    columns: columns.widths.map((points) => ({ width: columnWidth(points) })),
    rowDefs: new Map(rows.map(({ height }, row) => [row, { height: Math.round(height * 4) / 4 }])),
    cells,
    merges,
    pageSetup: {
      paperSize: section.paper.size === 'A3' ? 'a3' : 'a4',
      orientation: section.paper.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onePage ? 1 : 0,
      margins: marginInches,
      horizontalCentered: true,
    },
    headerFooter: headerFooter(around, onePage),
    rowBreaks: onePage
      ? []
      : pageBreaks(withJoins(rows), pageCapacity(section.paper, width), repeated).map((row) => row - 1),
    view: { showGridLines: false },
    charts: content.charts.map((place) => sheetChart(place, around.chartData)),
    ...frozen(content, width),
  }
  return { sheet, names: definedNames(name, content), numberTexts: numberTexts(content) }
}

const numberTexts = ({ rows, columns }: SectionRows): string | undefined =>
  rows.some(({ cells }) => cells.some(({ value }) => typeof value === 'string' && readsAsNumber(value)))
    ? `A1:${columnName(columns.widths.length - 1)}${rows.length}`
    : undefined

const readsAsNumber = (text: string): boolean => /^\s*[+\-＋－]?[\d０-９][\d０-９,.，．]*[%％]?\s*$/.test(text)

/** 列の広さ（Excel の単位は「標準の書体の数字の幅」）。 */
const columnWidth = (points: number): number => Math.min(255, Math.round((points / standardDigit) * 100) / 100)

const heightOfRows = (rows: readonly SheetRow[]): number => rows.reduce((sum, { height }) => sum + height, 0)

const withJoins = (rows: readonly SheetRow[]) =>
  rows.map(({ height, joined }, at) => ({ height, joined: joined === true || rows[at - 1]?.keepsNext === true }))

type WrittenCells = {
  readonly cells: Map<string, Partial<SheetCellDetail>>
  readonly merges: MergeRange[]
}

const writtenCells = (rows: readonly SheetRow[], styleFor: StyleFor): WrittenCells => {
  const cells: WrittenCells['cells'] = new Map()
  const merges: MergeRange[] = []
  rows.forEach((row, at) => {
    for (const cell of row.cells) {
      const style = styleFor(cell.look, cell.format)
      cells.set(`${at},${cell.column}`, detailOf(cell, style))
      if (cell.rows > 1 || cell.columns > 1) merges.push(merged(cell, at, cells, style))
    }
  })
  return { cells, merges }
}

const detailOf = ({ value, runs, link }: SheetCell, style: CellStyle): Partial<SheetCellDetail> => {
  if (runs) return { value, style, richText: [...runs] }
  return link === undefined ? { value, style } : { value, style, hyperlink: { target: '', location: link } }
}

/** 結合。中の升目にも同じ書式を置く（罫線が切れないように）。 */
const merged = (cell: SheetCell, top: number, cells: WrittenCells['cells'], style: CellStyle): MergeRange => {
  const range = {
    startRow: top,
    startCol: cell.column,
    endRow: top + cell.rows - 1,
    endCol: cell.column + cell.columns - 1,
  }
  const blank = { value: null, style }
  for (let row = range.startRow; row <= range.endRow; row += 1)
    for (let column = range.startCol; column <= range.endCol; column += 1)
      if (row !== top || column !== cell.column) cells.set(`${row},${column}`, blank)
  return range
}

/** 画面の半分より多くを固めると、表が動かせなくなる。上に別の表のある見出しも、その表ごと固めてしまうので固めない。 */
const mostFrozenHeight = 220
const mostFrozenShare = 0.5

const frozen = ({ header, rows, columns }: SectionRows, width: number): Pick<WriteSheet, 'freezePane'> => {
  if (!header?.first || heightOfRows(rows.slice(0, header.to)) > mostFrozenHeight) return {}
  const labels = columns.widths.slice(0, header.labelColumns).reduce((sum, each) => sum + each, 0)
  const narrow = labels <= width * mostFrozenShare
  return { freezePane: { rows: header.to, columns: narrow ? header.labelColumns : 0 } }
}

/** シートの名は必ず引用符で囲む（「個票（１）」のような名は、囲まないとファイルが壊れていると言われる）。 */
const definedNames = (sheet: string, { rows, columns, header }: SectionRows): BuiltSheet['names'] => {
  const quoted = quotedSheet(sheet)
  const area = `${quoted}!$A$1:$${columnName(columns.widths.length - 1)}$${Math.max(1, rows.length)}`
  return [
    { name: '_xlnm.Print_Area', range: area, scope: sheet },
    ...(header
      ? [{ name: '_xlnm.Print_Titles', range: `${quoted}!$${header.from + 1}:$${header.to}`, scope: sheet }]
      : []),
  ]
}

/** 頁の上に計画の名と、二頁目からの資料番号（一頁目の番号は升目にある）、下に頁の番号。 */
const headerFooter = ({ report, sheets }: Around, onePage: boolean): NonNullable<WriteSheet['headerFooter']> => {
  const left = `&L&8${headerText(report.plan)}`
  const right = report.documentNumber === null ? '' : `&R&10${headerText(report.documentNumber)}`
  const footer = `&C&P / &N${sheets.length > 1 ? '&R&8&A' : ''}`
  if (onePage) return { oddHeader: left, oddFooter: footer }
  return {
    differentFirst: true,
    oddHeader: left + right,
    oddFooter: footer,
    firstHeader: left,
    firstFooter: footer,
  }
}

/** & は指示の印なので二つ書く。数字で始まる字は、前の大きさの指示とつながらないように間を空ける。 */
const headerText = (text: string): string => {
  const one = text.replace(/\s+/g, ' ').slice(0, 80).toWellFormed().replaceAll('&', '&&')
  return /^\d/.test(one) ? ` ${one}` : one
}
