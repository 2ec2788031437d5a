import type { Problem } from '#domain/problem.ts'
import type { RevisableKind } from '#domain/revision/revisable.ts'
import type { Typed } from '#domain/revision/typed-entry.ts'
import { addToRevision } from '#operations/revision/add-to-revision.ts'
import { adoptRevision } from '#operations/revision/adopt-revision.ts'
import { changeRevision } from '#operations/revision/change-revision.ts'
import { moveInRevision } from '#operations/revision/move-in-revision.ts'
import { rebaseRevision, settleConflict } from '#operations/revision/rebase-revision.ts'
import { removeFromRevision } from '#operations/revision/remove-from-revision.ts'
import { type RevisionView, revisionsView, revisionView } from '#operations/revision/revision-view.ts'
import { undoChange } from '#operations/revision/undo-change.ts'
import { withdrawRevision } from '#operations/revision/withdraw-revision.ts'
import type { Refusal } from '../components/revisions/refused.tsx'
import type { Form } from '../form.ts'
import { adoptPage } from '../pages/revisions/adopt-page.tsx'
import { changesPage } from '../pages/revisions/changes-page.tsx'
import { type EditAsked, type EditTyped, editPage, isEditable } from '../pages/revisions/edit-page.tsx'
import { overviewPage } from '../pages/revisions/overview-page.tsx'
import { revisionsPage } from '../pages/revisions/revisions-page.tsx'
import { treePage } from '../pages/revisions/tree-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { headingActs, headingRoutes } from './revision-heading.ts'
import { proposalActs, proposalRoutes } from './revision-proposals.ts'
import { typedJson } from './typed-json.ts'

/** 改訂の案：作る・直す・決めるの頁。 */
export const revisionRoutes: readonly Route[] = [
  ['/:code/revisions', list],
  ...headingRoutes,
  ...proposalRoutes,
  ['/:code/revisions/:id', overview],
  ['/:code/revisions/:id/tree', tree],
  ['/:code/revisions/:id/edit', edit],
  ['/:code/revisions/:id/changes', changes],
  ['/:code/revisions/:id/adopt', adopting],
]

export const revisionActs: readonly Act[] = [
  ...headingActs,
  ...proposalActs,
  ['/:code/revisions/:id/edit', change],
  ['/:code/revisions/:id/add', add],
  ['/:code/revisions/:id/remove', remove],
  ['/:code/revisions/:id/move', move],
  ['/:code/revisions/:id/undo', undo],
  ['/:code/revisions/:id/rebase', rebase],
  ['/:code/revisions/:id/settle', settle],
  ['/:code/revisions/:id/adopt', adopt],
  ['/:code/revisions/:id/withdraw', withdraw],
]

async function list({ app, shelf, person, param, frame }: Visit): Promise<Shown> {
  const code = param('code')
  const view = await revisionsView(app, person, code)
  if (!view.ok) return { problem: view.problem }
  const name = (await shelf.municipalities()).find((each) => each.code === code)?.name ?? code
  return { html: revisionsPage(frame, { code, name }, view.value) }
}

const viewOf = ({ app, person, param }: Visit) => revisionView(app, person, param('code'), param('id'))

/** 案を読んで見せる。 */
const shown = async (visit: Visit, page: (view: RevisionView) => string): Promise<Shown> => {
  const view = await viewOf(visit)
  return view.ok ? { html: page(view.value) } : { problem: view.problem }
}

/** 通らなかった送信を、案の頁でもう一度見せる（案そのものが見られなければ、断りだけ）。 */
const again = async (
  visit: Visit,
  problem: Problem,
  page: (view: RevisionView) => string,
  status: 409 | 422 = 422,
): Promise<Acted> => {
  if (problem.kind === 'not-permitted' || problem.kind === 'revision-absent') return { problem }
  const view = await viewOf(visit)
  return view.ok ? { html: page(view.value), status } : { problem }
}

