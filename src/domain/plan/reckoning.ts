import { type Achievement, achievementIn } from '#domain/indicator/achievement.ts'
import { actualFor, saysSomething, targetFor } from '#domain/indicator/figures.ts'
import { type Agreement, agreementOf } from '#domain/indicator/printed-rate.ts'
import { type Standing, standingIn } from '#domain/indicator/standing.ts'
import type { Indicator, PrintedRate } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { actualYears, columnYears } from '#domain/plan/outline.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/** ある指標のある年度について言えること。印刷された率は別に持つ。 */
export type YearReckoning = {
  readonly year: number
  readonly target: Figure | undefined
  readonly actual: Figure | undefined
  readonly printed: PrintedRate | undefined
  readonly achievement: Achievement
  readonly agreement: Agreement
  readonly standing: Standing
}

export type IndicatorReckoning = { readonly indicator: Indicator; readonly years: ReadonlyMap<number, YearReckoning> }

export type Reckoning = {
  /** 表に並べる年度。 */
  readonly columns: readonly number[]
  /** 値のある年度。古い順。 */
  readonly figured: readonly number[]
  readonly byId: ReadonlyMap<string, IndicatorReckoning>
  readonly printed: { readonly total: number; readonly same: number; readonly differing: readonly DifferingRate[] }
}

export type DifferingRate = { readonly indicator: Indicator; readonly reckoning: YearReckoning }

// 版は値であり変わらないので、同じ版の計算は一度でよい。
const reckoned = new WeakMap<Edition, Reckoning>()

/** 版の達成率をすべて計算し直す。 */
export const reckon = (edition: Edition): Reckoning => {
  const known = reckoned.get(edition)
  if (known) return known
  const columns = columnYears(edition.content, edition.lastYear)
  const byId = new Map(
    edition.content.indicators.map((indicator) => [indicator.id, reckonIndicator(indicator, columns, edition)]),
  )
  const reckoning = { columns, figured: actualYears(edition.content), byId, printed: comparePrinted(byId) }
  reckoned.set(edition, reckoning)
  return reckoning
}

const reckonIndicator = (indicator: Indicator, years: readonly number[], edition: Edition): IndicatorReckoning => ({
  indicator,
  years: new Map(years.map((year) => [year, reckonYear(indicator, year, edition)])),
})

const reckonYear = (indicator: Indicator, year: number, edition: Edition): YearReckoning => {
  const achievement = achievementIn(indicator, year, edition.rules, edition)
  const printed = indicator.rates.find((rate) => rate.year === year)
  return {
    year,
    target: targetFor(indicator, year),
    actual: actualFor(indicator, year),
    printed,
    achievement,
    agreement: agreementOf(printed, achievement),
    standing: standingIn(indicator, year, achievement, edition),
  }
}

const comparePrinted = (byId: ReadonlyMap<string, IndicatorReckoning>): Reckoning['printed'] => {
  const all = [...byId.values()].flatMap(({ indicator, years }) =>
    [...years.values()].map((reckoning) => ({ indicator, reckoning })),
  )
  const printed = all.filter(({ reckoning }) => reckoning.agreement !== 'not-printed')
  return {
    total: printed.length,
    same: printed.filter(({ reckoning }) => reckoning.agreement === 'same').length,
    differing: printed.filter(({ reckoning }) => reckoning.agreement !== 'same'),
  }
}

/** 値のあるいちばん新しい年度。なければ undefined。 */
export const latestOf = ({ years }: IndicatorReckoning): YearReckoning | undefined =>
  [...years.values()].findLast(({ actual }) => actual && saysSomething(actual))
