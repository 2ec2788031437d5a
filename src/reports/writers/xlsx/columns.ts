import { placedCells } from '../../grid.ts'
import type { Cell, Row, Table } from '../../report.ts'
import { marksText } from './cell-content.ts'
import { bodySize, unbroken } from './measure.ts'

/**
 * シートの列。表が一つなら表の列そのもの。いくつもの表を一枚に置くときは、どの表も紙の幅いっぱいに置けるように、
 * すべての表の縦の線で列を刻む（升目は刻んだ列の結合になる）。
 */
export type SheetColumns = {
  /** 列の広さ（pt）。 */
  readonly widths: readonly number[]
  /** 表ごとの、縦の線の列の番号（列の数＋1 個、左端は 0）。 */
  readonly edges: readonly (readonly number[])[]
}

/** 紙より広い表を縮めるのは、字が読める七割まで。それより広い表は、列を狭めて折り返す。 */
const smallestScale = 0.7

/** この近さ（pt）の線は一本にする。大きいほうから試す。 */
const nearness = [4, 2, 1, 0.01] as const

/** 文だけのシートの列。一列だけの広い升目は、直すときに列を分けられず、頁の縮小も効きにくい。 */
const proseColumns = 10

export const sheetColumns = (tables: readonly Table[], pageWidth: number): SheetColumns => {
  const wanted = Math.max(...tables.map((table) => total(table) * bodySize), pageWidth)
  const width = Math.min(wanted, pageWidth / smallestScale)
  if (tables.length === 0)
    return { widths: Array.from({ length: proseColumns }, () => width / proseColumns), edges: [] }
  const slack = tables.length === 1 ? 0 : nearness[0]
  const positions = tables.map((table) => positionsOf(fitted(table, width, slack)))
  const lines = tables.length === 1 ? (positions[0] ?? []) : gathered(positions)
  return {
    widths: lines.slice(1).map((at, index) => at - (lines[index] ?? 0)),
    edges: positions.map((each) => each.map((at) => nearest(lines, at))),
  }
}

const total = ({ columns }: Table): number => columns.reduce((sum, { width }) => sum + width, 0)

const positionsOf = (widths: readonly number[]): readonly number[] => {
  let at = 0
  return [
    0,
    ...widths.map((width) => {
      at += width
      return at
    }),
  ]
}

/**
 * 表の列の広さ（pt）。列に入らない数は、Excel では折り返さずに「####」になってしまうので、広い数が入るまで広げ、その分を
 * ほかの列から（三割まで、見出しの行が折れないところまで）取る。それでも入らない数（「1,560人（民営化による）」のように
 * 断りの長いもの）は、字のまま折り返す（`cellContent`）。
 */
const fitted = (table: Table, width: number, slack: number): readonly number[] => {
  const unit = width / total(table)
  const widths = table.columns.map((column) => column.width * unit)
  const least = numberWidths(table, widths).map((need) => (need === 0 ? 0 : need + slack))
  const short = widths.map((each, at) => Math.max(0, (least[at] ?? 0) - each))
  const headings = headingWidths(table)
  const spare = widths.map((each, at) => Math.max(0, each - Math.max(least[at] ?? 0, headings[at] ?? 0, each * 0.7)))
  const moved = Math.min(sum(short), sum(spare))
  const share = (parts: readonly number[], at: number) => ((parts[at] ?? 0) * moved) / (sum(parts) || 1)
  return widths.map((each, at) => each + share(short, at) - share(spare, at))
}

/** 一つの数のために列を広げる限り（もとの広さとの比）。 */
const mostWidened = 1.8

const sum = (widths: readonly number[]): number => widths.reduce((all, each) => all + each, 0)

/** 列ごとの、いちばん広い数の広さ（pt）。広げても入らない数は数えない。 */
const numberWidths = ({ columns, groups }: Table, widths: readonly number[]): readonly number[] =>
  widest(
    groups.flatMap(({ rows }) => rows),
    columns.length,
    ({ number, text, marks }, column) => {
      const need = number ? unbroken(text + marksText(marks)) : 0
      return need > (widths[column] ?? 0) * mostWidened ? 0 : need
    },
  )

/** 列ごとの、見出しの一行の広さ（pt）。 */
const headingWidths = ({ columns, header }: Table): readonly number[] =>
  widest(header, columns.length, ({ text, vertical }) => (vertical ? 0 : Math.max(...text.split('\n').map(unbroken))))

const widest = (
  rows: readonly Row[],
  columns: number,
  widthOf: (cell: Cell, column: number) => number,
): readonly number[] => {
  const needs = new Array<number>(columns).fill(0)
  for (const { cell, column, columns: wide } of placedCells(rows))
    if (wide === 1 && column < columns) needs[column] = Math.max(needs[column] ?? 0, widthOf(cell, column))
  return needs
}

/** 近い線を一本にする。表の列がつぶれるなら、もっと近い線だけを一本にする。 */
const gathered = (positions: readonly (readonly number[])[]): readonly number[] => {
  const all = positions.flat().sort((a, b) => a - b)
  const tries = nearness.map((near) => thinned(all, near))
  return tries.find((lines) => positions.every((each) => keepsColumns(each, lines))) ?? thinned(all, 0)
}

const thinned = (all: readonly number[], near: number): readonly number[] => {
  const lines: number[] = []
  for (const at of all) if (lines.length === 0 || at - (lines.at(-1) ?? 0) > near) lines.push(at)
  return lines
}

const keepsColumns = (positions: readonly number[], lines: readonly number[]): boolean =>
  new Set(positions.map((at) => nearest(lines, at))).size === positions.length

const nearest = (lines: readonly number[], at: number): number =>
  lines.reduce((best, line, index) => (Math.abs(line - at) < Math.abs((lines[best] ?? 0) - at) ? index : best), 0)
