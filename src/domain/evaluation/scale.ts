import type { Achievement, NoRate } from '#domain/indicator/achievement.ts'
import { numberInWords } from '#domain/indicator/amounts.ts'
import type { Comparison } from '#domain/indicator/comparison.ts'
import type { Message } from '#domain/language/message.ts'
import { compare, minus, times } from '#domain/quantity/decimal.ts'

/**
 * 評価区分（scale）。順位のある区分（よい方から）と、順位の外の区分。版が値として持つ：
 * 同じ町でも計画が替わると区分が替わる（長与町 S/A/B/C → A/B/C）。
 */
export type Scale = {
  readonly id: string
  readonly name: string
  /** よい方から順に。上から見て、初めに当てはまった区分になる。 */
  readonly grades: readonly Grade[]
  readonly outside: readonly OutsideGrade[]
}

/** 区分一つ。`symbol` は色に頼らない印で、必ずことば（label）を添えて見せる。 */
export type Grade = {
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly symbol: string
  readonly rule: GradeRule
}

/**
 * 区分の条件。
 * - rate 達成率（丸めない値）が `from` 以上、または `above` を超える。どちらもなければ残り全部。
 * - comparison 実績と目標・基準値の比べ。`tolerance` は「基準値と同水準」の幅（基準値の何％か、何ポイントか）。
 * - human 人が選ぶ。
 */
export type GradeRule =
  | { readonly on: 'rate'; readonly from?: string; readonly above?: string }
  | { readonly on: 'comparison'; readonly when: ComparisonCase; readonly tolerance?: Tolerance }
  | { readonly on: 'human' }

/** 目標を超える・目標以上・基準値を超える・基準値と同水準・残り全部（基準値より悪い）。 */
type ComparisonCase = 'beyond-target' | 'at-target' | 'above-baseline' | 'around-baseline' | 'otherwise'

type Tolerance = { readonly percent: string } | { readonly points: string }

/** 順位の外の区分（完了・未着手・評価困難・対象外・未公表）。`for` のわけで率がないときに、機械が選んでよい。 */
type OutsideGrade = {
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly symbol: string
  readonly for: readonly NoRate[]
}

/** 機械の判定。graded 順位の中、outside 順位の外、ask 人が決める。 */
export type GradeAnswer =
  | { readonly kind: 'graded'; readonly grade: Grade; readonly working: Message }
  | { readonly kind: 'outside'; readonly grade: OutsideGrade; readonly working: Message }
  | { readonly kind: 'ask'; readonly working: Message }

const ask = (code: string): GradeAnswer => ({ kind: 'ask', working: { code, params: {} } })

/**
 * 達成率から区分を決める。閾値は丸めない率で判じる（79.96 は 80.0 と印刷されても 80 未満）。
 * 実績・目標・基準値を比べる区分には `comparison` が要る。人の判断はこの答えとは別に、理由とともに残す。
 */
export const gradeFor = (achievement: Achievement, scale: Scale, comparison?: Comparison): GradeAnswer => {
  if (scale.grades.some(({ rule }) => rule.on === 'human')) return ask('grade-needs-person')
  if (achievement.kind === 'none') return withoutRate(achievement.why, scale, comparison)
  return scale.grades.some(({ rule }) => rule.on === 'comparison')
    ? byComparison(scale, comparison)
    : byRate(achievement, scale)
}

const withoutRate = (why: NoRate, scale: Scale, comparison: Comparison | undefined): GradeAnswer => {
  const grade = scale.outside.find((each) => each.for.includes(why))
  if (grade)
    return {
      kind: 'outside',
      grade,
      working: { code: 'grade-outside', params: { grade: grade.code, label: grade.label } },
    }
  if (comparison && scale.grades.some(({ rule }) => rule.on === 'comparison')) return byComparison(scale, comparison)
  return ask('grade-no-rate')
}

const graded = (grade: Grade | undefined, code: string, params: Message['params']): GradeAnswer =>
  grade
    ? { kind: 'graded', grade, working: { code, params: { ...params, grade: grade.code, label: grade.label } } }
    : ask('grade-fits-none')

const byRate = (achievement: Exclude<Achievement, { kind: 'none' }>, scale: Scale): GradeAnswer => {
  const gradeOf = (percent: string) => scale.grades.find(({ rule }) => rule.on === 'rate' && fits(percent, rule))
  if (achievement.kind === 'judged')
    return achievement.met ? graded(gradeOf('100'), 'grade-by-judgement', {}) : ask('grade-not-met-no-rate')
  const percent = achievement.kind === 'manual' ? achievement.shown : achievement.percent
  return graded(gradeOf(percent), 'grade-by-rate', { percent: numberInWords(shortened(percent)) })
}

const fits = (percent: string, { from, above }: Extract<GradeRule, { on: 'rate' }>): boolean =>
  (from === undefined || compare(percent, from) >= 0) && (above === undefined || compare(percent, above) > 0)

/** 丸めずに、見せるのは小数 4 桁まで（切捨て。79.99996 を 80 と見せない）。 */
const shortened = (percent: string): string => percent.replace(/(\.\d{4})\d+$/, '$1')

const byComparison = (scale: Scale, comparison: Comparison | undefined): GradeAnswer => {
  if (!comparison) return ask('grade-no-figures')
  const needsBaseline = scale.grades.some(({ rule }) => rule.on === 'comparison' && rule.when.endsWith('baseline'))
  if (needsBaseline && comparison.baseline === null && !reaches(scale, comparison)) return ask('grade-no-figures')
  const grade = scale.grades.find(({ rule }) => rule.on === 'comparison' && holds(rule, comparison))
  const { actual, target, baseline } = comparison.words
  return graded(grade, 'grade-by-comparison', { actual, target, baseline: baseline ?? '―' })
}

/** 基準値がなくても、目標との比べだけで決まるか。 */
const reaches = (scale: Scale, comparison: Comparison): boolean =>
  scale.grades.some(({ rule }) => rule.on === 'comparison' && rule.when.endsWith('target') && holds(rule, comparison))

type ComparisonRule = Extract<GradeRule, { on: 'comparison' }>

const holds = ({ when, tolerance }: ComparisonRule, { actual, target, baseline, better }: Comparison): boolean => {
  const ahead = (of: string) => (better === 'more' ? compare(actual, of) : compare(of, actual))
  if (when === 'beyond-target') return ahead(target) > 0
  if (when === 'at-target') return ahead(target) >= 0
  if (when === 'otherwise') return true
  if (baseline === null) return false
  return when === 'above-baseline'
    ? ahead(baseline) > 0 && !near(actual, baseline, tolerance)
    : ahead(baseline) === 0 || near(actual, baseline, tolerance)
}

/** 基準値と同水準か。％は基準値に対する幅（△10％以内）、ポイントは差の幅で、「未満」（福岡市 ±3ポイント未満）。 */
const near = (actual: string, baseline: string, tolerance: Tolerance | undefined): boolean => {
  if (!tolerance) return false
  const gap = minus(actual, baseline).replace('-', '')
  if ('points' in tolerance) return compare(gap, tolerance.points) < 0
  return compare(times(gap, '100'), times(baseline.replace('-', ''), tolerance.percent)) <= 0
}
