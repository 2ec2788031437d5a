import { summaryView } from '#operations/view-summary.ts'
import { numberIn } from '../number-in.ts'
import { summaryPage } from '../pages/summary.tsx'
import type { Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'

/** 集計表の頁。 */
export const summaryRoutes: readonly Route[] = [['/:code/plans/:edition/summary', summary]]

async function summary({ shelf, frame, version, param, query }: Visit): Promise<Shown> {
  const edition = await shelf.edition(param('code'), param('edition'), version)
  if (!edition) return { missing: 'trouble.no-plan' }
  const filter = {
    goal: query('goal'),
    department: query('department'),
    standing: query('standing'),
    year: numberIn(query('year'), 4),
    page: numberIn(query('page'), 4),
  }
  return { html: summaryPage(frame, summaryView(edition, filter)) }
}
