import { raw } from 'hono/html'
import { isAbsent } from '#domain/indicator/figures.ts'
import { say } from '#domain/language/say.ts'
import type { YearReckoning } from '#domain/plan/reckoning.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { IndicatorView } from '#operations/view-indicator.ts'
import { type Frame, yearInWords } from '../frame.ts'
import { FigureText } from './figure.tsx'
import { percentAsPrinted, rateWords } from './rate-words.ts'
import { Scroll } from './scroll.tsx'
import { shape } from './shapes.ts'
import { SourceLink } from './source-link.tsx'
import { State } from './state.tsx'

type Props = { frame: Frame; view: IndicatorView }

/** 年ごとの値と、達成率の計算。図と同じものを表で言い、値はどれも出典の場所につながる。 */
export const Workings = ({ frame, view }: Props) => (
  <Scroll labelledby="workings">
    <table class="workings">
      <thead>
        <tr>
          <th scope="col">{frame.t('workings.year')}</th>
          {view.yearly && (
            <th scope="col" class="n">
              {frame.t('table.target')}
            </th>
          )}
          <th scope="col" class="n">
            {frame.t('table.actual')}
          </th>
          <th scope="col" class="n">
            {frame.t('table.rate')}
          </th>
          <th scope="col">{frame.t('workings.working')}</th>
          <th scope="col">{frame.t('workings.printed')}</th>
          <th scope="col">{frame.t('workings.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {view.years.map((year) => (
          <Year frame={frame} view={view} year={year} />
        ))}
      </tbody>
    </table>
  </Scroll>
)

const Year = ({ frame, view, year }: Props & { year: YearReckoning }) => (
  <tr id={`y${year.year}`}>
    <th scope="row">{yearInWords(frame, year.year)}</th>
    {view.yearly && (
      <td class="n">
        <Cited frame={frame} view={view} figure={year.target} />
      </td>
    )}
    <td class="n">
      <Cited frame={frame} view={view} figure={year.actual} />
    </td>
    <td class="n">
      <strong>{rateWords(frame, year.achievement)}</strong>
    </td>
    <td>{say(year.achievement.working, frame.lang)}</td>
    <td>
      <Printed frame={frame} view={view} year={year} />
    </td>
    <td>
      <State frame={frame} standing={year.standing} />
    </td>
  </tr>
)

/** 値と、その出典の場所。 */
export const Cited = ({ frame, view, figure }: Props & { figure: Figure | null | undefined }) => {
  if (!figure) return <FigureText frame={frame} figure={undefined} />
  if (isAbsent(figure))
    return (
      <>
        <FigureText frame={frame} figure={figure} /> <small class="reason">{absenceWords(frame, figure)}</small>
        {figure.raw !== '' && (
          <small>
            {' '}
            <Origin frame={frame} view={view} figure={figure} />
          </small>
        )}
      </>
    )
  return (
    <>
      <FigureText frame={frame} figure={figure} />
      <small>{standingOf(frame, figure)}</small>{' '}
      <small>
        <Origin frame={frame} view={view} figure={figure} />
      </small>
    </>
  )
}

/** 図書の値はその行へ、照会で受け取った値は実績の履歴へ（図書には書かれていない）。 */
const Origin = ({ frame, view: { edition, indicator }, figure }: Props & { figure: Figure }) =>
  figure.version ? (
    <a class="cite" href={`${frame.to.actuals(edition.municipality.code, edition.id, indicator.id)}#y${figure.year}`}>
      {frame.t(`actuals.kind-${figure.version.kind}`)}
    </a>
  ) : (
    <SourceLink frame={frame} edition={edition} place={figure.place} />
  )

/** 値の身分。確定・通常の値には何も添えない。 */
const standingOf = (frame: Frame, { status }: Figure): string =>
  status === 'provisional' || status === 'estimated' || status === 'reference' ? ` ${frame.t(`figure.${status}`)}` : ''

const absenceWords = (frame: Frame, figure: Figure): string =>
  isAbsent(figure) ? frame.t(`absence.${figure.status}`) : ''

const Printed = ({ frame, view, year: { printed, agreement } }: Props & { year: YearReckoning }) => {
  if (!printed || agreement === 'not-printed') return <>{frame.t('agreement.not-printed')}</>
  return (
    <>
      {percentAsPrinted(printed.printed)}{' '}
      <span class={agreement === 'same' ? 'same' : 'differs'}>
        {agreement !== 'same' && raw(shape('differs'))}
        {frame.t(`agreement.${agreement}`)}
      </span>{' '}
      <small>
        <SourceLink frame={frame} edition={view.edition} place={printed.place} />
      </small>
    </>
  )
}
