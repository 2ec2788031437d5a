import type { Paper } from '../../report.ts'

/** 紙の寸法と余白（ポイント）。 */
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly side: number
}

const mm = (length: number): number => (length * 72) / 25.4

const sizes = { A3: [297, 420], A4: [210, 297] } as const

/** 紙。余白は、上に資料番号、下に頁の番号が入る広さ。 */
export const sheetOf = ({ size, orientation }: Paper): Sheet => {
  const [short, long] = sizes[size]
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short]
  return { width: mm(width), height: mm(height), top: mm(19), bottom: mm(14), side: mm(size === 'A3' ? 12 : 15) }
}

/** 本文の幅と高さ。 */
export const bodyOf = ({
  width,
  height,
  top,
  bottom,
  side,
}: Sheet): { readonly width: number; readonly height: number } => ({
  width: width - 2 * side,
  height: height - top - bottom,
})
