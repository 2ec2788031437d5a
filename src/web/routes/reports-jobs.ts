import type { Edition } from '#domain/plan/edition.ts'
import { formChoice } from '#operations/reports/make-report.ts'
import {
  cancelReportFile,
  deleteReportFile,
  type ReportFile,
  reportFile,
  reportFileContent,
} from '#operations/reports/report-files.ts'
import { isEnded } from '../components/report/file-list.tsx'
import { jobPage, progressInWords } from '../pages/reports/job-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { whoIs } from '../who.ts'
import { editionOf, noPlan } from './reports-at.ts'

/** 作っているファイルの頁、進み、できたファイル。 */
export const jobRoutes: readonly Route[] = [
  ['/:code/plans/:edition/reports/files/:id', job],
  ['/:code/plans/:edition/reports/files/:id/state', state],
  ['/:code/plans/:edition/reports/files/:id/file', content],
]

export const jobActs: readonly Act[] = [
  ['/:code/plans/:edition/reports/files/:id/cancel', cancel],
  ['/:code/plans/:edition/reports/files/:id/delete', remove],
]

type Found = { readonly edition: Edition; readonly file: ReportFile }

const noFile: Shown = { missing: 'trouble.no-report-file' }

/** 番地の計画の、番地のファイル。ほかの計画のものは、ないものとする。 */
const found = async (visit: Visit): Promise<Found | { readonly absent: Shown }> => {
  const edition = await editionOf(visit)
  if (!edition) return { absent: noPlan }
  const file = await reportFile(visit.app, edition.municipality.code, visit.param('id'))
  return file?.editionId === edition.id ? { edition, file } : { absent: noFile }
}

async function job(visit: Visit): Promise<Shown> {
  const at = await found(visit)
  if ('absent' in at) return at.absent
  const asks = formChoice(at.file.form)?.asks ?? []
  return { html: jobPage(visit.frame, { ...at, asks }) }
}

/** 台本が一秒ごとに尋ねる。 */
async function state(visit: Visit): Promise<Shown> {
  const at = await found(visit)
  if ('absent' in at) return at.absent
  const { done, of } = at.file
  return { json: { ended: isEnded(at.file), done, of, words: progressInWords(visit.frame, at.file) } }
}

async function content(visit: Visit): Promise<Shown> {
  const at = await found(visit)
  if ('absent' in at) return at.absent
  const kept = await reportFileContent(visit.app, at.edition.municipality.code, at.file.id)
  return kept.ok ? { file: kept.value } : noFile
}

async function cancel(visit: Visit): Promise<Acted> {
  const at = await found(visit)
  if ('absent' in at) return at.absent
  const { edition, file } = at
  // もう終わっていたら、取り止めたことにはならない。頁がどうなったかを言う。
  await cancelReportFile(visit.app, edition.municipality.code, file.id, whoIs(visit, visit.name))
  return { see: visit.frame.to.reportJob(edition.municipality.code, edition.id, file.id) }
}

async function remove(visit: Visit): Promise<Acted> {
  const at = await found(visit)
  if ('absent' in at) return at.absent
  const { edition, file } = at
  const removed = await deleteReportFile(visit.app, edition.municipality.code, file.id, whoIs(visit, visit.name))
  if (!removed.ok) return { problem: removed.problem }
  return { see: `${visit.frame.to.reports(edition.municipality.code, edition.id)}#files` }
}
