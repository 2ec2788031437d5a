import { type OrganisationUnit, treeOn, type UnitLine } from '#domain/people/organisation.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { inOrganisationOrder } from '#domain/priority/in-organisation-order.ts'
import type { Instruction } from '#domain/priority/instruction.ts'
import { isPastDue } from '#domain/priority/instruction-flow.ts'
import { itemGrades } from '#domain/priority/item-grades.ts'
import { heirsOfVanished } from '#domain/priority/open-instructions.ts'
import type { PrioritySheet, PriorityYear } from '#domain/priority/priority-sheet.ts'
import { usualPriorityYear } from '#domain/priority/read-year.ts'
import { isLate, type SheetCounts, sheetCounts, sheetDue } from '#domain/priority/sheet-facts.ts'
import { done, type Result } from '#domain/problem.ts'
import { daysBetween } from '#domain/year/calendar.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { yearUndecided } from './sheet-at-hand.ts'
import { yearOfGoals } from './take-from-plan.ts'

type Municipality = { readonly code: string; readonly name: string }

/** 部局の一行。`heirs` は、部局がもうなければ、引き継いだ部局の名（あれば null）。 */
export type SheetLine = {
  readonly sheet: PrioritySheet
  readonly department: string
  readonly heirs: readonly string[] | null
  readonly counts: SheetCounts
  readonly due: string | null
  readonly left: number | null
  readonly late: boolean
  /** まだ終わらない市長指示と、そのうち期限を過ぎたもの。 */
  readonly openInstructions: number
  readonly overdueInstructions: number
}

/** 年の頁。 */
export type PriorityYearView = {
  readonly municipality: Municipality
  readonly today: string
  readonly year: PriorityYear
  readonly opened: boolean
  readonly lines: readonly SheetLine[]
  /** 調書のない課（企画課だけに見せる）。 */
  readonly without: readonly UnitLine[]
  readonly units: readonly UnitLine[]
  readonly mayManage: boolean
  /** 前の年度に調書があるか（写して始められる）。 */
  readonly carriable: boolean
}

/** 年の一覧の一行。 */
export type PriorityYearsView = {
  readonly municipality: Municipality
  readonly thisYear: number
  readonly years: readonly {
    readonly year: PriorityYear
    readonly sheets: number
    readonly closed: number
    readonly counts: SheetCounts
  }[]
  /** 図書から取り込んだ重点目標。 */
  readonly plans: readonly {
    readonly id: string
    readonly title: string
    readonly year: number | null
    /** どの部局のものも、もう調書になっているか。 */
    readonly taken: boolean
  }[]
  readonly mayManage: boolean
}

/** 重点目標の年の一覧。断る符号: `not-permitted`。 */
export const priorityYearsView = async (
  { store, now }: App,
  person: Person,
  code: string,
  editions: readonly Edition[],
): Promise<Result<PriorityYearsView>> => {
  const allowed = permitted(person, 'priority-read')
  if (!allowed.ok) return allowed
  return store.read(
    code,
    async (tx) => {
      const years: PriorityYearsView['years'][number][] = []
      for (const year of await tx.priorityYears.list()) {
        const sheets = await tx.prioritySheets.ofYear(year.year)
        years.push({
          year,
          sheets: sheets.length,
          closed: sheets.filter(({ state }) => state === 'closed').length,
          counts: sheetCounts({ goals: sheets.flatMap(({ goals }) => goals) }, itemGrades),
        })
      }
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        thisYear: fiscalYearOf(dayInJapan(now())).startYear,
        years,
        plans: editions
          .filter(({ content }) => content.priorityGoals.length > 0)
          .map((edition) => {
            const year = yearOfGoals(edition)
            const departments = new Set(edition.content.priorityGoals.map(({ department }) => department)).size
            const made = years.find((each) => each.year.year === year)?.sheets ?? 0
            return { id: edition.id, title: edition.title, year, taken: made >= departments }
          }),
        mayManage: permits(person, 'priority-manage'),
      })
    },
    reachOf(person),
  )
}

/** 一つの年の、部局すべて（課の人には自分の部局だけ）。木の並びで、もうない部局は後ろに。 */
export const priorityYearView = async (
  { store, now }: App,
  person: Person,
  code: string,
  asked: number,
): Promise<Result<PriorityYearView>> => {
  const allowed = permitted(person, 'priority-read')
  if (!allowed.ok) return allowed
  return store.read(
    code,
    async (tx) => {
      const today = dayInJapan(now())
      const known = await tx.priorityYears.get(asked)
      const sheets = await tx.prioritySheets.ofYear(asked)
      const opened = known !== undefined || sheets.length > 0
      const year = known ?? (opened ? yearUndecided(asked) : usualPriorityYear(asked, today))
      const all = await tx.organisation.units()
      const units = treeOn(all, today)
      const instructions = await tx.instructions.of({ open: true })
      const lines = inOrganisationOrder(sheets, units).map((sheet) =>
        sheetLine(sheet, { year, units: all, today, instructions }),
      )
      const mayManage = permits(person, 'priority-manage')
      return done({
        municipality: { code, name: (await tx.name()) ?? code },
        today,
        year,
        opened,
        lines,
        units,
        without: mayManage
          ? units.filter(({ unit }) => !sheets.some(({ departmentId }) => departmentId === unit.id))
          : [],
        mayManage,
        carriable: mayManage && (await tx.prioritySheets.ofYear(asked - 1)).length > 0,
      })
    },
    reachOf(person),
  )
}

type Around = {
  readonly year: PriorityYear
  readonly units: readonly OrganisationUnit[]
  readonly today: string
  /** まだ終わらない指示。 */
  readonly instructions: readonly Instruction[]
}

/** 部局の一行。市長指示は、何年度のものでも、終わるまで数える。 */
export const sheetLine = (sheet: PrioritySheet, { year, units, today, instructions }: Around): SheetLine => {
  const due = sheetDue(sheet.state, year)
  const own = instructions.filter(({ departmentId }) => departmentId === sheet.departmentId)
  return {
    sheet,
    department: units.find(({ id }) => id === sheet.departmentId)?.name ?? '―',
    heirs: heirNames(units, sheet.departmentId, today),
    counts: sheetCounts(sheet, itemGrades),
    due,
    left: due === null ? null : daysBetween(today, due),
    late: isLate(due, today),
    openInstructions: own.length,
    overdueInstructions: own.filter((each) => isPastDue(each, today)).length,
  }
}

const heirNames = (units: readonly OrganisationUnit[], id: string, today: string): readonly string[] | null => {
  const heirs = heirsOfVanished(units, id, today)
  return heirs?.flatMap((heir) => units.find((unit) => unit.id === heir)?.name ?? []) ?? null
}
