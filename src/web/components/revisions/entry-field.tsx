import type { PlanContent } from '#domain/plan/draft.ts'
import type { RevisableKind } from '#domain/revision/revisable.ts'
import { fieldOfInput, type Typed } from '#domain/revision/typed-entry.ts'
import type { Frame, WebCode } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { FieldProblem, type Refusal, wrong } from './refused.tsx'
import { fieldWords } from './words.tsx'

/** 欄に要るもの。 */
export type EntryProps = {
  frame: Frame
  on: RevisableKind
  /** 欄に入っている字。 */
  typed: Typed
  /** もとの版の字。新しく入れるものでは null。 */
  original: Typed | null
  content: PlanContent
  refusal: Refusal | undefined
  subjectId: string | null
}

export type FieldProps = EntryProps & { name: string }

/** もとの版の値。直していなければ示さない（欄と同じなので）。 */
export const Before = ({ frame, typed, original, name, words }: FieldProps & { words?: string }) => {
  if (original === null || (original[name] ?? '') === (typed[name] ?? '')) return null
  const before = words ?? original[name] ?? ''
  return (
    <p class="rev-before">
      <b>{frame.t('revisions.before')}</b>{' '}
      {before === '' ? (
        <span class="rev-none">{frame.t('revisions.none')}</span>
      ) : (
        <span class="rev-value">
          <Own frame={frame}>{before}</Own>
        </span>
      )}
    </p>
  )
}

export const ja = (frame: Frame) => (frame.lang === 'ja' ? undefined : 'ja')

export const Line = (props: FieldProps & { narrow?: boolean }) => {
  const { frame, name, typed, refusal, narrow } = props
  return (
    <div class="field rev-field">
      <label for={`f-${name}`}>{fieldWords(frame, fieldOfInput(name))}</label>
      <FieldProblem frame={frame} refusal={refusal} field={name} />
      <input
        id={`f-${name}`}
        name={name}
        value={typed[name] ?? ''}
        maxlength={400}
        autocomplete="off"
        class={narrow ? 'rev-narrow' : undefined}
        lang={ja(frame)}
        {...wrong(refusal, name)}
      />
      <Before {...props} />
    </div>
  )
}

export const Text = (props: FieldProps & { rows: number; hint?: WebCode }) => {
  const { frame, name, typed, rows, hint } = props
  return (
    <div class="field rev-field">
      <label for={`f-${name}`}>{fieldWords(frame, name)}</label>
      {hint && (
        <p class="hint" id={`h-${name}`}>
          {frame.t(hint)}
        </p>
      )}
      <textarea
        id={`f-${name}`}
        name={name}
        rows={rows}
        class={rows < 4 ? 'rev-short' : undefined}
        lang={ja(frame)}
        aria-describedby={hint ? `h-${name}` : undefined}
      >
        {typed[name] ?? ''}
      </textarea>
      <Before {...props} />
    </div>
  )
}

export const Ticked = ({ frame, name, typed }: FieldProps) => (
  <div class="field rev-field">
    <input type="hidden" name={name} value="" />
    <label>
      <input type="checkbox" name={name} value="yes" checked={typed[name] === 'yes'} /> {fieldWords(frame, name)}
    </label>
  </div>
)
