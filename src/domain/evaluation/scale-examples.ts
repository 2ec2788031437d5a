import { numberInWords } from '#domain/indicator/amounts.ts'
import type { Message } from '#domain/language/message.ts'
import { compare, isDecimal, minus, percentRounded, plus, sum } from '#domain/quantity/decimal.ts'
import { actualAtRate, actualAtShare, exampleYears, factsAt, factsNotMet, factsWithout } from './example-facts.ts'
import { gradeByFacts } from './mechanical-grade.ts'
import { gradeBySum, pointRange, usesPoints } from './points.ts'
import type { GradeAnswer, GradeRule, Scale } from './scale.ts'
import { numberProblems } from './scale-numbers.ts'

/** 例一つ：値のことばと、そのときの判定。 */
export type ScaleExample = { readonly value: Message; readonly answer: GradeAnswer }

/** 条件の境。数でない字（入力の途中）は境としない。 */
const edgesOf = (rule: GradeRule): readonly string[] => {
  if (rule.on === 'points') return [rule.from ?? ''].filter(isDecimal)
  if (rule.on !== 'rate' && !(rule.on === 'expected' && rule.by === 'share')) return []
  return [rule.from ?? '', rule.above ?? ''].filter(isDecimal)
}

/** 境と、そのすぐ上と下（印刷すれば境と同じになる 0.04 下と、一つ下の位）。 */
const around = (edge: string): readonly string[] => [plus(edge, '0.1'), edge, minus(edge, '0.04'), minus(edge, '0.1')]

const widthsOf = (rule: GradeRule): readonly string[] => {
  if (rule.on !== 'comparison' || !rule.tolerance) return []
  const width = 'points' in rule.tolerance ? rule.tolerance.points : rule.tolerance.percent
  return isDecimal(width) ? [width] : []
}

/** 例の指標（基準値 100％・目標 200％）の、この区分の境のまわりの実績。高い順。 */
export const actualsAround = ({ grades }: Scale): readonly string[] => {
  const rules = grades.map(({ rule }) => rule)
  const on = (kind: GradeRule['on'], by?: string) =>
    rules.filter((rule) => rule.on === kind && (by === undefined || ('by' in rule && rule.by === by)))
  return distinct([
    '-10',
    '0',
    '200',
    ...on('rate').flatMap(edgesOf).flatMap(around).map(actualAtRate),
    ...on('expected', 'share').flatMap(edgesOf).flatMap(around).map(actualAtShare),
    ...(on('expected', 'line').length > 0 ? ['160', '159.9'] : []),
    ...(on('comparison').length > 0 ? ['201', '199.9', '101', '100', '99'] : []),
    ...on('comparison')
      .flatMap(widthsOf)
      .flatMap((width) => [plus('100', width), minus('100', width), minus(minus('100', width), '0.1')]),
  ])
}

const distinct = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].toSorted((a, b) => compare(b, a))

/** 率だけで決める区分か（例も率で言う）。 */
const byRateOnly = ({ grades }: Scale): boolean => grades.every(({ rule }) => rule.on === 'rate')

/**
 * 例の値 → 区分。区分を直すあいだ、そばに見せる（79.96 は 80.0 と印刷されても 80 未満、など）。
 *
 * @example examplesOf(長野県)[0]?.answer // → 100.1％ は「順調」
 */
export const examplesOf = (scale: Scale): readonly ScaleExample[] => {
  // 境が数でない（入力の途中）なら、まだ判じられない。
  if (numberProblems(scale).length > 0) return []
  if (usesPoints(scale)) return pointExamples(scale)
  const rates = ['100.1', '100', '80', '79.96', '79.9', '0', '-5'].map(actualAtRate)
  const actuals = byRateOnly(scale) ? distinct([...rates, ...actualsAround(scale)]) : actualsAround(scale)
  return [
    ...actuals.map((actual) => ({ value: valueInWords(scale, actual), answer: gradeByFacts(factsAt(actual), scale) })),
    ...(scale.grades.some(({ rule }) => rule.on === 'reached') ? unsettled(scale) : []),
    { value: { code: 'scales.example-not-met', params: {} }, answer: gradeByFacts(factsNotMet, scale) },
    ...(['blank', 'not-published', 'qualitative'] as const).map((why) => ({
      value: { code: `scales.example-${why}`, params: {} },
      answer: gradeByFacts(factsWithout(why), scale),
    })),
  ]
}

const unsettled = (scale: Scale): readonly ScaleExample[] =>
  ['200', '199'].map((actual) => ({
    value: { ...valueInWords(scale, actual), also: [{ code: 'scales.example-unsettled', params: {} }] },
    answer: gradeByFacts(factsAt(actual, false), scale),
  }))

const rounding = { mode: 'half-up', places: 2 } as const

export const valueInWords = (scale: Scale, actual: string): Message => {
  const rate = numberInWords(percentRounded(actual, '200', rounding).replace(/\.?0+$/, ''))
  if (byRateOnly(scale)) return { code: 'scales.example-rate', params: { rate } }
  const { years, of } = exampleYears
  return { code: 'scales.example-actual', params: { actual: numberInWords(actual), rate, years, of } }
}

/** 点数の例：低い端・高い端と、境とその一つ下。 */
const pointExamples = (scale: Scale): readonly ScaleExample[] => {
  const range = pointRange(scale)
  const edges = scale.grades.flatMap(({ rule }) => edgesOf(rule))
  const sums = distinct([
    ...(range ? [range.high, range.low] : []),
    ...edges.flatMap((edge) => [edge, minus(edge, '1')]),
  ])
  return sums
    .filter((total) => range && compare(total, range.low) >= 0 && compare(total, range.high) <= 0)
    .map((total) => ({
      value: { code: 'scales.example-points', params: { points: numberInWords(sum([total])) } },
      answer: gradeBySum(scale, total),
    }))
}
