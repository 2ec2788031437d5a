import { treeOn } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { type SheetStage, sheetsAsContent } from '#domain/priority/sheets-as-content.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { Alongside } from '#reports/alongside.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { priorityGoals } from '#reports/forms/priority-goals/priority-goals.ts'
import type { Report } from '#reports/report.ts'
import type { WrittenFormat } from '#reports/writers/writer.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { fileStem, type WrittenFile, writtenReport } from '../reports/make-report.ts'
import { type PrintPage, printPage } from '../reports/print-page.ts'

export type { SheetStage } from '#domain/priority/sheets-as-content.ts'

import { priorityEdition } from './priority-edition.ts'

/** どの年の、どの部局（id。渡さなければ見える部局すべて）の、どの段の調書か。 */
export type AskedSheets = {
  readonly year: number
  readonly departmentId?: string | undefined
  readonly stage: SheetStage
}

/** 調書を版の形にしたもの。題は「令和8年度重点目標」で、図書の出典はない。 */
export type SheetsAsEdition = {
  readonly edition: Edition
  readonly alongside: Alongside
  readonly names: readonly string[]
}

/** 取引の中で、調書を版の形にする。調書がなければ `priority-year.no-sheets`。 */
export const sheetsAsEdition = async (
  tx: ReadTransaction,
  { year, departmentId, stage }: AskedSheets,
  today: string,
): Promise<Result<SheetsAsEdition>> => {
  const all = await tx.prioritySheets.ofYear(year)
  const sheets = all.filter((sheet) => departmentId === undefined || sheet.departmentId === departmentId)
  const written = sheets.filter(({ goals }) => goals.length > 0)
  if (written.length === 0) return refused('priority-year.no-sheets', { year: fiscalYearInWords({ startYear: year }) })
  const departments = await departmentNames(tx, written, today)
  const given = await tx.instructions.of({ year })
  const instructions = given.filter((each) => departmentId === undefined || each.departmentId === departmentId)
  const steps = await tx.instructions.steps(instructions.map(({ id }) => id))
  const edition = priorityEdition(
    { code: tx.municipality, name: (await tx.name()) ?? tx.municipality },
    `${fiscalYearInWords({ startYear: year })}重点目標`,
    { first: year, last: year },
    sheetsAsContent(written, instructions, departments, stage),
  )
  return done({
    edition,
    alongside: { sheets: written, instructions: { instructions, steps, departments } },
    names: written.map((sheet) => departments.get(sheet.departmentId) ?? ''),
  })
}

/** 部局の名を、いまの木の並びで。もうない部局は後ろに。 */
const departmentNames = async (
  tx: ReadTransaction,
  sheets: readonly PrioritySheet[],
  today: string,
): Promise<ReadonlyMap<string, string>> => {
  const units = await tx.organisation.units()
  const ordered = [...treeOn(units, today).map(({ unit }) => unit), ...units]
  const wanted = new Set(sheets.map((sheet) => sheet.departmentId))
  return new Map(ordered.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]))
}

const reportIn = async (
  { store, now }: App,
  person: Person,
  code: string,
  asked: AskedSheets,
): Promise<Result<{ readonly report: Report; readonly stem: string }>> => {
  const allowed = permitted(person, 'priority-read')
  if (!allowed.ok) return allowed
  const found = await store.read(code, (tx) => sheetsAsEdition(tx, asked, dayInJapan(now())), reachOf(person))
  if (!found.ok) return found
  const { edition, alongside, names } = found.value
  const report = priorityGoals.make(edition, { ...ordinaryChoices, stage: asked.stage, year: asked.year }, alongside)
  if (!report.ok) return report
  const whose = names.length === 1 ? `_${names[0]}` : ''
  const year = fiscalYearInWords({ startYear: asked.year })
  const stem = fileStem({ ...report.value, municipality: `${report.value.municipality}_${year}${whose}` })
  return done({ report: report.value, stem })
}

/**
 * 調書を、重点目標一覧表・中間報告調書・期末報告調書のファイルに。
 * 断る符号: `not-permitted`・`priority-year.no-sheets`。
 *
 * @example await sheetsFile(app, person, '202037', { year: 2026, stage: 'interim' }, 'xlsx')
 */
export const sheetsFile = async (
  app: App,
  person: Person,
  code: string,
  asked: AskedSheets,
  format: Exclude<WrittenFormat, 'html'>,
): Promise<Result<WrittenFile>> => {
  const made = await reportIn(app, person, code, asked)
  if (!made.ok) return made
  const file = await writtenReport(made.value.report, format, { madeAt: app.now().toISOString() })
  return done({ ...file, fileName: `${made.value.stem}.${format}` })
}

/** 調書の、印刷のできる一枚。 */
export const sheetsPrintPage = async (
  app: App,
  person: Person,
  code: string,
  asked: AskedSheets,
): Promise<Result<PrintPage>> => {
  const made = await reportIn(app, person, code, asked)
  return made.ok ? done(await printPage(made.value.report, { madeAt: app.now().toISOString() })) : made
}
