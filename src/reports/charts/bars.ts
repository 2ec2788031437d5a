import type { Chart } from '../report.ts'
import type { Plot } from './axes.ts'
import { colorOf, type Drawn, drawn, valueLabel, valueText } from './look.ts'
import { element } from './svg.ts'

/** 棒（並べるか、積み上げる）。 */
export const bars = (chart: Chart, plot: Plot): Drawn =>
  drawn(chart.kind === 'stacked' ? stacked(chart, plot) : sideBySide(chart, plot))

const sideBySide = ({ labels, series }: Chart, plot: Plot): readonly Drawn[] => {
  const width = Math.min(52, (plot.slot * 0.74) / Math.max(1, series.length))
  return labels.flatMap((_, index) => {
    const left = plot.center(index) - (width * series.length) / 2
    return series.map(({ values }, order) => {
      const value = values[index] ?? null
      const middle = left + width * (order + 0.5)
      if (value === null) return none(middle, width, plot)
      const y = plot.y(value) + (value >= 0 ? -4 : 13)
      return {
        shapes: bar(left + width * order, width, zeroIn(plot), value, order, plot),
        labels: valueLabel(valueText(value), middle, y, width * 1.35),
      }
    })
  })
}

/** 値がない。0 の棒と間違えないように「―」を置く。 */
const none = (x: number, width: number, plot: Plot): Drawn => ({
  shapes: '',
  labels: valueLabel('―', x, plot.y(zeroIn(plot)) - 4, width * 1.35),
})

const stacked = ({ labels, series }: Chart, plot: Plot): readonly Drawn[] => {
  const width = Math.min(64, plot.slot * 0.66)
  return labels.flatMap((_, index) => {
    const x = plot.center(index) - width / 2
    if (series.every(({ values }) => (values[index] ?? null) === null)) return none(plot.center(index), width, plot)
    let [above, below] = [0, 0]
    return series.flatMap(({ values }, order) => {
      const value = values[index] ?? 0
      if (value === 0) return []
      const from = value > 0 ? above : below
      if (value > 0) above += value
      else below += value
      const isTall = Math.abs(plot.y(from) - plot.y(from + value)) >= 13
      const middle = (plot.y(from) + plot.y(from + value)) / 2
      return {
        shapes: bar(x, width, from, from + value, order, plot),
        labels: isTall ? valueLabel(valueText(value), plot.center(index), middle + 4, width, inBar(order)) : '',
      }
    })
  })
}

/** 棒の中に書く値の字と縁の色。 */
const inBar = (series: number) => ({ fill: isDark(series) ? '#fff' : '#222', halo: colorOf(series) })

const isDark = (series: number): boolean => [0, 4, 5].includes(series % 6)

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
