import { alongsideSeenBy } from '#operations/reports/alongside-for.ts'
import { ordinaryChoices } from '#operations/reports/choices.ts'
import { dataFile } from '#operations/reports/data-file.ts'
import { dataFormats } from '#operations/reports/report-data.ts'
import type { Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'
import { editionOf, noPlan } from './reports-at.ts'

/** 機械で読めるデータ。`/reports/data/figures.csv` */
export const dataRoutes: readonly Route[] = [
  ['/:code/plans/:edition/reports/data/:file{[a-z-]+\\.(?:csv|json|xlsx)}', data],
]

async function data(visit: Visit): Promise<Shown> {
  const edition = await editionOf(visit)
  if (!edition) return noPlan
  const [name = '', extension = ''] = visit.param('file').split('.')
  const format = dataFormats.find((each) => each === extension)
  const alongside = await alongsideSeenBy(visit.app, visit.person, edition, 'plan-book', ordinaryChoices)
  const file = format && (await dataFile(edition, name, format, alongside))
  return file?.ok ? { file: file.value } : { missing: 'trouble.no-data' }
}
