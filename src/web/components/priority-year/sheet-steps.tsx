import { isSheetStep } from '#domain/priority/flow.ts'
import type { PrioritySheetStep } from '#domain/priority/priority-sheet.ts'
import type { Problem } from '#domain/problem.ts'
import type { SheetChoice, SheetView } from '#operations/priority/sheet-view.ts'
import type { Frame } from '../../frame.ts'
import { HistoryEntry } from '../flow/history.tsx'
import { ProblemWords } from '../report/problem-words.tsx'

/** 送られたが通らなかった一歩。書いたわけを欄に戻す。 */
export type StepRefused = { readonly step: string; readonly reason: string; readonly problem: Problem }

type Props = { frame: Frame; view: SheetView; refused: StepRefused | undefined }

const takingBack: readonly string[] = ['withdraw', 'withdraw-interim', 'withdraw-final']

/** いまこの人ができる一歩を、ボタンに。足りないものがあれば、それを言う。 */
export const SheetSteps = ({ frame, view, refused }: Props) => {
  const { choices, may } = view
  const plain = choices.filter(({ reasoned, blocked }) => !reasoned && blocked === null)
  const main = plain.filter(({ step }) => !takingBack.includes(step))
  const back = plain.filter(({ step }) => takingBack.includes(step))
  const reasoned = choices.filter(({ reasoned: needs, blocked }) => needs && blocked === null)
  const blocked = choices.flatMap(({ blocked: problem }) => problem ?? [])
  if (choices.length === 0 && !may.edit && may.report === null)
    return <p class="sub">{frame.t('priority-year.nothing-to-do')}</p>
  return (
    <div class="priority-steps">
      <Writing frame={frame} view={view} primary={main.length === 0} />
      {main.map(({ step }) => (
        <StepForm frame={frame} view={view}>
          <button type="submit" name="step" value={step} class="primary">
            {frame.t(`priority-year.do-${step}`)}
          </button>
        </StepForm>
      ))}
      {back.map(({ step }) => (
        <StepForm frame={frame} view={view}>
          <button type="submit" name="step" value={step} class="danger">
            {frame.t(`priority-year.do-${step}`)}
          </button>
        </StepForm>
      ))}
      {reasoned.map((choice) => (
        <Reasoned
          frame={frame}
          view={view}
          choice={choice}
          refused={refused?.step === choice.step ? refused : undefined}
        />
      ))}
      {blocked.map((problem) => (
        <p class="priority-blocked">
          <ProblemWords frame={frame} problem={problem} />
        </p>
      ))}
    </div>
  )
}

/** 書く頁への道。 */
const Writing = ({
  frame,
  view: { may, sheet, municipality },
  primary,
}: Omit<Props, 'refused'> & { primary: boolean }) => {
  const { t, to } = frame
  const kind = primary ? 'button primary' : 'button'
  return (
    <>
      {may.edit && (
        <a class={kind} href={to.prioritySheet(municipality.code, sheet.id, 'edit')}>
          {t('priority-year.edit')}
        </a>
      )}
      {may.report !== null && (
        <a class={kind} href={to.prioritySheet(municipality.code, sheet.id, 'report')}>
          {t(`priority-year.report-${may.report}`)}
        </a>
      )}
    </>
  )
}

const StepForm = ({ frame, view, children }: Omit<Props, 'refused'> & { children?: unknown }) => (
  <form method="post" action={frame.to.prioritySheet(view.municipality.code, view.sheet.id, 'step')}>
    <input type="hidden" name="revision" value={String(view.sheet.revision)} />
    {children as string}
  </form>
)

/** わけの要る一歩（差戻し・開け直し）。畳んでおく。 */
const Reasoned = ({ frame, view, choice: { step }, refused }: Props & { choice: SheetChoice }) => {
  const [id, error, hint] = [`reason-${step}`, `error-${step}`, `hint-${step}`]
  return (
    <details class="priority-reasoned" open={refused !== undefined}>
      <summary>{frame.t(`priority-year.do-${step}`)}</summary>
      <StepForm frame={frame} view={view}>
        {refused && (
          <p class="error" id={error} role="alert">
            <ProblemWords frame={frame} problem={refused.problem} />
          </p>
        )}
        <div class="field">
          <label for={id}>{frame.t('priority-year.reason')}</label>
          <p class="hint" id={hint}>
            {frame.t('priority-year.reason-hint')}
          </p>
          <textarea
            id={id}
            name="reason"
            required
            maxlength={2000}
            aria-invalid={refused ? 'true' : undefined}
            aria-describedby={refused ? `${hint} ${error}` : hint}
          >
            {refused?.reason ?? ''}
          </textarea>
        </div>
        <button type="submit" name="step" value={step} class="danger">
          {frame.t(`priority-year.do-${step}`)}
        </button>
      </StepForm>
    </details>
  )
}

/** 一歩の記録。新しいものから、だれが、いつ、なぜ。 */
export const SheetHistory = ({ frame, steps }: { frame: Frame; steps: readonly PrioritySheetStep[] }) =>
  steps.length === 0 ? (
    <p class="empty small">{frame.t('priority-year.no-steps')}</p>
  ) : (
    <ol class="flow-history">
      {steps.toReversed().map(({ step, at, by, reason }) => (
        <HistoryEntry
          frame={frame}
          did={frame.t(isSheetStep(step) ? `priority-year.did-${step}` : 'priority-year.did-other')}
          at={at}
          by={by}
          words={reason}
        />
      ))}
    </ol>
  )
