import { permits } from '#domain/people/permission.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { PriorityView } from '#operations/view-priority.ts'
import { Own } from '../components/own-words.tsx'
import { PlanFrame } from '../components/plan-frame.tsx'
import { Goal, Instructions, Legends } from '../components/priority-goals.tsx'
import type { Frame } from '../frame.ts'

type Props = { frame: Frame; view: PriorityView }

/** 重点目標。市長指示事項を先に、目標を一枚ずつ。 */
export const PriorityPage = ({ frame, view }: Props) => {
  const { edition, goals, legends, counts } = view
  const { instructions, instructionPlaces } = edition.content
  const title = frame.t('priority.title')
  return (
    <PlanFrame
      frame={frame}
      edition={edition}
      here="priority"
      title={title}
      heading={
        <>
          {title} <small class="of">{view.department && <Own frame={frame}>{view.department}</Own>}</small>
        </>
      }
    >
      <p class="summary">
        {frame.t('priority.counts', { goals: goals.length, items: counts.items, noProgress: counts.noProgress })}{' '}
        {counts.items > 0 && counts.noGrade === counts.items && frame.t('priority.none-graded')}
      </p>
      <Departments frame={frame} view={view} />
      <ToLiving frame={frame} edition={edition} />
      <Instructions frame={frame} edition={edition} instructions={instructions} places={instructionPlaces} />
      <section aria-labelledby="priority">
        <h2 id="priority">{title}</h2>
        {goals.length === 0 && <p class="empty">{frame.t('priority.empty')}</p>}
        {goals.map((goal) => (
          <Goal frame={frame} edition={edition} goal={goal} />
        ))}
        <Legends frame={frame} edition={edition} legends={legends} />
      </section>
    </PlanFrame>
  )
}

/** 生きている調書への道（見てよい人に）と、この一覧表を調書にする道（企画課に）。 */
const ToLiving = ({ frame, edition }: { frame: Frame; edition: Edition }) => {
  const { person, to, t } = frame
  const { code } = edition.municipality
  if (!permits(person, 'priority-read')) return null
  return (
    <p class="buttons screen-only">
      <a class="button" href={to.priorityYear(code)}>
        {t('priority-year.to-living')}
      </a>
      {permits(person, 'priority-manage') && edition.content.priorityGoals.length > 0 && (
        <a class="button" href={to.priorityYear(code, undefined, 'take', { edition: edition.id })}>
          {t('priority-year.take')}
        </a>
      )}
    </p>
  )
}

/** 部局が二つ以上あれば、部局で選ぶ。 */
const Departments = ({ frame, view: { edition, departments, department } }: Props) => {
  if (departments.length < 2) return null
  const { code } = edition.municipality
  return (
    <nav class="choices" aria-label={frame.t('priority.by-department')}>
      <a href={frame.to.priority(code, edition.id)} aria-current={department === undefined ? 'true' : undefined}>
        {frame.t('priority.all')}
      </a>
      {departments.map(({ name, goals }) => (
        <a href={frame.to.priority(code, edition.id, name)} aria-current={name === department ? 'true' : undefined}>
          <Own frame={frame}>{name}</Own> <small>{goals}</small>
        </a>
      ))}
    </nav>
  )
}
