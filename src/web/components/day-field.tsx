type Props = { id: string; name: string; label: string; value: string }

/** 日の欄。日として読めなかった字は、字の欄に戻す（日付の欄には入らず、消えてしまうので）。 */
export const DayField = ({ id, name, label, value }: Props) => (
  <div class="field">
    <label for={id}>{label}</label>
    <input id={id} name={name} type={/^(\d{4}-\d{2}-\d{2})?$/.test(value) ? 'date' : 'text'} value={value} />
  </div>
)
