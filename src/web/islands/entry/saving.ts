import type { RefusedForScript, SavedForScript } from '../../components/entry/parts-for-script.tsx'
import type { WordsForScript } from '../../components/entry/words-for-script.ts'
import {
  addTo,
  type Box,
  byId,
  cellsFrom,
  filled,
  hidden,
  inOne,
  keyOf,
  place,
  readCells,
  spotOf,
  writeCells,
} from './fields.ts'
import type { Keeper } from './keeping.ts'

type Clash = SavedForScript['clashes'][number]
/** いま送ってよい欄か。 */
type Ready = (box: Box) => boolean
type Trouble = 'offline' | 'expired' | undefined

/** 打たれた欄を送り、答えを頁に置く。一度に一つの送信だけ。失敗したら、間をおいて何度でも。 */
export const saver = (form: HTMLFormElement, boxes: readonly Box[], words: WordsForScript, keep: Keeper) => {
  const acknowledged = new Map<string, string>()
  const refused = new Map<string, string>()
  const clashes = new Map<string, Clash>()
  /** 送っているあいだに、送るよう求められたもの。 */
  const queued: Ready[] = []
  let sending = false
  let failures = 0
  let timer = 0
  let trouble: Trouble
  /** もう受け付けられないわけ（閉じた、取り下げられた、課が移った）。 */
  let stopped: string | undefined

  const composite = (box: Box): string => inOne(readCells(box))
  const isChanged = (box: Box): boolean => {
    const now = composite(box)
    return now !== hidden(box, 'was').value && now !== acknowledged.get(keyOf(box))
  }
  const changed = (): readonly Box[] => boxes.filter(isChanged)
  const toSend = (): readonly Box[] =>
    changed().filter((box) => refused.get(keyOf(box)) !== composite(box) && !clashes.has(keyOf(box)))

  const say = (text: string, extra?: Node): void =>
    byId('entry-state')?.replaceChildren(text, ...(extra ? [extra] : []))
  const mark = (key: string, text: string): void => {
    const said = byId(`s-${spotOf(key)}`)
    if (said) said.textContent = text
  }

  const tell = (): void => {
    const count = changed().length
    const left = count > 0 ? ` ${filled(words.unsaved, { count })}` : ''
    // 打っている手もとの帯で言う（頁の初めは、見えていないことがある）。
    if (stopped !== undefined) say(stopped, onNextLine(left.trim()))
    else if (trouble === 'offline') say(words.offline + left)
    else if (trouble === 'expired') say(words.expired, signIn(words))
    else if (left !== '') say(left.trim())
  }

  const later = (): void => {
    clearTimeout(timer)
    const seconds = [2, 4, 8, 15, 30][Math.min(failures, 4)] ?? 30
    timer = window.setTimeout(() => void send(), seconds * 1000)
  }

  /** 打ちかけでない欄と、いま離れた欄。「360」の「3」まで打った欄は、離れるか手が止まるまで送らない。 */
  const settled =
    (left?: Box): Ready =>
    (box) =>
      box === left || !box.contains(document.activeElement)

  /** いま送る。送っている途中なら、終わってから。 */
  const send = async (ready: Ready = () => true): Promise<void> => {
    const waiting = toSend().filter(ready)
    if (sending) queued.push(ready)
    if (sending || stopped !== undefined || waiting.length === 0) return tell()
    const data = new FormData()
    data.append('by', 'script')
    for (const box of waiting) addTo(data, box)
    const sent = new Map(waiting.map((box) => [keyOf(box), composite(box)]))
    for (const key of sent.keys()) mark(key, words.saving)
    const answer = await post(data)
    for (const key of sent.keys()) mark(key, '')
    if (answer) take(answer, sent)
    else later()
    tell()
    if (answer) await next()
  }

  /** 送っているあいだに離れた欄と、送るよう求められた欄。 */
  const next = (): Promise<void> => {
    const asked = [settled(), ...queued.splice(0)]
    return send((box) => asked.some((each) => each(box)))
  }

  /** 送って答えを受け取る。届かなければ undefined（わけは trouble に）。 */
  const post = async (data: FormData): Promise<SavedForScript | RefusedForScript | undefined> => {
    sending = true
    try {
      const response = await fetch(form.action, {
        method: 'POST',
        body: data,
        headers: { Accept: 'application/json' },
        signal: AbortSignal.timeout(20_000),
      })
      if (response.status === 401) trouble = 'expired'
      else if (response.ok && !response.redirected) {
        const answer = (await response.json()) as SavedForScript | RefusedForScript
        trouble = undefined
        failures = 0
        return answer
      } else trouble = 'offline'
    } catch {
      trouble = 'offline'
    } finally {
      sending = false
    }
    failures += 1
    return undefined
  }

  const take = (answer: SavedForScript | RefusedForScript, sent: ReadonlyMap<string, string>): void => {
    if ('problem' in answer) {
      // 書いたものは残し、わけを言う。
      stopped = answer.problem
      news([answer.problem])
      return
    }
    const boxOf = (key: string) => boxes.find((box) => keyOf(box) === key)
    for (const row of answer.rows) {
      place(byId(`r-${row.item}`), row.rate)
      place(byId(`c-${row.item}`), row.checks)
      if (row.files !== undefined) place(byId(`f-${row.item}-evidence`), row.files)
      if (row.comments !== undefined) place(byId(`m-${row.item}`), row.comments)
      const more = byId(`i-${row.item}`)?.querySelector('details.entry-more')
      if (row.open && more instanceof HTMLDetailsElement) more.open = true
    }
    for (const { key, was, base } of answer.saved) {
      const box = boxOf(key)
      if (!box) continue
      const isStill = composite(box) === sent.get(key)
      hidden(box, 'was').value = was
      hidden(box, 'b').value = String(base)
      acknowledged.set(key, sent.get(key) ?? was)
      clear(box, key)
      const cells = cellsFrom(was)
      if (isStill && cells && !box.contains(document.activeElement)) writeCells(box, cells)
      if (!isChanged(box)) keep.drop(key)
      mark(key, filled(words.saved, { time: answer.at }))
    }
    for (const { key, words: why } of answer.refused) {
      refused.set(key, sent.get(key) ?? '')
      const said = byId(`x-${spotOf(key)}`)
      if (said) {
        said.textContent = why
        said.hidden = false
      }
      byId(spotOf(key))?.setAttribute('aria-invalid', 'true')
    }
    for (const clash of answer.clashes) show(clash)
    place(byId('entry-summary'), answer.summary)
    byId('entry-status')?.replaceChildren(answer.state)
    say(answer.saved.length > 0 ? filled(words.saved, { time: answer.at }) : '')
    news(answer.problems)
  }

  const clear = (box: Box, key: string): void => {
    refused.delete(key)
    const said = byId(`x-${spotOf(key)}`)
    if (said) said.hidden = true
    byId(spotOf(key))?.removeAttribute('aria-invalid')
    const asked = box.querySelector<HTMLElement>('.entry-conflict')
    if (asked) asked.hidden = true
    asked?.replaceChildren()
  }

  /** ほかの人が変えていた欄。選ぶまで、どちらも捨てない。 */
  const show = (clash: Clash): void => {
    clashes.set(clash.key, clash)
    const asked = byId(`k-${spotOf(clash.key)}`)
    place(asked, clash.html)
    if (asked) asked.hidden = false
    asked?.closest('details')?.setAttribute('open', '')
  }

  const choose = (box: Box, which: string): void => {
    const key = keyOf(box)
    const clash = clashes.get(key)
    if (!clash) return
    clashes.delete(key)
    hidden(box, 'was').value = clash.was
    hidden(box, 'b').value = String(clash.base)
    acknowledged.delete(key)
    if (which === 'theirs') {
      const { raw, absence, expected, provisional } = clash.cells
      writeCells(box, [raw, absence, expected, provisional, []])
      keep.drop(key)
      acknowledged.set(key, composite(box))
    }
    clear(box, key)
    byId(spotOf(key))?.focus()
    void send()
  }

  const news = (problems: readonly string[]): void => {
    const lines = problems.map((text) => {
      const line = document.createElement('p')
      line.className = 'notice'
      line.textContent = text
      return line
    })
    if (lines.length > 0) byId('entry-news')?.replaceChildren(...lines)
  }

  return {
    send,
    /** この欄を離れた（選んだ）ので、送る。ほかの打ちかけの欄は、まだ送らない。 */
    leave: (box: Box) => send(settled(box)),
    changed,
    choose,
    /** 資料か書き込みを一つ送る。 */
    attach: async (item: string, name: string, what: string | File): Promise<boolean> => {
      const data = new FormData()
      data.append('by', 'script')
      data.append('attached', item)
      data.append(name, what)
      say(words.saving)
      const answer = await post(data)
      if (answer) take(answer, new Map())
      tell()
      if (answer) void next()
      return answer !== undefined && 'rows' in answer && answer.problems.length === 0
    },
    isTroubled: () => trouble !== undefined,
    forget: (key: string) => refused.delete(key),
  }
}

const onNextLine = (text: string): Node => {
  const both = document.createDocumentFragment()
  both.append(document.createElement('br'), text)
  return both
}

const signIn = (words: WordsForScript): Node => {
  const link = document.createElement('a')
  link.href = words.login
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = words.signIn
  const both = document.createDocumentFragment()
  both.append(link, words.signInAfter)
  return both
}
