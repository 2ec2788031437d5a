import { alongsideSeenBy } from '#operations/reports/alongside-for.ts'
import { ordinaryChoices } from '#operations/reports/choices.ts'
import { dataOnOffer } from '#operations/reports/data-file.ts'
import { formsFor } from '#operations/reports/make-report.ts'
import { namedReports } from '#operations/reports/named-reports.ts'
import { publications } from '#operations/reports/publications.ts'
import { reportFiles } from '#operations/reports/report-files.ts'
import { reportsPage } from '../pages/reports/reports-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'
import { editionOf, noPlan } from './reports-at.ts'
import { dataRoutes } from './reports-data.ts'
import { formActs, formRoutes } from './reports-forms.ts'
import { jobActs, jobRoutes } from './reports-jobs.ts'
import { publicationActs, publicationRoutes } from './reports-publications.ts'
import { templateActs, templateRoutes } from './reports-templates.ts'

/** 帳票の頁。作っているファイルや公表のように、版数のほかのことで変わるので、覚えない。 */
export const reportRoutes: readonly Route[] = [
  ['/:code/plans/:edition/reports', reports],
  ...jobRoutes,
  ...dataRoutes,
  ...templateRoutes,
  ...publicationRoutes,
  ...formRoutes,
]

/** 帳票の送信。 */
export const reportActs: readonly Act[] = [...jobActs, ...templateActs, ...publicationActs, ...formActs]

async function reports(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const { app, frame } = visit
  const code = edition.municipality.code
  const alongside = await alongsideSeenBy(app, visit.person, edition, 'plan-book', ordinaryChoices)
  const html = reportsPage(frame, {
    edition,
    forms: formsFor(edition, alongside),
    named: await namedReports(app, code, edition.id),
    files: await reportFiles(app, code, edition.id),
    publications: await publications(app, code, edition.id),
    data: dataOnOffer(edition, alongside),
  })
  return { html }
}
