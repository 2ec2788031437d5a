import type { UnitLine } from '#domain/people/organisation.ts'
import { type InstructionStage, instructionStages } from '#domain/priority/instruction.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { Frame } from '../../frame.ts'
import { DayField } from '../day-field.tsx'
import { UnitOptions } from '../people/form-parts.tsx'
import { Spoken } from '../spoken.tsx'

/** 書かれたまま（断られたときに、欄に戻す）。 */
export type GiveTyped = {
  readonly id: string
  readonly text: string
  readonly due: string
  readonly departmentId: string
  readonly stage: string
}

type Props = {
  frame: Frame
  code: string
  units: readonly UnitLine[]
  typed: GiveTyped
  problem: Problem | undefined
}

/** どの目標にも付かない指示を、部局に。畳んでおく。 */
export const GiveForm = ({ frame, code, units, typed, problem }: Props) => {
  const { t } = frame
  return (
    <details class="instructions-give" open={problem !== undefined}>
      <summary>{t('instructions.give')}</summary>
      <form method="post" action={frame.to.instructions(code)}>
        <input type="hidden" name="id" value={typed.id} />
        {problem && (
          <p class="error" role="alert" id="give-error">
            <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
          </p>
        )}
        <div class="field">
          <label for="give-department">{t('instructions.field-department')}</label>
          <select id="give-department" name="department" required>
            <option value="">{t('instructions.choose')}</option>
            <UnitOptions frame={frame} units={units} chosen={typed.departmentId} />
          </select>
        </div>
        <div class="field">
          <label for="give-text">{t('instructions.field-text')}</label>
          <textarea
            id="give-text"
            name="text"
            required
            maxlength={2000}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'give-error' : undefined}
          >
            {typed.text}
          </textarea>
        </div>
        <DayField id="give-due" name="due" label={t('instructions.field-due')} value={typed.due} />
        <StageField frame={frame} chosen={typed.stage} />
        <p class="buttons">
          <button type="submit" class="primary">
            {t('instructions.give-do')}
          </button>
        </p>
      </form>
    </details>
  )
}

const StageField = ({ frame, chosen }: { frame: Frame; chosen: string }) => (
  <div class="field">
    <label for="give-stage">{frame.t('instructions.stage')}</label>
    <select id="give-stage" name="stage">
      {stagesForLooseOnes.map((stage) => (
        <option value={stage} selected={stage === (chosen || 'other')}>
          {frame.t(`instructions.stage-${stage}`)}
        </option>
      ))}
    </select>
  </div>
)

/** 随時をはじめに。 */
const stagesForLooseOnes: readonly InstructionStage[] = instructionStages.toReversed()
