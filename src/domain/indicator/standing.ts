import type { Language, Message } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { compare, isZero, minus, printedNumber, times } from '#domain/quantity/decimal.ts'
import { inBaseUnit } from '#domain/quantity/unit.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { type Achievement, type AchievementRules, achievementIn, type PlanYears, targetShown } from './achievement.ts'
import { amountInWords } from './amounts.ts'
import { actualFor, finalTarget, hasNumber, hasYearlyTargets, latestYear, targetFor } from './figures.ts'
import { isSummed, type Measured, measured, measuredSum } from './measure.ts'
import { defaultRules } from './rules.ts'
import { type AmountAim, aimOf } from './target.ts'

/**
 * 指標のいまの位置。達成 reached、順調 on-the-way、遅れ behind、判定なし not-judged（未測定・数でない目標・疑わしい読み）。
 *
 * 達成率だけでは、始まりより悪くなった指標も「83％」と良く見える（小千谷市の就職率：基準 40.4％、
 * 目標 44.0％、実績 36.5％）。そこで目標に届いていない指標は、始まりから目標まで毎年同じだけ進んだと
 * したときの線に届いているかで分ける（国の成長戦略の進捗の見方、domain の手引き F5）。
 * 線の引けないもの（基準値がない、その年度の目標がある、維持、幅）は、目標に届いていなければ遅れとする。
 * 何割なら順調と言うかは評価区分の仕事で、ここでは決めない。
 */
export type Standing = 'reached' | 'on-the-way' | 'behind' | 'not-judged'

export const standings: readonly Standing[] = ['reached', 'on-the-way', 'behind', 'not-judged']

/** `standingIn(新規創業件数, 2023, 104.4％, plan)` → 'reached' */
export const standingIn = (indicator: Indicator, year: number, achievement: Achievement, plan: PlanYears): Standing => {
  if (achievement.kind === 'none') {
    return achievement.why === 'no-target' ? againstFinal(indicator, year, plan) : 'not-judged'
  }
  if (achievement.kind === 'manual') return byHand(achievement.shown)
  if (achievement.met) return 'reached'
  return onLine(indicator, year, plan) ? 'on-the-way' : 'behind'
}

/** その年度に目標がなくても、最終目標があれば、そこへの線で見る（国勢調査の年だけ目標のある就業者数）。 */
const againstFinal = (indicator: Indicator, year: number, plan: PlanYears): Standing => {
  const toFinal = achievementIn(indicator, year, defaultRules, plan)
  if (toFinal.kind !== 'rate' && toFinal.kind !== 'judged') return 'not-judged'
  if (toFinal.met) return 'reached'
  return lineOf(indicator, year, plan) === undefined ? 'not-judged' : standingIn(indicator, year, toFinal, plan)
}

const byHand = (shown: string): Standing => {
  const percent = printedNumber(shown)
  if (percent === null) return 'not-judged'
  return compare(percent, '100') >= 0 ? 'reached' : 'behind'
}

const onLine = (indicator: Indicator, year: number, plan: PlanYears): boolean => {
  if (targetFor(indicator, year) !== undefined && hasYearlyTargets(indicator)) return false
  const line = lineOf(indicator, year, plan)
  return line !== undefined && compare(line.made, line.expected) >= 0
}

/** 歩みと、その年度までに要る歩み。割り算をしないよう、どちらにも同じ正の数が掛けてある。 */
export type Line = { readonly made: string; readonly expected: string }

/** 始まりから最終目標への線。引けなければ（基準値がない、維持、幅）undefined。 */
export const lineOf = (indicator: Indicator, year: number, plan: PlanYears): Line | undefined => {
  const target = finalTarget(indicator)
  const sums = target !== undefined && isSummed(indicator, target, 'ratio-to-final')
  const aim = target && aimOf(target, sums ? { ...indicator, baseline: null } : indicator)
  if (!target || aim?.kind !== 'amount' || aim.direction === 'keep') return undefined
  const start = sums ? fromZero(plan) : startOf(indicator, aim, plan)
  const to = target.year ?? plan.lastYear
  const actual = sums ? measuredSum(indicator, year, aim.unit, plan) : actualMeasure(indicator, year, aim)
  if (!start || to === null || to <= start.year || !actual?.ok) return undefined
  const way = minus(inBaseUnit(aim.amount, aim.unit), start.value)
  if (isZero(way) || compare(way, '0') > 0 !== (aim.better === 'more')) return undefined
  const sign = aim.better === 'more' ? '1' : '-1'
  const elapsed = Math.min(Math.max(year - start.year, 0), to - start.year)
  return {
    made: times(times(minus(actual.amount.value, start.value), String(to - start.year)), sign),
    expected: times(times(way, String(elapsed)), sign),
  }
}

