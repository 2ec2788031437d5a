import type { Problem } from '#domain/problem.ts'
import { yearWords } from '#domain/revision/typed-entry.ts'
import { readYear } from '#domain/year/read-year.ts'
import { editionsView } from '#operations/lineage/editions-view.ts'
import { lineageView } from '#operations/lineage/lineage-view.ts'
import { linkIndicators, unlinkIndicator } from '#operations/lineage/link-indicators.ts'
import { nextPeriodForm, startNextPeriod } from '#operations/lineage/start-next-period.ts'
import type { Form } from '../form.ts'
import { editionsPage } from '../pages/lineage/editions-page.tsx'
import { type LineageGiven, lineagePage } from '../pages/lineage/lineage-page.tsx'
import { type NextPeriodTyped, nextPeriodPage } from '../pages/lineage/next-period-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 版と系統、次の期の頁。 */
export const lineageRoutes: readonly Route[] = [
  ['/:code/plans/:edition/editions', editions],
  ['/:code/plans/:edition/next-period', nextPeriod],
  ['/:code/plans/:edition/indicators/:id/lineage', lineage],
]

export const lineageActs: readonly Act[] = [
  ['/:code/plans/:edition/next-period', start],
  ['/:code/plans/:edition/indicators/:id/lineage/link', link],
  ['/:code/plans/:edition/indicators/:id/lineage/unlink', unlink],
]

async function editions({ app, frame, param }: Visit): Promise<Shown> {
  const view = await editionsView(app, param('code'), param('edition'))
  return view.ok ? { html: editionsPage(frame, view.value) } : { problem: view.problem }
}

const lineageOf = ({ app, person, param }: Visit, q: string) =>
  lineageView(app, person, param('code'), { editionId: param('edition'), indicatorId: param('id'), q })

async function lineage(visit: Visit): Promise<Shown> {
  const view = await lineageOf(visit, (visit.query('q') ?? '').slice(0, 100))
  if (!view.ok) return { problem: view.problem }
  const done = visit.query('done')
  const given: LineageGiven = done === 'linked' || done === 'unlinked' ? { done } : {}
  return { html: lineagePage(visit.frame, view.value, given) }
}

/** つなぐ。通らなければ、選んだものと書いたわけを残したまま、断りを言う。 */
async function link(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId, indicatorId] = [param('code'), param('edition'), param('id')]
  const [chosen, reason] = [form.text('other'), form.text('reason')]
  const [otherEdition = '', otherIndicator = ''] = chosen.split(' ')
  const done = await linkIndicators(app, person, code, {
    one: { editionId, indicatorId },
    other: { editionId: otherEdition, indicatorId: otherIndicator },
    reason,
  })
  if (done.ok) return { see: frame.to.lineage(code, editionId, indicatorId, undefined, { done: 'linked' }) }
  return again(visit, 'link', chosen, reason, done.problem)
}

async function unlink(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId, indicatorId] = [param('code'), param('edition'), param('id')]
  const [chosen, reason] = [form.text('other'), form.text('reason')]
  const done = await unlinkIndicator(app, person, code, chosen, reason)
  if (done.ok) return { see: frame.to.lineage(code, editionId, indicatorId, undefined, { done: 'unlinked' }) }
  return again(visit, 'unlink', chosen, reason, done.problem)
}

const again = async (
  visit: Visit,
  act: 'link' | 'unlink',
  chosen: string,
  reason: string,
  problem: Problem,
): Promise<Acted> => {
  if (problem.kind === 'not-permitted' || problem.kind.endsWith('absent')) return { problem }
  const view = await lineageOf(visit, '')
  if (!view.ok) return { problem: view.problem }
  return { html: lineagePage(visit.frame, view.value, { refused: { act, chosen, reason, problem } }), status: 422 }
}

async function nextPeriod({ app, person, param, frame }: Visit): Promise<Shown> {
  const form = await nextPeriodForm(app, person, param('code'), param('edition'))
  if (!form.ok) return { problem: form.problem }
  const { firstYear, lastYear, frame: national, ...suggested } = form.value.suggested
  const typed = { ...suggested, firstYear: yearWords(firstYear), lastYear: yearWords(lastYear), frame: national ?? '' }
  return { html: nextPeriodPage(frame, form.value, typed) }
}

/** 始める。印のないものが、続けないもの。通らなければ、打ったものと印を残したまま、断りを言う。 */
async function start(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId] = [param('code'), param('edition')]
  const shown = await nextPeriodForm(app, person, code, editionId)
  if (!shown.ok) return { problem: shown.problem }
  const kept = new Set(form.all('keep'))
  const { nodes, indicators, projects } = shown.value.edition.content
  // 再掲の行は頁に並ばず、元の行とともに動く。
  const shownRows = [...nodes, ...indicators.filter(({ repeatOf }) => repeatOf === null), ...projects]
  const typed: NextPeriodTyped = {
    title: form.text('title'),
    firstYear: form.text('firstYear'),
    lastYear: form.text('lastYear'),
    frame: form.text('frame'),
    purpose: form.text('purpose'),
    reason: form.text('reason'),
    dropped: shownRows.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
  }
  const started = await startNextPeriod(app, person, code, editionId, {
    ...typed,
    firstYear: readYear(typed.firstYear)?.year ?? null,
    lastYear: readYear(typed.lastYear)?.year ?? null,
    frame: typed.frame === '' ? null : typed.frame,
  })
  if (started.ok) return { see: frame.to.planRevision(code, started.value.id) }
  return { html: nextPeriodPage(frame, shown.value, typed, started.problem), status: 422 }
}
