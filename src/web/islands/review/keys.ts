/** 一文字のキーを使うかを覚える名。読み上げや音声入力の人は切れる（JIS X 8341-3 2.1.4）。 */
const remembered = 'shirube-keys'

const one = <T extends HTMLElement>(selector: string): T | null => document.querySelector<T>(selector)

/** 欄の中か。欄では、字のキーはその欄のもの。 */
const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, select, textarea')

/** 直す値。選んだ値、読み取れない値、初めの値、名の順に探す。 */
const valueFields = [
  '.figures .here input:not([type="hidden"])',
  '.figures input[aria-invalid="true"]',
  '.figures input:not([type="hidden"])',
  '#f-name',
]

const acts: Readonly<Record<string, () => void>> = {
  n: () => one('[data-key="n"]')?.click(),
  p: () => one('[data-key="p"]')?.click(),
  a: () => one('[data-key="a"]')?.click(),
  c: () => {
    const field = valueFields.map((selector) => one<HTMLInputElement>(selector)).find((each) => each !== null)
    field?.focus()
    field?.select()
  },
  Escape: () => one('.review-rows .here a')?.focus(),
  '?': () => {
    const keys = one<HTMLDetailsElement>('#keys')
    if (!keys) return
    keys.open = !keys.open
    keys.scrollIntoView({ block: 'nearest' })
    keys.querySelector('summary')?.focus()
  },
}

/** n・p 次と前の確かでない行、a このとおり、c 初めの値を直す、Esc 欄から出る・一覧へ、? 早見。 */
export const useKeys = (): void => {
  const keys = one('#keys')
  const choice = one<HTMLInputElement>('#use-keys')
  if (!keys || !choice) return
  keys.hidden = false
  choice.checked = localStorage.getItem(remembered) !== 'off'
  choice.addEventListener('change', () => localStorage.setItem(remembered, choice.checked ? 'on' : 'off'))
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (isField(event.target) && event.target !== choice) {
      if (event.key === 'Escape') one('#panel')?.focus()
      return
    }
    const act = acts[event.key]
    if (!act || (event.key !== 'Escape' && !choice.checked)) return
    event.preventDefault()
    act()
  })
}
