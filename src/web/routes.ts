import type { Municipality } from '#domain/people/municipality.ts'
import { currentEditions } from '#domain/plan/current-edition.ts'
import type { Place } from '#domain/provenance.ts'
import { workView } from '#operations/collection/waiting.ts'
import { gradeGlance, gradeGlances, indicatorGrades } from '#operations/evaluation/grade-glance.ts'
import { citySummary, cityView } from '#operations/view-city.ts'
import { indicatorView } from '#operations/view-indicator.ts'
import { planView } from '#operations/view-plan.ts'
import { progressView } from '#operations/view-progress.ts'
import { sourceView } from '#operations/view-source.ts'
import { numberIn } from './number-in.ts'
import { citiesPage, cityPage, indicatorPage, planPage, progressPage, sourcePage } from './pages-of.tsx'
import { accountActs, accountRoutes } from './routes/account.ts'
import { auditActs, auditRoutes } from './routes/audit.ts'
import { committeeActs, committeeRoutes } from './routes/committee.ts'
import { comparisonActs, comparisonRoutes } from './routes/comparison.ts'
import { entryActs, entryRoutes } from './routes/entry.ts'
import { findingActs, findingRoutes } from './routes/findings.ts'
import { flowActs, flowRoutes } from './routes/flow.ts'
import { gradeActs, gradeRoutes } from './routes/grades.ts'
import { instructionActs, instructionRoutes } from './routes/instructions.ts'
import { intakeActs, intakeRoutes } from './routes/intake.ts'
import { lineageActs, lineageRoutes } from './routes/lineage.ts'
import { noticesActs, noticesRoutes } from './routes/notices.ts'
import { peopleActs, peopleRoutes } from './routes/people.ts'
import { placesRoutes } from './routes/places.ts'
import { priorityYearActs, priorityYearRoutes } from './routes/priority-year.ts'
import { projectRoutes } from './routes/projects.ts'
import { reportActs, reportRoutes } from './routes/reports.ts'
import { revisionActs, revisionRoutes } from './routes/revisions.ts'
import { roundsActs, roundsRoutes } from './routes/rounds.ts'
import { scaleActs, scaleRoutes } from './routes/scales.ts'
import { searchRoutes } from './routes/search.ts'
import { settingActs } from './routes/settings.ts'
import { sheetsActs, sheetsRoutes } from './routes/sheets.ts'
import { summaryRoutes } from './routes/summary.ts'
import type { ActMaker, PageMaker, Shown, Visit } from './visit.ts'

export type Route = readonly [path: string, page: PageMaker]
/** `whenTooLarge` は、送信が大きすぎたとき、ファイルより前の欄だけで答える。なければ、断りの頁だけを出す。 */
export type Act = readonly [path: string, make: ActMaker, whenTooLarge?: ActMaker]

/** 頁の目次。番地と、その頁の作り方。英語の頁は、どれも `/en` を頭に付けた番地にある。 */
export const routes: readonly Route[] = [
  ['/', cities],
  ['/:code', city],
  ['/:code/plans/:edition', plan],
  ['/:code/plans/:edition/progress', progress],
  ['/:code/plans/:edition/indicators/:id', indicator],
  ['/:code/sources/:sha256', source],
  ...summaryRoutes,
  ...projectRoutes,
  ...placesRoutes,
  ...searchRoutes,
]

/** 版数のほかのことで変わるので、覚えない頁。 */
export const freshRoutes: readonly Route[] = [
  ...intakeRoutes,
  ...findingRoutes,
  ...reportRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...roundsRoutes,
  ...entryRoutes,
  ...sheetsRoutes,
  ...flowRoutes,
  ...noticesRoutes,
  ...auditRoutes,
  ...scaleRoutes,
  ...gradeRoutes,
  ...committeeRoutes,
  ...priorityYearRoutes,
  ...instructionRoutes,
  ...revisionRoutes,
  ...comparisonRoutes,
  ...lineageRoutes,
]

/** 送信を受ける番地。 */
export const acts: readonly Act[] = [
  ...settingActs,
  ...intakeActs,
  ...findingActs,
  ...reportActs,
  ...accountActs,
  ...peopleActs,
  ...roundsActs,
  ...entryActs,
  ...sheetsActs,
  ...flowActs,
  ...noticesActs,
  ...auditActs,
  ...scaleActs,
  ...gradeActs,
  ...committeeActs,
  ...priorityYearActs,
  ...instructionActs,
  ...revisionActs,
  ...comparisonActs,
  ...lineageActs,
]

/** この機械の前の人で、まだログインしていないか、もう試している人。 */
const canTrySamples = ({ site, person }: Visit): boolean => site.loopback && person.kind !== 'member'

