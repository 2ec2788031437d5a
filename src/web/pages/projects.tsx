import { raw } from 'hono/html'
import type { ProjectsView } from '#operations/view-projects.ts'
import { Choice } from '../components/choice.tsx'
import { PageSteps } from '../components/page-steps.tsx'
import { PlanFrame } from '../components/plan-frame.tsx'
import { shape } from '../components/shapes.ts'
import type { Frame } from '../frame.ts'
import { projectsHref } from './projects/address.ts'
import { ProjectsTable } from './projects/projects-table.tsx'

type Props = { frame: Frame; view: ProjectsView }

/** 事業の一覧。同じ事業は一行にまとめ、取組事業一覧（印の表）・重点施策一覧・個票に分けても見られる。 */
export const ProjectsPage = ({ frame, view }: Props) => {
  const { edition, parts } = view
  const title = frame.t('projects.title')
  return (
    <PlanFrame
      frame={frame}
      edition={edition}
      here="projects"
      title={view.part ? frame.t(`projects.${view.part}`) : title}
    >
      {parts.length === 0 ? (
        <p class="empty">{frame.t('projects.empty')}</p>
      ) : (
        <>
          <Parts frame={frame} view={view} />
          <Filter frame={frame} view={view} />
          <Lead frame={frame} view={view} />
          {view.rows.length === 0 ? (
            <p class="empty">{frame.t('projects.no-match')}</p>
          ) : (
            <ProjectsTable frame={frame} view={view} />
          )}
          <PageSteps
            frame={frame}
            number={view.page.number}
            of={view.page.of}
            hrefOf={(page) => projectsHref(frame, view, { page })}
          />
        </>
      )}
    </PlanFrame>
  )
}

/** 図書のどの部分を見るか。部が一つしかなければ出さない。 */
const Parts = ({ frame, view }: Props) => {
  const { parts, part } = view
  const clear = { goal: undefined, mark: undefined, implementer: undefined, q: undefined, rows: undefined }
  const hrefOf = (key: string | undefined) =>
    projectsHref(frame, view, { ...clear, sort: undefined, dir: undefined, part: key })
  return parts.length <= 1 ? null : (
    <nav class="parts" aria-label={frame.t('projects.parts')}>
      <ul>
        <li>
          <a href={hrefOf(undefined)} aria-current={part === undefined ? 'page' : undefined}>
            {frame.t('projects.all')} <small>{frame.t('projects.part-count', { projects: view.projects })}</small>
          </a>
        </li>
        {parts.map((each) => (
          <li>
            <a href={hrefOf(each.part)} aria-current={part === each.part ? 'page' : undefined}>
              {frame.t(`projects.${each.part}`)}{' '}
              <small>{frame.t('projects.part-count', { projects: each.projects })}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Filter = ({ frame, view }: Props) => {
  const { edition, asked, columns, choices } = view
  const all = frame.t('filter.all')
  const marks = markOptions(frame, view)
  return (
    <form class="filter" method="get" action={frame.to.projects(edition.municipality.code, edition.id)}>
      {(['part', 'rows', 'sort', 'dir'] as const).map(
        (name) => asked[name] && <input type="hidden" name={name} value={asked[name]} />,
      )}
      {columns.goals.length > 1 && (
        <Choice
          label={frame.t('filter.goal')}
          name="goal"
          chosen={asked.goal}
          all={all}
          options={columns.goals.map(({ key, words }) => [key, words])}
        />
      )}
      {marks.length > 0 && (
        <Choice label={frame.t('projects.filter-mark')} name="mark" chosen={asked.mark} all={all} options={marks} />
      )}
      {choices.implementers.length > 1 && (
        <Choice
          label={frame.t('projects.filter-implementer')}
          name="implementer"
          chosen={asked.implementer}
          all={all}
          options={choices.implementers.map((name) => [name, name])}
        />
      )}
      <label>
        <span>{frame.t('projects.filter-words')}</span>
        <input type="search" name="q" value={asked.q ?? ''} autocomplete="off" />
      </label>
      <button type="submit">{frame.t('filter.apply')}</button>
      {isFiltered(view) && (
        <a
          class="clear"
          href={projectsHref(frame, view, { goal: undefined, mark: undefined, implementer: undefined, q: undefined })}
        >
          {frame.t('filter.clear')}
        </a>
      )}
    </form>
  )
}

const markOptions = (
  frame: Frame,
  { choices, columns, differing }: ProjectsView,
): readonly (readonly [string, string])[] => [
  ...choices.marks.flatMap(({ kind, values }) =>
    values.map((value) => [`${kind}:${value}`, `${kind} ${value}`] as const),
  ),
  ...(columns.priority ? [['priority', frame.t('projects.mark-priority')] as const] : []),
  ...(differing > 0 ? [['differs', frame.t('projects.mark-differs')] as const] : []),
]

const isFiltered = ({ asked }: ProjectsView): boolean =>
  Boolean(asked.goal || asked.mark || asked.implementer || asked.q)

const Lead = ({ frame, view }: Props) => {
  const { edition, shown, once, sort, part, parts } = view
  const repeats = parts
    .filter((each) => part === undefined || each.part === part)
    .reduce((all, { printed }) => all + printed, 0)
  return (
    <p class="summary">
      {frame.t('projects.shown', { projects: shown.projects, printed: repeats })}{' '}
      {isFiltered(view) && frame.t('projects.shown-some', { rows: shown.rows, of: shown.of })}{' '}
      {repeats > shown.projects && (
        <>
          {once && <span>{frame.t('projects.once-note')}</span>}{' '}
          <a href={projectsHref(frame, view, { rows: once ? 'printed' : undefined })}>
            {frame.t(once ? 'projects.show-printed' : 'projects.show-once')}
          </a>
        </>
      )}{' '}
      {view.asked.mark !== 'differs' && view.differing > 0 && (
        <a href={projectsHref(frame, view, { mark: 'differs' })}>
          {raw(shape('differs'))}
          {frame.t('projects.differing', { count: view.differing })}
        </a>
      )}{' '}
      {sort.key !== undefined && (
        <a href={projectsHref(frame, view, { sort: undefined, dir: undefined })}>{frame.t('projects.sort-off')}</a>
      )}{' '}
      <a href={frame.to.findings(edition.municipality.code, edition.id)}>{frame.t('projects.to-findings')}</a>
    </p>
  )
}
