import type { DepartmentPlan, DepartmentView } from '#operations/view-departments.ts'
import { IndicatorLines } from '../components/indicator-lines.tsx'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { Goal } from '../components/priority-goals.tsx'
import { ProjectLinks } from '../components/project-links.tsx'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: DepartmentView }

/** 担当課一つ。どの計画にあるものも、ここにみな並ぶ。 */
export const DepartmentPage = ({ frame, view: { municipality, department, plans, similar } }: Props) => (
  <Layout
    frame={frame}
    title={department.name}
    municipality={municipality}
    crumbs={cityPlaceCrumbs(
      frame,
      municipality,
      { words: frame.t('departments.title'), href: frame.to.departments(municipality.code) },
      { words: department.name, own: true },
    )}
  >
    <h1>
      <Own frame={frame}>{department.name}</Own>
    </h1>
    <p class="lead">
      {frame.t('department.counts', {
        indicators: department.indicators,
        behind: department.behind,
        missing: department.missing,
        goals: department.goals,
        projects: department.projects,
      })}
    </p>
    {similar.length > 0 && (
      <p class="summary">
        {frame.t('department.similar')}{' '}
        {similar.map(({ name }) => (
          <>
            <a href={frame.to.departments(municipality.code, name)}>
              <Own frame={frame}>{name}</Own>
            </a>{' '}
          </>
        ))}
      </p>
    )}
    {plans.map((plan) => (
      <Plan frame={frame} plan={plan} department={department.name} />
    ))}
  </Layout>
)

type PlanProps = { frame: Frame; plan: DepartmentPlan; department: string }

const Plan = ({ frame, plan: { edition, lines, goals, projects }, department }: PlanProps) => {
  const { code } = edition.municipality
  return (
    <section aria-labelledby={`p-${edition.id}`}>
      <h2 id={`p-${edition.id}`}>
        <a href={frame.to.plan(code, edition.id)}>
          <Own frame={frame}>{edition.title}</Own>
        </a>
      </h2>
      {lines.length > 0 && (
        <>
          <h3>{frame.t('department.indicators', { count: lines.length })}</h3>
          <p class="ways">
            <a href={frame.to.progress(code, edition.id, { department })}>{frame.t('department.in-table')}</a>
          </p>
          <IndicatorLines frame={frame} edition={edition} lines={lines} />
        </>
      )}
      {goals.length > 0 && <h3>{frame.t('department.goals', { count: goals.length })}</h3>}
      {goals.map((goal) => (
        <Goal frame={frame} edition={edition} goal={goal} level="h4" />
      ))}
      {projects.length > 0 && (
        <>
          <h3>{frame.t('department.projects', { count: projects.length })}</h3>
          <ProjectLinks frame={frame} edition={edition} projects={projects} />
        </>
      )}
    </section>
  )
}
