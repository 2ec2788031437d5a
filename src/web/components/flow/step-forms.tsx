import { type Problem, problemInWords } from '#domain/problem.ts'
import type { ReviewStep, ReviewView, StepChoice } from '#operations/collection/review-view.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

/** 送られたが通らなかった一歩。書いたものを欄に戻す。 */
export type Refused = {
  readonly step: string
  readonly reason: string
  readonly headName: string
  readonly problem: Problem
}

type Props = {
  frame: Frame
  view: ReviewView
  refused: Refused | undefined
  /** 続けて見ているとき。初めのボタンに焦点があり、Enter 一つで進められる。 */
  inARow: boolean
}

const mainSteps: readonly ReviewStep[] = ['approve', 'accept', 'note-seen']
const withReason: readonly ReviewStep[] = ['return-by-head', 'return-by-planner', 'approve-for']

/** いまこの人ができる一歩だけを、ボタンに。できないときは、足りないものを言う。 */
export const StepForms = ({ frame, view, refused, inARow }: Props) => {
  const { choices } = view
  const main = choices.filter(({ step, blocked }) => mainSteps.includes(step) && blocked === null)
  const reasoned = choices.filter(({ step, blocked }) => withReason.includes(step) && blocked === null)
  // 確認や受理のできる人には、取下げを並べない（差戻しがある）。
  const withdraw =
    main.length > 0 ? undefined : choices.find(({ step, blocked }) => step === 'withdraw' && blocked === null)
  const blocked = choices.filter((choice) => choice.blocked !== null)
  if (choices.length === 0) return <p class="sub">{frame.t('flow.nothing-to-do')}</p>
  return (
    <div class="flow-steps">
      {main.map((choice, index) => (
        <Form frame={frame} view={view}>
          <button
            type="submit"
            name="step"
            value={choice.step}
            class="primary"
            accesskey={index === 0 ? 'a' : undefined}
            autofocus={index === 0 && inARow}
            aria-describedby="flow-counts"
          >
            {frame.t(`flow.do-${choice.step}`)}
          </button>
        </Form>
      ))}
      {reasoned.map((choice) => (
        <Reasoned
          frame={frame}
          view={view}
          choice={choice}
          refused={refused?.step === choice.step ? refused : undefined}
        />
      ))}
      {withdraw && (
        <Form frame={frame} view={view}>
          <button type="submit" name="step" value="withdraw" class="danger">
            {frame.t('flow.do-withdraw')}
          </button>
        </Form>
      )}
      {main.length === 0 &&
        blocked.map(({ blocked: problem }) =>
          problem ? (
            <p class="flow-blocked">
              <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
            </p>
          ) : null,
        )}
    </div>
  )
}

const Form = ({ frame, view, children }: { frame: Frame; view: ReviewView; children?: unknown }) => (
  <form method="post" action={frame.to.responsePart(view.entry.municipality.code, view.entry.response.id, 'step')}>
    <input type="hidden" name="revision" value={String(view.entry.response.revision)} />
    <input type="hidden" name="next" value={view.queue.after?.responseId ?? ''} />
    {children as string}
  </form>
)

type ReasonedProps = { frame: Frame; view: ReviewView; choice: StepChoice; refused: Refused | undefined }

/** わけの要る一歩（差戻し・代決）。畳んでおく。 */
const Reasoned = ({ frame, view, choice: { step }, refused }: ReasonedProps) => {
  const [reason, head, error] = [`reason-${step}`, `head-${step}`, `error-${step}`]
  return (
    <details class="flow-reasoned" open={refused !== undefined}>
      <summary>{frame.t(`flow.do-${step}`)}</summary>
      <Form frame={frame} view={view}>
        {refused && (
          <p class="error" id={error} role="alert">
            <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
          </p>
        )}
        {step === 'approve-for' && <HeadField frame={frame} view={view} id={head} typed={refused?.headName} />}
        <div class="field">
          <label for={reason}>{frame.t(step === 'approve-for' ? 'flow.reason-for' : 'flow.reason-return')}</label>
          <textarea
            id={reason}
            name="reason"
            required
            maxlength={2000}
            aria-invalid={refused ? 'true' : undefined}
            aria-describedby={refused ? error : undefined}
          >
            {refused?.reason ?? ''}
          </textarea>
        </div>
        <button type="submit" name="step" value={step} class={step === 'approve-for' ? 'primary' : 'danger'}>
          {frame.t(`flow.do-${step}`)}
        </button>
      </Form>
    </details>
  )
}

type HeadProps = { frame: Frame; view: ReviewView; id: string; typed: string | undefined }

/** どの課長に代わるか。課長が分かっていれば選び、いなければ書く。 */
const HeadField = ({ frame, view: { heads }, id, typed }: HeadProps) => (
  <div class="field">
    <label for={id}>{frame.t('flow.head-name')}</label>
    {heads.length > 0 ? (
      <select id={id} name="headName">
        {heads.map(({ name, absent }) => (
          <option value={name} selected={name === typed} lang={frame.lang === 'ja' ? undefined : 'ja'}>
            {name}
            {absent ? '（不在）' : ''}
          </option>
        ))}
      </select>
    ) : (
      <input id={id} name="headName" value={typed ?? ''} required maxlength={60} autocomplete="off" />
    )}
  </div>
)

/** 代決されたもの。後閲が済んだか。 */
export const StoodIn = ({ frame, view: { standIn } }: { frame: Frame; view: ReviewView }) =>
  standIn === null ? null : (
    <p class="notice flow-stood">
      <Own frame={frame}>
        {frame.t(standIn.seen ? 'flow.stood-in-seen' : 'flow.stood-in', {
          by: standIn.approved.by,
          head: standIn.approved.onBehalfOf ?? '―',
          reason: standIn.approved.reason ?? '―',
          seen: standIn.seen?.by ?? '',
        })}
      </Own>
    </p>
  )
