import type { Child } from 'hono/jsx'
import type { RoundField, RoundTrouble } from '#domain/collection/round-check.ts'
import type { Frame, WebCode } from '../../frame.ts'
import { ProblemWords } from '../report/problem-words.tsx'

export type FieldProps = { frame: Frame; troubles: readonly RoundTrouble[] }

/** その欄の、直すところの文。欄の aria-describedby が指す。 */
export const FieldError = ({ frame, troubles, field }: FieldProps & { field: RoundField }) => {
  const its = troubles.filter((each) => each.field === field)
  if (its.length === 0) return null
  return (
    <p class="error" id={`error-${field}`}>
      {its.map(({ problem }) => (
        <span class="rounds-error">
          <ProblemWords frame={frame} problem={problem} />
        </span>
      ))}
    </p>
  )
}

/** 欄の、直すところと助けの文への結びつき。 */
export const marks = <Field extends string>(
  troubles: readonly { readonly field: Field }[],
  field: Field,
  hint = false,
) => {
  const isWrong = troubles.some((each) => each.field === field)
  const ids = [hint ? `hint-${field}` : '', isWrong ? `error-${field}` : ''].filter(Boolean)
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(isWrong && { 'aria-invalid': 'true' as const }),
  }
}

/** 初めに並べる、直すところ。押せばその欄へ。 */
export const TroubleSummary = ({ frame, troubles }: FieldProps) =>
  troubles.length === 0 ? null : (
    <section class="notice rounds-troubles" role="alert" aria-labelledby="troubles">
      <h2 id="troubles">{frame.t('rounds.fix')}</h2>
      <ul>
        {troubles.map(({ field, problem }) => (
          <li>
            <a href={`#${field}`}>
              <ProblemWords frame={frame} problem={problem} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

type DayProps = FieldProps & {
  field: 'enter' | 'approve' | 'accept'
  value: string
  hint: WebCode
  required?: boolean
}

/** 締切の欄。日付の欄のないブラウザーでは、字で打てる。 */
export const DayField = ({ frame, troubles, field, value, hint, required = false }: DayProps) => (
  <div class="field">
    <label for={field}>{frame.t(`rounds.field-${field}`)}</label>
    <p class="hint" id={`hint-${field}`}>
      {frame.t(hint)}
    </p>
    <FieldError frame={frame} troubles={troubles} field={field} />
    <input type="date" id={field} name={field} value={value} required={required} {...marks(troubles, field, true)} />
  </div>
)

type TickProps = {
  name: string
  value?: string
  id?: string
  checked: boolean
  kind?: 'checkbox' | 'radio'
  children?: Child
}

/** 印を付ける欄一つ。 */
export const Tick = ({ name, value = 'yes', id, checked, kind = 'checkbox', children }: TickProps) => (
  <label class="rounds-tick">
    <input type={kind} name={name} value={value} id={id} checked={checked} />
    <span>{children}</span>
  </label>
)
