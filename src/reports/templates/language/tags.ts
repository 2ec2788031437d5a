/**
 * 様式の印。`{{…}}` の中に書く。市の人が Excel の升目や Word の段落に手で打つものなので、
 * 全角のかっこ・記号・空白も同じものとして読む（`｛｛＃指標｝｝`）。
 *
 * - `{{指標名}}` 差し込み。`{{実績 令和5年度}}` 年度などを添える。`{{目標値|カンマ|空白}}` 書き方を添える。
 * - `{{#指標}} … {{/指標}}` 繰り返し。
 * - `{{?達成率}} … {{/?}}` 値があるときだけ。`{{?達成率 なし}} … {{/?}}` 値がないときだけ。
 * - `{{改ページ}}` ここの行・段落の後で頁を改める。
 */
export type Tag = FieldTag | OpenTag | CloseTag | PageBreakTag

type Placed = {
  /** 書かれたとおり（断りの文に出す）。 */
  readonly written: string
  readonly from: number
  readonly to: number
}

export type FieldTag = Placed & {
  readonly kind: 'field'
  readonly name: string
  readonly argument: string | null
  readonly formats: readonly string[]
}

export type OpenTag = Placed &
  (
    | { readonly kind: 'open'; readonly what: 'loop'; readonly name: string }
    | {
        readonly kind: 'open'
        readonly what: 'condition'
        readonly name: string
        readonly argument: string | null
        readonly absent: boolean
      }
  )

export type CloseTag = Placed & { readonly kind: 'close'; readonly what: 'loop' | 'condition'; readonly name: string }

export type PageBreakTag = Placed & { readonly kind: 'page-break' }

/** 印の書き損じ。not-closed は `}}` がない、not-opened は `{{` がない、nested は印の中に印、empty は中身がない。 */
export type TagFault = {
  readonly kind: 'not-closed' | 'not-opened' | 'nested' | 'empty'
  readonly written: string
}

export type ReadTags = { readonly tags: readonly Tag[]; readonly faults: readonly TagFault[] }

const opener = /[{｛]{2}/g
const closer = /[}｝]{2}/g

/** 印らしいものが一つでもあるか（印のない升目を早く通すため）。 */
export const hasTags = (text: string): boolean => /[{｛]{2}|[}｝]{2}/.test(text)

/** 字の中の印を、書かれた順に。`readTags('{{指標名}}（{{単位}}）').tags.length` → 2 */
export const readTags = (text: string): ReadTags => {
  const tags: Tag[] = []
  const faults: TagFault[] = []
  let at = 0
  for (;;) {
    const open = find(opener, text, at)
    const stray = find(closer, text, at)
    if (stray >= 0 && (open < 0 || stray < open)) {
      faults.push({ kind: 'not-opened', written: excerpt(text, Math.max(at, stray - 12), stray + 2) })
      at = stray + 2
      continue
    }
    if (open < 0) return { tags, faults }
    const close = find(closer, text, open + 2)
    const again = find(opener, text, open + 2)
    const read = oneTag(text, open, close, again)
    if ('fault' in read) faults.push(read.fault)
    else tags.push(read.tag)
    at = read.next
  }
}

type One = { readonly tag: Tag; readonly next: number } | { readonly fault: TagFault; readonly next: number }

const oneTag = (text: string, open: number, close: number, again: number): One => {
  if (close < 0 || (again >= 0 && again < close && text.slice(open, again).includes('\n')))
    return {
      fault: { kind: 'not-closed', written: excerpt(text, open, open + 20) },
      next: again < 0 ? text.length : again,
    }
  if (again >= 0 && again < close) {
    // `{{指標名{{単位}}}}` の外側の終わりまでを、一つの書き損じとする。
    const outer = find(closer, text, close + 2)
    const end = outer === close + 2 ? outer + 2 : close + 2
    return { fault: { kind: 'nested', written: excerpt(text, open, end) }, next: end }
  }
  const written = text.slice(open, close + 2)
  const tag = tagOf(plainInside(text.slice(open + 2, close)), { written, from: open, to: close + 2 })
  return tag ? { tag, next: close + 2 } : { fault: { kind: 'empty', written }, next: close + 2 }
}

const find = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? -1
}

const excerpt = (text: string, from: number, to: number): string => text.slice(from, to).replaceAll('\n', ' ').trim()

/** 記号・英数字・空白の全角と半角をそろえる（「｜」も「％」も「ＫＰＩ」も）。 */
const plainInside = (inside: string): string => inside.normalize('NFKC').replace(/\s+/g, ' ').trim()

const tagOf = (inside: string, placed: Placed): Tag | null => {
  const sign = /^[#/?]+/.exec(inside)?.[0] ?? ''
  const rest = inside.slice(sign.length).trim()
  if (sign === '') return fieldOf(rest, placed)
  if (sign === '#') return rest === '' ? null : { kind: 'open', what: 'loop', name: rest, ...placed }
  if (sign === '?') return conditionOf(rest, placed)
  if (sign === '/?') return { kind: 'close', what: 'condition', name: rest, ...placed }
  return sign === '/' && rest !== '' ? { kind: 'close', what: 'loop', name: rest, ...placed } : null
}

const fieldOf = (rest: string, placed: Placed): Tag | null => {
  const [head = '', ...formats] = rest.split('|').map((part) => part.trim())
  const [name, argument] = nameAndArgument(head)
  if (name === '' || formats.includes('')) return null
  return name === '改ページ' ? { kind: 'page-break', ...placed } : { kind: 'field', name, argument, formats, ...placed }
}

const conditionOf = (rest: string, placed: Placed): Tag | null => {
  const absent = /(?:^| )なし$/.test(rest)
  const [name, argument] = nameAndArgument(absent ? rest.replace(/ ?なし$/, '') : rest)
  return name === '' ? null : { kind: 'open', what: 'condition', name, argument, absent, ...placed }
}

/** 初めの空白までが名、残りが添えたもの（年度・区分・見出し）。 */
const nameAndArgument = (head: string): readonly [string, string | null] => {
  const space = head.indexOf(' ')
  return space < 0 ? [head, null] : [head.slice(0, space), head.slice(space + 1)]
}
