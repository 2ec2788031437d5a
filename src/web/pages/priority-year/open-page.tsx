import type { Problem } from '#domain/problem.ts'
import type { PriorityYearView } from '#operations/priority/year-view.ts'
import { DayField } from '../../components/day-field.tsx'
import { Own } from '../../components/own-words.tsx'
import { PriorityLayout } from '../../components/priority-year/priority-layout.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { Tick } from '../../components/rounds/form-fields.tsx'
import { type Frame, yearInWords } from '../../frame.ts'

/** 欄に入れておくもの（断られたときは、打たれたまま）。 */
export type OpenTyped = {
  readonly interim: boolean
  readonly setBy: string
  readonly interimBy: string
  readonly finalBy: string
  readonly departmentIds: readonly string[]
  readonly carryOver: boolean
}

type Props = { frame: Frame; view: PriorityYearView; typed: OpenTyped; problem: Problem | undefined }

export const openPage = (frame: Frame, view: PriorityYearView, typed: OpenTyped, problem?: Problem): string =>
  String(<OpenPage frame={frame} view={view} typed={typed} problem={problem} />)

/** 初めに開くときは、部（いちばん上の課）を選んでおく。開いてからは、選ばない。 */
export const typedFor = ({ year, opened, without, carriable }: PriorityYearView): OpenTyped => ({
  interim: year.interim,
  setBy: year.setBy ?? '',
  interimBy: year.interimBy ?? '',
  finalBy: year.finalBy ?? '',
  departmentIds: opened ? [] : without.filter(({ depth }) => depth === 0).map(({ unit }) => unit.id),
  carryOver: carriable,
})

/** 年を開く・設定を変える。 */
const OpenPage = ({ frame, view, typed, problem }: Props) => {
  const { municipality, year, opened, carriable } = view
  const { t, to } = frame
  const { code } = municipality
  const words = yearInWords(frame, year.year)
  const title = t(opened ? 'priority-year.settings-title' : 'priority-year.open-title', { year: words })
  return (
    <PriorityLayout
      frame={frame}
      municipality={municipality}
      title={title}
      crumbs={[
        { words: t('priority-year.of-year', { year: words }), href: to.priorityYear(code, year.year) },
        { words: title },
      ]}
    >
      {problem && (
        <p class="notice" role="alert" id="problem">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      )}
      <p class="sub">{t('priority-year.open-lead')}</p>
      <form method="post" action={to.priorityYear(code, year.year, 'open')}>
        <input type="hidden" name="revision" value={String(year.revision)} />
        <DayField id="setBy" name="setBy" label={t('priority-year.set-by')} value={typed.setBy} />
        <div class="field">
          <Tick name="interim" checked={typed.interim}>
            {t('priority-year.interim')}
          </Tick>
          <p class="hint">{t('priority-year.interim-hint')}</p>
        </div>
        <DayField id="interimBy" name="interimBy" label={t('priority-year.interim-by')} value={typed.interimBy} />
        <DayField id="finalBy" name="finalBy" label={t('priority-year.final-by')} value={typed.finalBy} />
        <Departments frame={frame} view={view} typed={typed} />
        {carriable && (
          <div class="field">
            <Tick name="carryOver" checked={typed.carryOver}>
              {t('priority-year.carry-over')}
            </Tick>
            <p class="hint">{t('priority-year.carry-over-hint')}</p>
          </div>
        )}
        <p class="buttons">
          <button type="submit" class="primary">
            {t(opened ? 'priority-year.do-settings' : 'priority-year.do-open')}
          </button>
          <a class="button" href={opened ? to.priorityYear(code, year.year) : to.priorityYear(code)}>
            {t('priority-year.leave')}
          </a>
        </p>
      </form>
    </PriorityLayout>
  )
}

const Departments = ({ frame, view: { units, without, municipality }, typed }: Omit<Props, 'problem'>) => {
  const { t, to } = frame
  const free = new Set(without.map(({ unit }) => unit.id))
  if (units.length === 0)
    return (
      <p class="empty">
        {t('priority-year.take-no-units')}{' '}
        <a href={to.organisation(municipality.code)}>{t('priority-year.make-units')}</a>
      </p>
    )
  return (
    <fieldset class="priority-units">
      <legend>{t('priority-year.choose-departments')}</legend>
      <ul>
        {units.map(({ unit, depth }) => (
          <li class={`depth-${Math.min(depth, 3)}`}>
            {free.has(unit.id) ? (
              <Tick name="department" value={unit.id} checked={typed.departmentIds.includes(unit.id)}>
                <Own frame={frame}>{unit.name}</Own>
              </Tick>
            ) : (
              <span class="priority-has">
                <Own frame={frame}>{unit.name}</Own> {t('priority-year.has-sheet')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
