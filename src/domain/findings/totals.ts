import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { sameNumber, sum } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { amountOf, periodTotal, yearly } from './figures.ts'

/** 年度の値を足すと、印刷された計画期間の合計になるか。足すのは合計を持つ指標だけ。 */
export const totalFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators.flatMap((indicator) => [
    ...totalOf(indicator, '@what-target', indicator.targets),
    ...totalOf(indicator, '@what-actual', indicator.actuals),
  ])

const totalOf = (indicator: Indicator, what: string, figures: readonly Figure[]): Note[] => {
  const total = periodTotal(figures)
  const printed = amountOf(total)
  const years = yearly(figures)
  const read = years.map(amountOf).filter((value) => value !== null)
  if (!total || printed === null || read.length === 0) return []
  const added = sum(read)
  if (sameNumber(added, printed)) return []
  return [
    note(
      'error',
      'total-differs',
      { name: indicator.name, what, total: total.raw, sum: added },
      [total.place, ...years.map(({ place }) => place)],
      [indicator.id],
    ),
  ]
}
