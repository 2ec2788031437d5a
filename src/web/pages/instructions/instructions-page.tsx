import { instructionStates } from '#domain/priority/instruction.ts'
import type { Problem } from '#domain/problem.ts'
import { instructionFormats } from '#operations/priority/instruction-files.ts'
import type { InstructionsView } from '#operations/priority/view-instructions.ts'
import { Choice } from '../../components/choice.tsx'
import { GiveForm, type GiveTyped } from '../../components/instructions/give-form.tsx'
import { InstructionItem } from '../../components/instructions/instruction-item.tsx'
import { Layout } from '../../components/layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import { type Frame, yearInWords } from '../../frame.ts'

/** 頁の外から来るもの。記したばかりの指示か、通らなかった指示。 */
export type GivenHere = {
  readonly told?: { readonly number: number; readonly department: string } | undefined
  readonly refused?: { readonly typed: GiveTyped; readonly problem: Problem } | undefined
}

type Props = { frame: Frame; view: InstructionsView; given: GivenHere }

export const instructionsPage = (frame: Frame, view: InstructionsView, given: GivenHere = {}): string =>
  String(<InstructionsPage frame={frame} view={view} given={given} />)

/** 市長指示事項の一覧。終わらないものを、期限の早い順に。 */
const InstructionsPage = ({ frame, view, given }: Props) => {
  const { t } = frame
  const { municipality, lines } = view
  const title = t('instructions.title')
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: title })}
    >
      <h1>{title}</h1>
      {given.told && (
        <p class="flow-done" role="status">
          <Spoken frame={frame} words={t('instructions.given', given.told)} />
        </p>
      )}
      <p class="summary">{t('instructions.counts', { ...view.counts })}</p>
      <Filter frame={frame} view={view} />
      {lines.length === 0 ? (
        <p class="empty">{t(emptyWords(view))}</p>
      ) : (
        <ul class="instructions-list">
          {lines.map((line) => (
            <InstructionItem
              frame={frame}
              code={municipality.code}
              line={line}
              withDepartment={view.departments.length > 1}
              year={view.thisYear}
            />
          ))}
        </ul>
      )}
      {view.mayGive && (
        <GiveForm
          frame={frame}
          code={municipality.code}
          units={view.units}
          typed={given.refused?.typed ?? { id: view.newId, text: '', due: '', departmentId: '', stage: 'other' }}
          problem={given.refused?.problem}
        />
      )}
      <Files frame={frame} view={view} />
      <p class="sub">{t('instructions.lead')}</p>
    </Layout>
  )
}

const emptyWords = ({ counts, mayGive, filter }: InstructionsView) => {
  const { waiting, answered, closed } = counts
  if (waiting + answered + closed > 0 || filter.year !== null || filter.departmentId !== null)
    return 'instructions.none' as const
  return mayGive ? ('instructions.none-yet' as const) : ('instructions.none-for-you' as const)
}

const Filter = ({ frame, view: { municipality, filter, years, departments } }: Omit<Props, 'given'>) => {
  const { t } = frame
  const any = t('instructions.any')
  return (
    <form class="filter" method="get" action={frame.to.instructions(municipality.code)}>
      <label>
        <span>{t('instructions.filter-state')}</span>
        <select name="state">
          {(['open', 'overdue', 'all'] as const).map((state) => (
            <option value={state} selected={filter.state === state}>
              {t(`instructions.show-${state}`)}
            </option>
          ))}
          {instructionStates
            .filter((state) => state !== 'open')
            .map((state) => (
              <option value={state} selected={filter.state === state}>
                {t(`instructions.state-${state}`)}
              </option>
            ))}
        </select>
      </label>
      {departments.length > 1 && (
        <Choice
          label={t('instructions.filter-department')}
          name="department"
          chosen={filter.departmentId ?? undefined}
          all={any}
          options={departments.map(({ id, name }) => [id, name])}
        />
      )}
      {years.length > 1 && (
        <Choice
          label={t('instructions.filter-year')}
          name="year"
          chosen={filter.year === null ? undefined : String(filter.year)}
          all={any}
          options={years.map((year) => [String(year), yearInWords(frame, year)])}
        />
      )}
      <button type="submit">{t('instructions.filter-do')}</button>
    </form>
  )
}

/** いまの絞り込みのままの、対応状況一覧。 */
const Files = ({ frame, view: { municipality, filter, lines } }: Omit<Props, 'given'>) => {
  if (lines.length === 0) return null
  const asked = {
    state: filter.state,
    department: filter.departmentId ?? undefined,
    year: filter.year ?? undefined,
  }
  const { code } = municipality
  return (
    <nav class="instructions-files screen-only" aria-label={frame.t('instructions.files')}>
      <a href={frame.to.instruction(code, 'print', undefined, asked)}>{frame.t('instructions.print')}</a>
      {instructionFormats.map((format) => (
        <a href={frame.to.instruction(code, `file.${format}`, undefined, asked)}>
          {format === 'csv' || format === 'json' ? format.toUpperCase() : frame.t(`report.download-${format}`)}
        </a>
      ))}
    </nav>
  )
}
