import { raw } from 'hono/html'
import { standings } from '#domain/indicator/standing.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { GoalSubtotal, SummaryFilter, SummaryView } from '#operations/view-summary.ts'
import { Choice } from '../components/choice.tsx'
import { Own } from '../components/own-words.tsx'
import { PageSteps } from '../components/page-steps.tsx'
import { PlanFrame } from '../components/plan-frame.tsx'
import { Scroll } from '../components/scroll.tsx'
import { StandingLegend } from '../components/standing-legend.tsx'
import { State } from '../components/state.tsx'
import { printedHtml, summaryRows } from '../components/summary-rows.ts'
import { YearNav } from '../components/year-nav.tsx'
import { type Frame, yearInWords, yearShort } from '../frame.ts'

type Props = { frame: Frame; view: SummaryView }

export const summaryPage = (frame: Frame, view: SummaryView): string =>
  String(<SummaryPage frame={frame} view={view} />)

/** 数値目標・KPI集計表。年度ごとの目標の段の下に実績の段を並べ、期間の合計・所見・小計を添える。 */
const SummaryPage = ({ frame, view }: Props) => {
  const { edition } = view
  const title = frame.t('table.title-summary')
  return (
    <PlanFrame frame={frame} edition={edition} here="summary" title={title}>
      <YearNav
        frame={frame}
        years={view.years}
        year={view.year}
        hrefOf={(year) => hrefTo(frame, view, { ...view.filter, year })}
      />
      <Filter frame={frame} view={view} />
      <Lead frame={frame} view={view} />
      {view.shown.rows === 0 ? (
        <p class="empty">{isFiltered(view) ? frame.t('table.no-match') : frame.t('summary.empty')}</p>
      ) : (
        <>
          <Table frame={frame} view={view} />
          <Steps frame={frame} view={view} />
        </>
      )}
      <Subtotals frame={frame} view={view} />
      <Legend frame={frame} />
    </PlanFrame>
  )
}

const hrefTo = (frame: Frame, { edition }: SummaryView, filter: SummaryFilter): string =>
  frame.to.summary(edition.municipality.code, edition.id, filter)

const isFiltered = ({ filter }: SummaryView): boolean => Boolean(filter.goal || filter.department || filter.standing)

const Filter = ({ frame, view }: Props) => {
  const { filter, goals, departments } = view
  const all = frame.t('filter.all')
  return (
    <form class="filter" method="get" action={hrefTo(frame, view, {})}>
      {goals.length > 1 && (
        <Choice
          label={frame.t('filter.goal')}
          name="goal"
          chosen={filter.goal}
          all={all}
          options={goals.map(({ key, words }) => [key, words])}
        />
      )}
      {departments.length > 1 && (
        <Choice
          label={frame.t('filter.department')}
          name="department"
          chosen={filter.department}
          all={all}
          options={departments.map((name) => [name, name])}
        />
      )}
      <Choice
        label={frame.t('filter.standing')}
        name="standing"
        chosen={filter.standing}
        all={all}
        options={standings.map((standing) => [standing, frame.t(`standing.${standing}`)])}
      />
      {filter.year !== undefined && <input type="hidden" name="year" value={String(filter.year)} />}
      <button type="submit">{frame.t('filter.apply')}</button>
      {isFiltered(view) && (
        <a class="clear" href={hrefTo(frame, view, { year: filter.year })}>
          {frame.t('filter.clear')}
        </a>
      )}
    </form>
  )
}

const Lead = ({ frame, view }: Props) => {
  const { shown, year, edition } = view
  const { code } = edition.municipality
  return (
    <p class="summary">
      {isFiltered(view)
        ? frame.t('summary.some', { rows: shown.rows, of: shown.of })
        : year === null
          ? frame.t('table.shown-all', { rows: shown.rows, counted: shown.counted })
          : frame.t('summary.lead', { rows: shown.rows, year: yearInWords(frame, year) })}{' '}
      <a href="#subtotals">{frame.t('summary.to-subtotals')}</a>{' '}
      <a href={frame.to.findings(code, edition.id)}>{frame.t('summary.to-findings')}</a>
    </p>
  )
}

const Table = ({ frame, view }: Props) => (
  <Scroll label={frame.t('table.title-summary')}>
    <table class="progress summary-table" lang="ja">
      <caption class="unseen">{`${view.edition.title} ${frame.t('table.title-summary')}`}</caption>
      <Head frame={frame} view={view} />
      {raw(summaryRows(frame, view))}
    </table>
  </Scroll>
)

