import type { GradeCount, Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, goalOver, goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import { type Counts, sharesOf, totalOf } from './grade-counts.ts'
import type { GradedPlan } from './graded-plan.ts'
import { gradesIn } from './standing-grade.ts'

/** 区分の付いていない指標の欄。数から落とさず、欄を分ける。 */
export const ungradedCode = '評価なし'

/**
 * 集計の欄の符号。順位の中の区分はいつも並べ、順位の外の区分・区分にない符号・評価なしは、一つでもあれば並べる。
 */
export const countedCodes = (edition: Edition, graded: GradedPlan): readonly string[] => {
  const { indicator: scale } = graded.scales
  const found = new Set(countedOnce(edition).map((each) => codeOf(graded, each)))
  const ranked = scale?.grades.map(({ code }) => code) ?? []
  const known = gradesIn(scale).map(({ code }) => code)
  const others = [...found].filter((code) => !known.includes(code) && code !== ungradedCode).toSorted()
  return [
    ...ranked,
    ...known.filter((code) => !ranked.includes(code) && found.has(code)),
    ...others,
    ...(found.has(ungradedCode) ? [ungradedCode] : []),
  ]
}

/**
 * 指標の立っている区分を、基本目標 × 種類（数値目標・KPI）で数える。取り込んだクロス表（`GradeCount`）と同じ形で、
 * 終わりに種類ごとの合計の行。指標はどこに何度出ていても一度だけ数え、再掲・内訳は数えない。
 *
 * @example countedGrades(edition, graded)[0] // → { node: 基本目標1, class: 'KPI', year: 2022, counts: { A: 8, B: 9, C: 3, D: 0 }, … }
 */
export const countedGrades = (edition: Edition, graded: GradedPlan): readonly GradeCount[] => {
  const { content } = edition
  const [goals, nodes, codes] = [goalsOf(content), nodesById(content), countedCodes(edition, graded)]
  const indicators = countedOnce(edition)
  const classes = [...new Set(indicators.map(({ class: kind }) => kind))]
  const byGoal = Map.groupBy(indicators, ({ node }) => goalOver(goals, nodes, node))
  const row = (node: PlanNode | undefined, kind: string, its: readonly Indicator[], total = false): GradeCount => ({
    node: node?.id ?? null,
    class: kind,
    year: graded.year,
    counts: countsIn(graded, its, codes),
    total,
    place: node?.place ?? its[0]?.place ?? { line: 1 },
  })
  const ofClass = (its: readonly Indicator[], kind: string) => its.filter((each) => each.class === kind)
  return [
    ...[...goals, undefined].flatMap((goal) =>
      classes
        .map((kind) => ({ kind, its: ofClass(byGoal.get(goal) ?? [], kind) }))
        .filter(({ its }) => its.length > 0)
        .map(({ kind, its }) => row(goal?.nodes[0], kind, its)),
    ),
    ...classes.map((kind) => row(undefined, kind, ofClass(indicators, kind), true)),
  ]
}

/** 節一つの集計。その節と下の節の指標を合わせたもの。 */
export type NodeCount = {
  readonly node: PlanNode
  readonly counts: Counts
  readonly total: number
  readonly shares: Readonly<Record<string, string | null>>
}

/** 施策ごと（どの節も）の数と構成比。指標の一つもない節は入らない。 */
export const countedByNode = (edition: Edition, graded: GradedPlan): readonly NodeCount[] => {
  const [nodes, codes] = [nodesById(edition.content), countedCodes(edition, graded)]
  const below = new Map<string, Indicator[]>()
  for (const indicator of countedOnce(edition))
    for (const { id } of pathTo(nodes, indicator.node)) {
      const its = below.get(id)
      if (its) its.push(indicator)
      else below.set(id, [indicator])
    }
  return edition.content.nodes.flatMap((node) => {
    const counts = countsIn(graded, below.get(node.id) ?? [], codes)
    const total = totalOf(counts) ?? 0
    return total === 0 ? [] : [{ node, counts, total, shares: sharesOf(counts) }]
  })
}

/** 計画の全体の数と構成比。 */
export const countedWhole = (edition: Edition, graded: GradedPlan): Omit<NodeCount, 'node'> => {
  const counts = countsIn(graded, countedOnce(edition), countedCodes(edition, graded))
  return { counts, total: totalOf(counts) ?? 0, shares: sharesOf(counts) }
}

const countedOnce = ({ content }: Edition): readonly Indicator[] => content.indicators.filter(countsOnce)

const codeOf = ({ subjects }: GradedPlan, { id }: Indicator): string => subjects.get(id)?.standing?.code ?? ungradedCode

const countsIn = (graded: GradedPlan, its: readonly Indicator[], codes: readonly string[]): Counts => {
  const counts = new Map(codes.map((code) => [code, 0]))
  for (const each of its) {
    const code = codeOf(graded, each)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
