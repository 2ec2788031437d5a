import type { Problem } from '#domain/problem.ts'
import type { PlanDepartment, PlanToTake } from '#operations/priority/take-from-plan.ts'
import { Own } from '../../components/own-words.tsx'
import { UnitOptions } from '../../components/people/form-parts.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import type { Frame } from '../../frame.ts'

type Props = {
  frame: Frame
  view: PlanToTake
  /** 選ばれた行き先（部局の名 → 課の id）。初めは名の合う課。 */
  chosen: ReadonlyMap<string, string>
  problem: Problem | undefined
}

export const takePage = (
  frame: Frame,
  view: PlanToTake,
  chosen?: ReadonlyMap<string, string>,
  problem?: Problem,
): string => String(<TakePage frame={frame} view={view} chosen={chosen ?? byName(view)} problem={problem} />)

const byName = ({ departments }: PlanToTake): ReadonlyMap<string, string> =>
  new Map(
    departments.flatMap(({ name, unitId, taken }) => (unitId !== null && !taken ? [[name, unitId] as const] : [])),
  )

/** 取り込んだ重点目標一覧表を調書にする。部局ごとに、調書を置く課を選ぶ。 */
const TakePage = ({ frame, view, chosen, problem }: Props) => {
  const { municipality, edition, departments, units } = view
  const { t, to } = frame
  const title = t('priority-year.take-title', { plan: edition.title })
  return (
    <PriorityLayout
      frame={frame}
      municipality={municipality}
      title={title}
      crumbs={[{ words: t('priority-year.take') }]}
    >
      <p class="sub">{t('priority-year.take-lead')}</p>
      {problem && (
        <p class="notice" role="alert">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      {units.length === 0 ? (
        <p class="empty">
          {t('priority-year.take-no-units')}{' '}
          <a href={to.organisation(municipality.code)}>{t('priority-year.make-units')}</a>
        </p>
      ) : (
        <form method="post" action={to.priorityYear(municipality.code, undefined, 'take', { edition: edition.id })}>
          {departments.map((department, at) => (
            <Choice frame={frame} view={view} department={department} at={at} chosen={chosen.get(department.name)} />
          ))}
          <p class="buttons">
            <button type="submit" class="primary">
              {t('priority-year.do-take')}
            </button>
          </p>
        </form>
      )}
    </PriorityLayout>
  )
}

type ChoiceProps = {
  frame: Frame
  view: PlanToTake
  department: PlanDepartment
  at: number
  chosen: string | undefined
}

const Choice = ({ frame, view: { units }, department, at, chosen }: ChoiceProps) => {
  const { t } = frame
  const { name, goals, items, instructions } = department
  return (
    <div class="field">
      <input type="hidden" name="name" value={name} />
      <label for={`unit-${at}`}>
        <Own frame={frame}>{t('priority-year.take-where', { name })}</Own>
      </label>
      <p class="hint">{t('priority-year.take-holds', { goals, items, instructions })}</p>
      <select id={`unit-${at}`} name="unit">
        <option value="">{t('priority-year.take-not')}</option>
        <UnitOptions frame={frame} units={units} chosen={chosen ?? ''} />
      </select>
    </div>
  )
}
