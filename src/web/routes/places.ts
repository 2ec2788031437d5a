import type { Municipality } from '#domain/people/municipality.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { departmentsView, departmentView } from '#operations/view-departments.ts'
import { priorityView } from '#operations/view-priority.ts'
import { revisionView } from '#operations/view-revision.ts'
import { tagKindView, tagsView, tagView } from '#operations/view-tags.ts'
import { tagPage } from '../pages/tag.tsx'
import { tagKindPage, tagsPage } from '../pages/tags.tsx'
import { departmentPage, departmentsPage, priorityPage, revisionPage } from '../pages-of-places.tsx'
import type { Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'

/** 重点目標・改訂・担当課・印の頁。 */
export const placesRoutes: readonly Route[] = [
  ['/:code/plans/:edition/priority', priority],
  ['/:code/plans/:edition/revision', revision],
  ['/:code/departments', departments],
  ['/:code/departments/:name', department],
  ['/:code/tags', tags],
  ['/:code/tags/:kind', tagKind],
  ['/:code/tags/:kind/:value', tag],
]

async function priority({ shelf, frame, version, param, query }: Visit): Promise<Shown> {
  const edition = await shelf.edition(param('code'), param('edition'), version)
  return edition
    ? { html: priorityPage(frame, priorityView(edition, query('department'))) }
    : { missing: 'trouble.no-plan' }
}

async function revision({ shelf, frame, version, param, query }: Visit): Promise<Shown> {
  const editions = await shelf.editions(param('code'), version)
  const edition = await shelf.edition(param('code'), param('edition'), version)
  if (!edition) return { missing: 'trouble.no-plan' }
  const filter = { goal: query('goal'), grade: query('grade') }
  return { html: revisionPage(frame, revisionView(edition, editions, filter)) }
}

async function departments(visit: Visit): Promise<Shown> {
  const city = await cityIn(visit)
  if (!city) return noCity(visit)
  return { html: departmentsPage(visit.frame, departmentsView(city.municipality, city.editions)) }
}

async function department(visit: Visit): Promise<Shown> {
  const city = await cityIn(visit)
  if (!city) return noCity(visit)
  const filter = { plan: visit.query('plan'), standing: visit.query('standing') }
  const view = departmentView(city.municipality, city.editions, visit.param('name'), filter)
  return view ? { html: departmentPage(visit.frame, view) } : { missing: 'trouble.no-item' }
}

async function tags(visit: Visit): Promise<Shown> {
  const city = await cityIn(visit)
  if (!city) return noCity(visit)
  return { html: tagsPage(visit.frame, tagsView(city.municipality, city.editions)) }
}

async function tagKind(visit: Visit): Promise<Shown> {
  const city = await cityIn(visit)
  if (!city) return noCity(visit)
  const view = tagKindView(city.municipality, city.editions, visit.param('kind'))
  return view ? { html: tagKindPage(visit.frame, view) } : { missing: 'trouble.no-item' }
}

async function tag(visit: Visit): Promise<Shown> {
  const city = await cityIn(visit)
  if (!city) return noCity(visit)
  const view = tagView(city.municipality, city.editions, visit.param('kind'), visit.param('value'))
  return view ? { html: tagPage(visit.frame, view) } : { missing: 'trouble.no-item' }
}

type City = { readonly municipality: Municipality; readonly editions: readonly Edition[] }

const cityIn = async ({ shelf, version, param }: Visit): Promise<City | undefined> => {
  const editions = await shelf.editions(param('code'), version)
  const municipality = editions[0]?.municipality
  return municipality && { municipality, editions }
}

const noCity = ({ param }: Visit): Shown => ({ missing: 'trouble.no-city', params: { code: param('code') } })
