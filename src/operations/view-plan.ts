import { finalTarget } from '#domain/indicator/figures.ts'
import { type Standing, standings } from '#domain/indicator/standing.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { reckon, type YearReckoning } from './reckoning.ts'

export type Counts = Readonly<Record<Standing, number>>

/** 指標の小さな一行。目標と、その年度の値と位置。再掲は元の指標を添える。 */
export type IndicatorLine = {
  readonly indicator: Indicator
  readonly target: Figure | undefined
  readonly now: YearReckoning | undefined
  readonly first: Indicator | undefined
}

export type Branch = {
  readonly node: PlanNode
  readonly lines: readonly IndicatorLine[]
  readonly projects: readonly Project[]
  readonly branches: readonly Branch[]
}

type GoalLine = { readonly goal: Goal; readonly counts: Counts; readonly total: number }

/** 計画の木。基本目標ごとの数と、節ごとの指標。 */
export type PlanView = {
  readonly edition: Edition
  readonly year: number | null
  readonly years: readonly number[]
  readonly goals: readonly GoalLine[]
  readonly counts: Counts
  readonly branches: readonly Branch[]
  /** どの節にも属さない指標。 */
  readonly loose: readonly IndicatorLine[]
}

/** @param asked 見たい年度。なければ、値のあるいちばん新しい年度。 */
export const planView = (edition: Edition, asked?: number): PlanView => {
  const { figured, columns } = reckon(edition)
  const years = figured.length > 0 ? figured : columns
  const year = asked !== undefined && years.includes(asked) ? asked : (years.at(-1) ?? null)
  const lines = edition.content.indicators.map((indicator) => lineOf(edition, indicator, year))
  const byNode = Map.groupBy(lines, ({ indicator }) => indicator.node)
  return {
    edition,
    year,
    years,
    ...countByGoal(edition, lines),
    branches: branchesUnder(edition, null, byNode),
    loose: byNode.get(null) ?? [],
  }
}

const lineOf = (edition: Edition, indicator: Indicator, year: number | null): IndicatorLine => ({
  indicator,
  target: finalTarget(indicator),
  now: year === null ? undefined : reckon(edition).byId.get(indicator.id)?.years.get(year),
  first: edition.content.indicators.find(({ id }) => id === indicator.repeatOf),
})

const countByGoal = (edition: Edition, lines: readonly IndicatorLine[]): Pick<PlanView, 'goals' | 'counts'> => {
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const counted = lines.filter(({ indicator }) => countsOnce(indicator))
  const byGoal = Map.groupBy(counted, ({ indicator }) => goalOver(goals, nodes, indicator.node))
  return {
    counts: countOf(counted),
    goals: goals.map((goal) => {
      const its = byGoal.get(goal) ?? []
      return { goal, counts: countOf(its), total: its.length }
    }),
  }
}

const countOf = (lines: readonly IndicatorLine[]): Counts => {
  const at = (standing: Standing) => lines.filter(({ now }) => (now?.standing ?? 'not-judged') === standing).length
  return Object.fromEntries(standings.map((standing) => [standing, at(standing)])) as Record<Standing, number>
}

const branchesUnder = (
  edition: Edition,
  parent: string | null,
  lines: ReadonlyMap<string | null, readonly IndicatorLine[]>,
): readonly Branch[] =>
  edition.content.nodes
    .filter((node) => node.parent === parent)
    .map((node) => ({
      node,
      lines: lines.get(node.id) ?? [],
      projects: edition.content.projects.filter(({ nodes }) => nodes.includes(node.id)),
      branches: branchesUnder(edition, node.id, lines),
    }))
