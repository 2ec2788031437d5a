import { halfWidth } from '#domain/language/half-width.ts'
import { plainText } from '#domain/language/plain-text.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type Doubt, doubt } from './doubt.ts'
import { fragmentsOf, hasTable, readable, tableRows } from './fragments.ts'
import { leadingSide, type Side, type SidedCell, sideOfLabel } from './kpi-sides.ts'
import { phrasesOf } from './phrases.ts'
import { filled } from './rows.ts'

/** 年と、その年の実績・予定の升目（折り返しで二行以上になることがある）。 */
export type YearCells = { readonly year: number; readonly cells: readonly Cell[] }

/** 実績・予定の部分。`kpi` は設定指標・実績の升目（内側の表はその升目）。 */
export type SheetYears = {
  readonly years: readonly YearCells[]
  readonly kpi: readonly SidedCell[]
  /** 設定指標の見出しはあるのに、下に何もない。 */
  readonly emptyKpi: Cell | null
  readonly doubts: readonly Doubt[]
}

type Layout = {
  readonly years: readonly { readonly year: number; readonly column: number }[]
  readonly kpiColumn: number
}

export const readYears = (header: Line | null, body: readonly Line[]): SheetYears => {
  if (!header) return { years: [], kpi: [], emptyKpi: null, doubts: [] }
  const layout = layoutOf(header)
  const rows: Row[] = []
  for (const line of body) rows.push(readRow(line, layout, rows))
  const kpi = rows.flatMap((row) => row.kpi)
  const label = rows.flatMap((row) => row.labels)[0]
  return {
    years: layout.years.map(({ year }) => ({
      year,
      cells: rows.flatMap((row) => row.years.flatMap((each) => (each.year === year ? [each.cell] : []))),
    })),
    kpi,
    emptyKpi: kpi.length === 0 ? (label?.cell ?? null) : null,
    doubts: rows.flatMap((row) => row.doubts),
  }
}

const layoutOf = (header: Line): Layout => {
  const cells = filled(header)
  const years = cells.flatMap(({ text, column }) => {
    const year = readYear(text)?.year
    return year === undefined ? [] : [{ year, column }]
  })
  const after = cells.find(({ column }) => column > (years.at(-1)?.column ?? -1))
  return { years, kpiColumn: after?.column ?? (years.at(-1)?.column ?? 0) + 1 }
}

type Row = {
  readonly years: readonly { readonly year: number; readonly cell: Cell }[]
  readonly labels: readonly SidedCell[]
  readonly kpi: readonly SidedCell[]
  /** 内側の表に書かれた字面（抽出が表を二度書いたときに見分ける）。 */
  readonly inner: readonly string[]
  readonly doubts: readonly Doubt[]
}

const readRow = (line: Line, layout: Layout, done: readonly Row[]): Row => {
  const cells = filled(line)
  const inner = done.flatMap((row) => row.inner)
  if (inner.length > 0) return echoOf(cells, inner)
  const start = cells.findIndex(({ text }) => hasTable(text) || leadingSide(text) !== undefined)
  const table = cells[start]
  if (table && hasTable(table.text)) return tableRow(cells, start, table, layout)
  if (start >= 0) return labelledRow(cells, start, layout, done)
  return plainRow(cells, layout, done)
}

// ---- 内側の表

const tableRow = (cells: readonly Cell[], start: number, table: Cell, layout: Layout): Row => {
  const inner = tableRows(table)
    .flat()
    .map(({ text }) => plainText(text))
  const echo = echoOf(cells.slice(start + 1), inner)
  const years = yearsOf(cells.slice(0, start), layout)
  return {
    years: years.value,
    labels: [],
    kpi: [{ side: 'target', cell: table }],
    inner,
    doubts: [...years.doubts, ...fewer(table, layout), ...echo.doubts],
  }
}

/** 内側の表の升目が、表の外にもう一度書かれている。同じ字面なら捨て、違えば知らせる。 */
const echoOf = (cells: readonly Cell[], inner: readonly string[]): Row => ({
  years: [],
  labels: [],
  kpi: [],
  inner: [],
  doubts: cells.flatMap((cell) =>
    inner.includes(plainText(cell.text))
      ? []
      : [doubt('warning', 'sheet-cell-unread', { text: cell.text.slice(0, 40) }, [cell.place])],
  ),
})

// ---- 設定指標・実績の札のある行

const labelledRow = (cells: readonly Cell[], start: number, layout: Layout, done: readonly Row[]): Row => {
  const before = yearsOf(cells.slice(0, start), layout)
  const sided = cells.slice(start).map((cell, index) => ({ cell, side: sideAt(cell, index, done) }))
  const first = cells[start]
  return {
    years: before.value,
    labels: sided.filter(({ cell }) => sideOfLabel(cell.text) !== undefined),
    kpi: sided.filter(({ cell }) => sideOfLabel(cell.text) === undefined),
    inner: [],
    doubts: [...before.doubts, ...(first ? fewer(first, layout) : [])],
  }
}

