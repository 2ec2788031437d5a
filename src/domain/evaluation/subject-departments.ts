import { department } from '#domain/people/department.ts'
import { departmentIn } from '#domain/people/implementer.ts'
import { isValidOn, type OrganisationUnit } from '#domain/people/organisation.ts'
import { type IndicatorOwner, ownersOn } from '#domain/people/ownership.ts'
import type { Indicator, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById, pathTo } from '#domain/plan/outline.ts'
import type { Subject } from './evaluation.ts'

export type DepartmentFacts = {
  readonly units: readonly OrganisationUnit[]
  readonly owners: readonly IndicatorOwner[]
  /** 評価する日。担当も課も、この日のもの。 */
  readonly day: string
}

/**
 * 評価するものの担当課。指標はその日の担当、事業は実施主体の名の課（と、事業の指標の担当）、
 * 節はその下の指標の担当のどれか。再掲は元の指標の、内訳で担当のないものは元の指標の担当。
 *
 * @example departmentsOver(edition, facts)({ kind: 'indicator', id: '…' }) // → [商工課の id]
 */
export const departmentsOver = (edition: Edition, { units, owners, day }: DepartmentFacts) => {
  const { content, municipality } = edition
  const there = units.filter((unit) => isValidOn(unit, day))
  const valid = new Set(there.map(({ id }) => id))
  const unitNamed = new Map(there.map(({ id, name }) => [department(name)?.key, id]))
  const ownersOf = ownersOn(owners, day)
  const indicators = new Map(content.indicators.map((each) => [each.id, each]))
  const projects = new Map(content.projects.map((each) => [each.id, each]))
  const nodes = nodesById(content)

  const ofIndicator = (indicator: Indicator | undefined): readonly string[] => {
    if (!indicator) return []
    const of = indicators.get(indicator.repeatOf ?? '') ?? indicator
    const found = (ownersOf.get(of.id) ?? []).map(({ departmentId }) => departmentId).filter((id) => valid.has(id))
    return found.length > 0 || of.breakdownOf === null
      ? found
      : ofIndicator(without(indicators.get(of.breakdownOf ?? '')))
  }
  const ofProject = (project: Project | undefined): readonly string[] => {
    if (!project) return []
    const named = project.implementers.flatMap(
      (name) => unitNamed.get(department(departmentIn(name, municipality.name) ?? name)?.key) ?? [],
    )
    return [...named, ...project.indicators.flatMap((id) => ofIndicator(indicators.get(id)))]
  }
  const under = Map.groupBy(
    content.indicators.flatMap((indicator) => pathTo(nodes, indicator.node).map((node) => ({ node, indicator }))),
    ({ node }) => node.id,
  )
  return ({ kind, id }: Subject): readonly string[] => {
    if (kind === 'indicator') return [...new Set(ofIndicator(indicators.get(id)))]
    if (kind === 'project') return [...new Set(ofProject(projects.get(id)))]
    return [...new Set((under.get(id) ?? []).flatMap(({ indicator }) => ofIndicator(indicator)))]
  }
}

/** 内訳の元をたどるのは一度だけ（元がまた内訳でも、めぐらない）。 */
const without = (indicator: Indicator | undefined): Indicator | undefined =>
  indicator && { ...indicator, breakdownOf: null }
