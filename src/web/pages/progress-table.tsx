import { raw } from 'hono/html'
import { standings } from '#domain/indicator/standing.ts'
import { type Goal, nodeInWords } from '#domain/plan/outline.ts'
import { allRows, type ProgressFilter, type ProgressView } from '#operations/view-progress.ts'
import { Choice } from '../components/choice.tsx'
import { Own } from '../components/own-words.tsx'
import { PageSteps } from '../components/page-steps.tsx'
import { PlanFrame } from '../components/plan-frame.tsx'
import { progressRows } from '../components/progress-rows.ts'
import { Scroll } from '../components/scroll.tsx'
import { shape } from '../components/shapes.ts'
import { StandingLegend } from '../components/standing-legend.tsx'
import { type Frame, yearInWords, yearShort } from '../frame.ts'

type Props = { frame: Frame; view: ProgressView }

/** 進捗状況一覧表。市が印刷した順のまま、達成率を計算し直して並べる。 */
export const ProgressPage = ({ frame, view }: Props) => {
  const { edition } = view
  const title = frame.t('table.title')
  return (
    <PlanFrame frame={frame} edition={edition} here="progress" title={title}>
      <Filter frame={frame} view={view} />
      <Summary frame={frame} view={view} />
      {view.shown.rows === 0 ? (
        <Nothing frame={frame} view={view} />
      ) : (
        <>
          <Table frame={frame} view={view} />
          <Steps frame={frame} view={view} />
        </>
      )}
      <Legend frame={frame} />
    </PlanFrame>
  )
}

const hrefTo = (frame: Frame, { edition }: ProgressView, filter: ProgressFilter): string =>
  frame.to.progress(edition.municipality.code, edition.id, filter)

const Filter = ({ frame, view }: Props) => {
  const { filter, goals, node } = view
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
      <DepartmentChoice frame={frame} view={view} />
      <Choice
        label={frame.t('filter.standing')}
        name="standing"
        chosen={filter.standing}
        all={all}
        options={standings.map((standing) => [standing, frame.t(`standing.${standing}`)])}
      />
      <label>
        <span>{frame.t('filter.words')}</span>
        <input type="search" name="q" value={filter.q ?? ''} autocomplete="off" />
      </label>
      {filter.year !== undefined && <input type="hidden" name="year" value={String(filter.year)} />}
      {filter.rate !== undefined && <input type="hidden" name="rate" value={filter.rate} />}
      {node && (
        <label class="check">
          <input type="checkbox" name="node" value={node.id} checked />
          <span>
            {frame.t('filter.node')} <Own frame={frame}>{nodeInWords(node)}</Own>
          </span>
        </label>
      )}
      <button type="submit">{frame.t('filter.apply')}</button>
      {isFiltered(view) && (
        <a class="clear" href={hrefTo(frame, view, {})}>
          {frame.t('filter.clear')}
        </a>
      )}
    </form>
  )
}

/** 選び欄に並べる課の限り。これより多ければ、名を打って選ぶ。 */
const departmentsToChoose = 60

const DepartmentChoice = ({ frame, view: { departments, filter } }: Props) => {
  const label = frame.t('filter.department')
  if (departments.length < 2) return null
  if (departments.length <= departmentsToChoose)
    return (
      <Choice
        label={label}
        name="department"
        chosen={filter.department}
        all={frame.t('filter.all')}
        options={departments.map((department) => [department, department])}
      />
    )
  return (
    <label>
      <span>{label}</span>
      <input type="search" name="department" value={filter.department ?? ''} list="departments" autocomplete="off" />
      <datalist id="departments">
        {departments.map((department) => (
          <option value={department} />
        ))}
      </datalist>
    </label>
  )
}

const isFiltered = ({ filter }: ProgressView): boolean =>
  Boolean(filter.goal || filter.node || filter.q || filter.department || filter.standing || filter.rate)

const Summary = ({ frame, view }: Props) => {
  const { shown, printed, year, edition, filter, page } = view
  const differing = printed.differing.length
  return (
    <p class="summary">
      {isFiltered(view)
        ? frame.t('table.shown-some', { rows: shown.rows, of: shown.of, counted: shown.counted })
        : frame.t('table.shown-all', { rows: shown.rows, counted: shown.counted })}
      {page.of > 1 && ` ${frame.t('table.rows-here', { from: page.from, to: page.to })}`}
      {filter.standing && year !== null && ` ${frame.t('table.standing-year', { year: yearInWords(frame, year) })}`}{' '}
      {printed.total > 0 && frame.t('table.recomputed', { total: printed.total, same: printed.same })}
      {differing > 0 && (
        <>
          {' '}
          <a href={frame.to.progress(edition.municipality.code, edition.id, { rate: 'differs' })}>
            {raw(shape('differs'))}
            {frame.t('table.differing', { count: differing })}
          </a>
        </>
      )}
    </p>
  )
}

