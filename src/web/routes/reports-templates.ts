import type { Edition } from '#domain/plan/edition.ts'
import { refused } from '#domain/problem.ts'
import { isReportName, type ReportChoices } from '#operations/reports/choices.ts'
import {
  deleteTemplate,
  filledTemplate,
  keepTemplate,
  keptTemplate,
  keptTemplates,
  originalTemplate,
  starterFile,
} from '#operations/reports/templates.ts'
import { reportChoiceLists } from '#operations/view-report-choices.ts'
import type { Form } from '../form.ts'
import { type TemplateView, templatePage } from '../pages/reports/template-page.tsx'
import { type TemplateGiven, templatesPage } from '../pages/reports/templates-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'
import { choicesIn, editionOf, noForm, noPlan, whoIn } from './reports-at.ts'

/** 市の様式の一覧、一つの様式、値を入れたファイル、預けたままのファイル。 */
export const templateRoutes: readonly Route[] = [
  ['/:code/plans/:edition/reports/templates', list],
  ['/:code/plans/:edition/reports/templates/:id', one],
  ['/:code/plans/:edition/reports/templates/:id/filled', filled],
  ['/:code/plans/:edition/reports/templates/:id/original', original],
  ['/:code/plans/:edition/reports/starters/:file{[a-z-]+\\.(?:xlsx|docx)}', starter],
]

export const templateActs: readonly Act[] = [
  ['/:code/plans/:edition/reports/templates', upload, tooLarge],
  ['/:code/plans/:edition/reports/templates/:id/delete', remove],
]

const noTemplate: Shown = { missing: 'trouble.no-template' }

const listWith = async (visit: Visit, edition: Edition, given: TemplateGiven): Promise<string> =>
  templatesPage(visit.frame, { edition, templates: await keptTemplates(visit.app, edition.municipality.code) }, given)

async function list(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  return edition ? { html: await listWith(visit, edition, { who: visit.name, name: '' }) } : noPlan
}

async function one(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const view = await viewOf(visit, edition, choicesIn(visit))
  return view ? { html: templatePage(visit.frame, view) } : noTemplate
}

const viewOf = async (
  { app, param }: Visit,
  edition: Edition,
  choices: ReportChoices,
): Promise<TemplateView | undefined> => {
  const found = await keptTemplate(app, edition.municipality.code, param('id'))
  return found && { edition, ...found, choices, lists: reportChoiceLists(edition, 'plan-book') }
}

async function filled(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const choices = choicesIn(visit)
  const file = await filledTemplate(visit.app, visit.param('id'), edition, choices)
  if (file.ok) return { file: file.value }
  const view = await viewOf(visit, edition, choices)
  return view ? { html: templatePage(visit.frame, { ...view, problem: file.problem }), status: 422 } : noTemplate
}

async function original(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const file = await originalTemplate(visit.app, edition.municipality.code, visit.param('id'))
  return file.ok ? { file: file.value } : noTemplate
}

async function starter(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const [form = '', extension] = visit.param('file').split('.')
  const format = extension === 'docx' ? 'docx' : 'xlsx'
  const file = isReportName(form) ? await starterFile(edition, form, format) : undefined
  return file ? { file } : noForm
}

/** 様式を受け取る。使えなければ預からず、直してほしいところをみな言う。名と名前の欄は残す。 */
async function upload(visit: Visit, form: Form): Promise<Acted> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const code = edition.municipality.code
  const [who, name] = [whoIn(form), form.text('name')]
  const again = async (file: string, problems: NonNullable<TemplateGiven['refused']>['problems']): Promise<Acted> => ({
    html: await listWith(visit, edition, { who, name, refused: { file, problems } }),
    status: 422,
  })
  const file = await form.file('file')
  if (!file) return again('', [refused('template-file-needed').problem])
  const kept = await keepTemplate(visit.app, code, { name, file: file.name, bytes: file.bytes }, whoIs(visit, who))
  if (!kept.ok) return again(file.name, kept.problems)
  return { see: visit.frame.to.template(code, edition.id, kept.id), remember: { name: who } }
}

async function tooLarge(visit: Visit, form: Form): Promise<Acted> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const { problem } = refused('upload-too-large', { limit: '50MB' })
  const given = { who: whoIn(form), name: form.text('name'), refused: { file: '', problems: [problem] } }
  return { html: await listWith(visit, edition, given), status: 413 }
}

async function remove(visit: Visit): Promise<Acted> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const code = edition.municipality.code
  const removed = await deleteTemplate(visit.app, code, visit.param('id'), whoIs(visit, visit.name))
  return removed.ok ? { see: visit.frame.to.templates(code, edition.id) } : noTemplate
}
