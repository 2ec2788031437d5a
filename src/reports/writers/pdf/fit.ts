import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Cell, Table } from '../../report.ts'
import type { Lettering } from './lettering.ts'

/** 字の大きさ（ポイント）。一番小さくても読める大きさまでで、それより小さくはしない。 */
const largest = 10
const smallest = 6
/** 紙の幅に入らず、列を次の頁へ送るときの大きさ。頁が分かれるので、小さくしすぎない。 */
const whenSliced = 7

/** 升目の左右・上下の余白。字の大きさに対して。 */
export const insets = { across: 0.34, down: 0.34 } as const

/** 表の紙への収まりかた。 */
export type Fit = {
  /** 字の大きさ（ポイント）。 */
  readonly size: number
  /** 一つずつの頁の並び。紙の幅に入れば一つ、入らなければ、見出しの列を繰り返して次の頁に続く。 */
  readonly slices: readonly Slice[]
}

/** 並べる列の番号と、その幅（ポイント）。 */
export type Slice = { readonly columns: readonly number[]; readonly widths: readonly number[] }

/**
 * 表を紙の幅（ポイント）に収める。字を小さくして入るならそうし、入らなければ列を分ける。
 *
 * @example fitTable(table, 1122, lettering('noto-sans')).size // → 8.4
 */
export const fitTable = (table: Table, paper: number, letters: Lettering): Fit => {
  const needs = columnNeeds(table, letters)
  const size = [needs.wished, needs.least]
    .map((widths) => Math.min(largest, paper / (sum(widths) + 2 * insets.across * widths.length)))
    .find((found, index) => found >= (index === 0 ? whenSliced : smallest))
  if (size !== undefined) {
    const wished = sum(needs.wished) + 2 * insets.across * table.columns.length
    const widths = wished * size <= paper + 0.01 ? needs.wished : needs.least
    return { size, slices: [whole(table, widths, size, paper)] }
  }
  const slices = sliceColumns(table, needs.least, paper / whenSliced)
  return { size: whenSliced, slices: alike(slices, needs.least, whenSliced, paper) }
}

/** 分けた列。どの頁でも同じ列が同じ幅になるように、同じ割合で広げる。 */
const alike = (
  slices: readonly (readonly number[])[],
  needs: readonly number[],
  size: number,
  paper: number,
): readonly Slice[] => {
  const natural = (columns: readonly number[]) =>
    columns.map((column) => ((needs[column] ?? 0) + 2 * insets.across) * size)
  const widest = Math.max(...slices.map((columns) => sum(natural(columns))))
  return slices.map((columns) => ({ columns, widths: natural(columns).map((width) => (width * paper) / widest) }))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const every = ({ columns }: Table): readonly number[] => columns.map((_, index) => index)

type Needs = {
  /** 数を折らない幅。これより狭くしない。 */
  readonly least: readonly number[]
  /** 値の字（「4校・13回」）も折らない幅。 */
  readonly wished: readonly number[]
}

/** 値の字を折らないために広げる限り。これより長いものは文とみて、折り返す。 */
const longestValue = 8
const longestNumber = 16

/** 列ごとに要る幅（全角を 1 とする、余白を除く）。 */
const columnNeeds = (table: Table, letters: Lettering): Needs => {
  const least = table.columns.map(({ width }) => width)
  const wished = [...least]
  for (const { cell, column, columns } of [...placedCells(table.header), ...entriesOf(table)]) {
    const given = table.columns[column]
    if (columns !== 1 || !given || cell.vertical) continue
    if (!cell.number && given.align !== 'end') continue
    const width = cellWidth(cell, letters)
    if (cell.number) least[column] = Math.max(least[column] ?? 0, Math.min(width, longestNumber))
    if (width <= longestValue || cell.number)
      wished[column] = Math.max(wished[column] ?? 0, Math.min(width, longestNumber))
  }
  return { least, wished }
}

const entriesOf = (table: Table): readonly PlacedCell[] => table.groups.flatMap(({ rows }) => placedCells(rows))

/** 升目のいちばん長い行の幅。注の印は小さな字。 */
const cellWidth = ({ text, tone, marks = [] }: Cell, letters: Lettering): number =>
  Math.max(...text.split('\n').map((line) => letters.width(line, tone === 'strong' ? 'bold' : 'regular'))) +
  0.6 * letters.width(marks.join('')) +
  0.05

/** 列を、頁に入る分ずつに分ける。どの頁にも、行の見出しの列が先に立つ。`paper` は全角で数えた紙の幅。 */
const sliceColumns = (table: Table, needs: readonly number[], paper: number): readonly (readonly number[])[] => {
  const spaceOf = (column: number) => (needs[column] ?? 0) + 2 * insets.across
  const labels = labelColumns(table, paper, spaceOf)
  const room = paper - sum(labels.map(spaceOf))
  const slices: number[][] = []
  let left = 0
  for (const column of every(table).slice(labels.length)) {
    const last = slices.at(-1)
    if (last && spaceOf(column) <= left) last.push(column)
    else {
      slices.push([...labels, column])
      left = room
    }
    left -= spaceOf(column)
  }
  return slices
}

/** 行の見出しの列。表の左から、見出しの升目のある列まで。紙の半分より広くはとらない。 */
const labelColumns = (table: Table, paper: number, spaceOf: (column: number) => number): readonly number[] => {
  const headings = entriesOf(table).filter(({ cell, columns }) => cell.heading && columns < table.columns.length)
  const until = Math.min(
    Math.max(1, ...headings.map(({ column, columns }) => column + columns)),
    table.columns.length - 1,
  )
  const found: number[] = []
  for (const column of every(table).slice(0, until)) {
    if (sum([...found, column].map(spaceOf)) > paper / 2) break
    found.push(column)
  }
  return found
}

/** 全部の列を、紙の幅いっぱいに広げる。余った幅は、字の列に多く配る。 */
const whole = (table: Table, needs: readonly number[], size: number, paper: number): Slice => {
  const natural = needs.map((need) => (need + 2 * insets.across) * size)
  const room = paper - sum(natural)
  const shares = needs.map((need, column) => need * (table.columns[column]?.align === 'start' ? 2 : 1))
  return {
    columns: every(table),
    widths: natural.map((width, column) => width + (room * (shares[column] ?? 0)) / sum(shares)),
  }
}
