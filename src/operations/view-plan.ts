import { finalTarget } from '#domain/indicator/figures.ts'
import { type Standing, standings } from '#domain/indicator/standing.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { reckon, type YearReckoning } from '#domain/plan/reckoning.ts'
import type { Figure } from '#domain/quantity/figure.ts'

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
  /** この節とその下の、一度だけ数えた指標の数。 */
  readonly counts: Counts
  readonly total: number
  /** 再掲や内訳も合わせた、印刷された行の数。 */
  readonly rows: number
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
  /** 指標が多く、木には数だけを出して、行は一覧表に任せるか。 */
  readonly folded: boolean
}

/** 木に行を並べる指標の限り。五市の計画はどれも収まる。 */
const linesInTree = 300

/** 計画の木に、指標の行でなく数だけを出すほど大きいか。 */
export const isFolded = ({ content }: Edition): boolean => content.indicators.length > linesInTree

/** @param asked 見たい年度。なければ、値のあるいちばん新しい年度。 */
export const planView = (edition: Edition, asked?: number): PlanView => {
  const years = yearsOf(edition)
  const year = asked !== undefined && years.includes(asked) ? asked : (years.at(-1) ?? null)
  const lines = linesOf(edition, year)
  const byNode = Map.groupBy(lines, ({ indicator }) => indicator.node)
  return {
    edition,
    year,
    years,
    ...countByGoal(edition, lines),
    branches: branchMaker(edition, byNode)(null),
    loose: byNode.get(null) ?? [],
    folded: isFolded(edition),
  }
}

/** 見られる年度。値のある年度、一つもなければ表の年度。 */
const yearsOf = (edition: Edition): readonly number[] => {
  const { figured, columns } = reckon(edition)
  return figured.length > 0 ? figured : columns
}

/** いちばん新しい年度の、すべての指標の行。印刷された順。 */
export const latestLines = (edition: Edition): readonly IndicatorLine[] =>
  linesOf(edition, yearsOf(edition).at(-1) ?? null)

const linesOf = (edition: Edition, year: number | null): readonly IndicatorLine[] => {
  const { byId } = reckon(edition)
  return edition.content.indicators.map((indicator) => ({
    indicator,
    target: finalTarget(indicator),
    now: year === null ? undefined : byId.get(indicator.id)?.years.get(year),
    first: indicator.repeatOf === null ? undefined : byId.get(indicator.repeatOf)?.indicator,
  }))
}

const countByGoal = (edition: Edition, lines: readonly IndicatorLine[]): Pick<PlanView, 'goals' | 'counts'> => {
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const counted = lines.filter(({ indicator }) => countsOnce(indicator))
  const goalOf = new Map(edition.content.nodes.map(({ id }) => [id, goalOver(goals, nodes, id)]))
  const byGoal = Map.groupBy(counted, ({ indicator }) => goalOf.get(indicator.node ?? ''))
  return {
    counts: countOf(counted),
    goals: goals.map((goal) => {
      const its = byGoal.get(goal) ?? []
      return { goal, counts: countOf(its), total: its.length }
    }),
  }
}

/** 状態ごとの数。 */
export const countOf = (lines: readonly IndicatorLine[]): Counts => {
  const at = (standing: Standing) => lines.filter(({ now }) => (now?.standing ?? 'not-judged') === standing).length
  return Object.fromEntries(standings.map((standing) => [standing, at(standing)])) as Record<Standing, number>
}

/** 節の下の枝を、数とともに。 */
const branchMaker = ({ content }: Edition, lines: ReadonlyMap<string | null, readonly IndicatorLine[]>) => {
  const children = Map.groupBy(content.nodes, ({ parent }) => parent)
  const projects = projectsByNode(content.projects)
  const under = (parent: string | null): readonly Branch[] =>
    (children.get(parent) ?? []).map((node) => {
      const branches = under(node.id)
      const its = lines.get(node.id) ?? []
      const counted = its.filter(({ indicator }) => countsOnce(indicator))
      return {
        node,
        lines: its,
        projects: projects.get(node.id) ?? [],
        branches,
        counts: addedCounts([countOf(counted), ...branches.map(({ counts }) => counts)]),
        total: branches.reduce((sum, { total }) => sum + total, counted.length),
        rows: branches.reduce((sum, { rows }) => sum + rows, its.length),
      }
    })
  return under
}

const projectsByNode = (projects: readonly Project[]): ReadonlyMap<string, readonly Project[]> => {
  const byNode = new Map<string, Project[]>()
  for (const project of projects)
    for (const node of new Set(project.nodes)) byNode.set(node, [...(byNode.get(node) ?? []), project])
  return byNode
}

const addedCounts = (all: readonly Counts[]): Counts => {
  const at = (standing: Standing) => all.reduce((sum, counts) => sum + counts[standing], 0)
  return Object.fromEntries(standings.map((standing) => [standing, at(standing)])) as Record<Standing, number>
}
