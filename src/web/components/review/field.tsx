import type { Form } from '../../form.ts'
import { fieldList, wasName } from './row-form.ts'

/** 送ったが受け取れなかった欄。頁を作り直すときに、打ったままを戻す。 */
export type Typed = Form | undefined

/** 欄に入れる値と、頁を作ったときの値。打ったものがあれば、それを戻す。 */
export const fieldValues = (
  typed: Typed,
  name: string,
  current: string,
): { readonly value: string; readonly was: string } =>
  typed?.all(fieldList).includes(name)
    ? { value: typed.text(name), was: typed.text(wasName(name)) }
    : { value: current, was: current }

/** 欄の名と、頁を作ったときの値を添える。 */
export const Was = ({ name, was }: { name: string; was: string }) => (
  <>
    <input type="hidden" name={fieldList} value={name} />
    <input type="hidden" name={wasName(name)} value={was} />
  </>
)

type TextProps = {
  typed: Typed
  name: string
  label: string
  current: string
  id: string
  hint?: string
  list?: string
  maxlength?: number
}

/** 一行の欄。 */
export const TextField = ({ typed, name, label, current, id, hint, list, maxlength = 1000 }: TextProps) => {
  const { value, was } = fieldValues(typed, name, current)
  return (
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
        value={value}
        list={list}
        maxlength={maxlength}
        autocomplete="off"
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <Was name={name} was={was} />
    </div>
  )
}

type SelectProps = {
  typed: Typed
  name: string
  label: string
  current: string
  id: string
  options: readonly Option[]
}

/** 選びの一つ。`own` なら図書のことば（日本語のまま）。 */
export type Option = readonly [value: string, words: string, own?: 'own']

/** 選び欄。 */
export const SelectField = ({ typed, name, label, current, id, options }: SelectProps) => {
  const { value, was } = fieldValues(typed, name, current)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Select id={id} name={name} value={value} options={options} />
      <Was name={name} was={was} />
    </div>
  )
}

type PlainSelect = Pick<SelectProps, 'name' | 'options'> & { value: string; id?: string; label?: string }

export const Select = ({ id, name, value, options, label }: PlainSelect) => (
  <select id={id} name={name} aria-label={label}>
    {options.map(([each, words, own]) => (
      <option value={each} selected={each === value} lang={own && 'ja'}>
        {words}
      </option>
    ))}
  </select>
)