async function overview(visit: Visit): Promise<Shown> {
  return shown(visit, (view) => overviewPage(visit.frame, view))
}

async function tree(visit: Visit): Promise<Shown> {
  return shown(visit, (view) => treePage(visit.frame, view, visit.query('order') === 'yes'))
}

async function changes(visit: Visit): Promise<Shown> {
  return shown(visit, (view) => changesPage(visit.frame, view, visit.query('show') ?? ''))
}

async function adopting(visit: Visit): Promise<Shown> {
  return shown(visit, (view) => adoptPage(visit.frame, view, { decidedOn: '', decidedBy: '' }))
}

const kindIn = (text: string | undefined): RevisableKind | undefined =>
  text === 'node' || text === 'indicator' || text === 'project' ? text : undefined

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

async function edit(visit: Visit): Promise<Shown> {
  const { query, frame } = visit
  const on = kindIn(query('on'))
  if (!on) return { missing: 'trouble.no-page' }
  const asked: EditAsked = {
    on,
    id: orNull(query('id')),
    under: orNull(query('under')),
    replaces: orNull(query('replaces')),
  }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  if (!isEditable(view.value, asked)) return { missing: 'revisions.entry-gone' }
  return { html: editPage({ frame, view: view.value, asked, saved: query('done') === 'saved' }) }
}

/** 欄の字。いくつも選ぶ欄は、行に分けて一つに。 */
const typedIn = (form: Form): Typed => {
  const own = new Set(['on', 'id', 'under', 'replaces', 'shown', 'reason', 'ground', 'confirmed'])
  const names = [...new Set(form.entries().map(([name]) => name))].filter((name) => !own.has(name))
  return Object.fromEntries(
    names.map((name) => [
      name,
      form
        .all(name)
        .filter((value) => value !== '')
        .join('\n'),
    ]),
  )
}

async function change(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id, subjectId] = [param('code'), param('id'), form.text('id')]
  const on = kindIn(form.text('on')) ?? 'indicator'
  const typed = typedIn(form)
  const given = { typed, reason: form.text('reason'), ground: form.text('ground') }
  const done = await changeRevision(app, person, code, id, {
    on,
    subjectId,
    ...given,
    shown: typedJson(form.text('shown')),
    confirmed: form.text('confirmed') === 'yes',
  })
  if (done.ok && done.value.kind === 'changed')
    return { see: frame.to.planRevision(code, id, 'edit', { on, id: subjectId, done: 'saved' }) }
  const refusal: Refusal = done.ok ? (done.value as Refusal) : { kind: 'problem', problem: done.problem }
  return editAgain(visit, { on, id: subjectId, under: null, replaces: null }, { ...given, refusal }, done)
}

/** 打ったものを残したまま、直す頁をもう一度見せる。 */
const editAgain = async (
  visit: Visit,
  asked: EditAsked,
  given: EditTyped,
  done: { readonly ok: boolean; readonly problem?: Problem },
): Promise<Acted> => {
  if (done.problem?.kind === 'not-permitted' || done.problem?.kind === 'revision-absent')
    return { problem: done.problem }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  // 直しているあいだに案が決まったり、そのものがなくなったりしたときは、わけを言うだけになる。
  if (!isEditable(view.value, asked))
    return done.problem ? { problem: done.problem } : { missing: 'revisions.entry-gone' }
  const status = given.refusal?.kind === 'meanwhile' ? 409 : 422
  return { html: editPage({ frame: visit.frame, view: view.value, asked, given }), status }
}

