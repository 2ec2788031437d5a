import { isValidOn, type OrganisationUnit } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import { heirsOn } from '#domain/people/response-moves.ts'
import { carriedOver } from '#domain/priority/carry-over.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { readPriorityYear, type TypedPriorityYear } from '#domain/priority/read-year.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'

/** 年の決めと、調書を作る部局。`carryOver` なら、前の年度の目標を写して始める。 */
export type YearOpening = TypedPriorityYear & {
  readonly year: number
  readonly revision: number
  readonly departmentIds: readonly string[]
  readonly carryOver: boolean
}

export type YearOpened = { readonly made: number; readonly carried: number }

/**
 * 重点目標の年を開く。もう開いている年では、締切を改め、調書のない部局に調書を足す（ある部局のものには触れない）。
 * 断る符号: `not-permitted`・`priority-year.year-unreadable`・`priority-year.day-unreadable`・`priority-year.days-backwards`・
 * `priority-year.department-gone`・`priority-year.year-changed-meanwhile`。
 */
export const openPriorityYear = async (
  app: App,
  person: Person,
  code: string,
  given: YearOpening,
): Promise<Result<YearOpened>> => {
  const allowed = permitted(person, 'priority-manage')
  if (!allowed.ok) return allowed
  const { year, revision } = given
  if (!Number.isInteger(year) || year < 1989 || year > 2200) return refused('priority-year.year-unreadable')
  const { value, troubles } = readPriorityYear(given, year, revision)
  const [trouble] = troubles
  if (trouble) return { ok: false, problem: trouble }
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<YearOpened>> => {
    const units = await tx.organisation.units()
    const gone = given.departmentIds.find((id) => !units.some((unit) => unit.id === id && isValidOn(unit, today)))
    if (gone !== undefined)
      return refused('priority-year.department-gone', { name: units.find(({ id }) => id === gone)?.name ?? gone })
    if (!(await tx.priorityYears.put(value))) return refused('priority-year.year-changed-meanwhile')
    return done(await addSheets(tx, app, given, units, today))
  })
}

const addSheets = async (
  tx: WriteTransaction,
  { newId }: Pick<App, 'newId'>,
  { year, departmentIds, carryOver }: YearOpening,
  units: readonly OrganisationUnit[],
  today: string,
): Promise<YearOpened> => {
  const existing = new Set((await tx.prioritySheets.ofYear(year)).map(({ departmentId }) => departmentId))
  const before = carryOver ? await tx.prioritySheets.ofYear(year - 1) : []
  let [made, carried] = [0, 0]
  for (const departmentId of new Set(departmentIds)) {
    if (existing.has(departmentId)) continue
    const last = before.find((sheet) => followsTo(sheet, departmentId, units, today))
    const goals = last ? carriedOver(last.goals, year, newId) : []
    await tx.prioritySheets.add({ id: newId(), departmentId, year, goals })
    made += 1
    if (goals.length > 0) carried += 1
  }
  return { made, carried }
}

/** その調書の仕事を、その部局が（主に）引き継いでいるか。 */
const followsTo = (
  { departmentId }: PrioritySheet,
  to: string,
  units: readonly OrganisationUnit[],
  today: string,
): boolean => departmentId === to || heirsOn(units, departmentId, today)[0] === to
