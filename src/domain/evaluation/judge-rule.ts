import type { Achievement } from '#domain/indicator/achievement.ts'
import { numberInWords } from '#domain/indicator/amounts.ts'
import type { Comparison } from '#domain/indicator/comparison.ts'
import type { Line } from '#domain/indicator/standing.ts'
import type { Message } from '#domain/language/message.ts'
import { compare, isZero, minus, percentRounded, times } from '#domain/quantity/decimal.ts'
import type { GradeFacts } from './grade-facts.ts'
import { bandParts, meetsThreshold, type Threshold } from './rate-band.ts'
import type { Grade, GradeRule, Tolerance } from './scale.ts'

/** 条件一つの答え。当てはまる（わけの文の初め）、当てはまらない、決められない（人に尋ねる文）。 */
export type Verdict =
  | { readonly kind: 'fits'; readonly because: readonly [Message, ...Message[]] }
  | { readonly kind: 'not' }
  | { readonly kind: 'unknown'; readonly ask: string }

type Rule<On extends GradeRule['on']> = Extract<GradeRule, { on: On }>

const not: Verdict = { kind: 'not' }
const unknown = (ask: string): Verdict => ({ kind: 'unknown', ask })
const because = (code: string, params: Message['params'] = {}): Message => ({ code, params })
const fitsIf = (holds: boolean, ...words: readonly [Message, ...Message[]]): Verdict =>
  holds ? { kind: 'fits', because: words } : not

/** 条件が事実に当てはまるか。`earlier` は、上にあって当てはまらなかった区分（率の幅を言うため）。 */
export const judgeRule = (rule: GradeRule, facts: GradeFacts, earlier: readonly Grade[]): Verdict => {
  if (rule.on === 'rate') return byRate(rule, facts.achievement, bandsOf(earlier, 'rate'))
  if (rule.on === 'comparison') return byComparison(rule, facts)
  if (rule.on === 'expected') return rule.by === 'line' ? byLine(rule.reaches, facts) : byShare(rule, facts, earlier)
  if (rule.on === 'reached') return byReach(rule, facts)
  return unknown(rule.on === 'points' ? 'grade-needs-points' : 'grade-needs-person')
}

/** 上にあって当てはまらなかった区分の、同じ種類の境。 */
export const bandsOf = (earlier: readonly Grade[], on: 'rate' | 'expected'): readonly Threshold[] =>
  earlier.flatMap(({ rule }) => (rule.on === on && !(rule.on === 'expected' && rule.by === 'line') ? [rule] : []))

/** 丸めずに、見せるのは小数 4 桁まで（切捨て。79.99996 を 80 と見せない）。 */
const percentInWords = (percent: string): string => numberInWords(percent.replace(/(\.\d{4})\d+$/, '$1'))

const byRate = (rule: Rule<'rate'>, achievement: Achievement, earlier: readonly Threshold[]): Verdict => {
  if (achievement.kind === 'none') return unknown('grade-no-rate')
  if (achievement.kind === 'judged')
    return achievement.met
      ? fitsIf(meetsThreshold('100', rule), because('grade-because-met'))
      : unknown('grade-not-met-no-rate')
  const percent = achievement.kind === 'manual' ? achievement.shown : achievement.percent
  return fitsIf(
    meetsThreshold(percent, rule),
    because('grade-because-rate', { percent: percentInWords(percent) }),
    ...bandParts(rule, earlier),
  )
}

const byShare = (
  rule: Extract<GradeRule, { by: 'share' }>,
  { share, elapsed }: GradeFacts,
  earlier: readonly Grade[],
): Verdict => {
  const achievement = share()
  if (achievement.kind !== 'rate' || !elapsed)
    return achievement.kind === 'judged' && achievement.met
      ? fitsIf(meetsThreshold('100', rule), because('grade-because-met'))
      : unknown('grade-no-expected')
  const due = percentRounded(String(elapsed.years), String(elapsed.of), { mode: 'half-up', places: 0 })
  const percent = percentInWords(achievement.percent)
  return fitsIf(
    meetsThreshold(achievement.percent, rule),
    because('grade-because-share', { years: elapsed.years, due, percent }),
    ...bandParts(rule, bandsOf(earlier, 'expected')),
  )
}

