import type { Indicator, Project } from '../plan/draft.ts'
import type { Edition } from '../plan/edition.ts'
import { department, similarDepartments } from './department.ts'
import { departmentIn } from './implementer.ts'
import type { OrganisationUnit } from './organisation.ts'

/** 図書の字から考えた、指標の担当。`written` は図書の字（なければ null）、`sure` は名がそのまま合うもの。 */
export type OwnerProposal = {
  readonly indicatorId: string
  readonly written: string | null
  readonly departmentId: string | null
  readonly sure: boolean
}

/** 担当を要する指標か。再掲は元の指標の担当が持つ。 */
export const needsOwner = ({ repeatOf }: Indicator): boolean => repeatOf === null

/**
 * 指標ごとに、図書の担当課の字から担当の課を考える。字の同じ課はそのまま、よく似た名の課が一つだけあれば「たぶん」（sure は false）。
 * 担当課の欄がなければ、その指標の事業の実施主体から。内訳は、元の指標の担当課と同じ。
 *
 * @example proposeOwners(edition, units) // → [{ indicatorId, written: '商工課', departmentId: '…', sure: true }]
 */
export const proposeOwners = (
  edition: Edition,
  units: readonly Pick<OrganisationUnit, 'id' | 'name'>[],
): readonly OwnerProposal[] => {
  const namesOf = writtenNames(edition)
  return edition.content.indicators.filter(needsOwner).map((indicator) => {
    const names = namesOf(indicator)
    const [written] = names
    const exact = names.flatMap((name) => units.find((unit) => keyOf(unit.name) === keyOf(name)) ?? [])
    if (exact[0]) return { indicatorId: indicator.id, written: written ?? null, departmentId: exact[0].id, sure: true }
    const [like, another] = names.flatMap((name) => units.filter((unit) => isLike(unit.name, name)))
    return {
      indicatorId: indicator.id,
      written: written ?? null,
      departmentId: like && !another ? like.id : null,
      sure: false,
    }
  })
}

const keyOf = (name: string): string => department(name)?.key ?? ''

const isLike = (one: string, other: string): boolean => {
  const [a, b] = [department(one), department(other)]
  return a !== undefined && b !== undefined && similarDepartments(a, b)
}

/** 指標の担当課の字。「伊万里市 (農業振興課)」からは課の名を取り出す。 */
const writtenNames = ({ content, municipality }: Edition) => {
  const byId = new Map(content.indicators.map((each) => [each.id, each]))
  const projects = new Map(content.projects.map((each) => [each.id, each]))
  const listing = Map.groupBy(
    content.projects.flatMap((project) => project.indicators.map((id) => ({ id, project }))),
    ({ id }) => id,
  )
  const plain = (name: string): string => departmentIn(name, municipality.name) ?? name
  const projectsOf = ({ id, project }: Indicator): readonly Project[] => [
    ...(projects.get(project ?? '') ? [projects.get(project ?? '') as Project] : []),
    ...(listing.get(id) ?? []).map((each) => each.project),
  ]
  const namesOf = (indicator: Indicator, depth = 0): readonly string[] => {
    if (indicator.departments.length > 0) return indicator.departments.map(plain)
    const from = projectsOf(indicator).flatMap(({ implementers }) =>
      implementers.flatMap((name) => departmentIn(name, municipality.name) ?? []),
    )
    if (from.length > 0) return [...new Set(from)]
    const parent = byId.get(indicator.breakdownOf ?? '')
    return parent && depth < 5 ? namesOf(parent, depth + 1) : []
  }
  return (indicator: Indicator) => namesOf(indicator)
}

/** 計画に書かれた課の名の一つ。`own` は、市の課らしい名（外部の団体ではない）。 */
export type WrittenDepartment = { readonly name: string; readonly own: boolean; readonly indicators: number }

/**
 * 計画に出てくる課の名。市の課らしいものが先で、指標の多い順。同じ名の書き違い（字間・全半角）は一つにする。
 * 課のまだない市で、課の一覧を作る元にする。
 */
export const writtenDepartments = (editions: readonly Edition[]): readonly WrittenDepartment[] => {
  const found = new Map<string, { name: string; own: boolean; indicators: number }>()
  const add = (text: string, city: string, indicators: number): void => {
    const read = department(departmentIn(text, city) ?? text)
    if (!read) return
    const known = found.get(read.key)
    if (known) known.indicators += indicators
    else found.set(read.key, { name: read.name, own: departmentIn(text, city) !== undefined, indicators })
  }
  for (const edition of editions) {
    const city = edition.municipality.name
    const namesOf = writtenNames(edition)
    for (const indicator of edition.content.indicators.filter(needsOwner))
      for (const name of namesOf(indicator)) add(name, city, 1)
    for (const { department: name } of edition.content.priorityGoals) add(name, city, 0)
    for (const { implementers } of edition.content.projects)
      for (const name of implementers) if (departmentIn(name, city) !== undefined) add(name, city, 0)
  }
  return [...found.values()].toSorted(
    (a, b) => Number(b.own) - Number(a.own) || b.indicators - a.indicators || a.name.localeCompare(b.name, 'ja'),
  )
}
