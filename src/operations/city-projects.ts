import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type ProjectRow, projectRows } from '#domain/plan/project-rows.ts'

/** 事業一つ（同じ事業の行は一つに）と、その指標。再掲は元の行とし、同じ指標は一度だけ。 */
export type CityProject = {
  readonly edition: Edition
  readonly row: ProjectRow
  readonly indicators: readonly Indicator[]
}

// 版は値であり変わらないので、同じ版のまとめは一度でよい。
const gathered = new WeakMap<Edition, readonly CityProject[]>()

/** 版の事業を、一つずつ、印刷された順に。 */
export const cityProjects = (edition: Edition): readonly CityProject[] => {
  const known = gathered.get(edition)
  if (known) return known
  const indicatorsOf = indicatorFinder(edition)
  const projects = projectRows(edition, undefined, true).map((row) => ({
    edition,
    row,
    indicators: indicatorsOf(row),
  }))
  gathered.set(edition, projects)
  return projects
}

const indicatorFinder = ({ content: { indicators } }: Edition) => {
  const byId = new Map(indicators.map((each) => [each.id, each]))
  const byProject = Map.groupBy(indicators, ({ project }) => project)
  const first = (indicator: Indicator) => byId.get(indicator.repeatOf ?? '') ?? indicator
  return ({ printed }: ProjectRow): readonly Indicator[] => {
    const its = printed.flatMap(({ id, indicators: ids }) => [
      ...(byProject.get(id) ?? []),
      ...ids.flatMap((each) => byId.get(each) ?? []),
    ])
    return [...new Set(its.map(first))]
  }
}
