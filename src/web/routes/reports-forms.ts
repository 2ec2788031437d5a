import type { Edition } from '#domain/plan/edition.ts'
import type { Problem } from '#domain/problem.ts'
import { alongsideSeenBy } from '#operations/reports/alongside-for.ts'
import type { PdfStandard, ReportChoices, ReportFont, WrittenFormat } from '#operations/reports/choices.ts'
import { dataBeside } from '#operations/reports/data-file.ts'
import { type FormChoice, makeReport, writtenReport } from '#operations/reports/make-report.ts'
import { deleteNamedReport, saveNamedReport } from '#operations/reports/named-reports.ts'
import { printPage } from '#operations/reports/print-page.ts'
import { askForReport } from '#operations/reports/report-files.ts'
import { reportChoiceLists } from '#operations/view-report-choices.ts'
import type { Form } from '../form.ts'
import { type FormView, formPage, type NameGiven } from '../pages/reports/form-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'
import { askedIn, choicesIn, choicesOf, editionOf, formOf, noPlan, whoIn } from './reports-at.ts'

/** 一つの様式の頁と、印刷用の頁、落とすファイル。 */
export const formRoutes: readonly Route[] = [
  ['/:code/plans/:edition/reports/:form', form],
  ['/:code/plans/:edition/reports/:form/print', print],
  ['/:code/plans/:edition/reports/:form/:file{file\\.(?:pdf|xlsx|docx)}', file],
]

/** 名を付けて残す・消す、計画書を作り始める。 */
export const formActs: readonly Act[] = [
  ['/:code/plans/:edition/reports/named/:id/delete', removeName],
  ['/:code/plans/:edition/reports/:form/name', saveName],
  ['/:code/plans/:edition/reports/:form/start', start],
]

async function form(visit: Visit): Promise<Shown> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const view = await viewOf(visit, found, choicesIn(visit))
  const saved = visit.query('saved')?.slice(0, 60)
  return { html: formPage(visit.frame, view, { who: visit.name, name: '', saved }) }
}

type Found = { readonly edition: Edition; readonly form: FormChoice }

/** 訪れた人に見せてよいものを添えて作る。 */
const reportIn = async ({ app, person }: Visit, { edition, form: chosen }: Found, choices: ReportChoices) => {
  const alongside = await alongsideSeenBy(app, person, edition, chosen.name, choices)
  return { report: makeReport(edition, chosen.name, choices, alongside), alongside }
}

const viewOf = async (visit: Visit, found: Found, choices: ReportChoices): Promise<FormView> => {
  const { edition, form: chosen } = found
  const { report, alongside } = await reportIn(visit, found, choices)
  const first = report.ok ? report.value.sections[0] : undefined
  return {
    edition,
    form: chosen,
    choices,
    lists: reportChoiceLists(edition, chosen.name),
    made: report.ok
      ? {
          paper: first?.paper ?? { size: 'A4', orientation: 'portrait' },
          sections: report.value.sections.length,
        }
      : { problem: report.problem },
    data: dataBeside(edition, chosen.name, alongside),
  }
}

async function print(visit: Visit): Promise<Shown> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const { report } = await reportIn(visit, found, choicesIn(visit))
  if (!report.ok) return again(visit, found, choicesIn(visit))
  const { font } = pdfIn(visit)
  const options = { madeAt: visit.app.now().toISOString(), font }
  const page = await printPage(report.value, options, visit.query('part') === 'first')
  return { file: { ...page, bytes: withFonts(page.bytes, visit.frame.fonts) } }
}

/** 見るときだけ、しるべの配る書体を添える（日本語の書体のない機械でも読めるように）。公表して残すものには添えない。 */
const withFonts = (html: Uint8Array, fonts: string): Uint8Array =>
  fonts === ''
    ? html
    : Buffer.from(
        Buffer.from(html).toString('utf8').replace('</head>', `<link rel="stylesheet" href="${fonts}"></head>`),
      )

async function file(visit: Visit): Promise<Shown> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const { report } = await reportIn(visit, found, choicesIn(visit))
  if (!report.ok) return again(visit, found, choicesIn(visit))
  const format = (['pdf', 'xlsx', 'docx'] as const).find((each) => visit.param('file') === `file.${each}`)
  if (!format) return { missing: 'trouble.no-form' }
  const { standard, font } = pdfIn(visit)
  const madeAt = visit.app.now().toISOString()
  return { file: await writtenReport(report.value, format, { madeAt, pdfStandard: standard, font }) }
}

/** この選びでは作れないとき。選びを直せるよう、様式の頁でわけを言う。 */
const again = async (visit: Visit, found: Found, choices: ReportChoices): Promise<Shown> => ({
  html: formPage(visit.frame, await viewOf(visit, found, choices), { who: visit.name, name: '' }),
  status: 422,
})

const pdfIn = (visit: Visit): { readonly standard: PdfStandard; readonly font: ReportFont } => {
  const asked = askedIn(visit)
  const standard = (['ua-1', 'a-2a'] as const).find((each) => each === asked.get('pdf'))
  return { standard: standard ?? 'plain', font: asked.get('font') === 'biz-ud' ? 'biz-ud' : 'noto-sans' }
}

async function saveName(visit: Visit, sent: Form): Promise<Acted> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const { edition, form: chosen } = found
  const [choices, who, name] = [choicesOf(sent), whoIn(sent), sent.text('name')]
  const named = { editionId: edition.id, name, form: chosen.name, choices }
  const saved = await saveNamedReport(visit.app, edition.municipality.code, named, whoIs(visit, who))
  if (!saved.ok) {
    const given: NameGiven = { who, name, refused: saved.problem }
    return { html: formPage(visit.frame, await viewOf(visit, found, choices), given), status: 422 }
  }
  const address = visit.frame.to.reports(edition.municipality.code, edition.id)
  return { see: `${address}#named`, remember: { name: who } }
}

async function removeName(visit: Visit): Promise<Acted> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const code = edition.municipality.code
  const removed = await deleteNamedReport(visit.app, code, visit.param('id'), whoIs(visit, visit.name))
  return removed.ok ? { see: `${visit.frame.to.reports(code, edition.id)}#named` } : { problem: removed.problem }
}

async function start(visit: Visit, sent: Form): Promise<Acted> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const { edition, form: chosen } = found
  const code = edition.municipality.code
  const format: WrittenFormat = (['docx', 'xlsx'] as const).find((each) => each === sent.text('format')) ?? 'pdf'
  const choices = choicesOf(sent)
  const asked = { editionId: edition.id, form: chosen.name, format, choices }
  const begun = await askForReport(visit.app, code, asked, whoIs(visit, visit.name))
  if (begun.ok) return { see: visit.frame.to.reportJob(code, edition.id, begun.value.id) }
  return refusedStart(visit, found, choices, begun.problem)
}

const refusedStart = async (visit: Visit, found: Found, choices: ReportChoices, problem: Problem): Promise<Acted> => {
  const view = await viewOf(visit, found, choices)
  const html = formPage(visit.frame, { ...view, made: { problem } }, { who: visit.name, name: '' })
  return { html, status: 422 }
}
