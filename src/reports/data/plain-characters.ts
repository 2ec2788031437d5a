import type { ColumnKind } from './column-kind.ts'

/**
 * 升目の字のそろえ方。改行と体裁の空白はどの列にも置かない（一行が一件、L1-06・L1-14）。
 * 名と書かれたままの字はそれだけ、ほかの列では機種依存文字も読みかえる（L1-08。固有名詞は除く）。
 */

/** 体裁の空白と改行を一つの空白にし、見えない制御の字を除く。`writtenCharacters(' 農林　課\n')` → '農林 課' */
export const writtenCharacters = (text: string): string => {
  if (alreadyPlain.test(text) || alreadyWritten.test(text)) return text
  return text.replace(unseen, '').replace(/\s+/gu, ' ').trim()
}

// 多くの升目は直すところがない。
const alreadyWritten = /^[^\s\p{Cc}\p{Cf}\ufffe\uffff]*$/u

// 空白でない制御の字、幅のない字、字の順を変える字。異体字の選択（U+E0100～）は名の字なので残す。
const unseen = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\ufffe\uffff]/gu

/**
 * 機種依存文字を読みかえた字。語（word）・符号は全角・半角もそろえる。
 * `plainCharacters('㈱小千谷の①', 'text')` → '(株)小千谷の(1)'、`plainCharacters('％', 'word')` → '%'
 */
export const plainCharacters = (text: string, kind: ColumnKind): string => {
  if (alreadyPlain.test(text)) return text
  const spelled = text.replace(dependent, readingOf)
  return writtenCharacters(
    kind === 'text' ? spelled.replace(widths, (run) => run.normalize('NFKC')) : plainWord(spelled),
  )
}

const alreadyPlain = /^[!-~]*$/

/** 語では、かっこや％の全角・半角もそろえる。 */
const plainWord = (text: string): string => text.normalize('NFKC')

/** 文章では、英数字と半角カナだけ幅をそろえる（句読点やかっこは和文のまま）。 */
const widths = /[０-９Ａ-Ｚａ-ｚ．，％＋\uff61-\uff9f]+/g

/**
 * 機種依存文字（JIS X 0208 にない NEC・IBM の拡張と、のちに足された囲み・合わせ字、波ダッシュの二つの字）。
 * 丸数字、ローマ数字、分数、囲み字、単位や年号の合わせ字、縦書きの記号。
 */
export const dependentCharacters =
  '\u2116\u2121\u2150-\u217f\u2460-\u24ff\u2776-\u2793\u3200-\u321e\u3220-\u3247\u3250-\u33ff\ufe30-\ufe44\ufe47-\ufe4f\u301c\uff5e'

const dependent = new RegExp(`[${dependentCharacters}]`, 'gu')

/** 機種依存文字一つの読みかえ。 */
const readingOf = (char: string): string => {
  if (char === '\u301c') return '~'
  // NFKC の読みかえのない、ただ一つの囲み字（韓国の規格の印）。
  if (char === '\u327f') return '(KS)'
  const number = dingbatNumber(char)
  if (number !== undefined) return `(${number})`
  const spelled = char.normalize('NFKC')
  // 丸数字は「1」ではなく「(1)」に。続く数字とくっつかないように。⑴ と ⒈ は初めから印が付いている。
  return circled.test(char) && !/[().]/.test(spelled) ? `(${spelled})` : spelled
}

const circled = /[\u2460-\u24ff\u3251-\u325f\u32b1-\u32bf]/u

/** NFKC が数字にしない黒丸・二重丸の数字。始まりの字と、その数。 */
const dingbats = [
  ['❶', 10, 1],
  ['➀', 10, 1],
  ['➊', 10, 1],
  ['⓫', 10, 11],
  ['⓵', 10, 1],
  ['⓿', 1, 0],
] as const

const dingbatNumber = (char: string): number | undefined => {
  const code = char.codePointAt(0) ?? 0
  const run = dingbats.find(([first, length]) => code >= first.charCodeAt(0) && code < first.charCodeAt(0) + length)
  return run && code - run[0].charCodeAt(0) + run[2]
}
