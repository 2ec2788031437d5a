// ヒアリングの画面の台本。キーで部局と目標を送り、その場で指示を書く。なくても、頁の中の道とボタンで同じことができる。

/** 一文字のキーを使うかを覚える名。見直しの頁と同じ（読み上げや音声入力の人は切れる。JIS X 8341-3 2.1.4）。 */
const remembered = 'shirube-keys'

const all = <T extends HTMLElement>(selector: string, within: ParentNode = document): readonly T[] => [
  ...within.querySelectorAll<T>(selector),
]
const goals = all<HTMLElement>('.hearing-goal')
const texts = all<HTMLTextAreaElement>('.hearing-give textarea')

const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('input, select, textarea')

/** 焦点のあるものが、スペースを自分で使うか。 */
const usesSpace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('a, button, summary, input, select, textarea')

/** いま見ている目標。焦点のあるもの、なければ画面の上のほうに見えているもの。 */
const current = (): number => {
  const focused = goals.findIndex((goal) => goal.contains(document.activeElement))
  if (focused >= 0) return focused
  const seen = goals.findLastIndex((goal) => goal.getBoundingClientRect().top < innerHeight / 3)
  return seen
}

const show = (goal: HTMLElement | undefined): void => {
  if (!goal) return
  goal.focus({ preventScroll: true })
  goal.scrollIntoView({ block: 'start' })
}

/** 書きかけの欄。送っていない指示を置いて、ほかの部局へ移らないように。 */
const unsent = (): HTMLTextAreaElement | undefined => texts.find(({ value, defaultValue }) => value !== defaultValue)

const write = (text: HTMLTextAreaElement | undefined): void => {
  const details = text?.closest('details')
  if (!text || !details) return
  details.open = true
  text.focus()
  text.scrollIntoView({ block: 'center' })
}

const go = (way: 'next' | 'prev'): void => {
  const left = unsent()
  if (left) write(left)
  else document.querySelector<HTMLAnchorElement>(`.hearing-ways a[rel="${way}"]`)?.click()
}

const acts: Readonly<Record<string, () => void>> = {
  ArrowRight: () => go('next'),
  ' ': () => go('next'),
  ArrowLeft: () => go('prev'),
  ArrowDown: () => show(goals[Math.min(current() + 1, goals.length - 1)]),
  ArrowUp: () => show(goals[Math.max(current() - 1, 0)]),
  i: () => write(goals[Math.max(current(), 0)]?.querySelector('textarea') ?? undefined),
}

/** 欄の中のキー。Enter で記し（変換の確定と、Shift の改行は除く）、Esc で欄から出る（書いたものは残る）。 */
const inField = (event: KeyboardEvent, field: HTMLElement): void => {
  if (event.key === 'Escape') show(field.closest<HTMLElement>('.hearing-goal') ?? undefined)
  if (event.key !== 'Enter' || event.shiftKey || !(field instanceof HTMLTextAreaElement)) return
  event.preventDefault()
  field.form?.requestSubmit()
}

const choice = document.querySelector<HTMLInputElement>('#use-keys')
if (choice) {
  choice.checked = localStorage.getItem(remembered) !== 'off'
  choice.addEventListener('change', () => localStorage.setItem(remembered, choice.checked ? 'on' : 'off'))
  const label = choice.closest('label')
  if (label) label.hidden = false
}

addEventListener('keydown', (event) => {
  // 229 は、変換を確定した Enter（Safari は isComposing を下ろしてから送る）。
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return
  if (isField(event.target) && event.target !== choice) return inField(event, event.target)
  const act = acts[event.key]
  if (!act || (event.key === 'i' && choice?.checked === false)) return
  if (event.key === ' ' && usesSpace(event.target)) return
  event.preventDefault()
  act()
})

let sending = false
addEventListener('submit', () => {
  sending = true
})
addEventListener('beforeunload', (event) => {
  if (!sending && unsent()) event.preventDefault()
})

// 記したあとは、同じ目標のところから続ける。
const back = location.hash === '' ? undefined : goals.find(({ id }) => `#${id}` === location.hash)
if (back) show(back)
