import type { Child } from 'hono/jsx'
import { say } from '#domain/language/say.ts'
import type { UnitLine } from '#domain/people/organisation.ts'
import { type Role, roles } from '#domain/people/role.ts'
import { type Problem, problemInWords } from '#domain/problem.ts'
import type { Frame } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'

/** 断ったわけ。 */
export const Refusal = ({ frame, problem, id }: { frame: Frame; problem: Problem | undefined; id?: string }) =>
  problem ? (
    <p class="people-refused" role="alert" id={id}>
      <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
    </p>
  ) : null

/** 済んだこと。 */
export const Done = ({ words }: { words: string | undefined }) =>
  words ? (
    <p class="people-done" role="status">
      {words}
    </p>
  ) : null

type FieldProps = {
  id: string
  name: string
  label: string
  value?: string
  type?: string
  hint?: string
  maxlength?: number
  required?: boolean
  error?: Child
  list?: string
}

/** 欄一つ。名、助けの文、欄。 */
export const Field = ({
  id,
  name,
  label,
  value = '',
  type = 'text',
  hint,
  maxlength = 200,
  required,
  list,
}: FieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    <input
      id={id}
      name={name}
      type={type}
      value={value}
      maxlength={type === 'date' ? undefined : maxlength}
      required={required}
      list={list}
      aria-describedby={hint ? `${id}-hint` : undefined}
    />
  </div>
)

export const roleInWords = ({ lang }: Frame, role: Role): string => say({ code: `role-${role}`, params: {} }, lang)

/** 役の選び欄。 */
export const RoleOptions = ({
  frame,
  chosen,
  only = roles,
}: {
  frame: Frame
  chosen?: string
  only?: readonly Role[]
}) => (
  <>
    {only.map((role) => (
      <option value={role} selected={role === chosen}>
        {roleInWords(frame, role)}
      </option>
    ))}
  </>
)

const indent = '　'

/** 課の選び欄。下の課は字下げして。 */
export const UnitOptions = ({
  frame,
  units,
  chosen,
}: {
  frame: Frame
  units: readonly UnitLine[]
  chosen?: string
}) => (
  <>
    {units.map(({ unit, depth }) => (
      <option value={unit.id} selected={unit.id === chosen} lang={frame.lang === 'ja' ? undefined : 'ja'}>
        {indent.repeat(depth) + unit.name}
      </option>
    ))}
  </>
)
