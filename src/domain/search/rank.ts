import { hasAll, type Words } from './words.ts'

/** 探される一件の字面（畳んだもの）。`context` は道すじなど、それだけでは見つけたことにしない字。 */
export type Searched = { readonly name: string; readonly text: string; readonly context: string }

/** 見つかりかた。小さいほど前。0 名がその語で始まる、1 名にある、2 名のほかの字にある。 */
export type Rank = 0 | 1 | 2

/**
 * どの語もあれば見つかりかたを答え、なければ undefined。語の一つは道すじにあってもよいが、
 * どれか一つは名か文になければならない（「基本目標1」と打って、その下のすべての指標が出ても役に立たない）。
 */
export const rankOf = ({ name, text, context }: Searched, words: Words): Rank | undefined => {
  if (
    words.length === 0 ||
    !words.every((word) => name.includes(word) || text.includes(word) || context.includes(word))
  )
    return undefined
  if (hasAll(name, words)) return words.some((word) => name.startsWith(word)) ? 0 : 1
  if (words.some((word) => name.includes(word))) return 1
  return words.some((word) => text.includes(word)) ? 2 : undefined
}
