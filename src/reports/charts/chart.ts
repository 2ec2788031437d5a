import type { Chart } from '../report.ts'
import { axes, labelLines, type Plot } from './axes.ts'
import { bars } from './bars.ts'
import { legendOf } from './legend.ts'
import { lines, targetLines } from './lines.ts'
import { frame, ink } from './look.ts'
import { niceScale } from './scale.ts'
import { element, escaped } from './svg.ts'

/**
 * 図を SVG にする。頁にも紙にも同じ図が出る。題と一文は書き手が字で置くので、図の中には書かない。
 * 値のない年は、線を切り、棒を立てず「―」と書く（0 の棒ではない）。
 *
 * @example chartSvg({ title: '人口', kind: 'line', labels: ['R4', 'R5'], … }) // → '<svg …>…</svg>'
 */
export const chartSvg = (chart: Chart): string => {
  const legend = legendOf(chart)
  const plot = plotOf(chart, legend.height)
  const values = chart.kind === 'line' ? lines(chart, plot) : bars(chart, plot)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      width: frame.width,
      height: frame.height,
      role: 'img',
      'aria-label': chart.summary,
      'font-family': "'Noto Sans JP', 'BIZ UDPGothic', sans-serif",
      'font-size': frame.font,
      fill: ink,
    },
    element('title', {}, escaped(chart.title)),
    element('rect', { x: 0, y: 0, width: frame.width, height: frame.height, fill: '#fff' }),
    legend.svg,
    axes(chart, plot),
    values.shapes,
    targetLines(chart, plot),
    values.labels,
  )
}

const plotOf = (chart: Chart, legend: number): Plot => {
  const scale = niceScale(...scaled(chart))
  const top = legend + 24
  const slot = (frame.width - frame.left - frame.right) / Math.max(1, chart.labels.length)
  const bottom = frame.height - 9 - 13 * Math.max(1, ...labelLines(chart.labels, slot).map(({ length }) => length))
  return {
    scale,
    top,
    bottom,
    slot,
    y: (value) => bottom - ((value - scale.low) / (scale.high - scale.low)) * (bottom - top),
    center: (index) => frame.left + slot * (index + 0.5),
  }
}

/**
 * 棒はいつも 0 から。折れ線も 0 から始め、わずかな増減を大きく見せない。
 * どの値も 0 から遠く、0 から始めると動きが読めない線（人口など）だけは途中から始め、図の中でそう断る。
 */
const scaled = (chart: Chart): Parameters<typeof niceScale> => {
  const values = [...reaches(chart), ...chart.lines.map(({ value }) => value)]
  const sizes = values.map(Math.abs)
  const isOneSided = values.every((value) => value > 0) || values.every((value) => value < 0)
  const isFar = isOneSided && Math.min(...sizes) > 0.8 * Math.max(...sizes)
  return [values, { fromZero: chart.kind !== 'line' || !isFar }]
}

/** 縦の目盛に入るべき値。積み上げは、正と負を別々に積んだ高さ。 */
const reaches = ({ kind, labels, series }: Chart): readonly number[] =>
  kind === 'stacked'
    ? labels.flatMap((_, index) => {
        const stack = series.map(({ values }) => values[index] ?? 0)
        return [total(stack.filter((value) => value > 0)), total(stack.filter((value) => value < 0))]
      })
    : series.flatMap(({ values }) => values.flatMap((value) => value ?? []))

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
