import type { SheetChart } from 'hucre/xlsx'
import { columnName } from '#domain/column-name.ts'
import { isDecimal } from '#domain/quantity/decimal.ts'
import { printNumber } from '#domain/quantity/print-figure.ts'
import { colorOf, lineColor } from '../../charts/look.ts'
import type { Cell, Chart, Section, Table } from '../../report.ts'
import { quotedSheet } from './sheet-names.ts'

/** 図の高さの分の行（pt）と数。 */
export const chartRow = { height: 18, count: 12 } as const

/** 図の広さ（pt）。紙の広い章でも、図は横に伸ばしすぎない。 */
export const chartWidth = 620

/**
 * 図の値の章。Excel の図は升目の値から描かれるので、値の表を一枚のシートに集める（帳票の表は、結合や書き方のために図の元にできない）。
 * 図のない帳票では undefined。
 */
export const chartDataSection = (charts: readonly Chart[]): Section | undefined =>
  charts.length === 0
    ? undefined
    : {
        key: 'chart-data',
        name: '図の値',
        paper: { size: 'A4', orientation: 'landscape' },
        title: '図の値',
        lead: ['各シートの図は、この表の値から描かれています。値を直すと、図も変わります。'],
        outline: 0,
        blocks: charts.map((chart) => ({ kind: 'table', table: dataTable(chart, widestOf(charts)) })),
        notes: [],
      }

const widestOf = (charts: readonly Chart[]): number => Math.max(...charts.map(({ labels }) => labels.length))

/** 横の線（目標）は、どの年も同じ値の系列にする。列の並びはどの図も同じにし、値の升目を結合させない。 */
const dataTable = (chart: Chart, labels: number): Table => ({
  caption: chart.title,
  showCaption: true,
  columns: [
    { key: 'name', width: 14, align: 'start' },
    ...Array.from({ length: labels }, (_, at) => ({ key: `label-${at}`, width: 6, align: 'end' }) as const),
  ],
  header: [
    {
      cells: [
        { text: chart.unit === null ? '' : `（単位：${chart.unit}）` },
        ...chart.labels.map((text) => ({ text })),
      ],
    },
  ],
  groups: seriesOf(chart).map(({ name, values }) => ({
    kind: 'entry',
    rows: [{ cells: [{ text: name, heading: true }, ...values.map(valueCell)] }],
  })),
})

type Series = Chart['series'][number]

const seriesOf = ({ series, lines, labels }: Chart): readonly Series[] => [
  ...series,
  ...lines.map(({ name, value }) => ({ name, values: labels.map(() => value) })),
]

/** 値のない年は空のまま置く（零と描かれず、線が切れる）。 */
const valueCell = (value: number | null): Cell => {
  if (value === null) return { text: '' }
  const written = String(value)
  if (!isDecimal(written)) return { text: written }
  const places = written.split('.')[1]?.length ?? 0
  return {
    text: printNumber(written),
    number: { value: written, places, commas: true, before: '', after: '', minus: '△' },
  }
}

/** 図の値のありか。`rowOf` は値の表の見出しの行（0 から数える）。 */
export type ChartData = { readonly sheet: string; readonly rowOf: ReadonlyMap<Chart, number> }

/** 図の置き場所。`top` は行、`columns` は広さの分の列の数。 */
export type ChartPlace = { readonly chart: Chart; readonly top: number; readonly columns: number }

/** 図の色は、画面と PDF の図と同じ。 */
const inExcel = (color: string): string => color.slice(1).toUpperCase()

/** 棒の図の目標。Excel の図は一つの種類でしか描けず、目標も棒になるので、実績より目立たない灰色にする。 */
const targetBar = 'A6A6A6'

type ChartSeries = SheetChart['series'][number]

export const sheetChart = ({ chart, top, columns }: ChartPlace, data: ChartData): SheetChart => {
  const range = rangeOf(chart, data)
  const drawn = seriesOf(chart)
  const bars = chart.kind !== 'line'
  return {
    type: bars ? 'column' : 'line',
    title: chart.title,
    series: drawn.map(({ name }, at) => ({
      name,
      values: range(at + 1),
      categories: range(0),
      ...strokeOf(chart, at),
    })),
    anchor: {
      from: { row: top, col: 0 },
      to: { row: top + chartRow.count, col: columns },
    },
    ...(chart.kind === 'stacked' && { barGrouping: 'stacked' }),
    legend: drawn.length > 1 ? 'bottom' : false,
    dispBlanksAs: 'gap',
    altText: chart.summary,
    titleFontSize: 12,
    axes: {
      y: {
        ...(chart.unit !== null && { title: `（${chart.unit}）` }),
        numberFormat: { formatCode: '#,##0.##;△#,##0.##', sourceLinked: true },
        // 棒の長さは零から測る（途中から始まる軸は、差を大きく見せる）。
        ...(bars && drawn.every(({ values }) => values.every((value) => (value ?? 0) >= 0)) && { scale: { min: 0 } }),
      },
    },
  }
}

/** 系列の描きかた。`chart.series` の後に、目標の線が続く。 */
const strokeOf = ({ kind, series }: Chart, at: number): Pick<ChartSeries, 'color' | 'stroke' | 'marker'> => {
  if (at < series.length) return { color: inExcel(colorOf(at)) }
  if (kind !== 'line') return { color: targetBar }
  return { color: inExcel(lineColor), stroke: { dash: 'dash', width: 1.5 }, marker: { symbol: 'none' } }
}

/** 値の表の一行（0 が見出し）の範囲。 */
const rangeOf =
  (chart: Chart, { sheet, rowOf }: ChartData) =>
  (row: number): string => {
    const at = (rowOf.get(chart) ?? 0) + row + 1
    return `${quotedSheet(sheet)}!$B$${at}:$${columnName(chart.labels.length)}$${at}`
  }
