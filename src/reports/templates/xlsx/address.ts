import { columnAt, columnName as nameFromZero } from '#domain/column-name.ts'

/** 升目の所。列も行も 1 から数える。 */
export type Address = { readonly column: number; readonly row: number }

/** 表計算の行の終わり。 */
export const lastSheetRow = 1_048_576

/** 列の名。1 から数える。`columnName(28)` → 'AB' */
export const columnName = (column: number): string => nameFromZero(column - 1)

/** `columnNumber('AB')` → 28 */
export const columnNumber = (name: string): number => columnAt(name) + 1

/** `addressOf('$D$7')` → { column: 4, row: 7 }。番地でなければ undefined。 */
export const addressOf = (written: string): Address | undefined => {
  const [, column, row] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(written) ?? []
  return column && row ? { column: columnNumber(column), row: Number(row) } : undefined
}

export const written = ({ column, row }: Address): string => `${columnName(column)}${row}`

/** 行の並び。`from` から `to` まで。 */
export type Rows = { readonly from: number; readonly to: number }

/** 升目の範囲（`ref` の字面）。列だけ・行だけの範囲は、行だけを持つか、持たない。 */
export type Area = { readonly first: Address; readonly last: Address }

/** `areaOf('A5:C6')`、一つの升目なら同じ始まりと終わり。 */
export const areaOf = (ref: string): Area | undefined => {
  const [one = '', other = one] = ref.split(':')
  const [first, last] = [addressOf(one), addressOf(other)]
  return first && last ? { first, last } : undefined
}

export const writtenArea = ({ first, last }: Area): string =>
  first.column === last.column && first.row === last.row ? written(first) : `${written(first)}:${written(last)}`

/** 行の番号を、続いた並びにまとめる。`runsOf([5, 6, 8])` → 5–6、8 */
export const runsOf = (rows: readonly number[]): readonly Rows[] => {
  const runs: { from: number; to: number }[] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && row <= last.to + 1) last.to = Math.max(last.to, row)
    else runs.push({ from: row, to: row })
  }
  return runs
}
