import { clustersOf, fold } from './fold.ts'

/** 探すことば。空白で区切られた語を畳んだもの。どの語もあるものだけが見つかる。 */
export type Words = readonly string[]

/**
 * 打たれた字を語に分ける。打たれなかったときや、記号だけで探しようのないときは空。
 * `wordsIn('空き家　バンク')` → `['空き家', 'ばんく']`
 */
export const wordsIn = (typed: string): Words => [
  ...new Set(
    typed
      .split(/\s+/u)
      .map(fold)
      .filter((word) => word !== ''),
  ),
]

/** 畳んだ字面に、どの語もあるか。語がなければ、どれにも当てはまる（絞り込みのため）。 */
export const hasAll = (folded: string, words: Words): boolean => words.every((word) => folded.includes(word))

/** 字の範囲。`from` から `to` の手前まで（UTF-16）。 */
export type Range = { readonly from: number; readonly to: number }

/**
 * 語が書かれているところ。もとの字の位置で、前から順に、重なりは一つにまとめて。
 * `marksIn('サーバー更新', ['さば'])` → `[{ from: 0, to: 4 }]`
 */
export const marksIn = (text: string, words: Words): readonly Range[] => {
  const clusters = clustersOf(text)
  const folded = clusters.map(({ letters }) => letters).join('')
  const owners = clusters.flatMap(({ letters }, index) => Array.from({ length: letters.length }, () => index))
  const found = words.flatMap((word) => occurrences(folded, word))
  const ranges = found.flatMap(({ from, to }) => {
    const [first, last] = [owners[from], owners[to - 1]]
    const [head, tail] = [clusters[first ?? -1], clusters[last ?? -1]]
    return head && tail ? [{ from: head.from, to: withLongVowels(text, tail.to) }] : []
  })
  return merged(ranges)
}

/** 印は語尾の長音まで付ける（「サーバ」で探して「サーバー」に）。 */
const withLongVowels = (text: string, to: number): number => {
  let end = to
  while (/[ーｰ]/.test(text.charAt(end))) end += 1
  return end
}

const occurrences = (folded: string, word: string): readonly Range[] => {
  const found: Range[] = []
  if (word === '') return found
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length))
    found.push({ from: at, to: at + word.length })
  return found
}

const merged = (ranges: readonly Range[]): readonly Range[] => {
  const all: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && range.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else all.push(range)
  }
  return all
}

/** 印のところを真ん中に、長い文から切り出した一部。切ったことは「…」で分かる。 */
export type Excerpt = { readonly text: string; readonly marks: readonly Range[] }

/**
 * 長い文の、はじめに語が書かれているあたり。
 *
 * @param around 印の前後に残す字の数のめやす。
 * @example excerptOf(長い備考, wordsIn('財源'), 20) // → { text: '…国の交付金を財源として…', marks: [{ from: 8, to: 10 }] }
 */
export const excerptOf = (text: string, words: Words, around = 30): Excerpt => {
  const [first] = marksIn(text, words)
  const clusters = clustersOf(text)
  const at = (position: number) =>
    Math.max(
      0,
      clusters.findLastIndex(({ from }) => from <= position),
    )
  const from = first ? (clusters[Math.max(0, at(first.from) - around)]?.from ?? 0) : 0
  const to = clusters[Math.min(clusters.length - 1, at(first?.to ?? 0) + around)]?.to ?? text.length
  const cut = `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/g, ' ')}${to < text.length ? '…' : ''}`
  return { text: cut, marks: marksIn(cut, words) }
}

/** 印のあるところとないところに、前から順に分ける。つなげば元の字。 */
export const splitAt = (
  text: string,
  marks: readonly Range[],
): readonly { readonly text: string; readonly marked: boolean }[] => {
  const parts: { text: string; marked: boolean }[] = []
  let done = 0
  for (const { from, to } of marks) {
    parts.push({ text: text.slice(done, from), marked: false }, { text: text.slice(from, to), marked: true })
    done = to
  }
  parts.push({ text: text.slice(done), marked: false })
  return parts.filter((part) => part.text !== '')
}
