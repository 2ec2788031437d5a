import type { Indicator, PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/** 版の指標一つを変えた版。 */
export const withIndicator = (edition: Edition, at: number, change: (indicator: Indicator) => Indicator): Edition => ({
  ...edition,
  content: {
    ...edition.content,
    indicators: edition.content.indicators.map((each, index) => (index === at ? change(each) : each)),
  },
})

/** 終わりの数字を一つ違える。「1,009」→「1,000」、「8」→「9」。数字がなければ、そのまま。 */
export const otherDigit = (text: string): string =>
  text.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 1) % 10))

/** 値の一つの数字だけを違えたもの。 */
export const otherFigure = (figure: Figure): Figure => ({
  ...figure,
  raw: otherDigit(figure.raw),
  value: figure.value === null ? null : otherDigit(figure.value),
})

/** 数の値を持つ指標のうち、`wanted` の初めのもの。なければ投げる。 */
export const firstAt = ({ indicators }: PlanContent, wanted: (indicator: Indicator) => boolean): number => {
  const at = indicators.findIndex(wanted)
  if (at === -1) throw new Error('no such indicator')
  return at
}
