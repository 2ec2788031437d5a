import { type Standing, standings } from '#domain/indicator/standing.ts'
import { type Department, department as departmentOf, similarDepartments } from '#domain/people/department.ts'
import { departmentIn } from '#domain/people/implementer.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { PriorityGoal } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { type CityProject, cityProjects } from './city-projects.ts'
import { type Missing, missingIn, whyMissing } from './missing.ts'
import { type Counts, countOf, type IndicatorLine, latestLines } from './view-plan.ts'

/** 一つの計画の中で、その課のもの。状態は、その計画の値のあるいちばん新しい年度のもの。 */
export type DepartmentPlan = {
  readonly edition: Edition
  /** 値のあるいちばん新しい年度。まだ実績がなければ null。 */
  readonly year: number | null
  /** 担当課に名の書かれた指標。 */
  readonly lines: readonly IndicatorLine[]
  /** 担当する事業の指標（担当課に名のあるものを除く）。 */
  readonly related: readonly IndicatorLine[]
  readonly missing: readonly Missing[]
  readonly goals: readonly PriorityGoal[]
  readonly projects: readonly CityProject[]
}

/** 担当課一つの数。指標は一度だけ数える行（再掲・内訳を除く）、事業は同じものを一つに。 */
export type DepartmentSummary = Department & {
  readonly indicators: number
  readonly counts: Counts
  readonly missing: number
  readonly related: number
  readonly goals: number
  readonly projects: number
}

export type DepartmentsView = {
  readonly municipality: Municipality
  readonly departments: readonly DepartmentSummary[]
  /** 名のよく似た課の組。 */
  readonly similar: readonly (readonly [Department, Department])[]
  /** 担当課の書かれていない指標の数。 */
  readonly unowned: number
}

/** 絞り込み。`plan` は版の id、`standing` は状態か、値のないもの（missing）。 */
export type DepartmentFilter = { readonly plan?: string | undefined; readonly standing?: string | undefined }

export type DepartmentView = {
  readonly municipality: Municipality
  readonly department: DepartmentSummary
  readonly plans: readonly DepartmentPlan[]
  /** その課の載っているすべての計画（選び欄に並べる）。 */
  readonly choices: readonly Edition[]
  readonly filter: { readonly plan: string | undefined; readonly standing: Standing | 'missing' | undefined }
  readonly similar: readonly Department[]
}

type Holding = { readonly department: Department; readonly plan: DepartmentPlan }

// 版は値であり変わらないので、同じ版のまとめは一度でよい。
const held = new WeakMap<Edition, readonly Holding[]>()

/** 計画一つの中身を、担当課ごとに分ける。 */
const holdingsOf = (edition: Edition): readonly Holding[] => {
  const known = held.get(edition)
  if (known) return known
  const projects = cityProjects(edition)
  const named = new Map<string, Department>()
  for (const each of namesIn(edition, projects)) if (!named.has(each.key)) named.set(each.key, each)
  const planOf = planMaker(edition, projects)
  const holdings = [...named.values()].map((each) => ({ department: each, plan: planOf(each) }))
  held.set(edition, holdings)
  return holdings
}

const namesIn = ({ content, municipality }: Edition, projects: readonly CityProject[]): readonly Department[] =>
  [
    ...content.indicators.flatMap(({ departments }) => departments),
    ...content.priorityGoals.map(({ department }) => department),
    ...projects.flatMap(({ row }) => row.bodies.flatMap((body) => departmentIn(body, municipality.name) ?? [])),
  ].flatMap((name) => departmentOf(name) ?? [])

const isOf =
  ({ key }: Department) =>
  (name: string): boolean =>
    departmentOf(name)?.key === key

