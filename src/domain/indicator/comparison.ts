import type { Indicator } from '#domain/plan/draft.ts'
import { inBaseUnit } from '#domain/quantity/unit.ts'
import type { AchievementRules, PlanYears } from './achievement.ts'
import { amountInWords } from './amounts.ts'
import type { Better } from './direction.ts'
import { actualFor, finalTarget, hasNumber, targetFor } from './figures.ts'
import { isSummed, measured, measuredSum } from './measure.ts'
import { aimOf } from './target.ts'

/** 評価区分のための、実績・目標・基準値の比べ。数はもとの単位にそろえてあり、`words` は見せる形。 */
export type Comparison = {
  readonly actual: string
  readonly target: string
  readonly baseline: string | null
  readonly better: Better
  /** 目標の単位。％ か点なら、差をポイントで言える。 */
  readonly unit: string | null
  readonly words: { readonly actual: string; readonly target: string; readonly baseline: string | null }
}

/** ある年度の実績・目標・基準値。どれかが数でないか単位が合わなければ undefined（基準値だけは、なくてもよい）。 */
export const comparisonIn = (
  indicator: Indicator,
  year: number,
  { formula }: AchievementRules,
  plan: PlanYears,
): Comparison | undefined => {
  const target = formula === 'ratio-to-year' ? targetFor(indicator, year) : finalTarget(indicator)
  const sums = target !== undefined && isSummed(indicator, target, formula)
  const aim = target && aimOf(target, sums ? { ...indicator, baseline: null } : indicator)
  const written = actualFor(indicator, year)
  if (aim?.kind !== 'amount' || !target || !written || !hasNumber(written)) return undefined
  const actual = sums ? measuredSum(indicator, year, aim.unit, plan) : measured(written, aim.unit, indicator)
  if (!actual.ok) return undefined
  const before = !sums && indicator.baseline && hasNumber(indicator.baseline) ? indicator.baseline : undefined
  const baseline = before && measured(before, aim.unit, indicator)
  return {
    actual: actual.amount.value,
    target: inBaseUnit(aim.amount, aim.unit),
    baseline: baseline?.ok ? baseline.amount.value : null,
    better: aim.better,
    unit: aim.unit,
    words: {
      actual: actual.amount.words,
      target: amountInWords(target, indicator),
      baseline: baseline?.ok ? baseline.amount.words : null,
    },
  }
}