async function add(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const asked: EditAsked = {
    on: kindIn(form.text('on')) ?? 'indicator',
    id: null,
    under: orNull(form.text('under')),
    replaces: orNull(form.text('replaces')),
  }
  const given = { typed: typedIn(form), reason: form.text('reason'), ground: form.text('ground') }
  const done = await addToRevision(app, person, code, id, { ...asked, ...given })
  if (done.ok && done.value.kind === 'added')
    return { see: frame.to.planRevision(code, id, 'edit', { on: asked.on, id: done.value.subjectId, done: 'saved' }) }
  const refusal: Refusal = done.ok ? (done.value as Refusal) : { kind: 'problem', problem: done.problem }
  return editAgain(visit, asked, { ...given, refusal }, done)
}

async function remove(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id, subjectId] = [param('code'), param('id'), form.text('id')]
  const on = kindIn(form.text('on')) ?? 'indicator'
  const [reason, ground] = [form.text('reason'), form.text('ground')]
  const confirmed = form.text('confirmed') === 'yes'
  const done = await removeFromRevision(app, person, code, id, { on, subjectId, reason, ground, confirmed })
  if (done.ok && done.value.kind === 'removed') return { see: frame.to.planRevision(code, id, 'tree') }
  const refusal: Refusal = done.ok ? (done.value as Refusal) : { kind: 'problem', problem: done.problem }
  const asked = { on, id: subjectId, under: null, replaces: null }
  return editAgain(visit, asked, { typed: {}, reason, ground, refusal, removing: true }, done)
}

async function move(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const [kind, subjectId = '', to] = form.text('move').split(' ')
  const moved = await moveInRevision(app, person, code, id, {
    on: kindIn(kind) ?? 'indicator',
    subjectId,
    to: to === 'up' ? 'up' : 'down',
  })
  if (moved.ok) return { see: frame.to.planRevision(code, id, 'tree', { order: 'yes' }) }
  return again(visit, moved.problem, (view) => overviewPage(frame, view, moved.problem))
}

async function undo(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const undone = await undoChange(app, person, code, id, form.text('change'))
  if (undone.ok) return { see: frame.to.planRevision(code, id, 'changes') }
  return again(visit, undone.problem, (view) => changesPage(frame, view, '', undone.problem))
}

async function rebase(visit: Visit): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const done = await rebaseRevision(app, person, code, id)
  if (done.ok) return { see: frame.to.planRevision(code, id, done.value.conflicts > 0 ? 'changes' : undefined) }
  return again(visit, done.problem, (view) => overviewPage(frame, view, done.problem))
}

async function settle(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const keep = form.text('keep') === 'mine' ? 'mine' : 'theirs'
  const done = await settleConflict(app, person, code, id, form.text('change'), keep)
  if (done.ok) return { see: frame.to.planRevision(code, id, 'changes') }
  return again(visit, done.problem, (view) => changesPage(frame, view, '', done.problem))
}

async function adopt(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id] = [param('code'), param('id')]
  const typed = { decidedOn: form.text('decidedOn'), decidedBy: form.text('decidedBy') }
  const done = await adoptRevision(app, person, code, id, {
    ...typed,
    seen: Number(form.text('seen')) || 0,
    confirmed: form.text('confirmed') === 'yes',
  })
  if (done.ok && done.value.kind === 'adopted') return { see: frame.to.planRevision(code, id) }
  const problem = done.ok ? undefined : done.problem
  if (problem?.kind === 'not-permitted' || problem?.kind === 'revision-absent') return { problem }
  const view = await viewOf(visit)
  if (!view.ok) return { problem: view.problem }
  const refusal: Refusal | undefined = done.ok ? (done.value as Refusal) : { kind: 'problem', problem: done.problem }
  const status = problem?.kind === 'revision-moved-meanwhile' ? 409 : 422
  return { html: adoptPage(frame, view.value, { ...typed, refusal }), status }
}

async function withdraw(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id, reason] = [param('code'), param('id'), form.text('reason')]
  const done = await withdrawRevision(app, person, code, id, reason)
  if (done.ok) return { see: frame.to.planRevision(code, id) }
  return again(visit, done.problem, (view) => overviewPage(frame, view, done.problem, reason))
}
