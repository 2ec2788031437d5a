import { kindredOf } from './kindred.ts'

/** 語の切れ端（二文字ずつと、漢字一字ずつ）。ことばの近さを、辞書なしで比べるため。 */
export type Words = ReadonlySet<string>

/** 切れ端の重み。図書の中で珍しいものほど重い。 */
export type Weigh = (piece: string) => number

const content = /[\p{Script=Han}\p{Script=Katakana}ー々A-Za-z]/u
const okurigana = /[\p{Script=Hiragana}]/u
const particles = new Set('のをにはがともでやへかたりしてな')

const han = /\p{Script=Han}/u

/**
 * 字句を切れ端にする。漢字・カタカナ・英字の並びと、漢字に続く送り仮名（「住み」）を二文字ずつ取り、
 * 助詞をまたぐ切れ端と数字は取らない。漢字は一字でも取る（「婚活」と「結婚」）。
 * 分野の印（kindred）も切れ端に数える。
 *
 * @example wordsOf('寄附数') // → { 寄, 寄附, 附, 附数, 数 }
 */
export const wordsOf = (text: string): Words => {
  const chars = [...text.normalize('NFKC')]
  const pieces = chars.flatMap((char, at) => {
    const next = chars[at + 1] ?? ''
    if (!content.test(char)) return []
    const joins = content.test(next) || (okurigana.test(next) && !particles.has(next))
    return [...(han.test(char) ? [char] : []), ...(joins ? [char + next] : [])]
  })
  return new Set([...pieces, ...kindredOf(text.normalize('NFKC'))])
}

/** 漢字一字と、分野の印の重みの割り引き。 */
const single = 0.3
const kindred = 1.2

/**
 * 図書の全部の字句から重みを決める（逆文書頻度）。どの行にもある「事業」「支援」は軽く、一つの行にしかない語は重い。
 *
 * @example weighBy(['広域行政', '広域連携', '住宅'])('住宅') // → 珍しいので重い
 */
export const weighBy = (texts: readonly string[]): Weigh => {
  const counts = new Map<string, number>()
  for (const text of texts) for (const piece of wordsOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return (piece) =>
    Math.max(0, Math.log((texts.length + 1) / ((counts.get(piece) ?? 0) + 1))) * ([...piece].length === 1 ? single : piece.startsWith('#') ? kindred : 1)
}

/** 二つの字句に共通する切れ端の重みの和。0 なら共通する語がない。 */
export const nearness = (a: Words, b: Words, weigh: Weigh): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const piece of few) if (many.has(piece)) sum += weigh(piece)
  return sum
}
