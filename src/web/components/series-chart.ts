import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { type Scale, scaleFor } from './chart-scale.ts'
import { escapeHtml as esc } from './escape.ts'
import { withUnit } from './figure-words.ts'

/** 図に描くもの。値は画面の位置を決めるためだけに数へ直す（計算には使わない）。 */
export type Series = {
  readonly title: string
  readonly description: string
  readonly unit: string
  readonly shape: 'bars' | 'line'
  readonly points: readonly Point[]
  readonly targets: readonly Point[]
  /** 改める前の目標や、ほかの計画の目標（古い順）と、その名。 */
  readonly earlier?: readonly OtherTargets[]
  /** 目標を改めた日。`at` は年度の目盛りの上の位置（`positionOf`）。 */
  readonly changes?: readonly { readonly at: number; readonly words: string }[]
  /** 目盛りの年の書き方。 */
  readonly yearWord: (year: number) => string
  readonly words: { readonly target: string; readonly actual: string }
}

/** いまの目標と並べて描く、ほかの目標。 */
export type OtherTargets = { readonly points: readonly Point[]; readonly words: string }

export type Point = {
  readonly year: number
  readonly value: number
  readonly label: string
  readonly baseline?: boolean
}

const size = { width: 640, height: 260, left: 64, right: 88, top: 24, bottom: 36 } as const

/** 年ごとの値と目標の図。色のほかに、目標は破線と印の形で見分ける。 */
export const seriesChart = (series: Series): string => {
  const years = yearsOf(series)
  const values = [...series.points, ...series.targets, ...(series.earlier ?? []).flatMap(({ points }) => points)].map(
    ({ value }) => value,
  )
  if (years.length === 0 || values.length === 0) return ''
  const scale = scaleFor(values, series.shape === 'bars')
  const at = { x: xOf(years), y: yOf(scale) }
  return [
    `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="chart-title chart-desc">`,
    `<title id="chart-title">${esc(series.title)}</title><desc id="chart-desc">${esc(series.description)}</desc>`,
    grid(scale, at, series.unit),
    years
      .map(
        (year) =>
          `<text class="tick" x="${at.x(year)}" y="${size.height - 12}" text-anchor="middle">${esc(series.yearWord(year))}</text>`,
      )
      .join(''),
    series.shape === 'bars' ? bars(series, at, scale) : line(series, at),
    changes(series, at, years),
    earlier(series, at),
    target(series, at),
    '</svg>',
  ].join('')
}

type At = { readonly x: (year: number) => number; readonly y: (value: number) => number }

const yearsOf = ({ points, targets, earlier: old = [] }: Series): readonly number[] => {
  const years = [...points, ...targets, ...old.flatMap((each) => each.points)].map(({ year }) => year)
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index)
}

const xOf = (years: readonly number[]) => {
  const step = (size.width - size.left - size.right) / years.length
  return (year: number) => round(size.left + step * (year - (years[0] ?? year) + 0.5))
}

const yOf = ({ low, high }: Scale) => {
  const tall = size.height - size.top - size.bottom
  return (value: number) => round(size.top + tall * (1 - (value - low) / (high - low)))
}

const round = (x: number): number => Math.round(x * 10) / 10

const grid = ({ ticks }: Scale, { y }: At, unit: string): string => {
  const end = size.width - size.right
  const lines = ticks.map(
    ({ value, words }) =>
      `<line class="grid" x1="${size.left}" x2="${end}" y1="${y(value)}" y2="${y(value)}"/><text class="tick" x="${size.left - 8}" y="${y(value) + 4}" text-anchor="end">${words}</text>`,
  )
  return `${lines.join('')}<text class="tick" x="${size.left - 8}" y="12" text-anchor="end">${esc(unit)}</text>`
}

const barWidth = 34

const bars = ({ points }: Series, { x, y }: At, { low, high }: Scale): string => {
  const ground = y(Math.min(Math.max(0, low), high))
  return points
    .map((point) => {
      const top = Math.min(y(point.value), ground)
      const tall = Math.max(Math.abs(ground - y(point.value)), 1)
      const kind = point.baseline ? 'bar baseline' : 'bar'
      return `<rect class="${kind}" x="${x(point.year) - barWidth / 2}" y="${top}" width="${barWidth}" height="${round(tall)}"/>${valueLabel(point, x(point.year), top - 6)}`
    })
    .join('')
}

const line = ({ points }: Series, { x, y }: At): string => {
  const path = points.map((point) => `${x(point.year)},${y(point.value)}`).join(' ')
  const dots = points.map((point, index) => {
    const kind = point.baseline ? 'dot baseline' : 'dot'
    const labelAt = y(point.value) + (isValley(points, index) ? 22 : -10)
    return `<circle class="${kind}" cx="${x(point.year)}" cy="${y(point.value)}" r="5"/>${valueLabel(point, x(point.year), labelAt)}`
  })
  return `<polyline class="line" points="${path}"/>${dots.join('')}`
}

