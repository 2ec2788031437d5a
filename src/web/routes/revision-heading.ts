import type { Problem } from '#domain/problem.ts'
import type { Revision } from '#domain/revision/revision.ts'
import { changeHeading, headingMark } from '#operations/revision/change-heading.ts'
import { gradedYears, revisionStart } from '#operations/revision/revision-start.ts'
import { revisionView } from '#operations/revision/revision-view.ts'
import { startRevision } from '#operations/revision/start-revision.ts'
import type { Form } from '../form.ts'
import { type HeadingTyped, headingPage, typedHeading } from '../pages/revisions/heading-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 改訂を始める頁と、案の見出しを改める頁。 */
export const headingRoutes: readonly Route[] = [
  ['/:code/plans/:edition/revise', starting],
  ['/:code/revisions/:id/heading', heading],
]

export const headingActs: readonly Act[] = [
  ['/:code/plans/:edition/revise', start],
  ['/:code/revisions/:id/heading', saveHeading],
]

const typedIn = (form: Form): HeadingTyped => ({
  title: form.text('title'),
  firstYear: form.text('firstYear'),
  lastYear: form.text('lastYear'),
  frame: form.text('frame'),
  gradedYear: form.text('gradedYear'),
  purpose: form.text('purpose'),
})

const startPage = async (visit: Visit, typed?: HeadingTyped, problem?: Problem): Promise<Shown> => {
  const { app, person, param, frame } = visit
  const view = await revisionStart(app, person, param('code'), param('edition'))
  if (!view.ok) return { problem: view.problem }
  const { base, years } = view.value
  const first = { ...base, frame: base.history?.frame ?? null, gradedYear: years[0] ?? null, purpose: '' }
  const page = { frame, base, revision: null, years, typed: typed ?? typedHeading(first), mark: '' }
  return problem ? { html: headingPage({ ...page, problem }), status: 422 } : { html: headingPage(page) }
}

async function starting(visit: Visit): Promise<Shown> {
  return startPage(visit)
}

async function start(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const typed = typedIn(form)
  const done = await startRevision(app, person, param('code'), param('edition'), { ...typed, kind: 'revision' })
  if (done.ok) return { see: frame.to.planRevision(param('code'), done.value.id) }
  if (done.problem.kind === 'not-permitted') return { problem: done.problem }
  return startPage(visit, typed, done.problem)
}

type Again = {
  readonly typed?: HeadingTyped
  readonly mark?: string
  readonly problem?: Problem
  readonly meanwhile?: Revision
}

const editPage = async (visit: Visit, { typed, mark, problem, meanwhile }: Again = {}): Promise<Shown> => {
  const { app, person, param, frame } = visit
  const view = await revisionView(app, person, param('code'), param('id'))
  if (!view.ok) return { problem: view.problem }
  const { base, revision } = view.value
  const years = await gradedYears(app, person, param('code'), base.id)
  const html = headingPage({
    frame,
    base,
    revision,
    years,
    typed: typed ?? typedHeading(revision),
    mark: mark ?? headingMark(revision),
    problem,
    meanwhile,
  })
  return { html, ...(meanwhile ? { status: 409 as const } : problem ? { status: 422 as const } : {}) }
}

async function heading(visit: Visit): Promise<Shown> {
  return editPage(visit)
}

async function saveHeading(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, id, typed] = [param('code'), param('id'), typedIn(form)]
  const done = await changeHeading(app, person, code, id, typed, form.text('mark'))
  if (!done.ok && done.problem.kind === 'not-permitted') return { problem: done.problem }
  if (!done.ok) return editPage(visit, { typed, mark: form.text('mark'), problem: done.problem })
  if ('saved' in done.value) return { see: frame.to.planRevision(code, id) }
  // もう一度送れば、いまの見出しを見たうえで改めたことになる。
  return editPage(visit, { typed, meanwhile: done.value.meanwhile })
}
