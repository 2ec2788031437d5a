import type { Absence } from '../quantity/figure.ts'

/**
 * 回答の一欄の値。
 * actual 実績（打たれた字のまま。値がなければそのわけと、未公表なら公表の見込み日）、text 文、money 事業費（千円、打たれた字）、items 箇条書き。
 */
export type AnswerValue =
  | {
      readonly kind: 'actual'
      readonly raw: string
      readonly absence: Absence | null
      /** 未公表のとき、公表される見込みの日か月（`2026-12`、`2026-12-20`）。 */
      readonly expected: string | null
      /** 暫定値（速報）。 */
      readonly provisional: boolean
      /** 入力のときの尋ね（桁違いでは？など）に「このままでよい」と答えた符号。 */
      readonly confirmed: readonly string[]
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly raw: string }
  | { readonly kind: 'items'; readonly lines: readonly string[] }

/** 欄の名。`actual`・`money`・`items`・`text-<key>`（`AskedText.key`）。 */
export type AnswerField = 'actual' | 'money' | 'items' | `text-${string}`

/** 回答の一欄。revision は変えるたびに上がり、二人が同時に変えたことを知るのに使う（まだなければ 0）。 */
export type Answer = {
  readonly itemId: string
  readonly field: AnswerField
  readonly value: AnswerValue
  readonly revision: number
  readonly at: string
  readonly by: string
}
