type Props = {
  label: string
  name: string
  chosen: string | undefined
  /** 選ばないときのことば。 */
  all: string
  options: readonly (readonly [value: string, words: string])[]
}

/** 絞り込みの選び欄一つ。 */
export const Choice = ({ label, name, chosen, all, options }: Props) => (
  <label>
    <span>{label}</span>
    <select name={name}>
      <option value="">{all}</option>
      {options.map(([value, words]) => (
        <option value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </select>
  </label>
)
