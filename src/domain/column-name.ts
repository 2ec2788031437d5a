/** 表計算の列の名。0 から数える。`columnName(0)` → 'A'、`columnName(27)` → 'AB' */
export const columnName = (column: number): string => {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}

/** 列の名から番号に。0 から数える。`columnAt('AB')` → 27 */
export const columnAt = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
