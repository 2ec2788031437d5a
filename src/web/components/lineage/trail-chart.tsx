import { raw } from 'hono/html'
import { actualFor, figureYears, finalTarget } from '#domain/indicator/figures.ts'
import type { LineageView, TrailStep } from '#operations/lineage/lineage-view.ts'
import { type Frame, yearInSentence, yearShort } from '../../frame.ts'
import { type Point, pointsOf, seriesChart, shapeFor } from '../series-chart.ts'
import { chartTargets } from './earlier-targets.ts'

type Props = { frame: Frame; view: LineageView }

/** すべての期と計画を通した図。単位の違う計画は描かず、表に任せる。 */
export const TrailChart = ({ frame, view }: Props) => {
  const { indicator, trail } = view
  const drawn = trail.filter(({ drawable }) => drawable)
  const points = actualPoints(drawn)
  if (points.length < 2) return null
  const own = drawn.find(({ here }) => here)
  const others = drawn.filter(({ here }) => !here)
  const earlier = others
    .map((step) => ({ points: targetsOf(step), words: frame.t(`lineage.target-${relationOf(view, step)}`) }))
    .filter((each) => each.points.length > 0)
  const said = points
    .map(({ year, label }) => `${yearInSentence(frame, year)} ${label}`)
    .join(frame.lang === 'ja' ? '、' : ', ')
  const chart = seriesChart({
    title: frame.t('chart.title', { name: indicator.name }),
    description: frame.t('lineage.chart-description', { points: said }),
    unit: indicator.unit ?? '',
    shape: shapeFor(indicator),
    points,
    targets: own ? targetsOf(own) : [],
    earlier,
    words: { target: frame.t('lineage.target-here'), actual: frame.t('table.actual') },
    yearWord: (year) => yearShort(frame, year),
  })
  return (
    <figure class="chart">
      {raw(chart)}
      <figcaption>
        {frame.t('lineage.chart-caption')} {earlier.length > 0 && frame.t('lineage.caption-others')}
      </figcaption>
    </figure>
  )
}

/** 前の期・次の期・ほかの計画。 */
export const relationOf = (
  { edition }: Pick<LineageView, 'edition'>,
  step: TrailStep,
): 'earlier' | 'later' | 'other' => {
  const [own, its] = [startOf(edition), startOf(step.edition)]
  if (step.link || own === null || its === null || own === its) return 'other'
  return its < own ? 'earlier' : 'later'
}

/** 計画の始まり。終わりの年度しか分からなければ、それ。 */
const startOf = ({ firstYear, lastYear }: TrailStep['edition']): number | null => firstYear ?? lastYear

const targetsOf = ({ indicator }: TrailStep): readonly Point[] =>
  chartTargets({ target: finalTarget(indicator), targets: indicator.targets })

/** 年度ごとの実績。いくつもの計画にある年度は、この頁の計画の値。いちばん古い基準値も、実績のない年度なら置く。 */
const actualPoints = (steps: readonly TrailStep[]): readonly Point[] => {
  const byYear = new Map<number, Point>()
  for (const { indicator } of steps.toSorted((a, b) => Number(a.here) - Number(b.here)))
    for (const year of figureYears(indicator)) {
      const actual = actualFor(indicator, year)
      for (const point of actual ? pointsOf([actual], null) : []) byYear.set(year, point)
    }
  const [baseline] = steps.flatMap(({ indicator }) => pointsOf([], indicator.baseline))
  if (baseline && !byYear.has(baseline.year)) byYear.set(baseline.year, baseline)
  return [...byYear.values()].toSorted((a, b) => a.year - b.year)
}
