import type { Municipality } from '#domain/people/municipality.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result } from '#domain/problem.ts'
import { alongsideSeenBy } from '#operations/reports/alongside-for.ts'
import { type ReportChoices, reportTitles } from '#operations/reports/choices.ts'
import { correctionChanges } from '#operations/reports/correction-changes.ts'
import { type FormChoice, formChoice, makeReport } from '#operations/reports/make-report.ts'
import { shownInBrowser } from '#operations/reports/print-page.ts'
import { publication, publicationFile, publications, publish, publishedFile } from '#operations/reports/publications.ts'
import type { Form } from '../form.ts'
import { publicationPage } from '../pages/reports/publication-page.tsx'
import { publicationsPage } from '../pages/reports/publications-page.tsx'
import { type PublishGiven, type PublishView, publishPage } from '../pages/reports/publish-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'
import { choicesIn, choicesOf, formOf, whoIn } from './reports-at.ts'

/** 公表の確認、公表の記録、公表一つとそのファイル。 */
export const publicationRoutes: readonly Route[] = [
  ['/:code/plans/:edition/reports/:form/publish', confirm],
  ['/:code/publications', list],
  ['/:code/publications/:id', one],
  ['/:code/publications/:id/:file{file\\.(?:pdf|xlsx|docx)}', remade],
  ['/:code/publications/:id/files/:name', frozen],
]

export const publicationActs: readonly Act[] = [['/:code/plans/:edition/reports/:form/publish', act]]

const noPublication: Shown = { missing: 'trouble.no-publication' }

type Found = { readonly edition: Edition; readonly form: FormChoice }

async function confirm(visit: Visit): Promise<Shown> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const choices = choicesIn(visit)
  const view = await viewOf(visit, found, choices, visit.query('corrects'))
  if ('missing' in view) return view
  if (!view.ok) return { problem: view.problem }
  const title = view.value.correcting?.before.title ?? titleFor(found, choices)
  return { html: publishPage(visit.frame, view.value, { who: visit.name, title, note: '' }) }
}

/** 公表の題のはじめの字。打ち直せる。 */
const titleFor = ({ form }: Found, { documentNumber, asOf }: ReportChoices): string =>
  [documentNumber, reportTitles[form.name], asOf && `（${asOf}）`].filter(Boolean).join(' ')

/** 何が凍るか。訂正なら、もとの公表と変わるところも。作れない載せ方なら、わけ。 */
const viewOf = async (
  { app, person }: Visit,
  { edition, form }: Found,
  choices: ReportChoices,
  corrects: string | undefined,
): Promise<Result<PublishView> | { readonly missing: 'trouble.no-publication' }> => {
  const alongside = await alongsideSeenBy(app, person, edition, form.name, choices)
  const report = makeReport(edition, form.name, choices, alongside)
  if (!report.ok) return report
  const paper = report.value.sections[0]?.paper ?? { size: 'A4', orientation: 'portrait' }
  const base = { edition, form, choices, made: { paper, sections: report.value.sections.length } }
  if (!corrects) return done({ ...base, correcting: undefined })
  const before = await publication(app, edition.municipality.code, corrects)
  if (!before || before.form !== form.name) return { missing: 'trouble.no-publication' }
  const changes = await correctionChanges(app, edition, form.name, choices, corrects)
  return changes.ok ? done({ ...base, correcting: { before, changes: changes.value } }) : changes
}

async function act(visit: Visit, sent: Form): Promise<Acted> {
  const found = await formOf(visit)
  if ('absent' in found) return found.absent
  const { edition, form } = found
  const code = edition.municipality.code
  const [choices, who, corrects] = [choicesOf(sent), whoIn(sent), sent.text('corrects')]
  const asked = {
    editionId: edition.id,
    form: form.name,
    choices,
    title: sent.text('title'),
    note: sent.text('note'),
    corrects: corrects === '' ? null : corrects,
  }
  const published = await publish(visit.app, code, asked, whoIs(visit, who))
  if (published.ok) return { see: visit.frame.to.publication(code, published.value.id), remember: { name: who } }
  const view = await viewOf(visit, found, choices, corrects)
  if ('missing' in view) return view
  if (!view.ok) return { problem: view.problem }
  const given: PublishGiven = { who, title: asked.title, note: asked.note, refused: published.problem }
  return { html: publishPage(visit.frame, view.value, given), status: 422 }
}

/** 番地の市。公表の記録は、計画を取り消したあとも残る。 */
const cityOf = async ({ shelf, param }: Visit): Promise<Municipality> => {
  const code = param('code')
  const found = (await shelf.municipalities()).find((each) => each.code === code)
  return { code, name: found?.name ?? code }
}

async function list(visit: Visit): Promise<Shown> {
  if (visit.version === 0) return { missing: 'trouble.no-city', params: { code: visit.param('code') } }
  const all = await publications(visit.app, visit.param('code'))
  return { html: publicationsPage(visit.frame, await cityOf(visit), all) }
}

async function one(visit: Visit): Promise<Shown> {
  const { app, shelf, version, frame, param } = visit
  const code = param('code')
  const found = await publication(app, code, param('id'))
  if (!found) return noPublication
  const edition = await shelf.edition(code, found.editionId, version)
  const other = (id: string | null) => (id === null ? undefined : publication(app, code, id))
  const view = {
    municipality: await cityOf(visit),
    publication: found,
    edition,
    asks: edition ? (formChoice(found.form)?.asks ?? []) : [],
    corrects: await other(found.corrects),
    correctedBy: await other(found.correctedBy),
  }
  return { html: publicationPage(frame, view) }
}

async function remade(visit: Visit): Promise<Shown> {
  const format = (['pdf', 'xlsx', 'docx'] as const).find((each) => visit.param('file') === `file.${each}`)
  if (!format) return noPublication
  const file = await publicationFile(visit.app, visit.param('code'), visit.param('id'), format)
  return file.ok ? { file: file.value } : troubled(file)
}

/** 凍らせたファイル。HTML はブラウザーで見せ、ほかは渡す。 */
async function frozen(visit: Visit): Promise<Shown> {
  const file = await publishedFile(visit.app, visit.param('code'), visit.param('id'), visit.param('name'))
  if (!file.ok) return troubled(file)
  return { file: file.value.mediaType.startsWith('text/html') ? shownInBrowser(file.value) : file.value }
}

/** 傷んだものは、そう言う。ないものは、ないと言う。 */
const troubled = (file: Extract<Result<unknown>, { ok: false }>): Shown =>
  file.problem.kind === 'publication-damaged' ? { problem: file.problem } : noPublication
