import { type Department, department as departmentOf } from '#domain/people/department.ts'
import { departmentIn } from '#domain/people/implementer.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { PriorityGoal } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { type IndicatorLine, latestLines } from './view-plan.ts'
import { type ProjectRow, projectRows } from './view-projects-rows.ts'

/** 一つの計画の中で、その課のもの。 */
export type DepartmentPlan = {
  readonly edition: Edition
  readonly lines: readonly IndicatorLine[]
  readonly goals: readonly PriorityGoal[]
  readonly projects: readonly ProjectRow[]
}

/** 担当課一つの数。指標は一度だけ数える行（再掲・内訳を除く）、事業は同じものを一つに。 */
export type DepartmentSummary = Department & {
  readonly indicators: number
  readonly behind: number
  readonly missing: number
  readonly goals: number
  readonly projects: number
}

export type DepartmentsView = {
  readonly municipality: Municipality
  readonly departments: readonly DepartmentSummary[]
  /** 担当課の書かれていない指標の数。 */
  readonly unowned: number
}

export type DepartmentView = {
  readonly municipality: Municipality
  readonly department: DepartmentSummary
  readonly plans: readonly DepartmentPlan[]
  /** 名のよく似た課（片方がもう片方を含む）。同じ課かどうかは人が決める。 */
  readonly similar: readonly Department[]
}

type Holding = { readonly department: Department; readonly plan: DepartmentPlan }

// 版は値であり変わらないので、同じ版のまとめは一度でよい。
const held = new WeakMap<Edition, readonly Holding[]>()

/** 計画一つの中身を、担当課ごとに分ける。 */
const holdingsOf = (edition: Edition): readonly Holding[] => {
  const known = held.get(edition)
  if (known) return known
  const lines = latestLines(edition)
  const projects = projectRows(edition, undefined, true)
  const named = new Map(namesIn(edition, projects).map((each) => [each.key, each]))
  const holdings = [...named.values()].map((each) => ({
    department: each,
    plan: planOf(edition, lines, projects, each),
  }))
  held.set(edition, holdings)
  return holdings
}

const namesIn = (edition: Edition, projects: readonly ProjectRow[]): readonly Department[] =>
  [
    ...edition.content.indicators.flatMap(({ departments }) => departments),
    ...edition.content.priorityGoals.map(({ department }) => department),
    ...projects.flatMap(({ bodies }) => bodies.flatMap((body) => departmentIn(body, edition.municipality.name) ?? [])),
  ].flatMap((name) => departmentOf(name) ?? [])

const isOf =
  ({ key }: Department) =>
  (name: string): boolean =>
    departmentOf(name)?.key === key

const planOf = (
  edition: Edition,
  lines: readonly IndicatorLine[],
  projects: readonly ProjectRow[],
  its: Department,
): DepartmentPlan => ({
  edition,
  lines: lines.filter(({ indicator }) => indicator.departments.some(isOf(its))),
  goals: edition.content.priorityGoals.filter(({ department }) => isOf(its)(department)),
  projects: projects.filter(({ bodies }) => bodies.some(isOf(its))),
})

/** 担当課の一覧。初めに出てきた順。 */
export const departmentsView = (municipality: Municipality, editions: readonly Edition[]): DepartmentsView => {
  const all = Map.groupBy(editions.flatMap(holdingsOf), ({ department }) => department.key)
  return {
    municipality,
    departments: [...all.values()].map(summaryOf),
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
  return {
    ...first.department,
    indicators: counted.length,
    behind: counted.filter(({ now }) => now?.standing === 'behind').length,
    missing: counted.filter(isMissing).length,
    goals: plans.flatMap(({ goals }) => goals).length,
    projects: plans.flatMap(({ projects }) => projects).length,
  }
}

/** その年度の実績に、何も書かれていない行か。 */
export const isMissing = ({ now }: IndicatorLine): boolean =>
  now?.achievement.kind === 'none' && now.achievement.why === 'no-actual'

/** 担当課一つ。字間や全角・半角の違いは問わない。ない課なら undefined。 */
export const departmentView = (
  municipality: Municipality,
  editions: readonly Edition[],
  name: string,
): DepartmentView | undefined => {
  const asked = departmentOf(name)
  const all = editions.flatMap(holdingsOf)
  const own = all.filter(({ department }) => department.key === asked?.key)
  if (!asked || own.length === 0) return undefined
  const others = new Map(all.map(({ department }) => [department.key, department]))
  return {
    municipality,
    department: summaryOf(own),
    plans: own.map(({ plan }) => plan),
    similar: [...others.values()].filter(
      ({ key }) => key !== asked.key && (key.includes(asked.key) || asked.key.includes(key)),
    ),
  }
}