/** 達成していれば線に届いている。線が引けず達成もしていなければ、届いたかは言えない。 */
const byLine = (reaches: boolean, { achievement, line }: GradeFacts): Verdict => {
  if ((achievement.kind === 'rate' || achievement.kind === 'judged') && achievement.met)
    return fitsIf(reaches, because('grade-because-met'))
  const drawn = line()
  if (!drawn) return unknown('grade-no-expected')
  const holds = compare(drawn.made, drawn.expected) >= 0
  return fitsIf(
    holds === reaches,
    because(holds ? 'grade-because-on-line' : 'grade-because-below-line'),
    ...lineShare(drawn),
  )
}

/** どこまで進んだかの数（線のその年度の高さに対する割合、切捨て）。始まりの年度は、進むはずの分が 0 なので言わない。 */
const lineShare = ({ made, expected }: Line): readonly Message[] =>
  isZero(expected)
    ? []
    : [because('grade-line-share', { percent: percentRounded(made, expected, { mode: 'down', places: 1 }) })]

/** 確定前の値（暫定・見込み）で判じたものは「見込み」。 */
const byReach = ({ met, settled }: Rule<'reached'>, { achievement, actual }: GradeFacts): Verdict => {
  if (achievement.kind === 'none' || achievement.kind === 'manual') return unknown('grade-no-reach')
  const isSettled = actual?.status !== 'provisional' && actual?.status !== 'estimated'
  const state = `${isSettled ? '' : 'early-'}${achievement.met ? 'met' : 'not-met'}`
  return fitsIf(achievement.met === met && isSettled === settled, because(`grade-because-${state}`))
}

const byComparison = (rule: Rule<'comparison'>, facts: GradeFacts): Verdict => {
  const comparison = facts.comparison()
  if (!comparison) return unknown(facts.achievement.kind === 'none' ? 'grade-no-rate' : 'grade-no-figures')
  const { actual, target, baseline } = comparison.words
  if (rule.when.endsWith('baseline') && comparison.baseline === null) return unknown('grade-no-figures')
  const params = { actual, target, baseline: baseline ?? '―' }
  return fitsIf(holds(rule, comparison), because(`grade-because-${rule.when}`, params), ...widthIn(rule, comparison))
}

const holds = ({ when, tolerance }: Rule<'comparison'>, comparison: Comparison): boolean => {
  const { actual, target, baseline, better } = comparison
  const ahead = (of: string) => (better === 'more' ? compare(actual, of) : compare(of, actual))
  if (when === 'beyond-target') return ahead(target) > 0
  if (when === 'at-target') return ahead(target) >= 0
  if (when === 'otherwise' || baseline === null) return when === 'otherwise'
  const near = isNear(comparison, baseline, tolerance)
  if (when === 'above-baseline') return ahead(baseline) > 0 && !near
  return near || (when === 'around-baseline' ? ahead(baseline) === 0 : ahead(baseline) >= 0)
}

/** ポイントで差を言える単位。件や人の差を「3ポイント」とは言わない。 */
const pointUnits = /^(?:[％%]|点|ポイント|ﾎﾟｲﾝﾄ|pt)$/i

/** 基準値と同水準か。％は基準値に対する幅（△10％以内）、ポイントは差の幅で、「未満」（福岡市 ±3ポイント未満）。 */
const isNear = ({ actual, unit }: Comparison, baseline: string, tolerance: Tolerance | undefined): boolean => {
  if (!tolerance) return false
  const gap = minus(actual, baseline).replace('-', '')
  if ('points' in tolerance) return pointUnits.test(unit ?? '') && compare(gap, tolerance.points) < 0
  return compare(times(gap, '100'), times(baseline.replace('-', ''), tolerance.percent)) <= 0
}

const widthIn = ({ when, tolerance }: Rule<'comparison'>, { baseline, ...rest }: Comparison): readonly Message[] => {
  if (when === 'above-baseline' || !tolerance || baseline === null) return []
  if (!isNear({ ...rest, baseline }, baseline, tolerance)) return []
  return [widthInWords(tolerance)]
}

/** 「同水準」の幅のことばの部品。 */
export const widthInWords = (tolerance: Tolerance): Message =>
  'points' in tolerance
    ? because('grade-width-points', { width: tolerance.points })
    : because('grade-width-percent', { width: tolerance.percent })
