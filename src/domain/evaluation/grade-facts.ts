import {
  type Achievement,
  type AchievementRules,
  achievementIn,
  elapsedIn,
  type PlanYears,
} from '#domain/indicator/achievement.ts'
import { type Comparison, comparisonIn } from '#domain/indicator/comparison.ts'
import { actualFor } from '#domain/indicator/figures.ts'
import type { Elapsed } from '#domain/indicator/formulas.ts'
import { type Line, lineOf } from '#domain/indicator/standing.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/** 区分の条件が見るもの。要る条件だけが尋ねるので、比べと見込みは尋ねられてから読む。 */
export type GradeFacts = {
  readonly year: number
  readonly actual: Figure | undefined
  /** 版の式での達成率。 */
  readonly achievement: Achievement
  readonly comparison: () => Comparison | undefined
  /** 目標の n/N に対する達成度（多摩市）。 */
  readonly share: () => Achievement
  /** 始まりから最終目標への線。 */
  readonly line: () => Line | undefined
  /** 計画期間の何年目か（何年のうち）。 */
  readonly elapsed: Elapsed | undefined
}

/** 版のうち、判定が見るところ。 */
export type GradedBy = PlanYears & { readonly rules: AchievementRules }

/** 指標の、ある年度の判定に要るもの。 */
export const factsOf = (indicator: Indicator, year: number, edition: GradedBy): GradeFacts => ({
  year,
  actual: actualFor(indicator, year),
  achievement: achievementIn(indicator, year, edition.rules, edition),
  comparison: once(() => comparisonIn(indicator, year, edition.rules, edition)),
  share: once(() => achievementIn(indicator, year, { ...edition.rules, formula: 'pro-rata' }, edition)),
  line: once(() => lineOf(indicator, year, edition)),
  elapsed: elapsedIn(year, edition),
})

/** 尋ねられたときに一度だけ読む（区分の数だけ尋ねられるため）。 */
const once = <T>(read: () => T): (() => T) => {
  let known: { readonly value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}
