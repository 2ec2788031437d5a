import { standings } from '#domain/indicator/standing.ts'
import type { CityView } from '#operations/view-city.ts'
import type { PlanView } from '#operations/view-plan.ts'
import { GoalCounts } from '../components/goal-counts.tsx'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { cityCrumbs, tableTitle } from '../crumb-trail.ts'
import { type Frame, periodInWords, yearInWords } from '../frame.ts'

type Props = { frame: Frame; view: CityView }

/** 市のはじめの頁。計画を一つずつ、基本目標を一行ずつ。 */
export const CityPage = ({ frame, view: { municipality, plans } }: Props) => (
  <Layout frame={frame} title={municipality.name} municipality={municipality} crumbs={cityCrumbs(frame, municipality)}>
    <h1>
      <Own frame={frame}>{municipality.name}</Own>
    </h1>
    {plans.length === 0 && <p class="empty">{frame.t('city.empty', { code: municipality.code })}</p>}
    {plans.map((plan) => (
      <Plan frame={frame} plan={plan} />
    ))}
  </Layout>
)

const Plan = ({ frame, plan }: { frame: Frame; plan: PlanView }) => {
  const { edition, year, counts } = plan
  const code = edition.municipality.code
  const total = standings.reduce((sum, standing) => sum + counts[standing], 0)
  return (
    <section class="card" aria-labelledby={`p-${edition.id}`}>
      <h2 id={`p-${edition.id}`}>
        <a href={frame.to.plan(code, edition.id)}>
          <Own frame={frame}>{edition.title}</Own>
        </a>
      </h2>
      <p class="sub">
        <Own frame={frame}>{edition.kind}</Own> {periodInWords(frame, edition.firstYear, edition.lastYear)}
        {year !== null && ` ${frame.t('city.as-of', { year: yearInWords(frame, year) })}`}
      </p>
      {total > 0 && year !== null && <GoalCounts frame={frame} view={plan} />}
      <p class="counts-line">{holdings(frame, plan)}</p>
      <p class="ways">
        <a href={frame.to.plan(code, edition.id)}>{frame.t('tabs.plan')}</a>
        {edition.content.indicators.length > 0 && (
          <a href={frame.to.progress(code, edition.id)}>{tableTitle(frame, edition)}</a>
        )}
        {edition.content.projects.length > 0 && (
          <a href={frame.to.projects(code, edition.id)}>{frame.t('tabs.projects')}</a>
        )}
        {edition.sources[0] && <a href={frame.to.source(code, edition.sources[0].sha256)}>{frame.t('tabs.source')}</a>}
      </p>
    </section>
  )
}

/** 計画に載っているものの数。ないものは言わない。 */
const holdings = (frame: Frame, { edition: { content } }: PlanView): string => {
  const counts = [
    ['city.count-indicators', content.indicators.length],
    ['city.count-projects', content.projects.length],
    ['city.count-priority', content.priorityGoals.length],
    ['city.count-revisions', content.revisionItems.length],
  ] as const
  return counts
    .filter(([, count]) => count > 0)
    .map(([code, count]) => frame.t(code, { count }))
    .join(frame.lang === 'ja' ? '・' : ' · ')
}
