import { gradeInWords, gradesIn } from '#domain/evaluation/standing-grade.ts'
import type { EvaluationView } from '#operations/evaluation/view-evaluation.ts'
import type { Frame } from '../../frame.ts'
import { FigureText } from '../figure.tsx'
import { Own } from '../own-words.tsx'
import { rateWords } from '../rate-words.ts'
import { Scroll } from '../scroll.tsx'
import { Standing } from './grade-word.tsx'

type ViewProps = { frame: Frame; view: EvaluationView }

/** 指標では自分の目標と実績、節・事業では一緒に見る指標を一行ずつと、区分ごとの数。 */
export const EvaluatedIndicators = ({ frame, view }: ViewProps) => {
  const own = view.subject.kind === 'indicator'
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{frame.t(own ? 'grades.figures' : 'grades.indicators')}</h2>
      {!own && <p>{countsInWords(frame, view)}</p>}
      {view.indicators.length === 0 ? (
        <p class="empty">{frame.t('grades.no-indicators')}</p>
      ) : (
        <Scroll labelledby="indicators">
          <table class="plain grades-lines">
            <thead>
              <tr>
                <th scope="col">{frame.t('grades.col-indicator')}</th>
                <th scope="col" class="n">
                  {frame.t('grades.target')}
                </th>
                <th scope="col" class="n">
                  {frame.t('grades.actual')}
                </th>
                <th scope="col" class="n">
                  {frame.t('grades.rate')}
                </th>
                {!own && <th scope="col">{frame.t('grades.col-standing')}</th>}
              </tr>
            </thead>
            <tbody>
              {view.indicators.map((row) => (
                <Line frame={frame} view={view} row={row} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

const Line = ({ frame, view, row }: ViewProps & { row: EvaluationView['indicators'][number] }) => (
  <tr>
    <th scope="row">
      <a href={frame.to.indicator(view.edition.municipality.code, view.edition.id, row.indicator.id)}>
        <Own frame={frame}>{row.indicator.name}</Own>
      </a>
    </th>
    <td class="n">
      <FigureText frame={frame} figure={row.target} />
    </td>
    <td class="n">
      <FigureText frame={frame} figure={row.actual} />
    </td>
    <td class="n">{rateWords(frame, row.achievement)}</td>
    {view.subject.kind !== 'indicator' && (
      <td>
        <Standing frame={frame} scale={view.indicatorScale} standing={row.graded?.standing ?? null} />
      </td>
    )}
  </tr>
)

/** 「A 8、B 6、評価なし 1」 */
const countsInWords = (frame: Frame, { indicators, indicatorScale }: EvaluationView): string => {
  const codes = indicators.map(({ graded }) => graded?.standing?.code ?? null)
  const known = [...new Set([...gradesIn(indicatorScale).map(({ code }) => code), ...codes])]
  return known
    .map((code) => ({ code, count: codes.filter((each) => each === code).length }))
    .filter(({ count }) => count > 0)
    .map(({ code, count }) =>
      frame.t('grades.glance-count', {
        grade: code === null ? frame.t('grades.ungraded') : gradeInWords(indicatorScale, code),
        count,
      }),
    )
    .join(frame.lang === 'ja' ? '、' : ', ')
}
