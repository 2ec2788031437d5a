import type { SheetGoal } from '#domain/priority/priority-sheet.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { HearingView } from '#operations/priority/hearing-view.ts'
import type { Frame } from '../../frame.ts'
import { DayField } from '../day-field.tsx'
import { Spoken } from '../spoken.tsx'

/** 書かれたまま。`at` は、どの目標の欄か（目標の id か whole）、`on` は付けるところ（目標か項目の id）。 */
export type HearingTyped = {
  readonly at: string
  readonly id: string
  readonly on: string
  readonly text: string
  readonly due: string
}

export type RefusedTyped = { readonly typed: HearingTyped | null; readonly problem: Problem }

type Props = {
  frame: Frame
  view: HearingView
  at: string
  goal?: SheetGoal
  newId: string
  refused: RefusedTyped | undefined
}

/** その場で指示を書く欄。`i` で開き、Enter で記し、同じところに戻る。台本がなくても、開いて送れる。 */
export const HearingGive = ({ frame, view, at, goal, newId, refused }: Props) => {
  if (!view.mayInstruct) return null
  const { t, to } = frame
  const typed = refused?.typed
  const [text, error] = [`text-${at}`, `error-${at}`]
  return (
    <details class="hearing-give screen-only" open={refused !== undefined}>
      <summary>{t('hearing.instruct')}</summary>
      <form method="post" action={to.hearing(view.municipality.code, view.sheet.id, { stage: view.stage })}>
        <input type="hidden" name="id" value={typed?.id ?? newId} />
        <input type="hidden" name="at" value={at} />
        {refused && (
          <p class="error" id={error} role="alert">
            <Spoken frame={frame} words={problemInWords(refused.problem, frame.lang)} />
          </p>
        )}
        <div class="field">
          <label for={text}>{t('instructions.field-text')}</label>
          <textarea
            id={text}
            name="text"
            required
            maxlength={2000}
            autofocus={refused !== undefined}
            aria-invalid={refused ? 'true' : undefined}
            aria-describedby={refused ? error : undefined}
          >
            {typed?.text ?? ''}
          </textarea>
        </div>
        {goal && <Where frame={frame} goal={goal} chosen={typed?.on ?? goal.id} />}
        <DayField id={`due-${at}`} name="due" label={t('instructions.field-due')} value={typed?.due ?? ''} />
        <button type="submit" class="primary">
          {t('instructions.give-do')}
        </button>
      </form>
    </details>
  )
}

const Where = ({ frame, goal, chosen }: { frame: Frame; goal: SheetGoal; chosen: string }) => (
  <div class="field">
    <label for={`on-${goal.id}`}>{frame.t('hearing.on')}</label>
    <select id={`on-${goal.id}`} name="on">
      <option value={goal.id} selected={chosen === goal.id}>
        {frame.t('hearing.on-goal')}
      </option>
      {goal.items.map((item) => (
        <option value={item.id} selected={chosen === item.id} lang={frame.lang === 'ja' ? undefined : 'ja'}>
          {`${item.mark}${item.title}`}
        </option>
      ))}
    </select>
  </div>
)
