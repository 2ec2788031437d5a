import type { Block, Chart, Report, ReportNote, Section, Table } from '../../report.ts'
import type { FormatBook } from './cell-content.ts'
import { type ChartData, type ChartPlace, chartRow, chartWidth } from './chart.ts'
import { type SheetColumns, sheetColumns } from './columns.ts'
import { lineCount, wrappedHeight } from './measure.ts'
import { printable } from './page.ts'
import { quotedSheet } from './sheet-names.ts'
import { type CellContent, gap, gapBefore, rowsOf, type SheetRow } from './sheet-row.ts'
import { cellPieces, storedText } from './stored-text.ts'
import { type Look, type Place, sizeAt } from './styles.ts'
import { tableRows } from './table-rows.ts'

/** 章をシートの行にしたもの。 */
export type SectionRows = {
  readonly columns: SheetColumns
  readonly rows: readonly SheetRow[]
  readonly charts: readonly ChartPlace[]
  /** 表の始まりの行（見出しの一行目）。 */
  readonly tables: readonly number[]
  /** 頁ごとに繰り返す、主な表の見出し。主な表の分からない章では null。 */
  readonly header: HeaderRows | null
}

/** 見出しの行（終わりは含まない）と、行の見出しの列の数。`first` は、シートの初めの表の見出しか。 */
type HeaderRows = {
  readonly from: number
  readonly to: number
  readonly labelColumns: number
  readonly first: boolean
}

/** 章を組むのに要る、帳票のほかの部分。`sheets` は章ごとのシートの名。 */
export type Around = {
  readonly report: Report
  readonly sheets: readonly string[]
  readonly formats: FormatBook
  readonly chartData: ChartData
}

type Placed = Pick<SectionRows, 'rows' | 'charts' | 'tables'> & {
  /** 表ごとの見出し。見出しのない表では null。 */
  readonly headers: readonly (HeaderRows | null)[]
}

export const sectionRows = (section: Section, around: Around): SectionRows => {
  const tables = section.blocks.flatMap(tableOf)
  const page = printable(section.paper)
  const columns = sheetColumns(tables, page.width)
  const whole = wholeWidth(columns)
  let placed: Placed = { rows: topRows(section, around.report, whole), charts: [], tables: [], headers: [] }
  for (const [at, block] of section.blocks.entries()) {
    const edges = columns.edges[tablesBefore(section, block)] ?? []
    const next = section.blocks[at + 1]
    placed = followed(placed, blockRows(block, { ...around, columns, edges, whole, height: page.height, next }))
  }
  const { charts, tables: starts, headers } = placed
  const rows = [...placed.rows, ...notesRows(section.notes, whole)]
  return { rows, columns, charts, tables: starts, header: headers[mainTable(tables)] ?? null }
}

/**
 * 章の主な表（何番目か）。表が一つか、長い表の上や下に短い表（数値目標・市長指示事項）が添えてあるとき。なければ -1。
 * シートで繰り返せる見出しは一つだけなので、同じくらいの表が並ぶ章では、どの見出しも繰り返さない。
 */
const mainTable = (tables: readonly Table[]): number => {
  const sizes = tables.map(({ groups }) => groups.length)
  const longest = Math.max(...sizes)
  const rest = sum(sizes) - longest
  return sizes.length === 1 || (longest >= 20 && longest > 2 * rest) ? sizes.indexOf(longest) : -1
}

const tableOf = (block: Block): readonly Table[] => (block.kind === 'table' ? [block.table] : [])

const tablesBefore = ({ blocks }: Section, block: Block): number =>
  blocks.slice(0, blocks.indexOf(block)).flatMap(tableOf).length

const followed = (above: Placed, below: Placed): Placed => {
  const down = above.rows.length
  return {
    rows: [...above.rows, ...below.rows],
    charts: [...above.charts, ...below.charts.map((place) => ({ ...place, top: place.top + down }))],
    tables: [...above.tables, ...below.tables.map((row) => row + down)],
    headers: [
      ...above.headers,
      ...below.headers.map(
        (header) =>
          header && {
            ...header,
            from: header.from + down,
            to: header.to + down,
            first: above.headers.length === 0,
          },
      ),
    ],
  }
}

/** 紙の幅いっぱいの一行。 */
type WholeWidth = (
  place: Place,
  text: string,
  rest?: Partial<Pick<SheetRow, 'joined' | 'keepsNext'>> & {
    readonly align?: Look['align']
    readonly link?: string
  },
) => readonly SheetRow[]

const wholeWidth =
  ({ widths }: SheetColumns): WholeWidth =>
  (place, text, { align = 'start', link, ...rest } = {}) => {
    const width = sum(widths)
    const size = sizeAt(place)
    return cellPieces(text).flatMap((piece) => {
      const content: CellContent = { value: storedText(piece), ...(link !== undefined && { link }) }
      return rowsOf({
        height: wrappedHeight(piece, width, size),
        ...rest,
        cells: [{ ...content, column: 0, columns: widths.length, rows: 1, look: { place, align } }],
      })
    })
  }

const sum = (widths: readonly number[]): number => widths.reduce((total, each) => total + each, 0)

