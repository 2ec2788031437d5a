import type { Cell as SheetCellDetail } from 'hucre/xlsx'
import type { Look } from './styles.ts'

/** 升目の中の、見た目の違う字の続き。 */
export type TextRun = NonNullable<SheetCellDetail['richText']>[number]

/** シートの一行。`joined` は前の行と、`keepsNext` は次の行と、頁を分けない。 */
export type SheetRow = {
  readonly height: number
  readonly joined?: boolean
  readonly keepsNext?: boolean
  readonly cells: readonly SheetCell[]
}

/** シートの升目。広がり（`columns`・`rows`）のあるものは結合する。 */
export type SheetCell = CellContent & {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly look: Look
}

/** 升目に入るもの。`runs` は上付きの印や下線のある字。`link` はブックの中の行き先。 */
export type CellContent = {
  readonly value: string | number | null
  readonly format?: string
  readonly runs?: readonly TextRun[]
  readonly link?: string
}

/** Excel の行の高さの限り（409pt）より少し内。これより高い行は、いくつかの行に分けて結合する。 */
const tallest = 400

/** 高さ `height` を入れるのに要る行の数。 */
export const rowsFor = (height: number): number => Math.max(1, Math.ceil(height / tallest))

/** 升目のならび一つ分の行。高すぎれば行を分け、升目を縦に結合する。 */
export const rowsOf = (row: SheetRow): readonly SheetRow[] => {
  const count = rowsFor(row.height)
  if (count === 1) return [row]
  return Array.from({ length: count }, (_, at) => ({
    height: row.height / count,
    joined: at > 0 || row.joined === true,
    ...(at === count - 1 && row.keepsNext && { keepsNext: true }),
    cells: at === 0 ? row.cells.map((cell) => ({ ...cell, rows: count })) : [],
  }))
}

/** すきま。 */
export const gap = (height: number): SheetRow => ({ height, cells: [] })

/** 次の行と頁を分けないすきま。 */
export const gapBefore = (height: number): SheetRow => ({ height, keepsNext: true, cells: [] })
