import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { Alongside } from '#reports/alongside.ts'
import { ordinaryChoices } from '#reports/choices.ts'
import { type DataFile, dataFiles } from '#reports/data/data-files.ts'
import { instructionList } from '#reports/forms/instruction-list/instruction-list.ts'
import type { App } from '../app.ts'
import { reachOf } from '../people/acting-person.ts'
import { type WrittenFile, writtenReport } from '../reports/make-report.ts'
import { type PrintPage, printPage } from '../reports/print-page.ts'
import { priorityEdition } from './priority-edition.ts'
import { type InstructionsAsked, type InstructionsView, instructionsView } from './view-instructions.ts'

/** 対応状況一覧のファイルの形。csv と json は、機械可読なデータ。 */
export const instructionFormats = ['pdf', 'xlsx', 'docx', 'csv', 'json'] as const
export type InstructionFormat = (typeof instructionFormats)[number]

/** 頁の絞り込みのままの対応状況一覧を、版の形に。 */
const listed = async (app: App, person: Person, code: string, asked: InstructionsAsked) => {
  const view = await instructionsView(app, person, code, asked)
  if (!view.ok) return view
  const { lines, municipality } = view.value
  const edition = priorityEdition(municipality, titleOf(view.value), yearsOf(view.value))
  if (lines.length === 0) return refused('report-no-instructions', { plan: edition.title })
  return done({ edition, alongside: await alongsideOf(app, person, code, view.value) })
}

/** 「令和8年度 市長指示事項」。年度で絞っていなければ「市長指示事項」。 */
const titleOf = ({ filter }: InstructionsView): string =>
  filter.year === null ? '市長指示事項' : `${fiscalYearInWords({ startYear: filter.year })} 市長指示事項`

const yearsOf = ({ lines, thisYear }: InstructionsView) => {
  const years = [thisYear, ...lines.map(({ instruction }) => instruction.year)]
  return { first: Math.min(...years), last: Math.max(...years) }
}

const alongsideOf = (app: App, person: Person, code: string, { lines, today }: InstructionsView): Promise<Alongside> =>
  app.store.read(
    code,
    async (tx) => ({
      instructions: {
        instructions: lines.map(({ instruction }) => instruction),
        steps: await tx.instructions.steps(lines.map(({ instruction }) => instruction.id)),
        departments: new Map(lines.map(({ instruction, department }) => [instruction.departmentId, department])),
        today,
      },
    }),
    reachOf(person),
  )

const reportIn = async (app: App, person: Person, code: string, asked: InstructionsAsked) => {
  const found = await listed(app, person, code, asked)
  if (!found.ok) return found
  return instructionList.make(found.value.edition, ordinaryChoices, found.value.alongside)
}

/**
 * 対応状況一覧のファイル。断る符号: `not-permitted`・`report-no-instructions`。
 *
 * @example await instructionFile(app, person, '202037', { state: 'all' }, 'xlsx')
 */
export const instructionFile = async (
  app: App,
  person: Person,
  code: string,
  asked: InstructionsAsked,
  format: InstructionFormat,
): Promise<Result<WrittenFile | DataFile>> => {
  if (format === 'csv' || format === 'json') return dataOf(app, person, code, asked, format)
  const report = await reportIn(app, person, code, asked)
  if (!report.ok) return report
  return done(await writtenReport(report.value, format, { madeAt: app.now().toISOString() }))
}

const dataOf = async (
  app: App,
  person: Person,
  code: string,
  asked: InstructionsAsked,
  format: 'csv' | 'json',
): Promise<Result<DataFile>> => {
  const found = await listed(app, person, code, asked)
  if (!found.ok) return found
  const files = await dataFiles(found.value.edition, ['instructions'], format, found.value.alongside)
  if (!files.ok) return files
  const [file] = files.value
  return file ? done(file) : refused('report-no-instructions', { plan: found.value.edition.title })
}

/** 対応状況一覧の、印刷のできる一枚。 */
export const instructionsPrintPage = async (
  app: App,
  person: Person,
  code: string,
  asked: InstructionsAsked,
): Promise<Result<PrintPage>> => {
  const report = await reportIn(app, person, code, asked)
  return report.ok ? done(await printPage(report.value, { madeAt: app.now().toISOString() })) : report
}
