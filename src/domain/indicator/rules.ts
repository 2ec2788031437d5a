import type { Message } from '#domain/language/message.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator, PlanDraft } from '#domain/plan/draft.ts'
import { compare, isDecimal, type Rounding, rounded, sameNumber } from '#domain/quantity/decimal.ts'
import { type AchievementRules, achievementIn, type Formula, type PlanYears } from './achievement.ts'
import { hasYearlyTargets } from './figures.ts'

/** 何も言われていない計画の決まり。実績÷最終目標、四捨五入、小数1桁、下限も上限もなし（小千谷市の一覧表の実際）。 */
export const defaultRules: AchievementRules = {
  formula: 'ratio-to-final',
  rounding: { mode: 'half-up', places: 1 },
  floor: null,
  cap: null,
}

/** 提案した決まりと、その根拠。`printed` は突き合わせた印刷の率の数、`reproduced` は一致した数。 */
export type RulesProposal = {
  readonly rules: AchievementRules
  readonly printed: number
  readonly reproduced: number
  readonly why: Message
}

const formulas: readonly Formula[] = [
  'ratio-to-final',
  'ratio-to-year',
  'progress',
  'period-total',
  'pro-rata',
  'cumulative',
]
const modes: readonly Rounding['mode'][] = ['half-up', 'down', 'up']
const limits: readonly Pick<AchievementRules, 'floor' | 'cap'>[] = [
  { floor: null, cap: null },
  { floor: '0', cap: null },
  { floor: null, cap: '100' },
  { floor: '0', cap: '100' },
]

type Printed = {
  readonly indicator: Indicator
  readonly year: number
  readonly percent: string
  readonly places: number
}

/** 印刷された率のうち、数で、人が手で計算した（手入力の）ものでないもの。 */
const printedRates = (indicators: readonly Indicator[]): readonly Printed[] =>
  indicators.flatMap((indicator) =>
    indicator.rates.flatMap(({ year, printed }) => {
      const percent = plainText(printed).replace(/[%,()]/g, '')
      if (year === null || !isDecimal(percent) || indicator.manualRates?.some((rate) => rate.year === year)) return []
      return [{ indicator, year, percent, places: percent.split('.')[1]?.length ?? 0 }]
    }),
  )

/** いちばん多く使われている小数の桁。 */
const usualPlaces = (printed: readonly Printed[]): 0 | 1 | 2 => {
  const counted = ([0, 1, 2] as const).map((places) => ({
    places,
    count: printed.filter((rate) => rate.places === places).length,
  }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.places ?? 1
}

type Computed = { readonly printed: string; readonly percent: string | undefined }

// 丸める前の率は 20 桁まで。丸めの決まりを選ぶには足りる（印刷する率はあとで分数から丸め直す）。
const computedBy = (formula: Formula, printed: readonly Printed[], plan: PlanYears): readonly Computed[] =>
  printed.map(({ indicator, year, percent }) => {
    const answer = achievementIn(indicator, year, { ...defaultRules, formula }, plan)
    return { printed: percent, percent: answer.kind === 'rate' ? answer.percent : undefined }
  })

const limited = (percent: string, { floor, cap, rounding }: AchievementRules): string => {
  const above = floor !== null && percent.startsWith('-') ? floor : percent
  const shown = rounded(above, rounding)
  return cap !== null && compare(shown, cap) > 0 ? cap : shown
}

const reproducing = (computed: readonly Computed[], rules: AchievementRules): number =>
  computed.filter(({ printed, percent }) => percent !== undefined && sameNumber(limited(percent, rules), printed))
    .length

/**
 * 計画案に合う決まりを提案する。印刷された達成率があれば、それを最も多く再現する式と端数を選ぶ（同じ数なら
 * 表の前の方、つまり飾りの少ない決まり）。なければ様式から：年度ごとに目標を置く集計表は、その年度の目標で割る。
 * 人が確かめてから版の決まりになる。`proposeRules(小千谷).rules.formula` → 'ratio-to-final'
 */
export const proposeRules = (draft: Pick<PlanDraft, 'indicators' | 'plan'>): RulesProposal => {
  const printed = printedRates(draft.indicators)
  return (printed.length > 0 ? byPrinted(printed, draft.plan) : undefined) ?? byForm(draft)
}

const byPrinted = (printed: readonly Printed[], plan: PlanYears): RulesProposal | undefined => {
  const places = usualPlaces(printed)
  const candidates = formulas.flatMap((formula) => {
    const computed = computedBy(formula, printed, plan)
    return limits.flatMap((limit) =>
      modes.map((mode) => {
        const rules: AchievementRules = { formula, rounding: { mode, places }, ...limit }
        return { rules, reproduced: reproducing(computed, rules) }
      }),
    )
  })
  const best = candidates.reduce((a, b) => (b.reproduced > a.reproduced ? b : a))
  if (best.reproduced === 0) return undefined
  const params = { printed: printed.length, reproduced: best.reproduced, formula: `@formula-${best.rules.formula}` }
  return { ...best, printed: printed.length, why: { code: 'rules-reproduce', params } }
}

const byForm = ({ indicators, plan }: Pick<PlanDraft, 'indicators' | 'plan'>): RulesProposal => {
  const yearly = plan.form === 'kpi-summary' && indicators.some(hasYearlyTargets)
  const rules: AchievementRules = yearly ? { ...defaultRules, formula: 'ratio-to-year' } : defaultRules
  const why = { code: yearly ? 'rules-by-form' : 'rules-default', params: { formula: `@formula-${rules.formula}` } }
  return { rules, printed: 0, reproduced: 0, why }
}