const Head = ({ frame, view: { has, columns, year } }: Props) => (
  <thead lang={frame.lang}>
    <tr>
      <th scope="col" class="name">
        {frame.t('summary.name')}
      </th>
      <th scope="col" class="line">
        {frame.t('summary.line')}
      </th>
      {columns.map((each) => (
        <th scope="col" class={each === year ? 'n now' : 'n'}>
          <abbr title={yearInWords(frame, each)}>{yearShort(frame, each)}</abbr>
        </th>
      ))}
      {has.totals && (
        <th scope="col" class="n">
          {frame.t('summary.total')}
        </th>
      )}
      <th scope="col">
        {frame.t('summary.state')}
        {year !== null && <small>{yearShort(frame, year)}</small>}
      </th>
      {has.departments && <th scope="col">{frame.t('table.department')}</th>}
      {has.remarks && <th scope="col">{frame.t('summary.remarks')}</th>}
    </tr>
  </thead>
)

const Steps = ({ frame, view }: Props) => (
  <PageSteps
    frame={frame}
    number={view.page.number}
    of={view.page.of}
    hrefOf={(page) => hrefTo(frame, view, { ...view.filter, page })}
    wordsOf={(page) => <Own frame={frame}>{goalsOn(view, page)}</Own>}
  />
)

/** その頁に載る目標（「基本目標1～2」）。 */
const goalsOn = ({ page }: SummaryView, number: number): string => {
  const goals = page.goals[number - 1] ?? []
  const [first, last] = [goals[0], goals.at(-1)]
  if (!first || !last) return ''
  const words = (goal: typeof first) => goal.number ?? goal.title
  return first === last ? `${first.level}${words(first)}` : `${first.level}${words(first)}～${words(last)}`
}

/** 基本目標ごとの小計。状態の数は、その行だけに絞った表へつながる。 */
const Subtotals = ({ frame, view }: Props) => (
  <section aria-labelledby="subtotals">
    <h2 id="subtotals">{frame.t('summary.subtotals')}</h2>
    <Scroll labelledby="subtotals">
      <table class="plain subtotals">
        <thead>
          <tr>
            <th scope="col">{frame.t('counts.goal')}</th>
            {view.has.projects && (
              <th scope="col" class="n">
                {frame.t('summary.projects')}
              </th>
            )}
            <th scope="col" class="n">
              {frame.t('summary.indicators')}
            </th>
            <th scope="col">{frame.t('summary.printed')}</th>
            {standings.map((standing) => (
              <th scope="col" class="n">
                <State frame={frame} standing={standing} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.subtotals.map((line) => (
            <SubtotalRow frame={frame} view={view} line={line} />
          ))}
        </tbody>
      </table>
    </Scroll>
    <p class="sub">
      {frame.t('summary.subtotals-note', { year: view.year === null ? '―' : yearInWords(frame, view.year) })}
    </p>
  </section>
)

const SubtotalRow = ({ frame, view, line }: Props & { line: GoalSubtotal }) => (
  <tr class={line.goal ? undefined : 'total'}>
    <th scope="row">
      {line.node ? <Own frame={frame}>{line.goal?.words ?? nodeInWords(line.node)}</Own> : frame.t('summary.whole')}
    </th>
    {view.has.projects && <td class="n">{line.counted.projects}</td>}
    <td class="n">{line.counted.indicators}</td>
    <td>{raw(printedHtml(frame, view, line))}</td>
    {standings.map((standing) => (
      <td class="n">
        {line.standings[standing] === 0 ? (
          0
        ) : (
          <a
            href={hrefTo(frame, view, { goal: line.goal?.key, standing, year: view.filter.year })}
            aria-label={frame.t('counts.link', {
              standing: frame.t(`standing.${standing}`),
              count: line.standings[standing],
            })}
          >
            {line.standings[standing]}
          </a>
        )}
      </td>
    ))}
  </tr>
)

const Legend = ({ frame }: { frame: Frame }) => (
  <aside class="legend" aria-label={frame.t('legend.title')}>
    <p>{frame.t('summary.legend')}</p>
    <p>{frame.t('legend.none')}</p>
    <StandingLegend frame={frame} />
  </aside>
)
