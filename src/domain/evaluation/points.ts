import { numberInWords } from '#domain/indicator/amounts.ts'
import type { Message } from '#domain/language/message.ts'
import { compare, sum } from '#domain/quantity/decimal.ts'
import type { GradeAnswer, PointChoice, PointCriterion, Scale } from './scale.ts'

/** 観点ごとの選び。観点の符号 → 選びの符号（`Evaluation.points`）。 */
export type PointChoices = Readonly<Record<string, string>>

/** 点数で決める区分か。 */
export const usesPoints = ({ grades }: Scale): boolean => grades.some(({ rule }) => rule.on === 'points')

const chosen = ({ code, choices }: PointCriterion, picks: PointChoices): PointChoice | undefined =>
  choices.find((choice) => choice.code === picks[code])

/**
 * 達成率（丸めない値）から初めに示す選び。境のある選びだけ。人が変えてよい。
 *
 * @example suggestedChoice(佐野市の目標達成状況, '92.1')?.points // → '6'
 */
export const suggestedChoice = ({ choices }: PointCriterion, percent: string): PointChoice | undefined => {
  if (choices.every(({ from }) => from === undefined)) return undefined
  return choices.find(({ from }) => from === undefined || compare(percent, from) >= 0)
}

/**
 * 観点ごとの選びの点を合計して、区分を決める。選んでいない観点があれば、それを言って人に尋ねる。
 *
 * @example gradeByPoints(相生市, { 必要性: '◎', 有効性: '◎', 効率性: '△', 公平性: '▲' }) // → 9 点で B（改善）
 */
export const gradeByPoints = (scale: Scale, picks: PointChoices): GradeAnswer => {
  const criteria = scale.points ?? []
  const missing = criteria.filter((criterion) => !chosen(criterion, picks))
  if (criteria.length === 0 || missing.length > 0) return { kind: 'ask', working: missingWords(missing) }
  const terms = criteria.flatMap((criterion) => chosen(criterion, picks) ?? [])
  const total = sum(terms.map(({ points }) => points))
  const rank = scale.grades.findIndex(({ rule }) => rule.on === 'points' && fits(total, rule.from))
  const grade = scale.grades[rank]
  if (!grade) return { kind: 'ask', working: { code: 'grade-fits-none', params: {} } }
  const words = terms.map(({ points }) => numberInWords(points)).join('＋')
  return {
    kind: 'graded',
    grade,
    working: {
      code: 'grade-because-points',
      params: { sum: numberInWords(total), terms: words },
      also: [...pointBand(scale, rank), { code: 'grade-so', params: { grade: grade.code, label: grade.label } }],
    },
  }
}

const fits = (total: string, from: string | undefined): boolean => from === undefined || compare(total, from) >= 0

const missingWords = (missing: readonly PointCriterion[]): Message =>
  missing.length === 0
    ? { code: 'grade-needs-points', params: {} }
    : { code: 'grade-points-missing', params: { criteria: missing.map(({ label }) => label).join('・') } }

/** 点の幅のことば。前の区分のいちばん低い境が上の端。 */
export const pointBand = ({ grades }: Scale, rank: number): readonly Message[] => {
  const floor = pointsFrom(grades[rank]?.rule)
  const above = grades.slice(0, rank).flatMap(({ rule }) => pointsFrom(rule) ?? [])
  const ceiling = above.reduce<string | undefined>(
    (low, each) => (low && compare(low, each) <= 0 ? low : each),
    undefined,
  )
  const part = (code: string, points: string): Message => ({ code, params: { points: numberInWords(points) } })
  if (floor === undefined && ceiling === undefined) return [{ code: 'grade-band-any', params: {} }]
  return [
    ...(floor === undefined ? [] : [part('grade-band-points-from', floor)]),
    ...(ceiling === undefined ? [] : [part(`grade-band-points-${floor === undefined ? '' : 'and-'}under`, ceiling)]),
  ]
}

const pointsFrom = (rule: Scale['grades'][number]['rule'] | undefined): string | undefined =>
  rule?.on === 'points' ? rule.from : undefined

/** ありうる合計の、いちばん低い点と高い点。観点か選びがなければ undefined。 */
export const pointRange = ({ points = [] }: Scale): { readonly low: string; readonly high: string } | undefined => {
  const each = points.map(({ choices }) => choices.map((choice) => choice.points).toSorted(compare))
  if (each.length === 0 || each.some((sorted) => sorted.length === 0)) return undefined
  return { low: sum(each.map((sorted) => sorted[0] ?? '0')), high: sum(each.map((sorted) => sorted.at(-1) ?? '0')) }
}
