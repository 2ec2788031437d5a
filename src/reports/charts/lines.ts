import type { Chart } from '../report.ts'
import type { Plot } from './axes.ts'
import { colorOf, type Drawn, dashOf, drawn, frame, lineColor, valueLabel, valueText } from './look.ts'
import { element } from './svg.ts'

type Point = { readonly x: number; readonly y: number; readonly value: number }

/** 折れ線。値のないところで切る。 */
export const lines = (chart: Chart, plot: Plot): Drawn =>
  drawn(chart.series.map(({ values }, order) => oneLine(values, order, chart.series.length, plot)))

const oneLine = (values: readonly (number | null)[], order: number, count: number, plot: Plot): Drawn => {
  const runs = runsOf(values, plot)
  const points = runs.flat()
  return {
    shapes: [...runs.map((run) => stroke(run, order)), ...points.map((point) => marker(point, order))].join(''),
    // 三つ以上の線では、値の字が重なって読めない。
    labels: count <= 2 ? points.map((point) => pointLabel(point, order, plot)).join('') : '',
  }
}

const stroke = (run: readonly Point[], order: number): string =>
  element('polyline', {
    points: run.map(({ x, y }) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join(' '),
    fill: 'none',
    stroke: colorOf(order),
    'stroke-width': '2',
    'stroke-dasharray': dashOf(order),
  })

const runsOf = (values: readonly (number | null)[], plot: Plot): readonly (readonly Point[])[] => {
  const runs: Point[][] = [[]]
  for (const [index, value] of values.entries()) {
    if (value === null) runs.push([])
    else runs.at(-1)?.push({ x: plot.center(index), y: plot.y(value), value })
  }
  return runs.filter((run) => run.length > 0)
}

/** 値の印。系列ごとに形を変える（丸・四角・三角・ひし形）。 */
export const marker = ({ x, y }: { readonly x: number; readonly y: number }, series: number): string => {
  const fill = { fill: colorOf(series), stroke: '#fff', 'stroke-width': '1' }
  switch (series % 4) {
    case 1:
      return element('rect', { x: x - 4, y: y - 4, width: 8, height: 8, ...fill })
    case 2:
      return element('polygon', { points: polygon(x, y, [0, -5], [5, 4], [-5, 4]), ...fill })
    case 3:
      return element('polygon', { points: polygon(x, y, [0, -5], [5, 0], [0, 5], [-5, 0]), ...fill })
    default:
      return element('circle', { cx: x, cy: y, r: 4, ...fill })
  }
}

const polygon = (x: number, y: number, ...corners: readonly (readonly [number, number])[]): string =>
  corners.map(([right, down]) => `${Math.round((x + right) * 10) / 10},${Math.round((y + down) * 10) / 10}`).join(' ')

/** 一つ目の系列は点の上に、二つ目は下に値を書く。 */
const pointLabel = ({ x, y, value }: Point, order: number, plot: Plot): string =>
  valueLabel(valueText(value), x, y + (order === 0 ? -8 : 18), plot.slot * 1.2)

/** 目標などの横線。名は凡例にある。 */
export const targetLines = (chart: Chart, plot: Plot): string =>
  chart.lines
    .map(({ value }, order) =>
      element('line', {
        x1: frame.left,
        x2: frame.width - frame.right,
        y1: plot.y(value),
        y2: plot.y(value),
        stroke: lineColor,
        'stroke-width': '1.5',
        'stroke-dasharray': targetDash(order),
      }),
    )
    .join('')

/** 横線の破り方。 */
export const targetDash = (order: number): string => ['8 4', '3 3', '12 3 3 3'][order % 3] ?? '8 4'