async function cities(visit: Visit): Promise<Shown> {
  const { shelf, frame, query } = visit
  const summaries = []
  const all = await shelf.municipalities()
  for (const { code, name, dataVersion } of all)
    summaries.push(citySummary({ code, name }, await shelf.editions(code, dataVersion)))
  const samples = canTrySamples(visit) ? all.filter((each) => each.demonstration).map(({ code }) => code) : []
  return { html: citiesPage(frame, summaries, (query('q') ?? '').slice(0, 100), samples) }
}

/** 市のはじめの頁。役のある人には、待っていることを先に見せる（人と照会で変わるので、覚えない）。 */
async function city(visit: Visit): Promise<Shown> {
  const { app, shelf, frame, version, param, person } = visit
  const code = param('code')
  const editions = await shelf.editions(code, version)
  const municipality = editions[0]?.municipality ?? (await withoutPlans(shelf, code))
  if (!municipality) return { missing: 'trouble.no-city', params: { code } }
  // 見本の市なら、この機械の前の人に、役を選んで試せることを知らせる。
  const all = canTrySamples(visit) ? await shelf.municipalities() : []
  const canTry = all.some((each) => each.code === code && each.demonstration)
  const view = cityView(municipality, editions, await shelf.headings(code, version))
  const grades = await gradeGlances(app, person, editions)
  const live = [...grades.values()].some((glance) => glance.live)
  if (person.grants.length === 0) return { html: cityPage(frame, view, undefined, canTry, grades), fresh: live }
  const work = await workView(app, person, code)
  return { html: cityPage(frame, view, work, canTry, grades), fresh: true }
}

/** まだ計画のない市（取込みの途中か、取り込みを取り消したあと）。 */
const withoutPlans = async (shelf: Visit['shelf'], code: string): Promise<Municipality | undefined> => {
  const found = (await shelf.municipalities()).find((each) => each.code === code)
  return found && { code, name: found.name }
}

const edition = ({ shelf, version, param }: Visit) => shelf.edition(param('code'), param('edition'), version)

async function plan(visit: Visit): Promise<Shown> {
  const found = await edition(visit)
  if (!found) return { missing: 'trouble.no-plan' }
  const grades = await gradeGlance(visit.app, visit.person, found)
  const html = planPage(visit.frame, planView(found, numberIn(visit.query('year'), 7)), grades)
  return { html, fresh: grades?.live ?? false }
}

async function progress(visit: Visit): Promise<Shown> {
  const found = await edition(visit)
  if (!found) return { missing: 'trouble.no-plan' }
  const { query } = visit
  const filter = {
    goal: query('goal'),
    node: query('node'),
    q: query('q')?.slice(0, 100),
    department: query('department'),
    standing: query('standing'),
    rate: query('rate'),
    year: numberIn(query('year'), 7),
    page: query('page') === 'all' ? ('all' as const) : numberIn(query('page'), 7),
  }
  return { html: progressPage(visit.frame, progressView(found, filter)) }
}

async function indicator(visit: Visit): Promise<Shown> {
  const found = await edition(visit)
  if (!found) return { missing: 'trouble.no-plan' }
  const series = await visit.shelf.ofSamePlan(found, visit.version)
  const view = indicatorView(found, visit.param('id'), series)
  if (!view) return { missing: 'trouble.no-item' }
  const grades = await indicatorGrades(visit.app, visit.person, found, view.indicator)
  return { html: indicatorPage(visit.frame, view, grades.standings), fresh: grades.live }
}

async function source({ shelf, frame, version, param, query }: Visit): Promise<Shown> {
  const [code, sha256] = [param('code'), param('sha256')]
  const kept = /^[0-9a-f]{64}$/.test(sha256) ? await shelf.source(code, sha256) : undefined
  const headings = kept ? await shelf.headings(code, version) : []
  const municipality = headings[0]?.municipality
  if (!kept || !municipality) return { missing: 'trouble.no-source' }
  // 改訂した版も同じ図書をもとにしていれば、いまの版から見る。
  const citing = headings.filter(({ sources }) => sources?.[0]?.sha256 === sha256)
  const cited = currentEditions(citing)[0] ?? citing[0]
  const from = cited && (await shelf.edition(code, cited.id, version))
  const request = { place: placeIn(query), from: numberIn(query('from'), 7) }
  const view = sourceView(kept, from, request)
  return view ? { html: sourcePage(frame, view, municipality) } : { missing: 'trouble.no-source' }
}

/** 番地に載った所在を読む。読めない所在は、ないものとする。 */
const placeIn = (query: Visit['query']): Place | undefined => {
  const line = numberIn(query('line'), 7)
  const [column, length] = [numberIn(query('column'), 7), numberIn(query('length'), 7)]
  if (line !== undefined)
    return { line, ...(column !== undefined && { column }), ...(length !== undefined && { length }) }
  const [sheet, cell] = [query('sheet'), query('cell')]
  return sheet !== undefined && cell !== undefined ? { sheet, cell } : undefined
}