/** 両どなりより低い点。線が上を通るので、字は下に置く。 */
const isValley = (points: readonly Point[], index: number): boolean => {
  const [before, here, after] = [points[index - 1], points[index], points[index + 1]]
  return (
    before !== undefined &&
    here !== undefined &&
    after !== undefined &&
    before.value > here.value &&
    after.value > here.value
  )
}

const valueLabel = ({ label }: Point, x: number, y: number): string =>
  `<text class="value" x="${x}" y="${round(Math.max(y, 12))}" text-anchor="middle">${esc(label)}</text>`

/** 目標：一つなら横の破線と菱形、年ごとなら菱形を破線でつなぐ。 */
const target = ({ targets, words }: Series, { x, y }: At): string => {
  const [first] = targets
  const last = targets.at(-1)
  if (!first || !last) return ''
  const end = size.width - size.right
  const path =
    targets.length === 1
      ? `M${size.left},${y(first.value)}H${end}`
      : `M${targets.map((point) => `${x(point.year)},${y(point.value)}`).join('L')}`
  const marks = targets.map((point) => diamond(x(point.year), y(point.value))).join('')
  return `<path class="target" d="${path}"/>${marks}<text class="value target" x="${end + 4}" y="${y(last.value) + 4}">${esc(words.target)}<tspan x="${end + 4}" dy="1.2em">${esc(last.label)}</tspan></text>`
}

/** 改める前の目標：細い点線と、白抜きの菱形。ことばは右の端に、いまの目標の字と重ならないように置く。 */
const earlier = ({ earlier: old = [], targets }: Series, { x, y }: At): string => {
  const end = size.width - size.right
  const standing = targets.at(-1)
  return old
    .flatMap(({ points, words }) => {
      const last = points.at(-1)
      if (!last) return []
      const path =
        points.length === 1
          ? `M${size.left},${y(last.value)}H${end}`
          : `M${points.map((point) => `${x(point.year)},${y(point.value)}`).join('L')}`
      const marks = points.map((point) => hollowDiamond(x(point.year), y(point.value))).join('')
      const labelAt = round(apart(y(last.value), standing && y(standing.value)) + 4)
      return `<path class="target earlier" d="${path}"/>${marks}<text class="value target earlier" x="${end + 4}" y="${labelAt}">${esc(words)}<tspan x="${end + 4}" dy="1.2em">${esc(last.label)}</tspan></text>`
    })
    .join('')
}

const labelHeight = 34

/** いまの目標の字（二行）から離した高さ。 */
const apart = (at: number, other: number | undefined): number => {
  if (other === undefined || Math.abs(at - other) >= labelHeight) return at
  const below = at > other || (at === other && other < size.height / 2)
  return below ? Math.min(other + labelHeight, size.height - size.bottom - 8) : Math.max(other - labelHeight, size.top)
}

/** 目標を改めた日の縦の線。図の外の日は描かない。 */
const changes = ({ changes: all = [] }: Series, { x }: At, years: readonly number[]): string =>
  all
    .filter(({ at }) => at >= (years[0] ?? 0) - 0.5 && at <= (years.at(-1) ?? 0) + 0.5)
    .map(
      ({ at, words }) =>
        `<line class="change" x1="${x(at)}" x2="${x(at)}" y1="${size.top}" y2="${size.height - size.bottom}"/><text class="tick change" x="${x(at)}" y="${size.top - 10}" text-anchor="middle">${esc(words)}</text>`,
    )
    .join('')

/**
 * 日の、年度の目盛りの上の位置。年度の升の中ほどがその年度。
 *
 * @example positionOf('2026-03-25') // → 2025.48 ほど（令和7年度の終わり近く）
 */
export const positionOf = (day: string): number => {
  const { startYear } = fiscalYearOf(day)
  const days = (Date.parse(day) - Date.parse(`${startYear}-04-01`)) / 86_400_000
  return Math.round((startYear - 0.5 + days / 366) * 100) / 100
}

const hollowDiamond = (x: number, y: number): string =>
  `<path class="mark earlier" d="M${x},${round(y - 6)}L${round(x + 6)},${y}L${x},${round(y + 6)}L${round(x - 6)},${y}Z"/>`

const diamond = (x: number, y: number): string =>
  `<path class="mark" d="M${x},${round(y - 6)}L${round(x + 6)},${y}L${x},${round(y + 6)}L${round(x - 6)},${y}Z"/>`

/** 図に置ける点だけを取り出す。数でない値（「計画策定」）や値のない年は表に任せる。 */
export const pointsOf = (figures: readonly Figure[], baseline: Figure | null): readonly Point[] => [
  ...(baseline ? pointOf(baseline, true) : []),
  ...figures.flatMap((figure) => pointOf(figure, false)),
]

const pointOf = (figure: Figure, baseline: boolean): readonly Point[] =>
  figure.value === null || figure.year === null
    ? []
    : [{ year: figure.year, value: Number(figure.value), label: withUnit(figure), ...(baseline ? { baseline } : {}) }]

/** 単年の量は棒、累計と水準は折れ線。 */
export const shapeFor = ({ accumulation }: Indicator): Series['shape'] =>
  accumulation.kind === 'single-year' ? 'bars' : 'line'
