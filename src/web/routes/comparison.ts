import { refused } from '#domain/problem.ts'
import { editionsComparison } from '#operations/comparison/compare-editions.ts'
import {
  type RevisionForm,
  revisionComparison,
  revisionForms,
  revisionReport,
} from '#operations/comparison/compare-revision.ts'
import type { ComparisonFilter } from '#operations/comparison/comparison-view.ts'
import { indicatorLines } from '#operations/comparison/indicator-lines.ts'
import { replacedIndicators } from '#operations/comparison/replaced-indicators.ts'
import { writtenReport } from '#operations/reports/make-report.ts'
import { printPage } from '#operations/reports/print-page.ts'
import { editionsComparisonPage } from '../pages/compare/editions-comparison-page.tsx'
import { revisionComparisonPage } from '../pages/compare/revision-comparison-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'
import { choicesIn, editionOf, noForm, noPlan } from './reports-at.ts'

/** 新旧の比べの頁。 */
export const comparisonRoutes: readonly Route[] = [
  ['/:code/plans/:edition/compare', editions],
  ['/:code/revisions/:id/compare', revision],
  ['/:code/revisions/:id/forms/:form/print', print],
  ['/:code/revisions/:id/forms/:form/:file{file\\.(?:pdf|xlsx|docx)}', file],
]

export const comparisonActs: readonly Act[] = []

const filterIn = ({ query }: Visit): ComparisonFilter => ({
  goal: query('goal')?.slice(0, 100),
  kind: query('kind')?.slice(0, 40),
  all: query('all') === 'yes',
})

async function editions(visit: Visit): Promise<Shown> {
  const { app, shelf, frame, version, param, query } = visit
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const code = param('code')
  const others = (await shelf.headings(code, version)).filter(({ id }) => id !== edition.id)
  const chosen = query('with')
  if (chosen === undefined || chosen === '')
    return { html: editionsComparisonPage(frame, { edition, others, chosen: undefined, view: undefined }) }
  if (chosen === edition.id) return refused('compare-same-edition')
  const other = others.some(({ id }) => id === chosen) ? await shelf.edition(code, chosen, version) : undefined
  if (!other) return refused('compare-edition-absent')
  const [lines, replaced] = [await indicatorLines(app, code), await replacedIndicators(app, code)]
  const view = editionsComparison(edition, other, lines, app.newId, filterIn(visit), replaced)
  return { html: editionsComparisonPage(frame, { edition, others, chosen, view }) }
}

async function revision(visit: Visit): Promise<Shown> {
  const { app, person, frame, param } = visit
  const view = await revisionComparison(app, person, param('code'), param('id'), filterIn(visit))
  return view.ok ? { html: revisionComparisonPage(frame, view.value) } : { problem: view.problem }
}

const formIn = ({ param }: Visit): RevisionForm | undefined => revisionForms.find((each) => each === param('form'))

async function print(visit: Visit): Promise<Shown> {
  const form = formIn(visit)
  if (!form) return noForm
  const { app, person, param } = visit
  const report = await revisionReport(app, person, param('code'), param('id'), form, choicesIn(visit))
  if (!report.ok) return { problem: report.problem }
  return { file: await printPage(report.value, { madeAt: app.now().toISOString() }) }
}

async function file(visit: Visit): Promise<Shown> {
  const form = formIn(visit)
  const format = (['pdf', 'xlsx', 'docx'] as const).find((each) => visit.param('file') === `file.${each}`)
  if (!form || !format) return noForm
  const { app, person, param } = visit
  const report = await revisionReport(app, person, param('code'), param('id'), form, choicesIn(visit))
  if (!report.ok) return { problem: report.problem }
  return { file: await writtenReport(report.value, format, { madeAt: app.now().toISOString() }) }
}
