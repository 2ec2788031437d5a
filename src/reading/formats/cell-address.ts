/** 列の名。`columnName(0)` → 'A'、`columnName(27)` → 'AB' */
export const columnName = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** セルの番地。行も列も 0 から数える。`cellAddress(6, 3)` → 'D7' */
export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** 番地を 0 から数えた行と列に。番地でなければ null。`parseCellAddress('$D$7')` → { row: 6, column: 3 } */
export const parseCellAddress = (address: string): { readonly row: number; readonly column: number } | null => {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address)
  if (!match?.[1] || !match[2]) return null
  const column = [...match[1].toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match[2]) - 1, column: column - 1 }
}
