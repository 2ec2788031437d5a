import { raw } from 'hono/html'
import { standings } from '#domain/indicator/standing.ts'
import { permits } from '#domain/people/permission.ts'
import type { WorkView } from '#operations/collection/waiting.ts'
import type { GradeGlance } from '#operations/evaluation/grade-glance.ts'
import type { CityView, PlanStart } from '#operations/view-city.ts'
import { TryARole } from '../components/account/try-a-role.tsx'
import { CityDoors } from '../components/flow/city-doors.tsx'
import { WhatWaits } from '../components/flow/what-waits.tsx'
import { GoalCounts } from '../components/goal-counts.tsx'
import { GradeGlanceLine } from '../components/grades/grade-line.tsx'
import { Layout } from '../components/layout.tsx'
import { OldEditions } from '../components/lineage/old-editions.tsx'
import { MissingFigures } from '../components/missing.tsx'
import { Movements } from '../components/movements.tsx'
import { Own } from '../components/own-words.tsx'
import { PlanGlances } from '../components/plan-glances.tsx'
import { tabsOf } from '../components/plan-tabs.tsx'
import { shape } from '../components/shapes.ts'
import { cityCrumbs } from '../crumb-trail.ts'
import { type Frame, periodInWords, yearInSentence } from '../frame.ts'

type Props = {
  frame: Frame
  view: CityView
  work?: WorkView | undefined
  /** 役を選んで試せる見本の市か。 */
  canTry?: boolean
  /** 版ごとの、いちばん新しい評価の数。 */
  grades?: ReadonlyMap<string, GradeGlance> | undefined
}

/** 市のはじめの頁。役のある人には待っていること、つぎに、することと、計画ごとの「いま」。 */
export const CityPage = ({ frame, view, work, canTry = false, grades }: Props) => {
  const { municipality, plans } = view
  return (
    <Layout
      frame={frame}
      title={municipality.name}
      municipality={municipality}
      crumbs={cityCrumbs(frame, municipality)}
    >
      <h1>
        <Own frame={frame}>{municipality.name}</Own>
      </h1>
      {canTry && <TryARole frame={frame} municipality={municipality} />}
      {work && <WhatWaits frame={frame} work={work} />}
      <CityDoors frame={frame} view={view} work={work} />
      {plans.length === 0 && <NoPlans frame={frame} code={municipality.code} />}
      {plans.map((plan) => (
        <Plan frame={frame} plan={plan} grades={grades?.get(plan.edition.id)} />
      ))}
    </Layout>
  )
}

/** まだ計画のない市。初めにするのは、図書を取り込むこと。 */
const NoPlans = ({ frame, code }: { frame: Frame; code: string }) => (
  <>
    <p class="empty">{frame.t('city.empty')}</p>
    {permits(frame.person, 'plan-import') && (
      <p>
        <a class="button primary" href={frame.to.intake(code)}>
          {frame.t('start.intake')}
        </a>
      </p>
    )}
  </>
)

type PlanProps = { frame: Frame; plan: PlanStart }

const Plan = ({ frame, plan, grades }: PlanProps & { grades: GradeGlance | undefined }) => {
  const { edition } = plan
  return (
    <section class="card" aria-labelledby={`p-${edition.id}`}>
      <h2 id={`p-${edition.id}`}>
        <a href={frame.to.plan(edition.municipality.code, edition.id)}>
          <Own frame={frame}>{edition.title}</Own>
        </a>
      </h2>
      <p class="sub">
        <Own frame={frame}>{edition.kind}</Own> {periodInWords(frame, edition.firstYear, edition.lastYear)}
      </p>
      <p class="ways">
        {tabsOf(frame, edition).map(({ href, words }) => (
          <a href={href}>{frame.t(words)}</a>
        ))}
      </p>
      <Standing frame={frame} plan={plan} />
      <GradeGlanceLine frame={frame} code={edition.municipality.code} glance={grades} />
      <PlanGlances frame={frame} edition={edition} />
      <Movements frame={frame} plan={plan} />
      <MissingFigures frame={frame} edition={edition} year={plan.year} missing={plan.missing} />
      <Findings frame={frame} plan={plan} />
      <p class="counts-line">{holdings(frame, plan)}</p>
      <OldEditions frame={frame} edition={edition} old={plan.old} />
    </section>
  )
}

/** いまどこにいるかの一文と、基本目標ごとの数。 */
const Standing = ({ frame, plan }: PlanProps) => {
  const { counts, year, measured } = plan
  const total = standings.reduce((sum, standing) => sum + counts[standing], 0)
  if (total === 0) return null
  if (!measured || year === null) return <p class="lead">{frame.t('start.unmeasured', { total })}</p>
  return (
    <>
      <p class="lead">
        {frame.t('start.standing', {
          year: yearInSentence(frame, year),
          total,
          reached: counts.reached,
          onTheWay: counts['on-the-way'],
          behind: counts.behind,
          notJudged: counts['not-judged'],
        })}
      </p>
      <GoalCounts frame={frame} view={plan} />
    </>
  )
}

/** 突合で見つかった食い違い。なければ、ないと言う。 */
const Findings = ({ frame, plan: { edition, findings } }: PlanProps) => {
  const { error, warning, info } = findings
  const href = frame.to.findings(edition.municipality.code, edition.id)
  return (
    <p class="findings-line">
      {error + warning > 0 && raw(shape('doubt'))}
      {error + warning + info === 0 ? (
        frame.t('start.no-findings')
      ) : (
        <a href={href}>{frame.t('start.findings', { error, warning, info })}</a>
      )}
    </p>
  )
}

/** 計画に載っているものの数。ないものは言わない。 */
const holdings = (frame: Frame, { edition: { content } }: PlanStart): string => {
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
