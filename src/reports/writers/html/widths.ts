import type { Column, Paper, Table } from '../../report.ts'

/** 印刷できる幅（mm）。余白は左右 12mm。 */
const printable = { A3: { landscape: 396, portrait: 273 }, A4: { landscape: 273, portrait: 186 } } as const

/** 印刷の字の大きさ（ポイントの 2 倍）。これより小さければ読めず、大きければ表に見えない。 */
const [smallest, largest] = [11, 19]

/** 表の幅（全角の字数）。升目の余白に一列一字ぶん。 */
export const units = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width + 1, 0)

/** 紙の幅に収まる字の大きさの組（`print13` は 6.5 ポイント）。一つの章の表は、いちばん広い表にそろえる。 */
export const printSize = (tables: readonly Table[], { size, orientation }: Paper): string => {
  const widest = Math.max(...tables.map(({ columns }) => units(columns)))
  const points = (printable[size][orientation] / widest) * (72 / 25.4)
  return `print${Math.min(largest, Math.max(smallest, Math.floor(points * 2)))}`
}

export const printSizes: readonly (readonly [name: string, points: number])[] = Array.from(
  { length: largest - smallest + 1 },
  (_, index) => [`print${smallest + index}`, (smallest + index) / 2],
)

/** 画面での幅（px）。狭い画面では、入れ物の中で横に送る。 */
export const screenWidth = (columns: readonly Column[]): number => Math.round(units(columns) * 13)