const planMaker = (edition: Edition, projects: readonly CityProject[]) => {
  const all = latestLines(edition)
  const lineOf = new Map(all.map((line) => [line.indicator.id, line]))
  const year = reckon(edition).figured.at(-1) ?? null
  return (its: Department): DepartmentPlan => {
    const isIts = isOf(its)
    const lines = all.filter(({ indicator }) => indicator.departments.some(isIts))
    const own = projects.filter(({ row }) => row.bodies.some(isIts))
    const served = new Set(own.flatMap(({ indicators }) => indicators.map(({ id }) => id)))
    for (const { indicator } of lines) served.delete(indicator.id)
    return {
      edition,
      year,
      lines,
      related: [...served].flatMap((id) => lineOf.get(id) ?? []),
      missing: year === null ? [] : missingIn(lines),
      goals: edition.content.priorityGoals.filter(({ department }) => isIts(department)),
      projects: own,
    }
  }
}

/** 新しい計画から。 */
const holdingsIn = (editions: readonly Edition[]): readonly Holding[] =>
  editions.toSorted((a, b) => (b.lastYear ?? 0) - (a.lastYear ?? 0)).flatMap(holdingsOf)

/** 担当課の一覧。初めに出てきた順。 */
export const departmentsView = (municipality: Municipality, editions: readonly Edition[]): DepartmentsView => {
  const all = Map.groupBy(holdingsIn(editions), ({ department }) => department.key)
  const departments = [...all.values()].map(summaryOf)
  return {
    municipality,
    departments,
    similar: departments.flatMap((one, index) =>
      departments
        .slice(index + 1)
        .filter((other) => similarDepartments(one, other))
        .map((other) => [one, other] as const),
    ),
    unowned: editions
      .flatMap(({ content }) => content.indicators)
      .filter((indicator) => countsOnce(indicator) && indicator.departments.length === 0).length,
  }
}

const summaryOf = (holdings: readonly Holding[]): DepartmentSummary => {
  const plans = holdings.map(({ plan }) => plan)
  const counted = plans.flatMap(({ lines }) => lines).filter(({ indicator }) => countsOnce(indicator))
  const [first] = holdings
  if (!first) throw new Error('a department is held by at least one plan')
  const sum = (count: (plan: DepartmentPlan) => number) => plans.reduce((total, plan) => total + count(plan), 0)
  return {
    ...first.department,
    indicators: counted.length,
    counts: countOf(counted),
    missing: sum(({ missing }) => missing.reduce((total, { indicators }) => total + indicators.length, 0)),
    related: sum(({ related }) => related.length),
    goals: sum(({ goals }) => goals.length),
    projects: sum(({ projects }) => projects.length),
  }
}

/** 担当課一つ。字間や全角・半角の違いは問わない。ない課なら undefined。 */
export const departmentView = (
  municipality: Municipality,
  editions: readonly Edition[],
  name: string,
  asked: DepartmentFilter = {},
): DepartmentView | undefined => {
  const its = departmentOf(name)
  const all = holdingsIn(editions)
  const own = all.filter(({ department }) => department.key === its?.key)
  if (!its || own.length === 0) return undefined
  const choices = own.map(({ plan }) => plan.edition)
  const filter = {
    plan: choices.find(({ id }) => id === asked.plan)?.id,
    standing: asked.standing === 'missing' ? ('missing' as const) : standings.find((each) => each === asked.standing),
  }
  const others = new Map(all.map(({ department }) => [department.key, department]))
  return {
    municipality,
    department: summaryOf(own),
    plans: own.flatMap(({ plan }) =>
      filter.plan === undefined || plan.edition.id === filter.plan ? [filtered(plan, filter.standing)] : [],
    ),
    choices,
    filter,
    similar: [...others.values()].filter((each) => similarDepartments(each, its)),
  }
}

/** 状態で絞ると、指標だけになる。 */
const filtered = (plan: DepartmentPlan, standing: Standing | 'missing' | undefined): DepartmentPlan => {
  if (standing === undefined) return plan
  const keeps = ({ now }: IndicatorLine) =>
    standing === 'missing'
      ? now !== undefined && whyMissing(now.actual) !== null
      : (now?.standing ?? 'not-judged') === standing
  return {
    ...plan,
    lines: plan.lines.filter(keeps),
    related: plan.related.filter(keeps),
    missing: [],
    goals: [],
    projects: [],
  }
}
