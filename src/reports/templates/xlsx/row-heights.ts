import { attributeOf, type XmlElement } from '../package/xml.ts'

/** 行の高さ。行が増えた後も、図を元の大きさのまま置くために、上からの長さで所を決める。 */
export type RowHeights = {
  /** その行（1 から数える）の高さ（pt）。隠れた行は 0。 */
  readonly heightOf: (row: number) => number
  /** 書かれている行の高さの合計。 */
  readonly total: number
}

export const rowHeights = (rows: readonly XmlElement[], usual: number): RowHeights => {
  const own = new Map(
    rows.flatMap((row): (readonly [number, number])[] => {
      const number = Number(attributeOf(row, 'r'))
      if (/^(?:1|true)$/.test(attributeOf(row, 'hidden') ?? '')) return [[number, 0]]
      const height = attributeOf(row, 'ht')
      return height === undefined ? [] : [[number, Number(height)]]
    }),
  )
  const heightOf = (row: number): number => own.get(row) ?? usual
  const total = rows.reduce((sum, row) => sum + heightOf(Number(attributeOf(row, 'r'))), 0)
  return { heightOf, total }
}

/** 升目の中の所。行は 0 から数え、ずれは EMU（1 pt ＝ 12,700）。 */
export type Spot = { readonly row: number; readonly offset: number }

const emu = 12_700

/** 二つの所の間の長さ（pt）。 */
export const lengthBetween = (from: Spot, to: Spot, { heightOf }: RowHeights): number => {
  let length = (to.offset - from.offset) / emu
  for (let row = from.row; row < to.row; row += 1) length += heightOf(row + 1)
  return length
}

/** その所から下へ、その長さだけ行った所。 */
export const spotBelow = (from: Spot, length: number, { heightOf }: RowHeights): Spot => {
  let left = length + from.offset / emu
  let row = from.row
  while (left > heightOf(row + 1) && row - from.row < 20_000) {
    left -= heightOf(row + 1)
    row += 1
  }
  return { row, offset: Math.max(0, Math.round(left * emu)) }
}