const sideAt = (cell: Cell, index: number, done: readonly Row[]): Side =>
  leadingSide(cell.text) ?? (index === 0 ? sideOfFirst(done) : 'actual')

/** 札が一つの升目に「設定指標 実績」と並んでいれば、値の升目にも両方が入っている。 */
const sideOfFirst = (done: readonly Row[]): Side =>
  done.flatMap((row) => row.labels).some(({ side }) => side === 'mixed') ? 'mixed' : 'target'

/** 札が年の列にある（年の升目が結合されていて、抽出で詰められた）。 */
const fewer = (label: Cell, layout: Layout): readonly Doubt[] => {
  const lost = layout.years.filter(({ column }) => column >= label.column)
  if (label.column >= layout.kpiColumn || lost.length === 0) return []
  const years = lost.map(({ year }) => year).join('・')
  return [doubt('warning', 'sheet-year-cells-fewer', { years }, [label.place])]
}

/** 札より前の升目を年に当てる。年より一つ多く、余りが前と同じなら、抽出が二度書いたとみて捨てる。 */
const yearsOf = (cells: readonly Cell[], layout: Layout): { value: Row['years']; doubts: readonly Doubt[] } => {
  const value = cells.flatMap((cell) => {
    const year = layout.years.find(({ column }) => column === cell.column)?.year
    return year === undefined ? [] : [{ year, cell }]
  })
  const extra = cells.filter((cell) => !value.some((each) => each.cell === cell))
  return {
    value,
    doubts: extra.map((cell) => {
      const before = cells[cells.indexOf(cell) - 1]
      const twice = before !== undefined && plainText(before.text) === plainText(cell.text)
      return twice
        ? doubt('warning', 'sheet-year-cell-twice', {}, [before.place, cell.place])
        : doubt('warning', 'sheet-cell-unread', { text: cell.text.slice(0, 40) }, [cell.place])
    }),
  }
}

// ---- 札のない行

const plainRow = (cells: readonly Cell[], layout: Layout, done: readonly Row[]): Row => {
  const inYears = cells.filter(({ column }) => column < layout.kpiColumn)
  const right = cells.filter(({ column }) => column >= layout.kpiColumn)
  const moved = right.length === 0 && done.some((row) => row.labels.length > 0) ? movedKpi(inYears, done) : []
  const years = yearsOf(moved.length > 0 ? inYears.filter((cell) => !moved.includes(cell)) : inYears, layout)
  const sided = (moved.length > 0 ? moved : right).map((cell, index) => ({
    cell,
    side: sideOfCell(cell, index, layout, done),
  }))
  const [first] = moved
  return {
    years: years.value,
    labels: [],
    kpi: sided,
    inner: [],
    doubts: [
      ...years.doubts,
      ...(first
        ? [
            doubt(
              'warning',
              'sheet-kpi-moved',
              {},
              moved.map(({ place }) => place),
            ),
          ]
        : []),
      ...(first ? fewer(first, layout) : []),
    ],
  }
}

/** 札の列が空なら、左から二つめの升目は実績の列。 */
const sideOfCell = ({ column }: Cell, index: number, layout: Layout, done: readonly Row[]): Side => {
  const first = sideOfFirst(done)
  if (index > 0) return 'actual'
  return column > layout.kpiColumn && done.some((row) => row.labels.length > 1) ? 'actual' : first
}

/**
 * 札（設定指標・実績）の下が空で、年の列の終わりの二つが名のない数量だけなら、それが設定指標と実績の値である
 * （結合された予定の升目が詰められて、値が年の列へ動いた）。
 */
const movedKpi = (cells: readonly Cell[], done: readonly Row[]): readonly Cell[] => {
  const last = cells.slice(-2)
  const filledBefore = done.some((row) => row.kpi.length > 0)
  return cells.length > 2 && !filledBefore && last.every(({ text, place }) => onlyFigures({ text, place })) ? last : []
}

const onlyFigures = (cell: Pick<Cell, 'text' | 'place'>): boolean => {
  const phrases = fragmentsOf(cell).flatMap(phrasesOf)
  return (
    phrases.length > 1 && phrases.every(({ name, figure, mark }) => name === null && figure !== null && mark !== null)
  )
}

/** 値のない年の升目（「—」だけ）。 */
export const isDash = (text: string): boolean => /^[-―—–‐－ー]+$/u.test(halfWidth(readable(text)))
