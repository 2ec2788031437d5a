import type { GradeCount } from '#domain/plan/draft.ts'
import { type Counts, sharesOf, sumOfCounts, totalOf } from './grade-counts.ts'

/** 評価の割合。区分ごとの数と合計、構成比（％）。空欄の区分は数も構成比も null。 */
export type GradeShares = {
  readonly counts: Counts
  readonly total: number | null
  readonly shares: Readonly<Record<string, string | null>>
}

/** 基本目標一つの評価の割合。`node` は節の id で、どの目標のものか分からない行は null。 */
export type GoalShares = GradeShares & { readonly node: string | null }

/**
 * 基本目標ごとの評価割合。種類（数値目標・KPI）を合わせて数え、印刷された合計の行は入れない（大仙市の円グラフ）。
 *
 * @example goalShares([{ node: 'n-1', class: '数値目標', counts: { A: 1 }, … }, { node: 'n-1', class: 'KPI', counts: { A: 2 }, … }])[0].total // → 3
 */
export const goalShares = (grades: readonly GradeCount[]): readonly GoalShares[] =>
  [...Map.groupBy(partsOf(grades), ({ node }) => node)].map(([node, rows]) => ({
    node,
    ...gradeShares(sumOfCounts(rows)),
  }))

/** すべての目標を合わせた評価の割合。 */
export const wholeShares = (grades: readonly GradeCount[]): GradeShares => gradeShares(sumOfCounts(partsOf(grades)))

/** 評価の符号を、表に出てきた順に。 */
export const gradeLetters = (grades: readonly GradeCount[]): readonly string[] => [
  ...new Set(grades.flatMap(({ counts }) => Object.keys(counts))),
]

const partsOf = (grades: readonly GradeCount[]): readonly GradeCount[] => grades.filter(({ total }) => !total)

const gradeShares = (counts: Counts): GradeShares => ({ counts, total: totalOf(counts), shares: sharesOf(counts) })
