import type { Child } from 'hono/jsx'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { Frame, WebCode } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'

/** 断りの一文。読み上げにもすぐ伝わる。 */
export const Refusal = ({ frame, problem }: { frame: Frame; problem: Problem | undefined }) =>
  problem ? (
    <p class="error account-refused" role="alert" id="refused">
      <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
    </p>
  ) : null

type FieldProps = {
  frame: Frame
  name: string
  label: WebCode
  hint?: WebCode
  value?: string
  type?: 'text' | 'email' | 'password' | 'url'
  autocomplete?: string
  required?: boolean
  inputmode?: 'numeric' | 'text'
  maxlength?: number
  minlength?: number
  autofocus?: boolean
  spellcheck?: boolean
  class?: string
}

/** 欄一つ。名・助けの文・欄。 */
export const Field = ({ frame, name, label, hint, type = 'text', required = true, ...rest }: FieldProps) => (
  <div class="field">
    <label for={name}>{frame.t(label)}</label>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {frame.t(hint)}
      </p>
    )}
    <input
      id={name}
      name={name}
      type={type}
      required={required}
      {...rest}
      {...(hint && { 'aria-describedby': `${name}-hint` })}
    />
  </div>
)

/** 新しいパスワードの欄。 */
export const NewPassword = ({ frame, name = 'password' }: { frame: Frame; name?: string }) => (
  <Field
    frame={frame}
    name={name}
    label="account.new-password"
    hint="account.password-hint"
    type="password"
    autocomplete="new-password"
    maxlength={512}
  />
)

/** いまのパスワードの欄。 */
export const CurrentPassword = ({ frame, name = 'currentPassword' }: { frame: Frame; name?: string }) => (
  <Field
    frame={frame}
    name={name}
    label="account.current-password"
    type="password"
    autocomplete="current-password"
    maxlength={512}
  />
)

/** 主なボタン一つと、そのわきのもの。 */
export const Buttons = ({ frame, words, children }: { frame: Frame; words: WebCode; children?: Child }) => (
  <p class="buttons account-buttons">
    <button type="submit" class="primary">
      {frame.t(words)}
    </button>
    {children}
  </p>
)
