import { projectsView } from '#operations/view-projects.ts'
import { projectView } from '#operations/view-projects-sheet.ts'
import { numberIn } from '../number-in.ts'
import { projectPage, projectsPage } from '../pages-of.tsx'
import type { Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'

/** 事業の頁。 */
export const projectRoutes: readonly Route[] = [
  ['/:code/plans/:edition/projects', projects],
  ['/:code/plans/:edition/projects/:id', project],
]

const edition = ({ shelf, version, param }: Visit) => shelf.edition(param('code'), param('edition'), version)

async function projects(visit: Visit): Promise<Shown> {
  const found = await edition(visit)
  if (!found) return { missing: 'trouble.no-plan' }
  const { query } = visit
  const page = query('page')
  const asked = {
    part: query('part'),
    rows: query('rows'),
    goal: query('goal'),
    mark: query('mark'),
    implementer: query('implementer'),
    q: query('q')?.slice(0, 100),
    sort: query('sort'),
    dir: query('dir'),
    page: numberIn(page, 4),
  }
  return { html: projectsPage(visit.frame, projectsView(found, asked)) }
}

async function project(visit: Visit): Promise<Shown> {
  const found = await edition(visit)
  if (!found) return { missing: 'trouble.no-plan' }
  const view = projectView(found, visit.param('id'))
  return view ? { html: projectPage(visit.frame, view) } : { missing: 'trouble.no-item' }
}
