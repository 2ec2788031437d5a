import { type InstructionStepName, instructionFlow } from '#domain/priority/instruction-flow.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { InstructionView } from '#operations/priority/view-instructions.ts'
import type { Frame } from '../../frame.ts'
import { DayField } from '../day-field.tsx'
import { UnitOptions } from '../people/form-parts.tsx'
import { Spoken } from '../spoken.tsx'

/** 送られたが通らなかった一歩。書いたものを欄に戻す。 */
export type StepRefused = {
  readonly step: InstructionStepName
  readonly text: string
  readonly due: string
  readonly departmentId: string
  readonly problem: Problem
}

type Props = { frame: Frame; view: InstructionView; refused: StepRefused | undefined }

/** 初めに開いておく一歩：部局には対応、市長には了。部局がもうなければ引継ぎ。 */
const leading = ({ line, choices }: InstructionView): InstructionStepName | undefined => {
  if (line.heirs !== null && choices.includes('hand-over')) return 'hand-over'
  if (choices.includes('accept')) return 'accept'
  return choices.includes('answer') && !choices.includes('withdraw') ? 'answer' : undefined
}

/** いまこの人ができる一歩だけを。主なものは開き、ほかは畳む。 */
export const InstructionSteps = ({ frame, view, refused }: Props) => {
  const { choices, line } = view
  const first = leading(view)
  const rest = choices.filter((step) => step !== first)
  const lost = refused !== undefined && !choices.includes(refused.step) ? refused : undefined
  if (choices.length === 0 && !lost) return <p class="sub">{frame.t('instructions.nothing-to-do')}</p>
  const waits = first === undefined && line.instruction.state !== 'answered' && line.heirs === null
  return (
    <>
      {lost && <NoLongerPossible frame={frame} refused={lost} />}
      {waits && choices.includes('withdraw') && (
        <p class="sub">
          <Spoken frame={frame} words={frame.t('instructions.wait-answer', { department: line.department })} />
        </p>
      )}
      {first && <StepForm frame={frame} view={view} step={first} refused={refused} primary />}
      {rest.map((step) => (
        <details class="flow-reasoned" open={refused?.step === step}>
          <summary>{stepWords(frame, view, step)}</summary>
          <StepForm frame={frame} view={view} step={step} refused={refused} />
        </details>
      ))}
    </>
  )
}

/** もう進められなくなった一歩。書いたものは、写せるように残す。 */
const NoLongerPossible = ({ frame, refused }: { frame: Frame; refused: StepRefused }) => (
  <div class="notice" role="alert">
    <p>
      <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
    </p>
    {refused.text !== '' && (
      <textarea readonly aria-label={frame.t(`instructions.text-${refused.step}`)}>
        {refused.text}
      </textarea>
    )}
  </div>
)

const stepWords = (frame: Frame, { line }: InstructionView, step: InstructionStepName): string =>
  step === 'answer' && line.instruction.state === 'answered'
    ? frame.t('instructions.do-answer-more')
    : frame.t(`instructions.do-${step}`)

type FormProps = Props & { step: InstructionStepName; primary?: boolean }

const StepForm = ({ frame, view, step, refused: all, primary = false }: FormProps) => {
  const refused = all?.step === step ? all : undefined
  const { municipality, line } = view
  const { id, revision } = line.instruction
  const [text, error] = [`text-${step}`, `error-${step}`]
  const needs: readonly string[] = instructionFlow[step].needs
  const chosen = refused?.departmentId || line.heirs?.[0]?.id
  return (
    <form method="post" action={frame.to.instruction(municipality.code, id, step === 'answer' ? 'answer' : 'step')}>
      <input type="hidden" name="revision" value={String(revision)} />
      {refused && (
        <p class="error" id={error} role="alert">
          <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
        </p>
      )}
      {step === 'hand-over' && (
        <div class="field">
          <label for="hand-over-to">{frame.t('instructions.field-department')}</label>
          <select id="hand-over-to" name="department" required>
            <option value="">{frame.t('instructions.choose')}</option>
            <UnitOptions frame={frame} units={view.units} {...(chosen !== undefined && { chosen })} />
          </select>
        </div>
      )}
      {step === 'hand-over' && view.others > 0 && (
        <p>
          <label>
            <input type="checkbox" name="together" value="yes" checked={line.heirs !== null} />
            {frame.t('instructions.together', { count: view.others })}
          </label>
        </p>
      )}
      {step === 'extend' && (
        <DayField id="due-extend" name="due" label={frame.t('instructions.date-extend')} value={refused?.due ?? ''} />
      )}
      <div class="field">
        <label for={text}>{frame.t(`instructions.text-${step}`)}</label>
        <textarea
          id={text}
          name="text"
          class={needs.includes('text') ? undefined : 'instructions-short'}
          required={needs.includes('text')}
          maxlength={2000}
          aria-invalid={refused ? 'true' : undefined}
          aria-describedby={refused ? error : undefined}
        >
          {refused?.text ?? ''}
        </textarea>
      </div>
      {step === 'ask-again' && (
        <DayField
          id="due-ask-again"
          name="due"
          label={frame.t('instructions.date-ask-again')}
          value={refused?.due ?? ''}
        />
      )}
      <button
        type="submit"
        name="step"
        value={step}
        class={primary ? 'primary' : step === 'withdraw' ? 'danger' : undefined}
      >
        {stepWords(frame, view, step)}
      </button>
    </form>
  )
}
