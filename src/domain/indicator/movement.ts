import { compare, isNegative, minus, rounded } from '../quantity/decimal.ts'
import type { Figure } from '../quantity/figure.ts'
import type { Achievement } from './achievement.ts'
import type { Standing } from './standing.ts'

/** ある年度の指標について、動きを言うのに要るもの。 */
export type YearOfIndicator = {
  readonly year: number
  readonly actual: Figure | undefined
  readonly achievement: Achievement
  readonly standing: Standing
}

/**
 * 前に測った年度からの動き。`points` は達成率の差（百分点、丸めない十進）で、正なら目標に近づいた。
 * 達成率は少ないほどよい指標でも「上がればよい」ので、向きを問わず比べられる（decisions/010）。
 */
export type Movement = {
  readonly from: YearOfIndicator
  readonly to: YearOfIndicator
  readonly points: string | null
  /** 達成した reached、達成から外れた lost、どちらでもなければ null。 */
  readonly crossed: 'reached' | 'lost' | null
}

/**
 * 新しい年度 `year` と、その前に測った年度との動き。どちらかの率がなく、達成の別も変わらなければ undefined。
 *
 * @example movementIn([{ year: 2022, 95.6％ }, { year: 2023, 104.4％ }], 2023)
 * // → { points: '8.8…', crossed: 'reached', … }
 */
export const movementIn = (years: readonly YearOfIndicator[], year: number): Movement | undefined => {
  const to = years.find((each) => each.year === year)
  const from = years.findLast((each) => each.year < year && judged(each))
  if (!to || !from || !judged(to)) return undefined
  const points = pointsBetween(from.achievement, to.achievement)
  const crossed = crossing(from.standing, to.standing)
  return points === null && crossed === null ? undefined : { from, to, points, crossed }
}

const judged = ({ achievement }: YearOfIndicator): boolean => achievement.kind !== 'none'

// 手で入れた率は式と同じ物差しとは限らないので、差を取らない。
const pointsBetween = (from: Achievement, to: Achievement): string | null =>
  from.kind === 'rate' && to.kind === 'rate' ? minus(to.percent, from.percent) : null

const crossing = (from: Standing, to: Standing): Movement['crossed'] => {
  if (from === to) return null
  if (to === 'reached') return 'reached'
  return from === 'reached' ? 'lost' : null
}

/** 動きの大きいものから。上がったものと下がったものを分け、動かなかったものは入れない。 */
export const ranked = <T extends { readonly movement: Movement }>(
  moved: readonly T[],
): { readonly up: readonly T[]; readonly down: readonly T[] } => {
  const measured = moved.flatMap((each) => {
    const { points } = each.movement
    return points === null || compare(points, '0') === 0 ? [] : [{ each, points }]
  })
  const of = (down: boolean) =>
    measured
      .filter(({ points }) => isNegative(points) === down)
      .toSorted((a, b) => (down ? compare(a.points, b.points) : compare(b.points, a.points)))
      .map(({ each }) => each)
  return { up: of(false), down: of(true) }
}

/** 百分点の差のことば。「＋8.8」「−3.0」。丸めは四捨五入で小数一桁。 */
export const pointsInWords = (points: string): string => {
  const shown = rounded(points, { mode: 'half-up', places: 1 })
  return isNegative(points) ? shown.replace('-', '−') : `＋${shown}`
}
