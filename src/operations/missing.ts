import { isAbsent, saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import type { Absence, Figure } from '#domain/quantity/figure.ts'
import type { IndicatorLine } from './view-plan.ts'

/** 値のない指標と、そのわけ。 */
export type Missing = { readonly why: Absence | 'no-entry'; readonly indicators: readonly Indicator[] }

/** なぜ値がないか。値があれば null。 */
export const whyMissing = (actual: Figure | undefined): Missing['why'] | null => {
  if (!actual) return 'no-entry'
  if (saysSomething(actual)) return null
  return isAbsent(actual) ? actual.status : 'unreadable'
}

/** 一度だけ数える行のうち、その年度に値のないもの。わけごとに、多いものから。年度のない行は数えない。 */
export const missingIn = (lines: readonly IndicatorLine[]): readonly Missing[] => {
  const without = lines.flatMap(({ indicator, now }) => {
    const why = now && countsOnce(indicator) ? whyMissing(now.actual) : null
    return why === null ? [] : [{ indicator, why }]
  })
  return [...Map.groupBy(without, ({ why }) => why)]
    .map(([why, its]) => ({ why, indicators: its.map(({ indicator }) => indicator) }))
    .toSorted((a, b) => b.indicators.length - a.indicators.length)
}
