import type { Indicator, Note, PlanDraft } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import { compare, sameNumber, sum, times } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import { amountOf, periodTotal, yearly } from './figures.ts'
import { when } from './when.ts'

/** 年度の値を足すと、印刷された計画期間の合計になるか。足すのは合計を持つ指標だけ。 */
export const totalFindings = ({ indicators, plan }: PlanDraft): Note[] => {
  const length = plan.firstYear !== null && plan.lastYear !== null ? plan.lastYear - plan.firstYear + 1 : null
  return indicators.flatMap((indicator) => [
    ...totalOf(indicator, '@what-target', indicator.targets, length),
    ...totalOf(indicator, '@what-actual', indicator.actuals, null),
    ...yearsAgainstTotal(indicator),
  ])
}

/** 印刷された計画期間の合計と、年度の値を足したもの。`sum` は十進の文字列。 */
export type AddedUp = {
  readonly total: Figure
  readonly printed: string
  readonly years: readonly Figure[]
  readonly sum: string
}

/**
 * 印刷された合計と、年度の値を足したものを並べる。合計も年度の値も数でなければ比べられないので undefined。
 * `length` は計画の年数。目標は、すべての年度がそろっているときだけ比べる（実績は null。途中までの合計でよい）。
 */
export const addedUp = (figures: readonly Figure[], length: number | null): AddedUp | undefined => {
  const total = periodTotal(figures)
  const printed = amountOf(total)
  const years = inYears(figures)
  const read = years.map(amountOf).filter((value) => value !== null)
  if (!total || printed === null || read.length === 0 || (length !== null && years.length < length)) return undefined
  return { total, printed, years, sum: sum(read) }
}

/** 年度ごとの欄の値。同じ年度の「最終の目標」（「75事業者（令和7年）」）を足すと、その年度が二重になる。 */
export const inYears = (figures: readonly Figure[]): readonly Figure[] =>
  yearly(figures).filter(({ scope }) => scope !== 'final')

const totalOf = (indicator: Indicator, what: string, figures: readonly Figure[], length: number | null): Note[] => {
  const added = addedUp(figures, length)
  if (!added || sameNumber(added.sum, added.printed)) return []
  return [
    note(
      'error',
      'total-differs',
      { name: indicator.name, what, total: added.total.raw, sum: added.sum },
      [added.total.place, ...added.years.map(({ place }) => place)],
      [indicator.id],
    ),
  ]
}

/**
 * 年度の実績と予定を足すと、最終の目標になるか（個票の「寄附金額 98億円」と年 20 億円）。
 * 最終の目標が年度の目標の二倍より小さければ、ある年の水準であって合計ではない。
 * 実績が予定と違っただけの食い違いは、計画の誤りではないので言わない。ずれが三割を超えるものは、合計ではない。
 */
const yearsAgainstTotal = ({ id, name, accumulation, targets, actuals, repeatOf }: Indicator): Note[] => {
  const goals = yearly(targets).filter((figure) => figure.scope !== 'final' && amountOf(figure) !== null)
  const final = targets.find(({ year, scope }) => year === null || scope === 'final')
  const whole = amountOf(final)
  const results = yearly(actuals).filter(({ year }) => year !== null && goals[0]?.year != null && year < goals[0].year)
  const parts = [...results, ...goals]
  const amounts = parts.map(amountOf).filter((amount) => amount !== null)
  const next = amountOf(goals[0])
  if (!final || whole === null || next === null || repeatOf !== null || results.length === 0 || goals.length < 3)
    return []
  if (accumulation.kind === 'single-year' || amounts.length < parts.length || /[%％]/.test(final.unit ?? '')) return []
  const added = sum(amounts)
  const asPlanned = sum([...results.map(() => next), ...amounts.slice(results.length)])
  const isLevel = goals.some(({ value }) => compare(whole, times(value ?? '0', '2')) < 0)
  if (isLevel || sameNumber(added, whole) || sameNumber(asPlanned, whole) || isFar(added, whole)) return []
  return [
    note(
      'warning',
      'years-and-total',
      { name, total: final.raw, sum: added, years: parts.map(({ year, raw }) => `${when(year)} ${raw}`).join('、') },
      [final.place, ...parts.map(({ place }) => place)],
      [id],
    ),
  ]
}

const isFar = (a: string, b: string): boolean =>
  compare(times(a, '10'), times(b, '7')) < 0 || compare(times(a, '10'), times(b, '13')) > 0
