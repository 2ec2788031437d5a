import type { Language, Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { type Rounding, rounded } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { inBaseUnit } from '#domain/quantity/unit.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { numberInWords } from './amounts.ts'
import { actualFor, finalTarget, hasNumber, isAbsent, targetFor } from './figures.ts'
import { type Amounts, type Answer, type Elapsed, progress, proRata, ratio, within } from './formulas.ts'
import { comparePercent, type Fraction, percentIn, percentShown } from './fraction.ts'
import { isSummed, type Measured, measured, measuredSum } from './measure.ts'
import { type AmountAim, aimOf, type TargetAim } from './target.ts'

/**
 * 達成率の式（domain の手引き §1.1）。
 * ratio-to-final 実績÷最終目標（F1）、ratio-to-year 実績÷その年度の目標（F1y）、
 * progress （実績−基準）÷（目標−基準）（F2）、pro-rata 年度按分（F4）、
 * period-total 期間の合計÷期間の目標（F6）、cumulative 起点つき累計をそのまま最終目標で割る（F7）。
 */
export type Formula = 'ratio-to-final' | 'ratio-to-year' | 'progress' | 'pro-rata' | 'period-total' | 'cumulative'

/** 版が選ぶ達成率の決まり。 */
export type AchievementRules = {
  readonly formula: Formula
  readonly rounding: Rounding
  /** 下限（'0' なら負を 0 とする）。 */
  readonly floor: string | null
  /** 上限（'100' なら 100 で止める）。 */
  readonly cap: string | null
}

/** 率の出せないわけ。 */
export type NoRate =
  | 'no-actual'
  | 'no-target'
  | 'no-baseline'
  | 'no-period'
  | 'qualitative'
  | 'units-differ'
  | 'several-series'
  | 'relative-target'
  | 'doubtful'

/**
 * 達成率の答え。`percent` は丸めず下限・上限もかけない値（十進 20 桁まで）、`shown` は版の決まりで丸めたもの
 * （「104.4」）、`met` は目標に達したか（率でなく、実績と目標をそのまま比べて判じる）。
 * judged は率の意味がなく達成・未達成だけを言うもの（目標 0、幅の目標）。
 * `working` は「47件 ÷ 45件 ＝ 104.4％」か、率のないわけの一文。
 */
export type Achievement =
  | {
      readonly kind: 'rate'
      readonly percent: string
      readonly shown: string
      readonly met: boolean
      readonly working: Message
    }
  | { readonly kind: 'judged'; readonly met: boolean; readonly working: Message }
  | { readonly kind: 'manual'; readonly shown: string; readonly reason: string; readonly working: Message }
  | { readonly kind: 'none'; readonly why: NoRate; readonly working: Message }

export type PlanYears = { readonly firstYear: number | null; readonly lastYear: number | null }

type None = Extract<Achievement, { kind: 'none' }>

const none = (why: NoRate, code: string, params: Message['params'] = {}): None => ({
  kind: 'none',
  why,
  working: { code, params },
})

/**
 * ある年度の達成率。手で入れた率があればそれ、読みが疑わしければ（人が決めるまで）なし、
 * ほかは版の式で計算する。`achievementIn(新規創業件数, 2023, defaultRules, plan)` → 104.4
 */
export const achievementIn = (
  indicator: Indicator,
  year: number,
  rules: AchievementRules,
  plan: PlanYears,
): Achievement => {
  const manual = indicator.manualRates?.find((rate) => rate.year === year)
  if (manual) return { kind: 'manual', ...shownBy(manual) }
  if (indicator.certainty?.level === 'doubtful') return none('doubtful', 'working-doubtful')
  const target = targetUsed(indicator, year, rules)
  if (!target) return noTarget(indicator, year, rules)
  const sums = isSummed(indicator, target, rules.formula)
  const aim = aimOf(target, sums ? { ...indicator, baseline: null } : indicator)
  const actual = actualFor(indicator, year)
  if (aim.kind !== 'amount' && aim.kind !== 'range') return unratable(aim, actual)
  if (!actual || !hasNumber(actual)) return noActual(actual, year)
  const measure = sums ? measuredSum(indicator, year, aim.unit, plan) : measured(actual, aim.unit, indicator)
  if (!measure.ok) return notMeasured(measure)
  const answer = answerFor({ indicator, year, rules, plan, aim, measure, sums })
  return presented(answer, rules, [...measure.remarks, ...doubts(aim)])
}

const shownBy = ({ shown, reason }: { readonly shown: string; readonly reason: string }) => ({
  shown,
  reason,
  working: { code: 'working-manual', params: { shown, reason } },
})

/** 式の分母になる目標。年度の目標で割る式でも、期間の合計しか目標がなければそれを使う。 */
const targetUsed = (indicator: Indicator, year: number, { formula }: AchievementRules): Figure | undefined => {
  const final = finalTarget(indicator)
  if (formula !== 'ratio-to-year') return final
  const own = targetFor(indicator, year)
  if (own) return own
  return final?.scope === 'period' || (final?.year === null && final.scope === 'final') ? final : undefined
}

/** 率のそばに見せる目標。年度の目標で割る式なら年度の目標、なければ最終目標。 */
export const targetShown = (
  indicator: Indicator,
  year: number,
  { formula }: Pick<AchievementRules, 'formula'>,
): Figure | undefined =>
  (formula === 'ratio-to-year' ? targetFor(indicator, year) : undefined) ?? finalTarget(indicator)

const yearWords = (year: number) => fiscalYearInWords({ startYear: year }, 'short')

const noTarget = (indicator: Indicator, year: number, { formula }: AchievementRules): Achievement =>
  formula === 'ratio-to-year' && indicator.targets.length > 0
    ? none('no-target', 'working-no-target-in-year', { year: yearWords(year) })
    : none('no-target', 'working-no-target')

/** 数にならない目標。実績が書かれていれば、それも言う。 */
const unratable = (aim: Exclude<TargetAim, { kind: 'amount' | 'range' }>, actual: Figure | undefined): Achievement => {
  const params = { target: aim.text, actual: actual?.raw.trim() || '―' }
  if (aim.kind === 'unset') return none('no-target', 'working-target-unset', { target: aim.text.trim() || '―' })
  if (aim.kind === 'several') return none('several-series', 'working-several-target', params)
  if (aim.kind === 'relative') return none('relative-target', 'working-relative', params)
  return none('qualitative', 'working-qualitative', params)
}

const noActual = (actual: Figure | undefined, year: number): Achievement => {
  const params = { year: yearWords(year) }
  if (!actual) return none('no-actual', 'working-actual-missing', params)
  if (actual.status === 'reference')
    return none('no-actual', 'working-actual-reference-only', { ...params, text: actual.raw })
  if (isAbsent(actual)) return none('no-actual', `working-actual-${actual.status}`, params)
  return none('qualitative', 'working-actual-not-number', { text: actual.raw })
}

const notMeasured = ({ why, working }: Measured & { ok: false }): Achievement => ({
  kind: 'none',
  why: why === 'no-number' ? 'qualitative' : why,
  working,
})

type Situation = {
  readonly indicator: Indicator
  readonly year: number
  readonly rules: AchievementRules
  readonly plan: PlanYears
  readonly aim: AmountAim | Extract<TargetAim, { kind: 'range' }>
  readonly measure: Measured & { ok: true }
  readonly sums: boolean
}

const answerFor = ({ indicator, year, rules, plan, aim, measure, sums }: Situation): Answer => {
  if (aim.kind === 'range') return within(rangeOf(aim), measure.amount)
  const target = { value: inBaseUnit(aim.amount, aim.unit), words: `${numberInWords(aim.amount)}${aim.unit ?? ''}` }
  const amounts = { aim, target, actual: measure.amount, baseline: undefined }
  if (rules.formula === 'pro-rata') {
    const elapsed = elapsedIn(year, plan)
    return elapsed
      ? withBaselineOf(indicator, amounts, sums, (full) => proRata(full, elapsed))
      : { kind: 'none', why: 'no-period', working: { code: 'working-no-period', params: { year: yearWords(year) } } }
  }
  // 期間の合計の基準値は別の期間の水準なので使わない（手引き F6。岐阜県の＊印の指標と同じ）。
  if (rules.formula !== 'progress' || sums) return ratio(amounts)
  return withBaselineOf(indicator, amounts, sums, progress)
}

const rangeOf = ({ from, to, unit }: Extract<TargetAim, { kind: 'range' }>) => ({
  from: inBaseUnit(from, unit),
  to: inBaseUnit(to, unit),
  words: `${numberInWords(from)}～${numberInWords(to)}${unit ?? ''}`,
})

/** 基準値を目標の単位にそろえて式に渡す。そろわなければ、基準値の要る式だけが断られる。 */
const withBaselineOf = (
  indicator: Indicator,
  amounts: Amounts,
  sums: boolean,
  formula: (amounts: Amounts) => Answer,
): Answer => {
  const { baseline } = indicator
  if (sums || !baseline || !hasNumber(baseline)) return formula(amounts)
  const measure = measured(baseline, amounts.aim.unit, indicator)
  if (measure.ok) return formula({ ...amounts, baseline: measure.amount })
  const without = formula(amounts)
  if (without.kind !== 'none') return without
  return {
    kind: 'none',
    why: measure.why === 'no-number' ? 'no-baseline' : measure.why,
    working: { code: 'working-baseline-unusable', params: { baseline: baseline.raw, unit: amounts.aim.unit ?? '' } },
  }
}

/** 計画期間の何年目か（期間のあとは、終わりの年）。期間が分からないか、始まる前なら undefined。 */
export const elapsedIn = (year: number, { firstYear, lastYear }: PlanYears): Elapsed | undefined => {
  if (firstYear === null || lastYear === null || lastYear < firstYear || year < firstYear) return undefined
  const of = lastYear - firstYear + 1
  return { years: Math.min(year - firstYear + 1, of), of }
}

/** 向きの手がかりが食い違うときは、どう読んだかを式に添える。 */
const doubts = (aim: TargetAim): readonly Message[] =>
  aim.kind === 'amount' && aim.sureness === 'conflicting' ? aim.evidence : []

const presented = (answer: Answer, rules: AchievementRules, remarks: readonly Message[]): Achievement => {
  if (answer.kind !== 'fraction') return { ...answer, working: withRemarks(answer.working, remarks) }
  const computed = percentShown(answer.rate, rules.rounding)
  const { shown, limit } = limited(answer.rate, computed, rules)
  const working = { ...answer.working, params: { ...answer.working.params, computed: numberInWords(computed) } }
  return {
    kind: 'rate',
    percent: percentIn(answer.rate),
    shown,
    met: answer.met,
    working: withRemarks(working, [...limit, ...remarks]),
  }
}

const withRemarks = (working: Message, remarks: readonly Message[]): Message => {
  const also = [...(working.also ?? []), ...remarks]
  return also.length > 0 ? { ...working, also } : working
}

const limited = (rate: Fraction, computed: string, { floor, cap, rounding }: AchievementRules) => {
  const at = (limit: string, code: string) => {
    const shown = rounded(limit, rounding)
    return { shown, limit: [{ code, params: { shown } }] }
  }
  if (floor !== null && comparePercent(rate, floor) < 0) return at(floor, 'remark-floor')
  if (cap !== null && comparePercent(rate, cap) > 0) return at(cap, 'remark-cap')
  return { shown: computed, limit: [] }
}

/** 達成率と式を一文に。率があれば式と達成・未達成、なければそのわけ。 */
export const achievementInWords = (achievement: Achievement, language: Language = 'ja'): string => {
  const words = say(achievement.working, language)
  if (achievement.kind !== 'rate') return words
  return say(
    { code: achievement.met ? 'achievement-met' : 'achievement-not-met', params: { working: words } },
    language,
  )
}
