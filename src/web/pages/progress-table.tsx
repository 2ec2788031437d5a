import { raw } from 'hono/html'
import { standings } from '#domain/indicator/standing.ts'
import type { ProgressView } from '#operations/view-progress.ts'
import { Layout } from '../components/layout.tsx'
import { PlanTabs } from '../components/plan-tabs.tsx'
import { progressRows } from '../components/progress-rows.ts'
import { Scroll } from '../components/scroll.tsx'
import { shape } from '../components/shapes.ts'
import { State } from '../components/state.tsx'
import { planCrumbs, tableTitle } from '../crumb-trail.ts'
import { type Frame, yearInWords, yearShort } from '../frame.ts'

type Props = { frame: Frame; view: ProgressView }

/** 進捗状況一覧表。市が印刷した順のまま、達成率を計算し直して並べる。 */
export const ProgressPage = ({ frame, view }: Props) => {
  const { edition } = view
  const title = tableTitle(frame, edition)
  return (
    <Layout
      frame={frame}
      title={`${title} ${edition.title}`}
      municipality={edition.municipality}
      edition={edition}
      crumbs={planCrumbs(frame, edition, title)}
      wide
    >
      <h1>{title}</h1>
      <PlanTabs frame={frame} edition={edition} here="progress" />
      <Filter frame={frame} view={view} />
      <Summary frame={frame} view={view} />
      {view.shown.rows === 0 ? <Nothing frame={frame} view={view} /> : <Table frame={frame} view={view} />}
      <Legend frame={frame} />
    </Layout>
  )
}

const Filter = ({ frame, view }: Props) => {
  const { edition, filter, goals, departments } = view
  return (
    <form class="filter" method="get" action={frame.to.progress(edition.municipality.code, edition.id)}>
      {goals.length > 1 && (
        <Choice
          label={frame.t('filter.goal')}
          name="goal"
          chosen={filter.goal}
          all={frame.t('filter.all')}
          options={goals.map(({ key, words }) => [key, words])}
        />
      )}
      {departments.length > 1 && (
        <Choice
          label={frame.t('filter.department')}
          name="department"
          chosen={filter.department}
          all={frame.t('filter.all')}
          options={departments.map((department) => [department, department])}
        />
      )}
      <Choice
        label={frame.t('filter.standing')}
        name="standing"
        chosen={filter.standing}
        all={frame.t('filter.all')}
        options={standings.map((standing) => [standing, frame.t(`standing.${standing}`)])}
      />
      {filter.year !== undefined && <input type="hidden" name="year" value={String(filter.year)} />}
      {filter.rate !== undefined && <input type="hidden" name="rate" value={filter.rate} />}
      <button type="submit">{frame.t('filter.apply')}</button>
      {isFiltered(view) && (
        <a class="clear" href={frame.to.progress(edition.municipality.code, edition.id)}>
          {frame.t('filter.clear')}
        </a>
      )}
    </form>
  )
}

const isFiltered = ({ filter }: ProgressView): boolean =>
  Boolean(filter.goal || filter.department || filter.standing || filter.rate)

type ChoiceProps = {
  label: string
  name: string
  chosen: string | undefined
  all: string
  options: readonly (readonly [string, string])[]
}

const Choice = ({ label, name, chosen, all, options }: ChoiceProps) => (
  <label>
    <span>{label}</span>
    <select name={name}>
      <option value="">{all}</option>
      {options.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </label>
)

const Summary = ({ frame, view }: Props) => {
  const { shown, printed, year, edition, filter } = view
  const differing = printed.differing.length
  return (
    <p class="summary">
      {isFiltered(view)
        ? frame.t('table.shown-some', { rows: shown.rows, of: shown.of, counted: shown.counted })
        : frame.t('table.shown-all', { rows: shown.rows, counted: shown.counted })}
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
  <Scroll label={tableTitle(frame, view.edition)}>
    <table class="progress" lang="ja">
      <caption class="unseen">{`${view.edition.title} ${tableTitle(frame, view.edition)}`}</caption>
      <Head frame={frame} view={view} />
      {raw(progressRows(frame, view))}
    </table>
  </Scroll>
)

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
          <small>{each}</small>
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
  return units.size === 1 ? <small>{[...units][0]}</small> : null
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
    <p>
      {frame.t('legend.standing')}{' '}
      {standings.map((standing) => (
        <>
          <State frame={frame} standing={standing} /> <span>{frame.t(`standing-means.${standing}`)}</span>{' '}
        </>
      ))}
    </p>
  </aside>
)
