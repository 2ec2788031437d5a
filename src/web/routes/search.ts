import { searchCity } from '#operations/search-city.ts'
import { numberIn } from '../number-in.ts'
import { searchPage } from '../pages/search.tsx'
import type { Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'

/** 探すの頁。 */
export const searchRoutes: readonly Route[] = [['/:code/search', search]]

/** 打てる長さの限り。名を丸ごと写しても収まる。 */
const longest = 100

async function search({ shelf, frame, version, param, query }: Visit): Promise<Shown> {
  const code = param('code')
  const editions = await shelf.editions(code, version)
  const municipality = editions[0]?.municipality
  if (!municipality) return { missing: 'trouble.no-city', params: { code } }
  const q = [...(query('q') ?? '')].slice(0, longest).join('').trim()
  const page = numberIn(query('page'), 4)
  return { html: searchPage(frame, searchCity(editions, q, { kind: query('kind'), page }), municipality) }
}
