import { actualFor, finalTarget } from '#domain/indicator/figures.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Goal } from '#domain/plan/outline.ts'
import { goalOver, goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { latestOf, reckon } from './reckoning.ts'
import type { IndicatorLine } from './view-plan.ts'

/** 取組事業一覧・重点施策一覧・個票・集計表のどれか一つの部。印刷された順。 */
export type ProjectPart = {
  readonly shownIn: Project['shownIn']
  readonly projects: readonly ProjectLine[]
  /** 印の欄（視点・SDGs）。この部にあるものだけ。 */
  readonly tags: readonly string[]
}

export type ProjectLine = { readonly project: Project; readonly goals: ReadonlySet<Goal> }

export type ProjectsView = {
  readonly edition: Edition
  readonly goals: readonly Goal[]
  readonly parts: readonly ProjectPart[]
}

const order: readonly Project['shownIn'][] = ['matrix', 'list', 'sheet', 'table']

export const projectsView = (edition: Edition): ProjectsView => {
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const lineOf = (project: Project): ProjectLine => ({
    project,
    goals: new Set(project.nodes.flatMap((id) => goalOver(goals, nodes, id) ?? [])),
  })
  const parts = order.flatMap((shownIn) => {
    const projects = edition.content.projects.filter((project) => project.shownIn === shownIn)
    const tags = [...new Set(projects.flatMap(({ tags: its }) => Object.keys(its)))]
    return projects.length === 0 ? [] : [{ shownIn, projects: projects.map(lineOf), tags }]
  })
  return { edition, goals, parts }
}

/** 個票。 */
export type ProjectView = {
  readonly edition: Edition
  readonly project: Project
  readonly paths: readonly (readonly PlanNode[])[]
  readonly lines: readonly IndicatorLine[]
  readonly years: readonly number[]
  readonly sameAs: readonly Project[]
}

export const projectView = (edition: Edition, id: string): ProjectView | undefined => {
  const { projects, indicators } = edition.content
  const project = projects.find((each) => each.id === id)
  if (!project) return undefined
  const nodes = nodesById(edition.content)
  const its = indicators.filter((each) => each.project === id || project.indicators.includes(each.id))
  return {
    edition,
    project,
    paths: project.nodes.map((node) => pathTo(nodes, node)),
    lines: its.map((indicator) => lineOf(edition, indicator)),
    years: yearsOf(its, project),
    sameAs: projects.filter((each) => each !== project && areSame(project, each)),
  }
}

const areSame = (a: Project, b: Project): boolean => Boolean(a.sameAs?.includes(b.id) || b.sameAs?.includes(a.id))

const lineOf = (edition: Edition, indicator: Indicator): IndicatorLine => {
  const reckoning = reckon(edition).byId.get(indicator.id)
  return {
    indicator,
    target: finalTarget(indicator),
    now: reckoning && latestOf(reckoning),
    first: edition.content.indicators.find(({ id }) => id === indicator.repeatOf),
  }
}

const yearsOf = (indicators: readonly Indicator[], project: Project): readonly number[] => {
  const years = [
    ...project.years.map(({ year }) => year),
    ...indicators.flatMap(({ targets, actuals }) => [...targets, ...actuals].flatMap(({ year }) => year ?? [])),
  ]
  return [...new Set(years)].toSorted((a, b) => a - b)
}

/** 個票の表の一升：その年の目標と実績。 */
export const figuresIn = (
  indicator: Indicator,
  year: number,
): { target: Figure | undefined; actual: Figure | undefined } => ({
  target: indicator.targets.find((target) => target.year === year && target.scope !== 'period'),
  actual: actualFor(indicator, year),
})