/** 資料番号・章の題・いつ時点か・題の下の小さな行。表紙には題がない。 */
const topRows = (section: Section, report: Report, whole: WholeWidth): readonly SheetRow[] => [
  ...(report.documentNumber === null ? [] : whole('number', report.documentNumber, { align: 'end', keepsNext: true })),
  ...(section.title === null
    ? []
    : [
        ...whole('title', section.title, { align: 'center', keepsNext: true }),
        ...whole('as-of', [report.municipality, report.asOf ?? ''].join('　').trim(), {
          align: 'end',
          keepsNext: true,
        }),
      ]),
  ...section.lead.flatMap((text) =>
    whole('lead', text, { align: /^[（(]単位/.test(text) ? 'end' : 'start', keepsNext: true }),
  ),
]

type Setting = Around & {
  readonly columns: SheetColumns
  readonly edges: readonly number[]
  readonly whole: WholeWidth
  readonly height: number
  /** 次に置くもの。 */
  readonly next: Block | undefined
}

const blockRows = (block: Block, setting: Setting): Placed => {
  const { whole } = setting
  if (block.kind === 'table') return tableBlock(block.table, setting)
  if (block.kind === 'chart') return chartBlock(block.chart, setting)
  if (block.kind === 'heading') return prose([gapBefore(8), ...whole('heading', block.text, { keepsNext: true })])
  if (block.kind === 'paragraphs') return prose(block.paragraphs.flatMap((text) => whole('text', indented(text))))
  if (block.kind === 'list') return prose(block.items.flatMap((text) => whole('text', `　${bulleted(text)}`)))
  if (block.kind === 'cover') return prose(coverRows(block.lines, setting))
  return prose(contentsRows(block.title, setting))
}

const prose = (rows: readonly SheetRow[]): Placed => ({ rows, charts: [], tables: [], headers: [] })

/** 「◎」「□」「①」などで始まる箇条には、印を重ねない。 */
const bulleted = (text: string): string => (/^[\p{L}\p{Nd}「『（〔]/u.test(text) ? `・${text}` : text)

const indented = (text: string): string => (/^[\s　]/.test(text) ? text : `　${text}`)

const tableBlock = (table: Table, { columns, edges, formats, whole }: Setting): Placed => {
  const caption = table.showCaption ? [gapBefore(6), ...whole('heading', table.caption, { keepsNext: true })] : []
  const { rows, headerRows, labelColumns, overflow } = tableRows(table, columns.widths, edges, formats)
  const from = caption.length
  const rest = overflow.flatMap((text) => whole('note', `（前の升目の続き）${text}`))
  return {
    rows: [...caption, ...rows, ...rest, { ...gap(6), joined: true }],
    charts: [],
    tables: [from],
    headers: [headerRows === 0 ? null : { from, to: from + headerRows, labelColumns, first: true }],
  }
}

/** 図の場所と、図の言うこと。すぐ下の値の表とは、頁を分けない。 */
const chartBlock = (chart: Chart, { columns, whole, next }: Setting): Placed => {
  const room = Array.from({ length: chartRow.count }, () => gapBefore(chartRow.height))
  const keepsNext = next?.kind === 'table'
  return {
    ...prose([gapBefore(6), ...room, ...whole('note', chart.summary, { keepsNext }), { ...gap(10), keepsNext }]),
    charts: [{ chart, top: 1, columns: columnsWithin(columns.widths, chartWidth) }],
  }
}

/** 左からの幅が `width` に収まる列の数（一つは取る）。 */
const columnsWithin = (widths: readonly number[], width: number): number => {
  let total = 0
  const over = widths.findIndex((each) => {
    total += each
    return total > width
  })
  return over === -1 ? widths.length : Math.max(1, over)
}

const coverPlaces = { large: 'cover-large', middle: 'cover-middle', small: 'cover-small' } as const

/** 長い題は、語の途中で折れないように小さくする。 */
const coverPlace = (text: string, size: keyof typeof coverPlaces, width: number): Place =>
  size === 'large' && lineCount(text, width, sizeAt('cover-large')) > text.split('\n').length
    ? 'cover-long'
    : coverPlaces[size]

/** 表紙の題は、紙の三分の一ほど下げる。 */
const coverRows = (
  lines: Extract<Block, { kind: 'cover' }>['lines'],
  { whole, height, columns }: Setting,
): readonly SheetRow[] => [
  ...rowsOf(gap(height * 0.28)),
  ...lines.flatMap(({ text, size }) => [
    ...whole(coverPlace(text, size, sum(columns.widths)), text, { align: 'center', keepsNext: true }),
    gap(size === 'large' ? 36 : 18),
  ]),
]

const linkPlaces = { 1: 'link', 2: 'link-2', 3: 'link-3' } as const

/** 目次。シートへ飛べる。紙の頁の番号は、刷る設定で変わるので書かない。 */
const contentsRows = (title: string, { report, sheets, whole }: Setting): readonly SheetRow[] => [
  ...whole('title', title, { align: 'center', keepsNext: true }),
  gap(8),
  ...report.sections.flatMap((section, at) =>
    section.outline === 0
      ? []
      : whole(linkPlaces[section.outline], section.title ?? section.name, {
          link: `${quotedSheet(sheets[at] ?? '')}!A1`,
        }),
  ),
]

/** 注は、最後の行から離さない（注だけの頁を作らない）。 */
const notesRows = (notes: readonly ReportNote[], whole: WholeWidth): readonly SheetRow[] =>
  notes.flatMap(({ mark, text }) => whole('note', mark === null ? text : `${mark}　${text}`, { joined: true }))