type Start = { readonly value: string; readonly year: number }

/** 線の始まり。基準値とその年。基準値のない累計は、計画の始まる前の年の 0 から。 */
const startOf = (indicator: Indicator, aim: AmountAim, plan: PlanYears): Start | undefined => {
  const { baseline, accumulation } = indicator
  if (!baseline || !hasNumber(baseline)) return accumulation.kind === 'cumulative' ? fromZero(plan) : undefined
  const measure = measured(baseline, aim.unit, indicator)
  const year = baseline.year ?? (plan.firstYear === null ? undefined : plan.firstYear - 1)
  return measure.ok && year !== undefined ? { value: measure.amount.value, year } : undefined
}

const fromZero = ({ firstYear }: PlanYears): Start | undefined =>
  firstYear === null ? undefined : { value: '0', year: firstYear - 1 }

const actualMeasure = (indicator: Indicator, year: number, aim: AmountAim): Measured | undefined => {
  const actual = actualFor(indicator, year)
  return actual && hasNumber(actual) ? measured(actual, aim.unit, indicator) : undefined
}

/** いちばん新しい実績での、指標のいまの姿。実績がまだなければ year は null。 */
export type StandingNow = {
  readonly standing: Standing
  readonly year: number | null
  readonly achievement?: Achievement
}

export const standingNow = (indicator: Indicator, rules: AchievementRules, plan: PlanYears): StandingNow => {
  const year = latestYear(indicator)
  if (year === undefined) return { standing: 'not-judged', year: null }
  const achievement = achievementIn(indicator, year, rules, plan)
  return { standing: standingIn(indicator, year, achievement, plan), year, achievement }
}

/** いまの位置ごとの数。どの指標を数えるか（再掲・内訳）は呼ぶ側が選ぶ。 */
export const standingCounts = (
  indicators: readonly Indicator[],
  rules: AchievementRules,
  plan: PlanYears,
): Readonly<Record<Standing, number>> =>
  tallyStandings(indicators.map((indicator) => standingNow(indicator, rules, plan).standing))

/** 位置の並びを、位置ごとの数に。 */
export const tallyStandings = (found: readonly Standing[]): Readonly<Record<Standing, number>> => {
  const count = (standing: Standing) => found.filter((each) => each === standing).length
  return {
    reached: count('reached'),
    'on-the-way': count('on-the-way'),
    behind: count('behind'),
    'not-judged': count('not-judged'),
  }
}

/**
 * 指標の頁の一文。「令和5年度は47件。令和6年度目標45件に対し104.4％で、達成。」
 * 式が年度の目標で割るものなら、その年度の目標を言う。
 */
export const latestSentence = (
  indicator: Indicator,
  rules: AchievementRules,
  plan: PlanYears,
  language: Language = 'ja',
): string => {
  const { year, achievement } = standingNow(indicator, rules, plan)
  if (year === null || !achievement) return say({ code: 'latest-nothing', params: {} }, language)
  return say(sentenceOf(indicator, year, rules, achievement, language), language)
}

const yearWords = (year: number, language: Language): string =>
  language === 'ja' ? fiscalYearInWords({ startYear: year }) : `FY${year}`

const sentenceOf = (
  indicator: Indicator,
  year: number,
  rules: AchievementRules,
  achievement: Achievement,
  language: Language,
): Message => {
  const actual = actualFor(indicator, year)
  const said = { year: yearWords(year, language), actual: actual ? amountInWords(actual, indicator) : '' }
  if (achievement.kind === 'none')
    return { code: 'latest-no-rate', params: { ...said, reason: say(achievement.working, language) } }
  if (achievement.kind === 'manual')
    return { code: 'latest-manual', params: { ...said, shown: achievement.shown, reason: achievement.reason } }
  const target = targetShown(indicator, year, rules)
  const params = {
    ...said,
    target: target ? (target.qualifier ? target.raw.trim() : amountInWords(target, indicator)) : '',
  }
  const met = achievement.met ? 'met' : 'not-met'
  if (achievement.kind === 'judged') return { code: `latest-judged-${met}`, params }
  const { shown } = achievement
  return target?.year == null
    ? { code: `latest-rate-${met}`, params: { ...params, shown } }
    : { code: `latest-target-${met}`, params: { ...params, shown, targetYear: yearWords(target.year, language) } }
}
