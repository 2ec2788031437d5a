import { unitNamed } from '#domain/people/named.ts'
import { isValidOn, type OrganisationUnit, treeOn, type UnitLine } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import type { PriorityGoal } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { instructionOwners } from '#domain/plan/instruction-owners.ts'
import { goalsFromPlan, stateFromPlan } from '#domain/priority/carry-over.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted, reachOf } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { yearUndecided } from './sheet-at-hand.ts'

/** 取り込んだ図書の、部局一つ。`unitId` は名の合う課（一つに決まるとき）。`taken` は、もう調書がある。 */
export type PlanDepartment = {
  readonly name: string
  readonly goals: number
  readonly items: number
  readonly instructions: number
  readonly unitId: string | null
  readonly taken: boolean
}

export type PlanToTake = {
  readonly municipality: { readonly code: string; readonly name: string }
  readonly edition: Pick<Edition, 'id' | 'title'>
  readonly year: number
  readonly departments: readonly PlanDepartment[]
  readonly units: readonly UnitLine[]
}

/** 図書の重点目標のいちばん新しい年度。書かれていなければ、計画の初めの年度。 */
export const yearOfGoals = ({ firstYear, content: { priorityGoals } }: Edition): number | null => {
  const years = priorityGoals.flatMap(({ year }) => year ?? [])
  return years.length > 0 ? Math.max(...years) : firstYear
}

const goalsIn = ({ content: { priorityGoals } }: Edition, year: number): readonly PriorityGoal[] =>
  priorityGoals.filter((goal) => goal.year === null || goal.year === year)

/** 取り込んだ重点目標一覧表を調書にするときの、部局ごとの行き先。断る符号: `not-permitted`・`priority-year.plan-absent`。 */
export const planToTake = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
): Promise<Result<PlanToTake>> => {
  const allowed = permitted(person, 'priority-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.read(
    code,
    async (tx): Promise<Result<PlanToTake>> => {
      const edition = await tx.editions.get(editionId)
      const year = edition && yearOfGoals(edition)
      if (!edition || year === null || year === undefined || edition.content.priorityGoals.length === 0)
        return refused('priority-year.plan-absent')
      const units = treeOn(await tx.organisation.units(), today)
      const sheets = await tx.prioritySheets.ofYear(year)
      const owned = instructionOwners(edition.content)
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        edition,
        year,
        units,
        departments: [...Map.groupBy(goalsIn(edition, year), ({ department }) => department)].map(([name, goals]) => {
          const named = unitNamed(units, name)
          const unitId = typeof named === 'string' ? null : named.id
          return {
            name,
            goals: goals.length,
            items: goals.reduce((sum, { items }) => sum + items.length, 0),
            instructions: owned.filter((each) => each.department === name).length,
            unitId,
            taken: sheets.some(({ departmentId }) => departmentId === unitId),
          }
        }),
      })
    },
    reachOf(person),
  )
}

/** 部局の名から、調書を置く課の id。選ばれていない部局は取り込まない。 */
export type PlanChoices = ReadonlyMap<string, string>

export type PlanTaken = { readonly year: number; readonly sheets: number; readonly instructions: number }

/**
 * 取り込んだ重点目標一覧表を、生きている調書にする。目標・項目・期限と数値目標・進捗（中間の報告になる）・市長指示事項。
 * 図書は、そのまま残る。断る符号: `not-permitted`・`priority-year.plan-absent`・`priority-year.nothing-chosen`・
 * `priority-year.department-gone`・`priority-year.sheet-exists`・`priority-year.department-twice`。
 */
export const takeFromPlan = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
  choices: PlanChoices,
): Promise<Result<PlanTaken>> => {
  const allowed = permitted(person, 'priority-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<PlanTaken>> => {
    const edition = await tx.editions.get(editionId)
    const year = edition && yearOfGoals(edition)
    if (!edition || year === null || year === undefined) return refused('priority-year.plan-absent')
    const chosen = [...Map.groupBy(goalsIn(edition, year), ({ department }) => department)].flatMap(([name, goals]) => {
      const departmentId = choices.get(name) ?? ''
      return departmentId === '' ? [] : [{ name, goals, departmentId }]
    })
    const units = await tx.organisation.units()
    const wrong = await whyNot(tx, chosen, units, year, today)
    if (wrong) return wrong
    if (!(await tx.priorityYears.get(year))) await tx.priorityYears.put(yearUndecided(year))
    const owned = instructionOwners(edition.content)
    let told = 0
    for (const { name, goals, departmentId } of chosen) {
      const texts = owned.filter(({ department }) => department === name).map(({ text }) => text)
      await takeOne(tx, app, { departmentId, goals, texts, year, by: storable(person.name) })
      told += texts.length
    }
    return done({ year, sheets: chosen.length, instructions: told })
  })
}

type Chosen = { readonly name: string; readonly goals: readonly PriorityGoal[]; readonly departmentId: string }

const whyNot = async (
  tx: WriteTransaction,
  chosen: readonly Chosen[],
  units: readonly OrganisationUnit[],
  year: number,
  today: string,
) => {
  if (chosen.length === 0) return refused('priority-year.nothing-chosen')
  const sheets = await tx.prioritySheets.ofYear(year)
  for (const { departmentId } of chosen) {
    const unit = units.find(({ id }) => id === departmentId)
    if (!unit || !isValidOn(unit, today))
      return refused('priority-year.department-gone', { name: unit?.name ?? departmentId })
    if (sheets.some((sheet) => sheet.departmentId === departmentId))
      return refused('priority-year.sheet-exists', { name: unit.name, year: fiscalYearInWords({ startYear: year }) })
    if (chosen.filter((each) => each.departmentId === departmentId).length > 1)
      return refused('priority-year.department-twice', { name: unit.name })
  }
  return undefined
}

const takeOne = async (
  tx: WriteTransaction,
  { newId, now }: Pick<App, 'newId' | 'now'>,
  given: {
    readonly departmentId: string
    readonly goals: readonly PriorityGoal[]
    readonly texts: readonly string[]
    readonly year: number
    readonly by: string
  },
): Promise<void> => {
  const { departmentId, texts, year, by } = given
  const goals = goalsFromPlan(given.goals, year, newId, { at: now().toISOString(), by })
  const id = newId()
  await tx.prioritySheets.add({ id, departmentId, year, goals, state: stateFromPlan(goals, texts.length) })
  for (const text of texts)
    await tx.instructions.add({
      id: newId(),
      departmentId,
      year,
      sheetId: id,
      goalId: null,
      itemId: null,
      stage: 'interim',
      text,
      dueOn: null,
    })
}
