import type { Paper } from '../../report.ts'

/** 紙の短い辺と長い辺（mm）。 */
const sides = { A3: [297, 420], A4: [210, 297] } as const satisfies Record<Paper['size'], readonly [number, number]>

const points = (millimetres: number): number => (millimetres / 25.4) * 72

/** 余白（mm）。頁の番号は下の余白の中に置く。 */
const margins = { left: 10, right: 10, top: 14, bottom: 14, header: 6, footer: 6 } as const

/** 余白（インチ。Excel の単位）。 */
export const marginInches = Object.fromEntries(
  Object.entries(margins).map(([side, millimetres]) => [side, Math.round((millimetres / 25.4) * 1000) / 1000]),
)

/** 紙のうち刷れるところ（pt）。 */
export const printable = ({ size, orientation }: Paper): { readonly width: number; readonly height: number } => {
  const [short, long] = sides[size]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  return {
    width: points(width - margins.left - margins.right),
    height: points(height - margins.top - margins.bottom),
  }
}

/** 表の幅が紙を超えれば、全体が縮む。 */
const scaleOf = (paper: Paper, width: number): number => Math.min(1, printable(paper).width / width)

/**
 * 頁に収まる高さ。全体が縮めば、その分多く入る。書体が違って列の広さが少し変わっても、手で入れた改頁の前で
 * 自動の改頁が起きないように、内輪に見る。
 */
export const pageCapacity = (paper: Paper, width: number): number =>
  (printable(paper).height / scaleOf(paper, width)) * 0.97

/** 一枚に収めるための縮めかたの限り。字が読める七割五分まで。 */
const smallestScale = 0.75

/** 一枚に収めるか。収まるもの（書体が違っても一枚のままにする）と、少し縮めれば収まるもの（個票は一枚に一件）。 */
export const fitsOnePage = (paper: Paper, width: number, height: number): boolean => {
  const shrink = pageCapacity(paper, width) / height
  return shrink >= 1 || (shrink >= 0.8 && shrink * scaleOf(paper, width) >= smallestScale)
}

/** 行の高さと、前の行から離せないか。 */
export type BreakableRow = { readonly height: number; readonly joined: boolean }

/**
 * 改頁を入れる行（その行から新しい頁）。一件の行・帯とその下の一件・見出しとその下を切らない。
 * 一頁に収まらないまとまりは、収まらないところで Excel に切らせる。`repeated` は頁ごとに繰り返す見出しの高さ。
 */
export const pageBreaks = (rows: readonly BreakableRow[], capacity: number, repeated: number): readonly number[] => {
  const breaks: number[] = []
  let used = 0
  for (const unit of unitsOf(rows)) {
    if (used > 0 && used + unit.height > capacity) {
      breaks.push(unit.start)
      used = repeated
    }
    used = (used + unit.height) % capacity
  }
  return breaks
}

type Unit = { readonly start: number; height: number }

const unitsOf = (rows: readonly BreakableRow[]): readonly Unit[] => {
  const units: Unit[] = []
  rows.forEach(({ height, joined }, start) => {
    const last = units.at(-1)
    if (joined && last) last.height += height
    else units.push({ start, height })
  })
  return units
}
