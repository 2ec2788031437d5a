import { latestYear } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { IndicatorLine } from '#operations/view-plan.ts'
import { figuresIn, type ProjectView } from '#operations/view-projects-sheet.ts'
import { FigureText } from '../../components/figure.tsx'
import { IndicatorLines } from '../../components/indicator-lines.tsx'
import { Own } from '../../components/own-words.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { SourceLink } from '../../components/source-link.tsx'
import { State } from '../../components/state.tsx'
import { type Frame, yearInWords, yearShort } from '../../frame.ts'

type Props = { frame: Frame; view: ProjectView }

/** 関連する成果目標・KPI。印刷された種類ごとに、いまの値と状態を添えて指標の頁へつなぐ。 */
export const RelatedIndicators = ({ frame, view: { edition, project, related } }: Props) =>
  related.length === 0 && project.shownIn !== 'sheet' ? null : (
    <section aria-labelledby="related">
      <h2 id="related">{frame.t('sheet.related')}</h2>
      {related.length === 0 && <p class="empty small">{frame.t('sheet.related-none')}</p>}
      {[...Map.groupBy(related, ({ indicator }) => indicator.class)].map(([kind, lines]) => (
        <>
          <h3>
            <Own frame={frame}>{kind}</Own>
          </h3>
          <IndicatorLines frame={frame} edition={edition} lines={lines} />
        </>
      ))}
    </section>
  )

/** 設定指標。予定（目標）の段と実績の段を、年度を横に並べて。 */
export const SettingIndicators = ({ frame, view }: Props) =>
  view.settings.length === 0 ? null : (
    <section aria-labelledby="settings">
      <h2 id="settings">{frame.t('sheet.settings')}</h2>
      <Scroll labelledby="settings">
        <table class="plain settings">
          <Head frame={frame} view={view} />
          {view.settings.map((line) => (
            <Setting frame={frame} view={view} line={line} />
          ))}
        </table>
      </Scroll>
    </section>
  )

const Head = ({ frame, view: { years } }: Props) => (
  <thead>
    <tr>
      <th scope="col">{frame.t('table.indicator')}</th>
      <th scope="col" class="n">
        {frame.t('sheet.final')}
      </th>
      <th scope="col">
        <span class="unseen">{frame.t('table.line')}</span>
      </th>
      {years.map((year) => (
        <th scope="col" class="n">
          <abbr title={yearInWords(frame, year)}>{yearShort(frame, year)}</abbr>
        </th>
      ))}
      <th scope="col">{frame.t('workings.standing')}</th>
      <th scope="col">{frame.t('sheet.place')}</th>
    </tr>
  </thead>
)

const Setting = ({ frame, view, line: { indicator, target, now } }: Props & { line: IndicatorLine }) => {
  const { edition, years } = view
  const href = frame.to.indicator(edition.municipality.code, edition.id, indicator.id)
  // 年度ごとの予定のない指標は、目標の欄だけで足りる。
  const planned = years.some((year) => figuresIn(indicator, year).target !== undefined)
  const rows = planned ? 2 : 1
  const actuals = years.map((year) => (
    <td class="n">
      <Actual frame={frame} href={href} indicator={indicator} year={year} />
    </td>
  ))
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowspan={rows}>
          <a href={href}>
            <Own frame={frame}>{indicator.name}</Own>
          </a>
        </th>
        <td class="n" rowspan={rows}>
          <FigureText frame={frame} figure={target} />
        </td>
        <th scope="row" class="line">
          {frame.t(planned ? 'sheet.line-planned' : 'sheet.line-actual')}
        </th>
        {planned
          ? years.map((year) => (
              <td class="n">
                <FigureText frame={frame} figure={figuresIn(indicator, year).target} />
              </td>
            ))
          : actuals}
        <td rowspan={rows}>
          <State frame={frame} standing={now?.standing ?? 'not-judged'} />
        </td>
        <td rowspan={rows}>
          <SourceLink frame={frame} edition={edition} place={indicator.place} />
        </td>
      </tr>
      {planned && (
        <tr>
          <th scope="row" class="line">
            {frame.t('sheet.line-actual')}
          </th>
          {actuals}
        </tr>
      )}
    </tbody>
  )
}

type ActualProps = { frame: Frame; href: string; indicator: Indicator; year: number }

/** 実績。指標の頁の、その年の計算へ。まだ実績のない先の年は空けておく。 */
const Actual = ({ frame, href, indicator, year }: ActualProps) => {
  const { actual } = figuresIn(indicator, year)
  if (!actual && year > (latestYear(indicator) ?? Number.NEGATIVE_INFINITY)) return null
  return actual && actual.raw !== '' ? (
    <a href={`${href}#y${year}`}>
      <FigureText frame={frame} figure={actual} />
    </a>
  ) : (
    <FigureText frame={frame} figure={actual} />
  )
}