const Nothing = ({ frame, view }: Props) => (
  <p class="empty">{isFiltered(view) ? frame.t('table.no-match') : frame.t('table.no-indicators')}</p>
)

const Table = ({ frame, view }: Props) => (
  <Scroll label={frame.t('table.title')}>
    <table class="progress" lang="ja">
      <caption class="unseen">{`${view.edition.title} ${frame.t('table.title')}`}</caption>
      <Head frame={frame} view={view} />
      {raw(progressRows(frame, view))}
    </table>
  </Scroll>
)

/** 前後の頁と、一頁にして印刷する道。 */
const Steps = ({ frame, view }: Props) => {
  const { page, filter, shown } = view
  if (page.of === 1 && !page.all) return null
  return (
    <>
      <PageSteps
        frame={frame}
        number={page.number}
        of={page.of}
        hrefOf={(number) => hrefTo(frame, view, { ...filter, page: number })}
        wordsOf={(number) => <Own frame={frame}>{goalsInWords(page.goals[number - 1] ?? [])}</Own>}
      />
      <p class="summary screen-only">
        {page.all ? (
          <a href={hrefTo(frame, view, { ...filter, page: undefined })}>{frame.t('table.show-pages')}</a>
        ) : page.canShowAll ? (
          <a href={hrefTo(frame, view, { ...filter, page: 'all' })}>
            {frame.t('table.show-all', { rows: shown.rows })}
          </a>
        ) : (
          frame.t('table.too-many', { limit: allRows })
        )}
      </p>
    </>
  )
}

/** 「基本目標1 しごと…」、いくつもあれば初めと終わり。 */
const goalsInWords = (goals: readonly Goal[]): string =>
  [...new Set([goals.at(0)?.words, goals.at(-1)?.words])].filter((words) => words !== undefined).join(' ～ ')

const Head = ({ frame, view: { has, columns, year, edition } }: Props) => (
  <thead lang={frame.lang}>
    <tr>
      <th scope="col" class="name">
        {frame.t('table.indicator')}
      </th>
      {has.baseline && (
        <YearHead frame={frame} words={frame.t('table.baseline')} year={commonYear(edition, 'baseline')} />
      )}
      {has.finalTarget && (
        <YearHead frame={frame} words={frame.t('table.target-value')} year={commonYear(edition, 'target')} />
      )}
      <th scope="col" class="line">
        <span class="unseen">{frame.t('table.line')}</span>
      </th>
      {columns.map((each) => (
        <th scope="col" class={each === year ? 'n now' : 'n'}>
          <abbr title={yearInWords(frame, each)}>{yearShort(frame, each)}</abbr>
          {frame.years === 'both' && <small>{each}</small>}
        </th>
      ))}
      {has.totals && (
        <th scope="col" class="n">
          {frame.t('table.total')}
        </th>
      )}
      {has.costs && (
        <th scope="col" class="n">
          {frame.t('table.cost')}
          <CostUnit view={edition} />
        </th>
      )}
      {has.departments && <th scope="col">{frame.t('table.department')}</th>}
      {has.remarks && <th scope="col">{frame.t('table.remarks')}</th>}
      {has.sheetNo && <th scope="col">{frame.t('table.sheet')}</th>}
    </tr>
  </thead>
)

const YearHead = ({ frame, words, year }: { frame: Frame; words: string; year: number | null }) => (
  <th scope="col" class="n">
    {words}
    {year !== null && <small>{yearShort(frame, year)}</small>}
  </th>
)

const CostUnit = ({ view }: { view: ProgressView['edition'] }) => {
  const units = new Set(view.content.indicators.flatMap(({ costs }) => costs.flatMap(({ unit }) => unit ?? [])))
  return units.size === 1 ? <small lang="ja">{[...units][0]}</small> : null
}

/** どの行も同じ年なら、見出しに年を書く。 */
const commonYear = ({ content }: ProgressView['edition'], what: 'baseline' | 'target'): number | null => {
  const years = content.indicators.flatMap(({ baseline, targets }) =>
    what === 'baseline' ? (baseline?.year ?? []) : targets.flatMap(({ year }) => year ?? []),
  )
  return new Set(years).size === 1 ? (years[0] ?? null) : null
}

const Legend = ({ frame }: { frame: Frame }) => (
  <aside class="legend" aria-label={frame.t('legend.title')}>
    <p>{frame.t('legend.rates')}</p>
    <p>{frame.t('legend.none')}</p>
    <StandingLegend frame={frame} />
  </aside>
)
