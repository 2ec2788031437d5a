import type { Table } from '../../report.ts'

/** 升目の余白（1/20 pt）。 */
export const cellPadding = { side: 40, end: 20 } as const

/** 列の広さ（1/20 pt）。端数は、紙の幅を超えないように切り捨てる。 */
export const columnWidths = ({ columns }: Table, width: number): readonly number[] => {
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => Math.floor((column.width / total) * width))
}

const [largest, smallest] = [9.5, 6.5]

/**
 * 字の大きさ（pt、半分きざみ）。どの列にも、列の広さに書かれた数の全角の字が入るように決める。
 * `shrink` は、一枚に収めるためにさらに小さくする分（pt）。読める大きさより小さくはしない。
 */
export const fontSize = ({ columns }: Table, widths: readonly number[], shrink: number): number => {
  const fitting = columns.map((column, at) => ((widths[at] ?? 0) - 2 * cellPadding.side) / 20 / column.width)
  const size = Math.min(largest, Math.max(smallest, Math.floor(Math.min(...fitting) * 2) / 2))
  return Math.max(Math.min(size, leastShrunk), size - shrink)
}

/** 一枚に収めるために小さくする限り。 */
const leastShrunk = 8
