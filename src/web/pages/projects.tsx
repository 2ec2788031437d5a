import type { Goal } from '#domain/plan/outline.ts'
import type { ProjectLine, ProjectPart, ProjectsView } from '#operations/view-projects.ts'
import { Layout } from '../components/layout.tsx'
import { PlanTabs } from '../components/plan-tabs.tsx'
import { Scroll } from '../components/scroll.tsx'
import { planCrumbs } from '../crumb-trail.ts'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: ProjectsView }

/** 事業一覧。取組事業一覧（印の表）・重点施策一覧・個票を、印刷された順に。 */
export const ProjectsPage = ({ frame, view }: Props) => {
  const { edition, parts } = view
  const title = frame.t('projects.title')
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
      <PlanTabs frame={frame} edition={edition} here="projects" />
      {parts.length === 0 && <p class="empty">{frame.t('projects.empty')}</p>}
      {parts.length > 1 && (
        <ul class="jump">
          {parts.map(({ shownIn, projects }) => (
            <li>
              <a href={`#${shownIn}`}>{frame.t(`projects.${shownIn}`)}</a>{' '}
              {frame.t('projects.count', { count: projects.length })}
            </li>
          ))}
        </ul>
      )}
      {parts.map((part) => (
        <section aria-labelledby={part.shownIn}>
          <h2 id={part.shownIn}>
            {frame.t(`projects.${part.shownIn}`)}{' '}
            <small>{frame.t('projects.count', { count: part.projects.length })}</small>
          </h2>
          <Part frame={frame} view={view} part={part} />
        </section>
      ))}
    </Layout>
  )
}

const Part = ({ frame, view, part }: Props & { part: ProjectPart }) => {
  const goals = view.goals.filter((goal) => part.projects.some((line) => line.goals.has(goal)))
  const has = {
    content: part.projects.some(({ project }) => project.content),
    implementers: part.projects.some(({ project }) => project.implementers.length > 0),
    priority: part.projects.some(({ project }) => project.priority),
  }
  return (
    <Scroll labelledby={part.shownIn}>
      <table class="matrix" lang="ja">
        <thead lang={frame.lang}>
          <tr>
            <th scope="col" class="n">
              No.
            </th>
            <th scope="col" class="name">
              {frame.t('projects.name')}
            </th>
            {goals.map((goal) => (
              <th scope="col" class="tick">
                <abbr title={`${goal.level} ${goal.title}`} lang="ja">
                  {frame.t('projects.goal', { number: goal.number ?? goal.key })}
                </abbr>
              </th>
            ))}
            {part.tags.map((tag) => (
              <th scope="col" lang="ja">
                {tag}
              </th>
            ))}
            {has.priority && (
              <th scope="col" class="tick">
                {frame.t('projects.priority')}
              </th>
            )}
            {has.content && <th scope="col">{frame.t('projects.content')}</th>}
            {has.implementers && <th scope="col">{frame.t('projects.implementers')}</th>}
          </tr>
        </thead>
        <tbody>
          {part.projects.map((line) => (
            <Row frame={frame} view={view} line={line} goals={goals} tags={part.tags} has={has} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

type RowProps = Props & {
  line: ProjectLine
  goals: readonly Goal[]
  tags: readonly string[]
  has: { content: boolean; implementers: boolean; priority: boolean }
}

const Row = ({ frame, view: { edition }, line: { project, goals: its }, goals, tags, has }: RowProps) => (
  <tr>
    <td class="n">{project.number ?? project.listNumber ?? ''}</td>
    <th scope="row" class="name">
      <a href={frame.to.project(edition.municipality.code, edition.id, project.id)}>{project.name}</a>
      {project.subName && <small>{project.subName}</small>}
    </th>
    {goals.map((goal) => (
      <Tick frame={frame} on={its.has(goal)} />
    ))}
    {tags.map((tag) => (
      <td>{(project.tags[tag] ?? []).join('・')}</td>
    ))}
    {has.priority && <Tick frame={frame} on={project.priority} />}
    {has.content && <td class="text">{project.content ?? ''}</td>}
    {has.implementers && <td>{project.implementers.join('、')}</td>}
  </tr>
)

/** ● には読み上げのことばを添える。 */
const Tick = ({ frame, on }: { frame: Frame; on: boolean }) => (
  <td class="tick">
    {on && (
      <>
        <span aria-hidden="true">●</span>
        <span class="unseen">{frame.t('projects.yes')}</span>
      </>
    )}
  </td>
)
