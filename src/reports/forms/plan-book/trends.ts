import { finalTarget } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalsOf } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Table } from '../../report.ts'
import { figureCell, textCell } from '../cells.ts'
import { chosenYears } from '../chosen.ts'
import { yearHeading } from '../years.ts'

/** 図にする指標の限り。概要は数頁に収め、残りは一覧表が言う。 */
const mostCharts = 12

/** 数値目標か。そう呼ばない計画（小千谷市の一覧表）では、基本目標にじかに付いた指標。 */
const headline = (edition: Edition) => {
  const goals = new Set(goalsOf(edition.content).flatMap(({ nodes }) => nodes.map(({ id }) => id)))
  return ({ class: kind, node }: Indicator): boolean => kind.includes('数値目標') || (node !== null && goals.has(node))
}

/**
 * 数値目標の推移。数の実績が二つ以上の年度にあり、どれも同じ単位で、目標も数一つのものだけを図にする
 * （「4校・13回」や単位の違う値は、線でつなぐと誤りになる）。
 */
export const trendBlocks = (
  edition: Edition,
  choices: ReportChoices,
  indicators: readonly Indicator[],
): readonly Block[] => {
  const years = chosenYears(edition, choices)
  const trends = indicators
    .filter(headline(edition))
    .flatMap((indicator) => trendOf(edition, indicator, years) ?? [])
    .slice(0, mostCharts)
  if (trends.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: `${headingOf(trends.map(({ indicator }) => indicator))}の推移` },
    ...trends.flatMap((trend) => trendOfOne(trend, years, choices)),
  ]
}

/** どれも数値目標なら「数値目標」。そう呼ばない計画では「主な指標」。 */
const headingOf = (indicators: readonly Indicator[]): string =>
  indicators.every(({ class: kind }) => kind.includes('数値目標')) ? '数値目標' : '主な指標'

type Trend = {
  readonly indicator: Indicator
  readonly target: Figure | undefined
  readonly actuals: readonly (Figure | undefined)[]
}

const trendOf = (edition: Edition, indicator: Indicator, years: readonly number[]): Trend | undefined => {
  const reckoned = reckon(edition).byId.get(indicator.id)
  const actuals = years.map((year) => reckoned?.years.get(year)?.actual)
  const drawn = actuals.filter((actual) => actual !== undefined).filter(isPoint)
  const units = new Set(drawn.map(({ unit }) => unit))
  if (drawn.length < 2 || units.size > 1) return undefined
  const target = finalTarget(indicator)
  return { indicator, target, actuals }
}

/** 図の点にできる値か。暫定値は点にし、参考値・見込みは点にしない。 */
const isPoint = (figure: Figure): boolean =>
  figure.value !== null &&
  figure.parts === undefined &&
  figure.upTo === undefined &&
  figure.outOf === undefined &&
  (figure.status === 'given' || figure.status === 'provisional')

const trendOfOne = (
  { indicator, target, actuals }: Trend,
  years: readonly number[],
  choices: ReportChoices,
): readonly Block[] => {
  const unit = actuals.find((actual) => actual !== undefined && isPoint(actual))?.unit ?? null
  const line = target && isPoint(target) && target.unit === unit && target.scope !== 'period' ? target : undefined
  const labels = years.map((year) => yearHeading(year, choices.yearStyle).split('\n')[0] ?? '')
  return [
    {
      kind: 'chart',
      chart: {
        title: indicator.name,
        summary: `${indicator.name}の年度ごとの実績${line ? 'と目標' : ''}の図。値は下の表と同じ。`,
        kind: 'line',
        unit,
        labels,
        series: [
          { name: '実績', values: actuals.map((actual) => (actual && isPoint(actual) ? Number(actual.value) : null)) },
        ],
        lines: line?.value ? [{ name: '目標', value: Number(line.value) }] : [],
      },
    },
    { kind: 'table', table: trendTable(indicator, target, actuals, years, choices) },
  ]
}

const trendTable = (
  indicator: Indicator,
  target: Figure | undefined,
  actuals: readonly (Figure | undefined)[],
  years: readonly number[],
  choices: ReportChoices,
): Table => ({
  caption: `${indicator.name}の推移`,
  showCaption: false,
  columns: [
    { key: 'what', width: 6, align: 'start' },
    ...years.map((year) => ({ key: `y${year}`, width: 7, align: 'end' as const })),
    { key: 'target', width: 8, align: 'end' },
  ],
  header: [
    {
      cells: ['', ...years.map((year) => yearHeading(year, choices.yearStyle)), '目標'].map((text) =>
        textCell(text, { align: 'center' }),
      ),
    },
  ],
  groups: [
    {
      kind: 'entry',
      rows: [
        {
          cells: [
            textCell('実績', { heading: true }),
            ...actuals.map((actual) => figureCell(actual)),
            figureCell(target),
          ],
        },
      ],
    },
  ],
})
