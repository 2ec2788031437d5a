import { type PlacedCell, placedCells } from '../../grid.ts'
import type { Cell, Row } from '../../report.ts'
import { bracketOnNextLine, insets, type Slice } from './fit.ts'
import type { Lettering } from './lettering.ts'

/** 切り出した升目。`width` は余白を除いた幅（全角で数える）。 */
export type SlicedCell = PlacedCell & { readonly width: number }
export type SlicedRow = readonly SlicedCell[]

/** 列の一部だけの行にする。列の外へはみ出す升目は、見えるところだけになる。升目の足りないところは空の升目で埋める。 */
export const slicer = (slice: Slice, across: readonly number[], columns: number, letters: Lettering) => {
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
          return { ...cell, cell: fitted(cell.cell, width, letters), column: at, columns: last - at + 1, width }
        })
        .toSorted((a, b) => a.column - b.column),
    )
  }
}

/** 欄に入らない値は、括弧のところで折る。 */
const fitted = (cell: Cell, width: number, letters: Lettering): Cell =>
  !cell.number || cell.underlined || cell.text.length <= width || letters.width(cell.text, 'bold') <= width
    ? cell
    : { ...cell, text: bracketOnNextLine(cell.text) }

/**
 * 置かれた升目と、置かれていないところの空の升目。表を隙間なく、重なりなく埋める。
 * 表の外や、ほかの升目のあるところへの広がりは、その手前まで。
 */
const filled = (rows: readonly Row[], columns: number): readonly PlacedCell[] => {
  const taken = new Set<number>()
  const isFree = (row: number, column: number) =>
    row < rows.length && column < columns && !taken.has(row * columns + column)
  const settle = (cell: PlacedCell): PlacedCell => {
    const across = runOf(cell.columns, (index) => isFree(cell.row, cell.column + index))
    const down = runOf(cell.rows, (index) =>
      numbersTo(across).every((step) => isFree(cell.row + index, cell.column + step)),
    )
    for (const y of numbersTo(down))
      for (const x of numbersTo(across)) taken.add((cell.row + y) * columns + cell.column + x)
    return { ...cell, columns: across, rows: down }
  }
  const placed = placedCells(rows).map(settle)
  // 落とせば、字が黙って消える。様式の誤りなので、投げる。
  const outside = placed.find((cell) => cell.columns === 0 || cell.rows === 0)
  if (outside) throw new Error(`a cell lies outside its table: "${outside.cell.text}"`)
  if (taken.size === rows.length * columns) return placed
  const empty = rows.flatMap((_, row) =>
    numbersTo(columns)
      .filter((column) => isFree(row, column))
      .map((column) => ({ cell: { text: '' }, row, column, rows: 1, columns: 1 })),
  )
  return [...placed, ...empty]
}

const numbersTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)

/** 初めから続けて当てはまる数。`most` まで。 */
const runOf = (most: number, holds: (index: number) => boolean): number => {
  let count = 0
  while (count < most && holds(count)) count += 1
  return count
}

/** 広がりのある升目が、まとまりの行をすべてつないでいるか。 */
export const isTied = (rows: readonly SlicedRow[]): boolean => {
  let until = 1
  for (const [index, row] of rows.entries()) {
    if (index >= until) return false
    until = Math.max(until, ...row.map((cell) => index + cell.rows))
  }
  return true
}
