import type { TypedAnswer } from '#domain/collection/read-answer.ts'
import type { Problem } from '#domain/problem.ts'
import { actualsView } from '#operations/collection/actuals-view.ts'
import { reviseActual } from '#operations/collection/revise-actual.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { actualsPage, type RevisionTyped } from '../pages/flow/actuals-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 実績の履歴（速報・確定・遡及修正）と、照会の外で直すこと。 */
export const actualsRoutes: readonly Route[] = [['/:code/plans/:edition/indicators/:id/actuals', actuals]]
export const actualsActs: readonly Act[] = [['/:code/plans/:edition/indicators/:id/actuals', revise]]

const viewOf = async ({ app, shelf, person, version, param }: Visit) => {
  const edition = await shelf.edition(param('code'), param('edition'), version)
  return edition && actualsView(app, person, edition, param('id'))
}

async function actuals(visit: Visit): Promise<Shown> {
  const view = await viewOf(visit)
  const saved = numberIn(visit.query('saved'), 4)
  return view ? { html: actualsPage(visit.frame, view, { saved }) } : { missing: 'trouble.no-item' }
}

/** 直す。通らなければ、打ったものを残したまま、わけを言う。 */
async function revise(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId, indicatorId] = [param('code'), param('edition'), param('id')]
  const typed: RevisionTyped = {
    year: numberIn(form.text('year'), 4),
    raw: form.text('raw'),
    absence: form.text('absence'),
    expected: form.text('expected'),
    provisional: form.text('provisional') !== '',
    reason: form.text('reason'),
  }
  const { year, raw, absence, expected, provisional, reason } = typed
  const answer: TypedAnswer = {
    raw,
    ...(absence !== '' && { absence }),
    ...(expected !== '' && { expected }),
    provisional,
  }
  const seen = Number(form.text(`seen-${year ?? ''}`)) || 0
  const done = await reviseActual(app, person, code, {
    editionId,
    indicatorId,
    year: year ?? 0,
    typed: answer,
    reason,
    seen,
  })
  if (done.ok) return { see: frame.to.actuals(code, editionId, indicatorId, { saved: year }) }
  return again(visit, typed, done.problem)
}

const again = async (visit: Visit, typed: RevisionTyped, problem: Problem): Promise<Acted> => {
  const view = await viewOf(visit)
  if (!view) return { missing: 'trouble.no-item' }
  const status = problem.kind === 'actuals.moved-meanwhile' ? 409 : 422
  return { html: actualsPage(visit.frame, view, { refused: { typed, problem } }), status }
}
