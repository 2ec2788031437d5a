import type { Chart } from '../report.ts'
import type { Plot } from './axes.ts'
import { colorOf, valueText } from './look.ts'
import { element, roughWidth } from './svg.ts'

/** 棒（並べるか、積み上げる）。 */
export const bars = (chart: Chart, plot: Plot): string =>
  (chart.kind === 'stacked' ? stacked(chart, plot) : sideBySide(chart, plot)).join('')

const sideBySide = ({ labels, series }: Chart, plot: Plot): readonly string[] => {
  const width = Math.min(52, (plot.slot * 0.74) / Math.max(1, series.length))
  return labels.flatMap((_, index) => {
    const left = plot.center(index) - (width * series.length) / 2
    return series.flatMap(({ values }, order) => {
      const value = values[index] ?? null
      const x = left + width * order
      if (value === null) return label('―', x + width / 2, plot.y(zeroIn(plot)) - 4, width)
      const up = value >= 0
      return [
        bar(x, width, zeroIn(plot), value, order, plot),
        ...label(valueText(value), x + width / 2, plot.y(value) + (up ? -4 : 13), width),
      ]
    })
  })
}

const stacked = ({ labels, series }: Chart, plot: Plot): readonly string[] => {
  const width = Math.min(64, plot.slot * 0.66)
  return labels.flatMap((_, index) => {
    const x = plot.center(index) - width / 2
    if (series.every(({ values }) => (values[index] ?? null) === null))
      return label('―', plot.center(index), plot.y(zeroIn(plot)) - 4, width)
    let [above, below] = [0, 0]
    return series.flatMap(({ values }, order) => {
      const value = values[index] ?? 0
      if (value === 0) return []
      const from = value > 0 ? above : below
      if (value > 0) above += value
      else below += value
      const middle = (plot.y(from) + plot.y(from + value)) / 2
      const isTall = Math.abs(plot.y(from) - plot.y(from + value)) >= 13
      return [
        bar(x, width, from, from + value, order, plot),
        ...(isTall
          ? label(valueText(value), plot.center(index), middle + 4, width, isDark(order) ? '#fff' : undefined)
          : []),
      ]
    })
  })
}

const isDark = (series: number): boolean => [0, 3, 5].includes(series % 6)

const zeroIn = ({ scale }: Plot): number => Math.min(Math.max(0, scale.low), scale.high)

const bar = (x: number, width: number, from: number, to: number, series: number, plot: Plot): string =>
  element('rect', {
    x: x + 1,
    y: Math.min(plot.y(from), plot.y(to)),
    width: Math.max(1, width - 2),
    height: Math.abs(plot.y(from) - plot.y(to)),
    fill: colorOf(series),
    stroke: '#333',
    'stroke-width': '0.5',
  })

/** 棒に添える値。幅に入らないなら書かない（値は表にある）。 */
const label = (text: string, x: number, y: number, room: number, fill?: string): readonly string[] =>
  roughWidth(text) * 11 > room * 1.35
    ? []
    : [element('text', { x, y, 'text-anchor': 'middle', 'font-size': 11, ...(fill && { fill }) }, text)]
