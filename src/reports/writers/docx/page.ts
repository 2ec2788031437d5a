import type { Paper } from '../../report.ts'

/** 紙の短い辺と長い辺（mm）。 */
const sides = { A3: [297, 420], A4: [210, 297] } as const satisfies Record<Paper['size'], readonly [number, number]>

/** Word の長さの単位（1/20 pt）。 */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** 余白（mm）。上の余白には計画の名と資料番号、下の余白には頁の番号が入る。 */
const margins = { top: 18, right: 15, bottom: 16, left: 15, header: 9, footer: 8 } as const

/** 紙の大きさ。横長の紙も短い辺を幅として渡す（docx が入れ替える）。 */
export const pageSize = ({ size, orientation }: Paper) => ({
  width: twips(sides[size][0]),
  height: twips(sides[size][1]),
  orientation,
})

export const pageMargin = {
  top: twips(margins.top),
  right: twips(margins.right),
  bottom: twips(margins.bottom),
  left: twips(margins.left),
  header: twips(margins.header),
  footer: twips(margins.footer),
} as const

/** 字の入るところ（1/20 pt）。 */
export const textArea = ({ size, orientation }: Paper): { readonly width: number; readonly height: number } => {
  const [short, long] = sides[size]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  return {
    width: twips(width) - pageMargin.left - pageMargin.right,
    height: twips(height) - pageMargin.top - pageMargin.bottom,
  }
}
