// 入力の頁の台本。打つたびに保存し、打ったものはこの機械にも残す。なくても、頁は一つの送信として使える。
import type { WordsForScript } from '../components/entry/words-for-script.ts'
import {
  addTo,
  type Box,
  byId,
  cellsFrom,
  hidden,
  inOne,
  itemOf,
  keyOf,
  place,
  rawOf,
  readCells,
  writeCells,
} from './entry/fields.ts'
import { keeper, offerKept } from './entry/keeping.ts'
import { pasteBlock } from './entry/pasting.ts'
import { saver } from './entry/saving.ts'

const form = document.querySelector<HTMLFormElement>('#entry')
if (form) begin(form)

function begin(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.words ?? '{}') as WordsForScript
  const boxes = [...form.querySelectorAll<Box>('[data-key]')]
  const items = [...form.querySelectorAll('.entry-item')].map((item) => [...item.querySelectorAll<Box>('[data-key]')])
  const firsts = items.flatMap(([box]) => (box ? [rawOf(box)] : [])).filter((each) => each !== null)
  const keep = keeper(`shirube-entry ${location.pathname.replace(/^\/en/, '')} ${form.dataset.person}`)
  const save = saver(form, boxes, words, keep)
  const boxOf = (target: EventTarget | null): Box | null =>
    target instanceof HTMLElement ? target.closest<Box>('[data-key]') : null
  let idle = 0
  let checking = 0
  let submitting = false

  for (const each of form.querySelectorAll<HTMLElement>('[data-keys], [data-copy]')) each.hidden = false
  form.querySelector('[data-no-script]')?.remove()
  form.querySelector('[data-save]')?.remove()
  offerKept(keep, boxes, words, () => void save.send())

  const touched = (box: Box): void => {
    const cells = readCells(box)
    if (inOne(cells) === hidden(box, 'was').value) keep.drop(keyOf(box))
    else keep.keep(box, cells)
    save.forget(keyOf(box))
  }

  form.addEventListener('input', ({ target }) => {
    const box = boxOf(target)
    if (!box) return
    touched(box)
    clearTimeout(idle)
    idle = window.setTimeout(() => void save.send(), 4000)
    clearTimeout(checking)
    if (box.classList.contains('entry-actual')) checking = window.setTimeout(() => void preview(box), 350)
  })

  form.addEventListener('change', ({ target }) => {
    if (
      !(
        target instanceof HTMLInputElement ||
        target instanceof HTMLSelectElement ||
        target instanceof HTMLTextAreaElement
      )
    )
      return
    if (target instanceof HTMLInputElement && target.dataset.file !== undefined) return void attachFile(target)
    const box = boxOf(target) ?? boxes.find((each) => target.name === `q ${keyOf(each)}`)
    if (!box) return
    if (target.name.startsWith('keep ')) return save.choose(box, target.value)
    touched(box)
    void save.leave(box)
  })

  /** 打っている途中の達成率。式は頁になく、サーバーに尋ねる。 */
  const preview = async (box: Box): Promise<void> => {
    const asked = inOne(readCells(box))
    const data = new FormData()
    addTo(data, box)
    try {
      const response = await fetch(form.dataset.check ?? '', {
        method: 'POST',
        body: data,
        headers: { Accept: 'application/json' },
        signal: AbortSignal.timeout(5000),
      })
      const { rate } = response.ok ? ((await response.json()) as { rate?: string }) : {}
      if (rate !== undefined && asked === inOne(readCells(box))) place(byId(`r-${itemOf(keyOf(box))}`), rate)
    } catch {
      // 見られなくても、打ち続けられる。
    }
  }

  const attachFile = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? []
    if (file) await save.attach(input.dataset.file ?? '', input.name, file)
  }

  form.addEventListener('keydown', (event) => {
    const { target, key } = event
    if (!(target instanceof HTMLInputElement) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return
    const box = boxOf(target)
    if (!box || !target.classList.contains('entry-raw')) return
    const at = firsts.indexOf(target)
    const way =
      key === 'ArrowDown' || (key === 'Enter' && !event.shiftKey) ? 1 : key === 'ArrowUp' || key === 'Enter' ? -1 : 0
    if (way !== 0) {
      event.preventDefault()
      const next = firsts[at + way]
      if (at >= 0 && next) {
        next.focus()
        next.select()
      } else if (at >= 0 && way > 0 && key === 'Enter') form.querySelector<HTMLElement>('[data-submit]')?.focus()
    }
    if (key === 'Escape') {
      const cells = cellsFrom(hidden(box, 'was').value)
      if (cells) writeCells(box, cells)
      touched(box)
      void preview(box)
    }
  })

  form.addEventListener('paste', (event) => {
    const { target } = event
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const box = boxOf(target)
    const isBlock = target instanceof HTMLInputElement ? /\t|\n./.test(text.trimEnd()) : text.includes('\t')
    if (!box || !isBlock) return
    event.preventDefault()
    pasteBlock(text, box, items, words, () => {
      for (const each of boxes) touched(each)
      void save.send()
    })
  })

  form.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    if (target.dataset.copy !== undefined) {
      const field = boxOf(target)?.querySelector('textarea')
      const text = target.closest('details')?.querySelector('.entry-last-text')?.textContent ?? ''
      if (!field) return
      field.value = field.value.trim() === '' ? text : `${field.value}\n${text}`
      field.dispatchEvent(new Event('change', { bubbles: true }))
      field.focus()
    }
    if (target.dataset.comment !== undefined) {
      event.preventDefault()
      const field = target.parentElement?.querySelector('textarea')
      if (field && field.value.trim() !== '') void save.attach(target.dataset.comment, field.name, field.value)
    }
    const spot = target.closest('a')?.hash.slice(1)
    if (spot) openAt(spot)
  })

  form.addEventListener('submit', (event) => {
    if (save.isTroubled() || !navigator.onLine) {
      event.preventDefault()
      void save.send()
      return
    }
    submitting = true
  })

  const isUnsaved = (): boolean =>
    save.changed().length > 0 ||
    [...form.querySelectorAll<HTMLTextAreaElement>('.entry-comments textarea')].some(({ value }) => value.trim() !== '')
  addEventListener('beforeunload', (event) => {
    if (!submitting && isUnsaved()) event.preventDefault()
  })
  addEventListener('online', () => void save.send())
  addEventListener('focus', () => void save.send())
  addEventListener('pageshow', () => {
    submitting = false
  })
}

/** 足りないところへの道。たたんだ中なら、開いてから。 */
function openAt(spot: string): void {
  const at = byId(spot)
  at?.closest('details')?.setAttribute('open', '')
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) setTimeout(() => at.focus())
}
