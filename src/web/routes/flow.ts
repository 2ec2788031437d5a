import { isFlowStep } from '#domain/collection/flow.ts'
import { acceptResponses } from '#operations/collection/accept-responses.ts'
import { acceptView } from '#operations/collection/accept-view.ts'
import { reviewView } from '#operations/collection/review-view.ts'
import { stepResponse } from '#operations/collection/step-response.ts'
import { workView } from '#operations/collection/waiting.ts'
import type { Form } from '../form.ts'
import { type AcceptGiven, acceptPage } from '../pages/flow/accept-page.tsx'
import { type ReviewGiven, reviewPage } from '../pages/flow/review-page.tsx'
import { workPage } from '../pages/flow/work-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { actualsActs, actualsRoutes } from './actuals.ts'

/** 提出・確認・受理・差戻しと、実績の版の頁。 */
export const flowRoutes: readonly Route[] = [
  ['/:code/work', work],
  ['/:code/responses/:response/review', review],
  ['/:code/rounds/:round/accept', accept],
  ...actualsRoutes,
]

export const flowActs: readonly Act[] = [
  ['/:code/responses/:response/step', step],
  ['/:code/rounds/:round/accept', acceptChosen],
  ...actualsActs,
]

async function work({ app, person, param, frame }: Visit): Promise<Shown> {
  return { html: workPage(frame, await workView(app, person, param('code'))) }
}

const editionOf =
  ({ shelf, version, param }: Visit) =>
  (id: string) =>
    shelf.edition(param('code'), id, version)

const viewOf = (visit: Visit) =>
  reviewView(visit.app, visit.person, visit.param('code'), visit.param('response'), editionOf(visit))

async function review(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const [done, was] = [visit.query('done') ?? '', visit.query('was') ?? '']
  const given: ReviewGiven = isFlowStep(done)
    ? { done: { step: done, department: view.value.departments.get(was) ?? '' } }
    : {}
  return { html: reviewPage(visit.frame, view.value, given) }
}

/** 一歩進めて、次に待つ課へ。待つ課がもうなければ、いまの頁に戻る。入力の頁から出したときも、ここを通る。 */
async function step(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('response')]
  const [name, reason, headName] = [form.text('step'), form.text('reason'), form.text('headName')]
  if (!isFlowStep(name) || name === 'begin') return { missing: 'trouble.no-page' }
  const asked = { revision: Number(form.text('revision')) || 0, reason, headName }
  const moved = await stepResponse(app, person, code, id, name, asked)
  if (moved.ok) {
    const next = /^[0-9a-f-]{36}$/.test(form.text('next')) ? form.text('next') : id
    if (name === 'withdraw' || name === 'submit') return { see: frame.to.response(code, id, { done: name }) }
    return { see: frame.to.responsePart(code, next, 'review', { done: name, was: id }) }
  }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: moved.problem }
  const refused = { step: name, reason, headName, problem: moved.problem }
  const status = moved.problem.kind === 'flow.moved-meanwhile' ? 409 : 422
  return { html: reviewPage(frame, view.value, { refused }), status }
}

const acceptViewOf = (visit: Visit) =>
  acceptView(visit.app, visit.person, visit.param('code'), visit.param('round'), editionOf(visit))

async function accept(visit: Visit): Promise<Shown> {
  const view = await acceptViewOf(visit)
  return view.ok ? { html: acceptPage(visit.frame, view.value) } : { problem: view.problem }
}

/** 選んだものをまとめて受理する。変わっていたものは除いて、そのことを言う。 */
async function acceptChosen(visit: Visit, form: Form): Promise<Acted> {
  const chosen = form.all('chosen').flatMap((text) => {
    const [responseId = '', revision = ''] = text.split(' ')
    return [{ responseId, revision: Number(revision) || 0 }]
  })
  const done = await acceptResponses(visit.app, visit.person, visit.param('code'), chosen)
  if (!done.ok) return { problem: done.problem }
  const view = await acceptViewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const { departments } = view.value
  const given: AcceptGiven = {
    accepted: done.value.accepted.length,
    left: done.value.left.map(({ responseId, problem }) => ({
      department: departments.get(responseId) ?? '―',
      problem,
    })),
  }
  return { html: acceptPage(visit.frame, view.value, given), status: given.left.length > 0 ? 409 : 200 }
}
