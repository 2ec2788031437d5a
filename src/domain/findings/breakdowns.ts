import type Big from 'big.js'
import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import type { Figure } from '../quantity/figure.ts'
import { exact, yearly } from './figures.ts'
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
  const figures = parts.map(of)
  const total = exact(printed)
  const values = figures.map(exact)
  if (!printed || total === null || !allRead(values)) return []
  const sum = values.reduce((a, b) => a.plus(b))
  if (sum.eq(total)) return []
  const read = figures.filter((figure) => figure != null)
  return [
    note(
      'warning',
      'breakdown-sum',
      { name: whole.name, what, whole: printed.raw, sum: sum.toFixed(), parts: read.map(({ raw }) => raw).join('＋') },
      [printed.place, ...read.map(({ place }) => place)],
      [whole.id, ...parts.map(({ id }) => id)],
    ),
  ]
}

const allRead = (values: readonly (Big | null)[]): values is readonly Big[] => values.every((value) => value !== null)
