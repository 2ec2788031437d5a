import { done, refused } from '#domain/problem.ts'
import { openPriorityYear } from '#operations/priority/open-year.ts'
import { type SheetStage, sheetsFile, sheetsPrintPage } from '#operations/priority/sheet-report.ts'
import { planToTake, takeFromPlan } from '#operations/priority/take-from-plan.ts'
import { priorityYearsView, priorityYearView } from '#operations/priority/year-view.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { type OpenTyped, openPage, typedFor } from '../pages/priority-year/open-page.tsx'
import { takePage } from '../pages/priority-year/take-page.tsx'
import { yearPage } from '../pages/priority-year/year-page.tsx'
import { yearsPage } from '../pages/priority-year/years-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { editionsOf, sheetActs, sheetRoutes } from './priority-sheet.ts'

/** 部局の重点目標と、その報告の頁。 */
export const priorityYearRoutes: readonly Route[] = [
  ['/:code/priority', years],
  ['/:code/priority/take', take],
  ['/:code/priority/:year', year],
  ['/:code/priority/:year/open', open],
  ['/:code/priority/:year/print', print],
  ['/:code/priority/:year/:file{file\\.(?:pdf|xlsx|docx)}', file],
  ...sheetRoutes,
]

export const priorityYearActs: readonly Act[] = [
  ['/:code/priority/take', takeChosen],
  ['/:code/priority/:year/open', openChosen],
  ...sheetActs,
]

const noPage: Shown = { missing: 'trouble.no-page' }

async function years(visit: Visit): Promise<Shown> {
  const { app, person, param, frame } = visit
  const view = await priorityYearsView(app, person, param('code'), await editionsOf(visit))
  return view.ok ? { html: yearsPage(frame, view.value) } : { problem: view.problem }
}

const viewOf = async (visit: Visit) => {
  const asked = numberIn(visit.param('year'), 4)
  return asked === undefined
    ? refused('priority-year.year-unreadable')
    : priorityYearView(visit.app, visit.person, visit.param('code'), asked)
}

async function year(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  return { html: yearPage(visit.frame, view.value, { done: doneWords(visit) }) }
}

/** し終えたことの文。番地に載った数から。 */
const doneWords = ({ query, frame: { t } }: Visit): string | undefined => {
  const count = (name: string) => numberIn(query(name), 4) ?? 0
  if (query('done') === 'opened') return t('priority-year.opened', { made: count('made'), carried: count('carried') })
  return query('done') === 'taken' ? t('priority-year.taken', { count: count('made'), told: count('told') }) : undefined
}

async function open(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  if (!view.value.mayManage) return { problem: refused('not-permitted').problem }
  return { html: openPage(visit.frame, view.value, typedFor(view.value)) }
}

async function openChosen(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const typed: OpenTyped = {
    interim: form.text('interim') === 'yes',
    setBy: form.text('setBy'),
    interimBy: form.text('interimBy'),
    finalBy: form.text('finalBy'),
    departmentIds: form.all('department'),
    carryOver: form.text('carryOver') === 'yes',
  }
  const asked = numberIn(param('year'), 4) ?? 0
  const revision = numberIn(form.text('revision'), 9) ?? 0
  const opened = await openPriorityYear(app, person, param('code'), { ...typed, year: asked, revision })
  if (opened.ok)
    return { see: frame.to.priorityYear(param('code'), asked, undefined, { done: 'opened', ...opened.value }) }
  if (opened.problem.kind === 'not-permitted') return { problem: opened.problem }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const status = opened.problem.kind === 'priority-year.year-changed-meanwhile' ? 409 : 422
  return { html: openPage(frame, view.value, typed, opened.problem), status }
}

const planOf = ({ app, person, param, query }: Visit) => planToTake(app, person, param('code'), query('edition') ?? '')

async function take(visit: Visit): Promise<Shown> {
  const view = await planOf(visit)
  return view.ok ? { html: takePage(visit.frame, view.value) } : { problem: view.problem }
}

async function takeChosen(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, query, frame } = visit
  const units = form.all('unit')
  const chosen = new Map(form.all('name').map((name, at) => [name, units[at] ?? '']))
  const taken = await takeFromPlan(app, person, param('code'), query('edition') ?? '', chosen)
  if (taken.ok) {
    const { year: at, sheets, instructions } = taken.value
    return {
      see: frame.to.priorityYear(param('code'), at, undefined, { done: 'taken', made: sheets, told: instructions }),
    }
  }
  const view = await planOf(visit)
  return view.ok
    ? { html: takePage(frame, view.value, chosen, taken.problem), status: 422 }
    : { problem: taken.problem }
}

const stages: readonly SheetStage[] = ['goals', 'interim', 'final']

/** 番地に載った、どの年・どの部局・どの段か。 */
const askedIn = ({ param, query }: Visit) => {
  const asked = numberIn(param('year'), 4)
  const stage = stages.find((each) => each === query('stage')) ?? 'interim'
  return asked === undefined
    ? refused('priority-year.year-unreadable')
    : done({ year: asked, stage, departmentId: query('department') })
}

/** 作れないときは、年の頁でわけを言う。 */
const because = async (visit: Visit, problem: Parameters<typeof yearPage>[2] & object): Promise<Shown> => {
  const view = await viewOf(visit)
  return view.ok ? { html: yearPage(visit.frame, view.value, problem), status: 422 } : { problem: view.problem }
}

async function print(visit: Visit): Promise<Shown> {
  const asked = askedIn(visit)
  if (!asked.ok) return noPage
  const page = await sheetsPrintPage(visit.app, visit.person, visit.param('code'), asked.value)
  return page.ok ? { file: page.value } : because(visit, { problem: page.problem })
}

async function file(visit: Visit): Promise<Shown> {
  const asked = askedIn(visit)
  const format = (['pdf', 'xlsx', 'docx'] as const).find((each) => visit.param('file') === `file.${each}`)
  if (!asked.ok || !format) return noPage
  const made = await sheetsFile(visit.app, visit.person, visit.param('code'), asked.value, format)
  return made.ok ? { file: made.value } : because(visit, { problem: made.problem })
}
