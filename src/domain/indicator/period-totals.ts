import { amountOf, periodTotal } from '#domain/findings/figures.ts'
import { addedUp, inYears } from '#domain/findings/totals.ts'
import { type Achievement, achievementIn } from '#domain/indicator/achievement.ts'
import { finalTarget, latestYear } from '#domain/indicator/figures.ts'
import { isSummed } from '#domain/indicator/measure.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { sameNumber, sum } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/**
 * 期間の合計の一升。印刷されていればそれ（「―」も印刷のうち）、なければ、足してよい指標に限って年度の値を足したもの。
 * `differs` は、印刷された合計と違うときの足した数（十進の文字列）。
 */
export type TotalCell = {
  readonly printed: Figure | undefined
  readonly added: string | undefined
  readonly differs: string | undefined
}

/** 目標の合計、実績の合計と、合計どうしの達成率（足してよい指標で、実績のあるときだけ）。 */
export type PeriodTotals = {
  readonly target: TotalCell
  readonly actual: TotalCell
  readonly achievement: Achievement | undefined
}

/** `periodTotals(研修終了者数, 砂川市の計画)` → 目標 35、実績 7、達成率 20.0％ */
export const periodTotals = (indicator: Indicator, edition: Edition): PeriodTotals => {
  const { firstYear, lastYear, rules } = edition
  const length = firstYear !== null && lastYear !== null ? lastYear - firstYear + 1 : null
  const final = finalTarget(indicator)
  // 年度の率をどの式で出すかによらず、期間で数える指標は足してよい。
  const formula = rules.formula === 'period-total' ? rules.formula : 'ratio-to-final'
  const sums = final !== undefined && isSummed(indicator, final, formula)
  const target = cellOf(indicator.targets, length, sums)
  const actual = cellOf(indicator.actuals, null, sums)
  return {
    target,
    actual,
    achievement: sums && hasAmount(target) && hasAmount(actual) ? achievementOf(indicator, edition) : undefined,
  }
}

/** 数の合計があるか。市が「―」とした合計からは率を出さない。 */
const hasAmount = ({ printed, added }: TotalCell): boolean => added !== undefined || amountOf(printed) !== null

const cellOf = (figures: readonly Figure[], length: number | null, sums: boolean): TotalCell => {
  const printed = periodTotal(figures)
  if (printed) {
    const both = addedUp(figures, length)
    return { printed, added: undefined, differs: both && !sameNumber(both.sum, both.printed) ? both.sum : undefined }
  }
  return { printed, added: sums ? addedIn(figures, length) : undefined, differs: undefined }
}

/** 年度の値の合計。一つでも数でない年度があるか、目標の年度がそろわなければ、合計とは言えない。 */
const addedIn = (figures: readonly Figure[], length: number | null): string | undefined => {
  const years = inYears(figures)
  const amounts = years.map(amountOf).filter((amount) => amount !== null)
  const complete = years.length > 0 && amounts.length === years.length && (length === null || years.length === length)
  return complete ? sum(amounts) : undefined
}

/** 期間の目標に対する、これまでの合計の率。数の目標と実績がなければ undefined。 */
const achievementOf = (indicator: Indicator, edition: Edition): Achievement | undefined => {
  const year = latestYear(indicator)
  if (year === undefined) return undefined
  const achievement = achievementIn(indicator, year, { ...edition.rules, formula: 'period-total' }, edition)
  return achievement.kind === 'none' ? undefined : achievement
}

/** 合計の欄に出すものが、何か一つでもあるか。 */
export const hasTotals = ({ target, actual }: PeriodTotals): boolean =>
  [target, actual].some(({ printed, added }) => printed !== undefined || added !== undefined)
