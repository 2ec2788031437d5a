import type { Chart } from '../report.ts'
import { frame, paleInk, valueText } from './look.ts'
import { type Scale, ticksOf } from './scale.ts'
import { element, escaped, roughWidth } from './svg.ts'

/** 図の描くところ。 */
export type Plot = {
  readonly scale: Scale
  readonly top: number
  readonly bottom: number
  /** 項目一つの幅。 */
  readonly slot: number
  readonly y: (value: number) => number
  readonly center: (index: number) => number
}

/** 目盛・横の線・項目の名・単位。 */
export const axes = (chart: Chart, plot: Plot): string =>
  [...ticks(plot), ...unit(chart, plot), baseline(plot), ...labels(chart, plot), ...cutAxis(plot)].join('')

const ticks = (plot: Plot): readonly string[] =>
  ticksOf(plot.scale).flatMap((value) => [
    element('line', {
      x1: frame.left,
      x2: frame.width - frame.right,
      y1: plot.y(value),
      y2: plot.y(value),
      stroke: '#ddd',
      'stroke-width': '1',
    }),
    element(
      'text',
      { x: frame.left - 6, y: plot.y(value) + 4, 'text-anchor': 'end' },
      valueText(value, plot.scale.places),
    ),
  ])

const unit = (chart: Chart, plot: Plot): readonly string[] =>
  chart.unit === null
    ? []
    : [element('text', { x: frame.left - 6, y: plot.top - 12, 'text-anchor': 'end' }, escaped(`（${chart.unit}）`))]

/** 0 の線。0 が目盛の外なら下の端。 */
const baseline = ({ scale, y }: Plot): string => {
  const zero = y(Math.min(Math.max(0, scale.low), scale.high))
  return element('line', { x1: frame.left, x2: frame.width - frame.right, y1: zero, y2: zero, stroke: paleInk })
}

/** 目盛が 0 から始まらない図の断り。 */
const cutAxis = ({ scale, top }: Plot): readonly string[] =>
  scale.low <= 0 && 0 <= scale.high
    ? []
    : [
        element(
          'text',
          { x: frame.width - frame.right, y: top - 12, 'text-anchor': 'end', 'font-size': 11 },
          '※ 縦の目盛は 0 から始まっていない',
        ),
      ]

const labels = ({ labels: names }: Chart, plot: Plot): readonly string[] =>
  labelLines(names, plot.slot).flatMap((lines, index) =>
    lines.map((line, row) =>
      element(
        'text',
        { x: plot.center(index), y: plot.bottom + 15 + 13 * row, 'text-anchor': 'middle', 'font-size': labelFont },
        escaped(line),
      ),
    ),
  )

/** 項目の名の字の大きさ。 */
const labelFont = 11

/** 項目の名を、項目の幅に入るように折った行。重なるなら間を置き、書かない名は空になる。 */
export const labelLines = (names: readonly string[], slot: number): readonly (readonly string[])[] => {
  const perLine = Math.max(4, Math.floor((slot - 4) / labelFont))
  const every = Math.max(1, Math.ceil((Math.min(4, longest(names)) * frame.font + 6) / slot))
  return names.map((name, index) => (index % every === 0 ? wrapped(name, perLine * every, 3) : []))
}

const longest = (labels: readonly string[]): number => Math.max(0, ...labels.map(roughWidth))

/** 全角 `width` 字ごとに折る。`most` 行に入らない分は「…」（全部の名は表にある）。 */
const wrapped = (text: string, width: number, most: number): readonly string[] => {
  const lines: string[] = []
  for (const stretch of text.split('\n')) {
    let line = ''
    for (const character of stretch) {
      if (roughWidth(line + character) > width) {
        lines.push(line)
        line = ''
      }
      line += character
    }
    lines.push(line)
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`]
}
