import { standings } from '#domain/indicator/standing.ts'
import type { DepartmentPlan, DepartmentView } from '#operations/view-departments.ts'
import { Choice } from '../components/choice.tsx'
import { IndicatorLines } from '../components/indicator-lines.tsx'
import { Layout } from '../components/layout.tsx'
import { MissingFigures } from '../components/missing.tsx'
import { Own } from '../components/own-words.tsx'
import { Goal } from '../components/priority-goals.tsx'
import { ProjectLinks } from '../components/project-links.tsx'
import { State } from '../components/state.tsx'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import { type Frame, yearInSentence } from '../frame.ts'

type Props = { frame: Frame; view: DepartmentView }

/** 担当課一つ。どの計画にあるものも、ここにみな並ぶ。 */
export const DepartmentPage = ({ frame, view }: Props) => {
  const { municipality, department, plans } = view
  const shown = plans.filter(hasAnything)
  return (
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
      <Tallies frame={frame} view={view} />
      <Similar frame={frame} view={view} />
      <Filter frame={frame} view={view} />
      {shown.length === 0 && <p class="empty">{frame.t('department.no-match')}</p>}
      {shown.map((plan) => (
        <Plan frame={frame} plan={plan} department={department.name} />
      ))}
    </Layout>
  )
}

const hasAnything = ({ lines, related, goals, projects }: DepartmentPlan): boolean =>
  lines.length + related.length + goals.length + projects.length > 0

const hrefTo = (frame: Frame, { municipality, department, filter }: DepartmentView, standing: string | undefined) =>
  frame.to.departments(municipality.code, department.name, { plan: filter.plan, standing })

/** 何がいくつあるか。状態の数は、そこだけに絞った同じ頁へつながる。ないものは言わない。 */
const Tallies = ({ frame, view }: Props) => {
  const { indicators, counts, missing, related, goals, projects } = view.department
  const plain = (
    [
      ['department.tally-related', related],
      ['department.tally-goals', goals],
      ['department.tally-projects', projects],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <ul class="tallies">
      {indicators > 0 && (
        <li>
          {frame.t('department.tally-indicators', { count: indicators })}{' '}
          {standings
            .filter((standing) => counts[standing] > 0)
            .map((standing) => (
              <a href={hrefTo(frame, view, standing)}>
                <State frame={frame} standing={standing} /> {counts[standing]}
              </a>
            ))}
          {missing > 0 && (
            <a href={hrefTo(frame, view, 'missing')}>
              {frame.t('departments.missing')} {missing}
            </a>
          )}
        </li>
      )}
      {plain.map(([words, count]) => (
        <li>{frame.t(words, { count })}</li>
      ))}
    </ul>
  )
}

const Similar = ({ frame, view: { municipality, similar } }: Props) =>
  similar.length === 0 ? null : (
    <p class="summary">
      {frame.t('department.similar')}{' '}
      {similar.map(({ name }) => (
        <>
          <a href={frame.to.departments(municipality.code, name)}>
            <Own frame={frame}>{name}</Own>
          </a>{' '}
        </>
      ))}
      {frame.t('department.similar-why')}
    </p>
  )

/** 計画と状態で絞る。計画が一つで、上の数から絞れるときは、外す道だけにする。 */
const Filter = ({ frame, view }: Props) => {
  const { municipality, department, choices, filter } = view
  if (choices.length < 2 && department.related === 0) return <Clear frame={frame} view={view} />
  return (
    <form class="filter" method="get" action={frame.to.departments(municipality.code, department.name)}>
      {choices.length > 1 && (
        <Choice
          label={frame.t('department.plan')}
          name="plan"
          chosen={filter.plan}
          all={frame.t('filter.all')}
          options={choices.map(({ id, title }) => [id, title])}
        />
      )}
      {department.indicators + department.related > 0 && (
        <Choice
          label={frame.t('filter.standing')}
          name="standing"
          chosen={filter.standing}
          all={frame.t('filter.all')}
          options={[
            ...standings.map((standing) => [standing, frame.t(`standing.${standing}`)] as const),
            ['missing', frame.t('departments.missing')],
          ]}
        />
      )}
      <button type="submit">{frame.t('filter.apply')}</button>
      <Clear frame={frame} view={view} />
    </form>
  )
}

const Clear = ({ frame, view: { municipality, department, filter } }: Props) =>
  (filter.plan ?? filter.standing) === undefined ? null : (
    <a class="clear" href={frame.to.departments(municipality.code, department.name)}>
      {frame.t('filter.clear')}
    </a>
  )

type PlanProps = { frame: Frame; plan: DepartmentPlan; department: string }

const Plan = ({ frame, plan, department }: PlanProps) => {
  const { edition, year, lines, related, missing, goals, projects } = plan
  const { code } = edition.municipality
  return (
    <section aria-labelledby={`p-${edition.id}`} class="of-plan">
      <h2 id={`p-${edition.id}`}>
        <a href={frame.to.plan(code, edition.id)}>
          <Own frame={frame}>{edition.title}</Own>
        </a>
      </h2>
      {lines.length + related.length > 0 && year !== null && (
        <p class="sub">{frame.t('department.as-of', { year: yearInSentence(frame, year) })}</p>
      )}
      <MissingFigures frame={frame} edition={edition} year={year} missing={missing} />
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
          <ProjectLinks frame={frame} edition={edition} projects={projects.map(({ row }) => row)} />
        </>
      )}
      {related.length > 0 && (
        <>
          <h3>{frame.t('department.related', { count: related.length })}</h3>
          <IndicatorLines frame={frame} edition={edition} lines={related} />
        </>
      )}
    </section>
  )
}
