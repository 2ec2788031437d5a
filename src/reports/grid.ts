import type { Cell, Row } from './report.ts'

/** 置かれた升目。`row`・`column` は 0 から数えた左上。 */
export type PlacedCell = {
  readonly cell: Cell
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/**
 * 行の並びの升目を、広がり（rows・columns）を避けて左から置く。HTML の表と同じ数え方。
 *
 * @example placedCells([{ cells: [{ text: '区分', rows: 2 }, { text: '目標' }] }, { cells: [{ text: 'R5' }] }])
 * // → 区分 (0,0)、目標 (0,1)、R5 (1,1)
 */
export const placedCells = (rows: readonly Row[]): readonly PlacedCell[] => {
  const taken = new Set<string>()
  return rows.flatMap(({ cells }, row) => {
    let column = 0
    return cells.map((cell) => {
      while (taken.size > 0 && taken.has(`${row}/${column}`)) column++
      const placed = { cell, row, column, rows: cell.rows ?? 1, columns: cell.columns ?? 1 }
      // 次の行からの広がりだけを覚える（同じ行は `column` が先へ進む）。
      for (let down = 1; down < placed.rows; down++)
        for (let across = 0; across < placed.columns; across++) taken.add(`${row + down}/${column + across}`)
      column += placed.columns
      return placed
    })
  })
}
