import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { sameNumber, sum } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { amountOf, yearly } from './figures.ts'
import { when } from './when.ts'

/** 内訳の合計が、上の行と合うか。どれか一つでも読めない値があれば、その年は比べない。 */
export const breakdownFindings = ({ indicators }: PlanDraft): Note[] =>
  indicators.flatMap((whole) => {
    const parts = indicators.filter(({ breakdownOf }) => breakdownOf === whole.id)
    return parts.length < 2 ? [] : columnsOf(whole).flatMap((column) => compare(whole, parts, column))
  })

type Column = { readonly what: string; readonly of: (indicator: Indicator) => Figure | null | undefined }

const columnsOf = (whole: Indicator): Column[] => [
  { what: '@what-baseline', of: ({ baseline }) => baseline },
  ...whole.targets.map((target) => ({
    what: '@what-target',
    of: ({ targets }: Indicator) => targets.find(({ year, scope }) => year === target.year && scope === target.scope),
  })),
  ...yearly(whole.actuals).map(({ year }) => ({
    what: when(year),
    of: ({ actuals }: Indicator) => yearly(actuals).find((actual) => actual.year === year),
  })),
]

const compare = (whole: Indicator, parts: readonly Indicator[], { what, of }: Column): Note[] => {
  const printed = of(whole)
  const total = amountOf(printed)
  const figures = parts.map(of).filter((figure) => figure != null)
  const amounts = figures.map(amountOf).filter((amount) => amount !== null)
  if (!printed || total === null || amounts.length < parts.length) return []
  const added = sum(amounts)
  if (sameNumber(added, total)) return []
  return [
    note(
      'warning',
      'breakdown-sum',
      { name: whole.name, what, whole: printed.raw, sum: added, parts: figures.map(({ raw }) => raw).join('＋') },
      [printed.place, ...figures.map(({ place }) => place)],
      [whole.id, ...parts.map(({ id }) => id)],
    ),
  ]
}
