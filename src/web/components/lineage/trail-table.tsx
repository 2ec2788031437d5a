import { actualFor, figureYears, finalTarget, targetInColumn } from '#domain/indicator/figures.ts'
import type { LineageView, TrailStep } from '#operations/lineage/lineage-view.ts'
import { type Frame, periodInWords, yearInSentence, yearInWords } from '../../frame.ts'
import { FigureText } from '../figure.tsx'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import { relationOf } from './trail-chart.tsx'

type Props = { frame: Frame; view: LineageView }

/** 計画ごとの列に、基準値・目標・年度ごとの実績を並べる。 */
export const TrailTable = ({ frame, view }: Props) => {
  const { trail } = view
  const years = [...new Set(trail.flatMap(({ indicator }) => figureYears(indicator)))].toSorted((a, b) => a - b)
  return (
    <Scroll labelledby="trail">
      <table class="plain lineage-trail">
        <thead>
          <tr>
            <td />
            {trail.map((step) => (
              <Head frame={frame} view={view} step={step} />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{frame.t('lineage.row-unit')}</th>
            {trail.map(({ indicator }) => (
              <td class="n">
                <Own frame={frame}>{indicator.unit ?? '―'}</Own>
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{frame.t('lineage.row-baseline')}</th>
            {trail.map(({ indicator: { baseline } }) => (
              <td class="n">
                <Own frame={frame}>{shownFigure(frame, baseline).words}</Own>{' '}
                {baseline?.year != null && <small>{yearInSentence(frame, baseline.year)}</small>}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{frame.t('lineage.row-target')}</th>
            {trail.map(({ indicator }) => (
              <Target frame={frame} indicator={indicator} />
            ))}
          </tr>
          {years.map((year) => (
            <tr>
              <th scope="row">{yearInWords(frame, year)}</th>
              {trail.map((step) => (
                <Year frame={frame} step={step} year={year} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const Head = ({ frame, view, step }: Props & { step: TrailStep }) => {
  const { edition, indicator, here } = step
  return (
    <th scope="col" class={here ? 'standing' : undefined}>
      <span class="tag">{frame.t(here ? 'lineage.here' : `lineage.relation-${relationOf(view, step)}`)}</span>{' '}
      <a href={frame.to.indicator(edition.municipality.code, edition.id, indicator.id)}>
        <Own frame={frame}>{edition.title}</Own>
      </a>{' '}
      <small>{periodInWords(frame, edition.firstYear, edition.lastYear)}</small>
      {indicator.name !== view.indicator.name && (
        <small>
          <Own frame={frame}>{indicator.name}</Own>
        </small>
      )}
    </th>
  )
}

const Target = ({ frame, indicator }: { frame: Frame; indicator: TrailStep['indicator'] }) => {
  const target = finalTarget(indicator)
  return (
    <td class="n">
      {target ? <Own frame={frame}>{shownFigure(frame, target).words}</Own> : frame.t('lineage.no-target')}{' '}
      {target?.year != null && <small>{yearInSentence(frame, target.year)}</small>}
    </td>
  )
}

/** その年度の実績。年度ごとに目標を置く計画では、目標も添える。表にない年度は空けておく。 */
const Year = ({ frame, step: { edition, indicator }, year }: { frame: Frame; step: TrailStep; year: number }) => {
  const actual = actualFor(indicator, year)
  const target = indicator.targets.some((each) => each.year === year)
    ? targetInColumn(indicator, year, edition)
    : undefined
  return (
    <td class="n">
      {actual && <FigureText frame={frame} figure={actual} />}
      {target && (
        <small class="lineage-year-target">
          {frame.t('table.target')} <Own frame={frame}>{shownFigure(frame, target).words}</Own>
        </small>
      )}
    </td>
  )
}
