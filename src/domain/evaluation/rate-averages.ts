import type { Achievement } from '#domain/indicator/achievement.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { compare, plus, printedNumber, quotientRounded, sum } from '#domain/quantity/decimal.ts'
import { editionFacts } from './edition-facts.ts'

/**
 * 達成率のならし方三つ。どれも率のある指標だけのもので、いくつから求めたかを必ず添える。
 * mean 単純な平均、capped 100％を超える率を100％とした平均、median 中央値。
 */
export type RateAverages = {
  /** 率のある指標の数。 */
  readonly of: number
  /** 数える指標のうち、率のないものの数。 */
  readonly without: number
  readonly mean: string | null
  readonly capped: string | null
  readonly median: string | null
}

/**
 * 計画の、ある年度の達成率の平均・上限つきの平均・中央値。丸めない率から求め、終わりに一度だけ丸める（小数1桁）。
 *
 * @example rateAverages(edition, 2022).median // → '96.4'
 */
export const rateAverages = (edition: Edition, year: number): RateAverages => {
  const indicators = edition.content.indicators.filter(countsOnce)
  const facts = editionFacts(edition, year)
  const rates = indicators.flatMap(({ id }) => rateOf(facts.get(id)?.achievement) ?? [])
  return { ...averagesOf(rates), without: indicators.length - rates.length }
}

/** 率の並びの平均・上限つきの平均・中央値。`averagesOf(['50', '150', '250']).capped` → '83.3' */
export const averagesOf = (rates: readonly string[]): Omit<RateAverages, 'without'> => {
  const of = rates.length
  if (of === 0) return { of, mean: null, capped: null, median: null }
  const inOrder = rates.toSorted(compare)
  const [low = '0', high = '0'] = [inOrder[Math.floor((of - 1) / 2)], inOrder[Math.floor(of / 2)]]
  return {
    of,
    mean: roundedShare(sum(rates), of),
    capped: roundedShare(sum(rates.map((rate) => (compare(rate, '100') > 0 ? '100' : rate))), of),
    median: roundedShare(plus(low, high), 2),
  }
}

const roundedShare = (total: string, of: number): string =>
  quotientRounded(total, String(of), { mode: 'half-up', places: 1 })

const rateOf = (achievement: Achievement | undefined): string | null => {
  if (achievement?.kind === 'rate') return achievement.percent
  return achievement?.kind === 'manual' ? printedNumber(achievement.shown) : null
}
