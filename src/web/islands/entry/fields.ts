/** 欄の字（`components/entry/cells.ts` と同じ並び）。値・わけ・見込み・暫定値・「このままでよい」。 */
export type Cells = readonly [
  raw: string,
  absence: string,
  expected: string,
  provisional: boolean,
  confirmed: readonly string[],
]

export type Box = HTMLElement

export const keyOf = (box: Box): string => box.dataset.key ?? ''
export const itemOf = (key: string): string => key.split(' ')[0] ?? ''
export const spotOf = (key: string): string => `f-${key.replace(' ', '-')}`
export const byId = (id: string): HTMLElement | null => document.getElementById(id)

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const named = (box: ParentNode, name: string): Control | null => box.querySelector<Control>(`[name="${name}"]`)

export const rawOf = (box: Box): HTMLInputElement | HTMLTextAreaElement | null => box.querySelector('.entry-raw')
export const hidden = (box: Box, kind: 'was' | 'b'): HTMLInputElement =>
  named(box, `${kind} ${keyOf(box)}`) as HTMLInputElement

const textOf = (control: Control | null): string => control?.value.replaceAll('\r\n', '\n') ?? ''

/** 尋ねへの答え。打ちかえたあとは、前の値への答えを数えない。 */
const confirmedFor = (box: Box): readonly string[] => {
  const key = keyOf(box)
  const checks = byId(`c-${itemOf(key)}`)
  const asked = checks && named(checks, `asked ${key}`)
  if (!checks || !asked || asked.value.trim() !== textOf(rawOf(box)).trim()) return []
  const ticked = checks.querySelectorAll<HTMLInputElement>(`[name="q ${key}"]:checked`)
  return [...ticked].map(({ value }) => value).sort()
}

export const readCells = (box: Box): Cells => {
  const key = keyOf(box)
  const provisional = named(box, `p ${key}`)
  return [
    textOf(rawOf(box)),
    textOf(named(box, `a ${key}`)),
    textOf(named(box, `e ${key}`)),
    provisional instanceof HTMLInputElement && provisional.checked,
    confirmedFor(box),
  ]
}

export const writeCells = (box: Box, [raw, absence, expected, provisional]: Cells): void => {
  const key = keyOf(box)
  const set = (control: Control | null, value: string) => {
    if (control && control.value !== value) control.value = value
  }
  set(rawOf(box), raw)
  set(named(box, `a ${key}`), absence)
  set(named(box, `e ${key}`), expected)
  const tick = named(box, `p ${key}`)
  if (tick instanceof HTMLInputElement) tick.checked = provisional
}

export const inOne = (cells: Cells): string => JSON.stringify(cells)

export const cellsFrom = (text: string): Cells | undefined => {
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.length === 5 && typeof read[0] === 'string'
      ? (read as unknown as Cells)
      : undefined
  } catch {
    return undefined
  }
}

/** 送る字。頁の送信と同じ名で。 */
export const addTo = (data: FormData, box: Box): void => {
  const key = keyOf(box)
  const [raw, absence, expected, provisional, confirmed] = readCells(box)
  data.append('key', key)
  data.append(`v ${key}`, raw)
  data.append(`a ${key}`, absence)
  data.append(`e ${key}`, expected)
  if (provisional) data.append(`p ${key}`, '1')
  data.append(`asked ${key}`, raw)
  for (const code of confirmed) data.append(`q ${key}`, code)
  data.append(`was ${key}`, hidden(box, 'was').value)
  data.append(`b ${key}`, hidden(box, 'b').value)
}

/** 目録の文の `{name}` を埋める。 */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** サーバーの作った HTML を置く。焦点のあった欄には、焦点を戻す。 */
export const place = (target: HTMLElement | null, html: string): void => {
  if (!target) return
  const at = document.activeElement
  const was = at instanceof HTMLInputElement && target.contains(at) ? [at.name, at.value] : undefined
  target.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  if (was)
    [...target.querySelectorAll<HTMLInputElement>('input')]
      .find((each) => each.name === was[0] && each.value === was[1])
      ?.focus()
}
