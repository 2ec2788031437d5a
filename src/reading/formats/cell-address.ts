import { columnAt, columnName } from '#domain/column-name.ts'

/** セルの番地。行も列も 0 から数える。`cellAddress(6, 3)` → 'D7' */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** 番地を 0 から数えた行と列に。番地でなければ null。`parseCellAddress('$D$7')` → { row: 6, column: 3 } */
export const parseCellAddress = (address: string): { readonly row: number; readonly column: number } | null => {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address)
  if (!match?.[1] || !match[2]) return null
  return { row: Number(match[2]) - 1, column: columnAt(match[1]) }
}
