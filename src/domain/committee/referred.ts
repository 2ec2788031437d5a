import type { Subject } from '#domain/evaluation/evaluation.ts'
import type { Indicator, PlanContent, PlanNode } from '#domain/plan/draft.ts'
import { type Goal, goalOver, goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import { subjectKey } from './subject-key.ts'

type Content = Pick<PlanContent, 'nodes' | 'indicators'>

/** 付議した施策一つ：節と、その節の指標（再掲を除く）。`path` は基本目標の下の道すじ（この節まで）。 */
export type ReferredMeasure = {
  readonly node: PlanNode
  readonly path: readonly PlanNode[]
  readonly indicators: readonly Indicator[]
}

/** 付議した基本目標一つ。`goal` は、どの目標の下にもない施策では null。 */
export type ReferredGoal = {
  readonly key: string
  readonly goal: Goal | null
  readonly measures: readonly ReferredMeasure[]
}

/**
 * 付議したもの。何も選んでいなければ計画のすべて。節を選べば、その下のすべて。
 * 施策は、指標のある節と、いちばん下の節（印刷された順）。目標に直に付いた指標（数値目標）は、目標の節の行になる。
 *
 * @example referredGoals(content, [])[0].measures.length // 基本目標1の施策の数
 */
export const referredGoals = (content: Content, subjects: readonly Subject[]): readonly ReferredGoal[] => {
  const nodes = nodesById(content)
  const goals = goalsOf(content)
  const chosen = new Set(subjects.map((each) => subjectKey(each)))
  const holds = (kind: Subject['kind'], id: string): boolean => chosen.has(subjectKey({ kind, id }))
  const isInside = (node: string | null): boolean => pathTo(nodes, node).some(({ id }) => holds('node', id))
  const parents = new Set(content.nodes.map(({ parent }) => parent))
  const shown = content.indicators.filter(
    ({ id, node, repeatOf }) => repeatOf === null && (chosen.size === 0 || holds('indicator', id) || isInside(node)),
  )
  const byNode = Map.groupBy(shown, ({ node }) => node)
  const measures = content.nodes
    .filter(({ id }) => byNode.has(id) || (!parents.has(id) && (chosen.size === 0 || isInside(id))))
    .map((node): ReferredMeasure & { readonly goal: Goal | undefined } => {
      const goal = goalOver(goals, nodes, node.id)
      const path = pathTo(nodes, node.id)
      const below = path.slice(path.findIndex((each) => goal?.nodes.includes(each)) + 1)
      return { node, goal, path: below, indicators: byNode.get(node.id) ?? [] }
    })
  return [...Map.groupBy(measures, ({ goal }) => goal)].map(([goal, own]) => ({
    key: goal?.key ?? 'other',
    goal: goal ?? null,
    measures: own.map(({ node, path, indicators }) => ({ node, path, indicators })),
  }))
}

/** どの節にも属さない指標のうち、付議したもの。 */
export const looseReferred = (content: Content, subjects: readonly Subject[]): readonly Indicator[] =>
  content.indicators.filter(
    ({ id, node, repeatOf }) =>
      node === null &&
      repeatOf === null &&
      (subjects.length === 0 || subjects.some((each) => each.kind === 'indicator' && each.id === id)),
  )

/** 意見を言えるところ（短い名）：全体、目標、施策、指標。 */
export const opinionPlaces = (content: Content, subjects: readonly Subject[]): ReadonlySet<string> => {
  const goals = referredGoals(content, subjects)
  return new Set([
    subjectKey(null),
    ...goals.flatMap(({ goal, measures }) => [
      ...(goal?.nodes ?? []).map(({ id }) => subjectKey({ kind: 'node', id })),
      ...measures.flatMap(({ node, indicators }) => [
        subjectKey({ kind: 'node', id: node.id }),
        ...indicators.map(({ id }) => subjectKey({ kind: 'indicator', id })),
      ]),
    ]),
    ...looseReferred(content, subjects).map(({ id }) => subjectKey({ kind: 'indicator', id })),
  ])
}
