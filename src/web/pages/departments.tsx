import type { DepartmentSummary, DepartmentsView } from '#operations/view-departments.ts'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: DepartmentsView }

/** 担当課の一覧。どの課が何を受け持ち、どこに値がなく、どこが遅れているか。 */
export const DepartmentsPage = ({ frame, view: { municipality, departments, unowned } }: Props) => {
  const title = frame.t('departments.title')
  const has = {
    goals: departments.some(({ goals }) => goals > 0),
    projects: departments.some(({ projects }) => projects > 0),
  }
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: title })}
    >
      <h1>{title}</h1>
      <p class="sub">{frame.t('departments.lead')}</p>
      {departments.length === 0 ? (
        <p class="empty">{frame.t('departments.empty')}</p>
      ) : (
        <table class="plain held">
          <thead>
            <tr>
              <th scope="col">{frame.t('departments.name')}</th>
              <th scope="col" class="n">
                {frame.t('departments.indicators')}
              </th>
              <th scope="col" class="n">
                {frame.t('standing.behind')}
              </th>
              <th scope="col" class="n">
                {frame.t('departments.missing')}
              </th>
              {has.goals && (
                <th scope="col" class="n">
                  {frame.t('departments.goals')}
                </th>
              )}
              {has.projects && (
                <th scope="col" class="n">
                  {frame.t('departments.projects')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {departments.map((each) => (
              <Row frame={frame} code={municipality.code} department={each} has={has} />
            ))}
          </tbody>
        </table>
      )}
      {unowned > 0 && <p class="summary">{frame.t('departments.unowned', { count: unowned })}</p>}
    </Layout>
  )
}

type RowProps = {
  frame: Frame
  code: string
  department: DepartmentSummary
  has: { goals: boolean; projects: boolean }
}

const Row = ({ frame, code, department, has }: RowProps) => (
  <tr>
    <th scope="row">
      <a href={frame.to.departments(code, department.name)}>
        <Own frame={frame}>{department.name}</Own>
      </a>
    </th>
    <td class="n">{department.indicators}</td>
    <td class="n">{department.behind}</td>
    <td class="n">{department.missing}</td>
    {has.goals && <td class="n">{department.goals}</td>}
    {has.projects && <td class="n">{department.projects}</td>}
  </tr>
)
