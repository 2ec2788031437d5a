// 外部の会議の、意見を書く頁の台本。欄を離れるたびに保存する。なくても、頁は一つの送信として使える。

const form = document.querySelector<HTMLFormElement>('.committee-opinions')
if (form) begin(form)

type Answer = {
  readonly saved?: readonly { readonly id: string; readonly revision: number; readonly words: string }[]
  readonly withdrawn?: string | null
  readonly left?: readonly string[]
  readonly problem?: string
}

function begin(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLElement>('[data-opinion]')]
  const words = form.dataset
  const store = `shirube-opinion ${location.pathname.replace(/^\/en/, '')} ${form.dataset.person ?? ''}`
  const saving = new Map<HTMLElement, Promise<void>>()
  let leaving = false
  form.querySelector('[data-no-script]')?.remove()
  for (const box of boxes) offerKept(box)

  const boxOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof HTMLElement ? target.closest<HTMLElement>('[data-opinion]') : null

  form.addEventListener('input', ({ target }) => {
    const box = boxOf(target)
    if (box) keep(box)
  })
  form.addEventListener('change', ({ target }) => {
    const box = boxOf(target)
    if (box) void save(box)
  })
  // 欄から直に送信を押すと、欄を離れた保存が始まったばかりのことがある。終わるのを待って送る（待たないと、同じ意見が二つになる）。
  form.addEventListener('submit', (event) => {
    leaving = true
    if (saving.size === 0) return
    event.preventDefault()
    void Promise.allSettled(saving.values()).then(() => form.requestSubmit(event.submitter))
  })
  addEventListener('online', () => {
    for (const box of boxes) if (isChanged(box)) void save(box)
  })
  addEventListener('beforeunload', (event) => {
    if (!leaving && boxes.some(isChanged)) event.preventDefault()
  })
  addEventListener('pageshow', () => {
    leaving = false
  })

  /** 保存は、欄ごとに一つずつ。送っているあいだに打ち足したら、終わってからもう一度送る。 */
  async function save(box: HTMLElement): Promise<void> {
    const going = saving.get(box)
    if (going) {
      await going
      return isChanged(box) ? save(box) : undefined
    }
    if (!isChanged(box)) return
    const sent = send(box)
    saving.set(box, sent)
    await sent
    saving.delete(box)
  }

  async function send(box: HTMLElement): Promise<void> {
    const sent = typed(box)
    const data = new FormData()
    for (const name of ['key', 'opinion', 'revision', 'was', 'text', 'grade']) data.set(name, field(box, name).value)
    data.set('by', 'script')
    say(box, words.saving ?? '')
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: data,
        headers: { Accept: 'application/json' },
        signal: AbortSignal.timeout(15_000),
      })
      const answer = response.ok ? ((await response.json()) as Answer) : {}
      const [saved] = answer.saved ?? []
      if (saved) settle(box, saved.id, saved.revision, sent, saved.words)
      else if (answer.withdrawn) settle(box, '', 0, sent, answer.withdrawn)
      else say(box, answer.left?.[0] ?? answer.problem ?? words.unsaved ?? '', true)
    } catch {
      say(box, words.unsaved ?? '', true)
    }
  }

  function settle(box: HTMLElement, id: string, revision: number, sent: string, told: string): void {
    field(box, 'opinion').value = id
    field(box, 'revision').value = String(revision)
    field(box, 'was').value = sent
    if (!isChanged(box)) localStorage.removeItem(`${store} ${field(box, 'key').value}`)
    say(box, told)
  }

  /** 打ったものは、保存できるまでこの機械にも残す。 */
  function keep(box: HTMLElement): void {
    const name = `${store} ${field(box, 'key').value}`
    if (isChanged(box)) localStorage.setItem(name, typed(box))
    else localStorage.removeItem(name)
  }

  /** 前に保存できなかったものが残っていれば、空の欄に戻す（書いてある欄は、書いてあるほうを見せる）。 */
  function offerKept(box: HTMLElement): void {
    const kept = localStorage.getItem(`${store} ${field(box, 'key').value}`)
    if (kept === null || isChanged(box) || field(box, 'opinion').value !== '') return
    const [text = '', grade = ''] = JSON.parse(kept) as readonly string[]
    field(box, 'text').value = text
    field(box, 'grade').value = grade
    box.closest('details')?.setAttribute('open', '')
    void save(box)
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function field(box: HTMLElement, name: string): Field {
  const found = box.querySelector<Field>(`[name="${name}"]`)
  if (!found) throw new Error(`no field ${name} in an opinion box`)
  return found
}

const typed = (box: HTMLElement): string => JSON.stringify([field(box, 'text').value, field(box, 'grade').value])

const isChanged = (box: HTMLElement): boolean => typed(box) !== field(box, 'was').value

function say(box: HTMLElement, words: string, trouble = false): void {
  const state = box.querySelector<HTMLElement>('[data-state]')
  if (!state) return
  state.textContent = words
  state.classList.toggle('error', trouble)
}
