type Field = HTMLInputElement | HTMLSelectElement

/** 行の訂正の欄（隠れた欄とボタンを除く）。 */
const fieldsOf = (form: HTMLFormElement): readonly Field[] =>
  [...form.elements].filter(
    (each): each is Field =>
      (each instanceof HTMLInputElement && each.type !== 'hidden') || each instanceof HTMLSelectElement,
  )

const initial = (field: Field): string =>
  field instanceof HTMLInputElement
    ? field.defaultValue
    : ([...field.options].find((option) => option.defaultSelected)?.value ?? field.options[0]?.value ?? '')

/**
 * 書きかけをこの窓に控え、戻ってきたときに差し出す。保存していないまま離れようとしたら、ブラウザーに尋ねさせる。
 * 控えのうち、もう頁の値と同じもの（保存できたもの）は捨てる。`wasSent` は、いまこの行を送り終えたところか。
 */
export const keepTyping = (wasSent: boolean): void => {
  const form = document.querySelector<HTMLFormElement>('#row-form')
  const row = form?.querySelector<HTMLInputElement>('input[name="row"]')?.value
  if (!form || row === undefined) return
  const kept = `shirube ${location.pathname} ${row}`
  let submitting = false
  const changed = () => fieldsOf(form).filter((field) => field.value !== initial(field))
  if (wasSent) sessionStorage.removeItem(kept)
  offer(form, kept)
  form.addEventListener('input', () => store(kept, changed()))
  form.addEventListener('submit', () => {
    submitting = true
  })
  addEventListener('beforeunload', (event) => {
    if (!submitting && changed().length > 0) event.preventDefault()
  })
}

const store = (kept: string, fields: readonly Field[]): void => {
  if (fields.length === 0) sessionStorage.removeItem(kept)
  else sessionStorage.setItem(kept, JSON.stringify(fields.map(({ name, value }) => [name, value])))
}

/** 控えがあれば、戻すか捨てるかを尋ねる。 */
const offer = (form: HTMLFormElement, kept: string): void => {
  const saved = readKept(kept)
  const waiting = fieldsOf(form).flatMap((field) => {
    const value = saved.get(field.name)
    return value === undefined || value === field.value ? [] : [{ field, value }]
  })
  const box = document.querySelector<HTMLElement>('#unsaved')
  if (waiting.length === 0 || !box) {
    sessionStorage.removeItem(kept)
    return
  }
  box.hidden = false
  const [restore, drop] = box.querySelectorAll('button')
  restore?.addEventListener('click', () => {
    for (const { field, value } of waiting) field.value = value
    box.hidden = true
    waiting[0]?.field.focus()
  })
  drop?.addEventListener('click', () => {
    sessionStorage.removeItem(kept)
    box.hidden = true
  })
}

const readKept = (kept: string): ReadonlyMap<string, string> => {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '[]')
    const isPair = (each: unknown): each is [string, string] =>
      Array.isArray(each) && typeof each[0] === 'string' && typeof each[1] === 'string'
    return new Map(Array.isArray(saved) ? saved.filter(isPair) : [])
  } catch {
    return new Map()
  }
}
