import { kindredOf } from './kindred.ts'

/** 語の切れ端（漢字の二文字ずつと一字ずつ、カタカナ・英字の語、分野の印）。ことばの近さを、辞書なしで比べるため。 */
export type Words = ReadonlySet<string>

/** 切れ端の重み。図書の中で珍しいものほど重い。 */
export type Weigh = (piece: string) => number

const runs = /\p{Script=Han}[\p{Script=Han}々]*[\p{Script=Hiragana}]?|[\p{Script=Katakana}ー]{2,}|[A-Za-z]{2,}/gu
const particles = new Set('のをにはがともでやへかたりしてな')
const verbStem = /^\p{Script=Han}\p{Script=Hiragana}$/u

const known = new Map<string, Words>()

/**
 * 字句を切れ端にする。漢字の並びは二文字ずつと一字ずつ（「婚活」と「結婚」）、漢字に続く送り仮名は助詞でなければ取り、
 * カタカナと英字の並びは一語として取る（長い外来語が重くなりすぎないように）。数字は取らない。
 *
 * @example wordsOf('寄附数とアンケート') // → { 寄, 寄附, 附, 附数, 数, アンケート }
 */
export const wordsOf = (text: string): Words => {
  const cached = known.get(text)
  if (cached) return cached
  const plain = text.normalize('NFKC')
  const words = new Set([...[...plain.matchAll(runs)].flatMap(([run]) => piecesOf(run)), ...kindredOf(plain)])
  if (known.size > 5000) known.clear()
  known.set(text, words)
  return words
}

const piecesOf = (run: string): readonly string[] => {
  if (!/^\p{Script=Han}/u.test(run)) return [run.toUpperCase()]
  const chars = [...run]
  return chars.flatMap((char, at) => {
    const next = chars[at + 1]
    if (!/[\p{Script=Han}々]/u.test(char)) return []
    return [char, ...(next !== undefined && !particles.has(next) ? [char + next] : [])]
  })
}

/** 漢字一字、動詞の語幹（「住み」）、分野の印の重みの割り引き。 */
const share = (piece: string): number => {
  if (piece.startsWith('#')) return 1.2
  if (verbStem.test(piece)) return 0.5
  return [...piece].length === 1 ? 0.3 : 1
}

/** 短い図書では珍しさが測れないので、この数の字句があるものとして量る。 */
const leastTexts = 120

/**
 * 図書の全部の字句から重みを決める（逆文書頻度）。どの行にもある「事業」「支援」は軽く、一つの行にしかない語は重い。
 *
 * @example weighBy(['広域行政', '広域連携', '住宅'])('住宅') // → 「広域」より重い
 */
export const weighBy = (texts: readonly string[]): Weigh => {
  const counts = new Map<string, number>()
  for (const text of texts) for (const piece of wordsOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const size = Math.max(texts.length, leastTexts)
  return (piece) => Math.max(0, Math.log((size + 1) / ((counts.get(piece) ?? 0) + 1))) * share(piece)
}

/** 二つの字句に共通する切れ端の重みの和。0 なら共通する語がない。 */
export const nearness = (a: Words, b: Words, weigh: Weigh): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const piece of few) if (many.has(piece)) sum += weigh(piece)
  return sum
}
