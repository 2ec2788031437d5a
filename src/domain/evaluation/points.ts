import { numberInWords } from '#domain/indicator/amounts.ts'
import type { Message } from '#domain/language/message.ts'
import { compare, plus, sum } from '#domain/quantity/decimal.ts'
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
 * @example gradeByPoints(相生市, { 1: '◎', 2: '◎', 3: '△', 4: '▲' }) // → 9 点で B（改善）
 */
export const gradeByPoints = (scale: Scale, picks: PointChoices): GradeAnswer => {
  const criteria = scale.points ?? []
  const missing = criteria.filter((criterion) => !chosen(criterion, picks))
  if (criteria.length === 0 || missing.length > 0) return { kind: 'ask', working: missingWords(missing) }
  const points = criteria.flatMap((criterion) => chosen(criterion, picks)?.points ?? [])
  return gradeBySum(scale, sum(points), points.map(numberInWords).join('＋'))
}

/** 合計の点からの区分。`terms` は足した点（「5＋5＋0−1」）。 */
export const gradeBySum = (scale: Scale, total: string, terms = ''): GradeAnswer => {
  const rank = scale.grades.findIndex(({ rule }) => rule.on === 'points' && reaches(total, rule.from))
  const grade = scale.grades[rank]
  if (!grade) return { kind: 'ask', working: { code: 'grade-fits-none', params: {} } }
  const working = {
    code: terms === '' ? 'grade-because-sum' : 'grade-because-points',
    params: { sum: numberInWords(total), terms },
    also: [...pointBand(scale, rank), { code: 'grade-so', params: { grade: grade.code, label: grade.label } }],
  }
  return { kind: 'graded', grade, working }
}

const reaches = (total: string, from: string | undefined): boolean => from === undefined || compare(total, from) >= 0

const missingWords = (missing: readonly PointCriterion[]): Message =>
  missing.length === 0
    ? { code: 'grade-needs-points', params: {} }
    : { code: 'grade-points-missing', params: { criteria: missing.map(({ label }) => label).join('・') } }

/** 点の幅のことば。上の区分のいちばん低い境が、上の端になる。 */
export const pointBand = ({ grades }: Scale, rank: number): readonly Message[] => {
  const fromOf = (grade: Scale['grades'][number] | undefined) =>
    grade?.rule.on === 'points' ? grade.rule.from : undefined
  const floor = fromOf(grades[rank])
  const [ceiling] = grades
    .slice(0, rank)
    .flatMap((grade) => fromOf(grade) ?? [])
    .toSorted(compare)
  const part = (code: string, points: string): Message => ({ code, params: { points: numberInWords(points) } })
  if (floor === undefined && ceiling === undefined) return [{ code: 'grade-band-any', params: {} }]
  return [
    ...(floor === undefined ? [] : [part('grade-band-points-from', floor)]),
    ...(ceiling === undefined ? [] : [part(`grade-band-points-${floor === undefined ? '' : 'and-'}under`, ceiling)]),
  ]
}

/** ありうる合計のすべて。低い順。観点か選びがなければ空。 */
export const possibleSums = ({ points = [] }: Scale): readonly string[] =>
  points.length === 0
    ? []
    : points
        .reduce<readonly string[]>(
          (sums, { choices }) => [
            ...new Set(sums.flatMap((each) => choices.map((choice) => plus(each, choice.points)))),
          ],
          ['0'],
        )
        .toSorted(compare)

/** ありうる合計の、いちばん低い点と高い点。 */
export const pointRange = (scale: Scale): { readonly low: string; readonly high: string } | undefined => {
  const sums = possibleSums(scale)
  const [low, high] = [sums[0], sums.at(-1)]
  return low === undefined || high === undefined ? undefined : { low, high }
}
