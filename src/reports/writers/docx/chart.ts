import { ChartRun, type ChartRunOptions } from 'docx/charts'
import { colorOf, lineColor } from '../../charts/look.ts'
import type { Chart } from '../../report.ts'
import { xmlText } from '../../xml-text.ts'

/** 図の色は、画面と PDF の図と同じ。 */
const inWord = (color: string): string => color.slice(1).toUpperCase()

/** 図の大きさ（画素）。紙の幅に収め、縦横の比を保つ。 */
const largest = { width: 760, height: 260 } as const

const scaleFor = (width: number): number => Math.min(1, width / 15 / largest.width)

/** 紙の幅（1/20 pt）に置いた図の高さ（pt）。 */
export const chartHeight = (width: number): number => largest.height * scaleFor(width) * 0.75

/**
 * Word の図。値は図の中に入っていて、Word で直せる。値のない年は線も棒も描かず、目標の線は破線で横に引く。
 * 描ける値の一つもない図は undefined（図の言うことの文だけを置く）。
 */
export const wordChart = (chart: Chart, width: number): ChartRun | undefined => {
  if (chart.labels.length === 0 || chart.series.length === 0) return undefined
  const scale = scaleFor(width)
  return new ChartRun({
    type: chart.kind === 'line' ? 'line' : 'column',
    ...(chart.kind === 'stacked' && { stacking: 'stacked' }),
    title: { text: xmlText(chart.title), font: { size: 11 } },
    categories: chart.labels.map(xmlText),
    series: [...chart.series.map(drawn(chart.kind)), ...chart.lines.map((line) => across(line, chart.labels.length))],
    valueAxis: {
      numberFormat: '#,##0.##;"△"#,##0.##',
      ...(chart.unit !== null && { title: { text: `（${xmlText(chart.unit)}）`, font: { size: 9 } } }),
      // 棒の長さは零から測る（途中から始まる軸は、差を大きく見せる）。
      ...(chart.kind !== 'line' && nothingNegative(chart) && { minimum: 0 }),
    },
    emptyValues: 'gap',
    altText: { name: xmlText(chart.title), description: xmlText(chart.summary) },
    transformation: { width: Math.round(largest.width * scale), height: Math.round(largest.height * scale) },
  } satisfies ChartRunOptions)
}

const drawn =
  (kind: Chart['kind']) =>
  ({ name, values }: Chart['series'][number], at: number) => ({
    name: xmlText(name),
    values,
    color: inWord(colorOf(at)),
    // 前後に値のない年の値は、印がないと線では見えない。
    ...(kind === 'line' && { markers: true }),
  })

const across = ({ name, value }: Chart['lines'][number], count: number) =>
  ({
    name: xmlText(name),
    values: Array.from({ length: count }, () => value),
    type: 'line',
    markers: false,
    line: { color: inWord(lineColor), width: 1.5, dash: 'dash' },
  }) as const

const nothingNegative = ({ series, lines }: Chart): boolean =>
  series.every(({ values }) => values.every((value) => (value ?? 0) >= 0)) && lines.every(({ value }) => value >= 0)
