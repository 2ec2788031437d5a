import type { DepartmentSummary, DepartmentsView } from '#operations/view-departments.ts'
import { Layout } from '../components/layout.tsx'
import { Own } from '../components/own-words.tsx'
import { State } from '../components/state.tsx'
import { cityPlaceCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: DepartmentsView }

/** 担当課の一覧。どの課が何を受け持ち、どこに値がなく、どこが遅れているか。 */
export const DepartmentsPage = ({ frame, view: { municipality, departments, similar, unowned } }: Props) => {
  const title = frame.t('departments.title')
  const has = {
    indicators: departments.some(({ indicators }) => indicators > 0),
    related: departments.some(({ related }) => related > 0),
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
              {has.indicators && (
                <>
                  <th scope="col" class="n">
                    {frame.t('departments.indicators')}
                  </th>
                  <th scope="col" class="n">
                    <State frame={frame} standing="behind" />
                  </th>
                  <th scope="col" class="n">
                    {frame.t('departments.missing')}
                  </th>
                </>
              )}
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
              {has.related && (
                <th scope="col" class="n">
                  {frame.t('departments.related')}
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
      {similar.length > 0 && (
        <section aria-labelledby="similar">
          <h2 id="similar">{frame.t('departments.similar')}</h2>
          <p class="summary">{frame.t('department.similar-why')}</p>
          <ul>
            {similar.map((pair) => (
              <li>
                {pair.map(({ name }, index) => (
                  <>
                    {index > 0 && '・'}
                    <a href={frame.to.departments(municipality.code, name)}>
                      <Own frame={frame}>{name}</Own>
                    </a>
                  </>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unowned > 0 && <p class="summary">{frame.t('departments.unowned', { count: unowned })}</p>}
    </Layout>
  )
}

type RowProps = {
  frame: Frame
  code: string
  department: DepartmentSummary
  has: { indicators: boolean; related: boolean; goals: boolean; projects: boolean }
}

const Row = ({ frame, code, department, has }: RowProps) => (
  <tr>
    <th scope="row">
      <a href={frame.to.departments(code, department.name)}>
        <Own frame={frame}>{department.name}</Own>
      </a>
    </th>
    {has.indicators && (
      <>
        <td class="n">{department.indicators}</td>
        <td class="n">
          <Filtered
            frame={frame}
            code={code}
            department={department}
            standing="behind"
            count={department.counts.behind}
          />
        </td>
        <td class="n">
          <Filtered frame={frame} code={code} department={department} standing="missing" count={department.missing} />
        </td>
      </>
    )}
    {has.goals && <td class="n">{department.goals}</td>}
    {has.projects && <td class="n">{department.projects}</td>}
    {has.related && <td class="n">{department.related}</td>}
  </tr>
)

type FilteredProps = Omit<RowProps, 'has'> & { standing: 'behind' | 'missing'; count: number }

/** 数は、その課の、そこだけに絞った頁へ。 */
const Filtered = ({ frame, code, department, standing, count }: FilteredProps) =>
  count === 0 ? (
    <>0</>
  ) : (
    <a
      href={frame.to.departments(code, department.name, { standing })}
      aria-label={`${department.name} ${frame.t(standing === 'behind' ? 'standing.behind' : 'departments.missing')} ${count}`}
    >
      {count}
    </a>
  )
