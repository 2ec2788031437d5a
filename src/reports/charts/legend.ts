import type { Chart } from '../report.ts'
import { marker, targetDash } from './lines.ts'
import { colorOf, dashOf, frame, lineColor } from './look.ts'
import { element, escaped, roughWidth } from './svg.ts'

/** 凡例。図の上に置き、幅に入らなければ次の行に送る。 */
export const legendOf = (chart: Chart): { readonly svg: string; readonly height: number } => {
  const items = [
    ...(chart.series.length > 1 || chart.lines.length > 0
      ? chart.series.map(({ name }, order) => ({ name, sample: sampleOf(chart, order) }))
      : []),
    ...chart.lines.map(({ name }, order) => ({ name, sample: targetSample(order) })),
  ]
  let [x, y] = [frame.left, 14]
  const placed = items.map(({ name, sample }) => {
    const width = 30 + roughWidth(name) * frame.font + 16
    if (x > frame.left && x + width > frame.width - frame.right) [x, y] = [frame.left, y + 18]
    const svg = sample(x, y) + element('text', { x: x + 30, y: y + 4 }, escaped(name))
    x += width
    return svg
  })
  return { svg: placed.join(''), height: items.length === 0 ? 0 : y + 6 }
}

type Sample = (x: number, y: number) => string

const sampleOf = ({ kind }: Chart, order: number): Sample =>
  kind === 'line'
    ? (x, y) => sampleLine(x, y, colorOf(order), dashOf(order)) + marker({ x: x + 12, y }, order)
    : (x, y) =>
        element('rect', {
          x: x + 4,
          y: y - 6,
          width: 18,
          height: 12,
          fill: colorOf(order),
          stroke: '#333',
          'stroke-width': '0.5',
        })

const targetSample =
  (order: number): Sample =>
  (x, y) =>
    sampleLine(x, y, lineColor, targetDash(order))

const sampleLine = (x: number, y: number, stroke: string, dash: string): string =>
  element('line', { x1: x, x2: x + 25, y1: y, y2: y, stroke, 'stroke-width': '2', 'stroke-dasharray': dash })
