import type { Child } from 'hono/jsx'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

type FieldProps = { name: string; label: string; hint?: Child; children?: Child }

/** 欄一つ：名、助けの文、欄。助けの文の id は `<name>-hint`。 */
export const Field = ({ name, label, hint, children }: FieldProps) => (
  <div class="field">
    <label for={`c-${name}`}>{label}</label>
    {hint && (
      <p class="hint" id={`c-${name}-hint`}>
        {hint}
      </p>
    )}
    {children}
  </div>
)

type SelectProps = {
  name: string
  label: string
  chosen: string
  options: readonly (readonly [value: string, words: string])[]
}

export const SelectField = ({ name, label, chosen, options }: SelectProps) => (
  <Field name={name} label={label}>
    <select id={`c-${name}`} name={name}>
      {options.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </Field>
)

type TextProps = { name: string; label: string; hint?: Child; value: string; length?: number }

export const TextField = ({ name, label, hint, value, length = 60 }: TextProps) => (
  <Field name={name} label={label} hint={hint}>
    <input
      id={`c-${name}`}
      name={name}
      value={value}
      maxlength={length}
      autocomplete="off"
      aria-describedby={hint ? `c-${name}-hint` : undefined}
    />
  </Field>
)

/** いくつもの行にわたる字の欄（提出先など）。改行は送られた字のまま残る。 */
export const TextAreaField = ({ name, label, hint, value, length = 400 }: TextProps) => (
  <Field name={name} label={label} hint={hint}>
    <textarea
      id={`c-${name}`}
      name={name}
      rows={3}
      maxlength={length}
      aria-describedby={hint ? `c-${name}-hint` : undefined}
    >
      {value}
    </textarea>
  </Field>
)

type SetProps = {
  frame: Frame
  name: string
  label: string
  chosen: readonly string[]
  options: readonly (readonly [value: string, words: string])[]
  /** 図書のことば（担当課・基本目標の名）か。 */
  own?: boolean
}

/** いくつでも選べる並び。一つも選ばなければ、すべて。長ければ畳み、選んであれば開いておく。 */
export const SetField = ({ frame, name, label, chosen, options, own = false }: SetProps) => {
  const known = new Set(options.map(([value]) => value))
  // いまの計画にないものが選ばれていても、選ばれていると分かり、外せるように。
  const absent = chosen.filter((value) => !known.has(value))
  return (
    <details class="choose-set" open={chosen.length > 0}>
      <summary>
        {label} {chosen.length > 0 && <small>{frame.t('choose.chosen-count', { count: chosen.length })}</small>}
      </summary>
      <fieldset>
        <legend class="unseen">{label}</legend>
        <p class="hint">{frame.t('choose.all-hint')}</p>
        <ul>
          {options.map(([value, words]) => (
            <li>
              <label>
                <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
                {own ? <Own frame={frame}>{words}</Own> : words}
              </label>
            </li>
          ))}
          {absent.map((value) => (
            <li>
              <label>
                <input type="checkbox" name={name} value={value} checked />
                <span>
                  <Own frame={frame}>{value}</Own> <small>{frame.t('choose.absent')}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  )
}

type RadioProps = Omit<SelectProps, 'label'> & { label: string }

/** 一つだけ選ぶ、短い並び。 */
export const RadioField = ({ name, label, chosen, options }: RadioProps) => (
  <fieldset class="choose-one">
    <legend>{label}</legend>
    {options.map(([value, words]) => (
      <label>
        <input type="radio" name={name} value={value} checked={value === chosen} />
        {words}
      </label>
    ))}
  </fieldset>
)

/** 載せるかどうか。外したことも番地に載るように、いつも「no」を先に送る。 */
export const FlagField = ({ name, label, checked }: { name: string; label: string; checked: boolean }) => (
  <>
    <input type="hidden" name={name} value="no" />
    <label>
      <input type="checkbox" name={name} value="yes" checked={checked} />
      {label}
    </label>
  </>
)
