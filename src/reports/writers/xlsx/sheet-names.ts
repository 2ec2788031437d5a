/** シート名の長さの限り（UTF-16 の数）。 */
const longest = 31

/**
 * シートの名。使えない字（: \ / ? * [ ]）は全角にし、31 字に収め、同じ名には「(2)」を付ける。
 * 大文字と小文字は同じ名と数える（Excel がそう数える）。
 *
 * `sheetNames(['個票 1/2', '個票 1/2'])` → ['個票 1／2', '個票 1／2(2)']
 */
export const sheetNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>(reserved)
  return names.map((name) => {
    const plain = permitted(name)
    let candidate = shortened(plain, longest)
    for (let number = 2; taken.has(folded(candidate)); number += 1) {
      const mark = `(${number})`
      candidate = `${shortened(plain, longest - mark.length)}${mark}`
    }
    taken.add(folded(candidate))
    return candidate
  })
}

/** Excel が変更履歴のために取ってある名（英語版と日本語版）。 */
const reserved = ['history', '履歴'] as const

const fullWidth: Readonly<Record<string, string>> = {
  ':': '：',
  '\\': '＼',
  '/': '／',
  '?': '？',
  '*': '＊',
  '[': '［',
  ']': '］',
  "'": '’',
}

const permitted = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[:\\/?*[\]']/g, (character) => fullWidth[character] ?? '')
    .replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ')
    .trim() || 'シート'

/** 字を割らない（サロゲートの途中で切らない）。 */
const shortened = (name: string, length: number): string => {
  let kept = ''
  for (const character of name) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept.trimEnd()
}

const folded = (name: string): string => name.toLowerCase()

/** 式や番地の中のシート名。`quotedSheet('個票（１）')` → "'個票（１）'" */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`
