import { type EvaluationStage, evaluationStages, type SubjectKind } from '#domain/evaluation/evaluation.ts'
import type { Problem, Result } from '#domain/problem.ts'
import { acceptMechanical, type EvaluationTyped, evaluate } from '#operations/evaluation/evaluate.ts'
import {
  closeEvaluationYear,
  openEvaluationYear,
  reopenEvaluationYear,
} from '#operations/evaluation/evaluation-years.ts'
import { evaluationView, isSubjectKind } from '#operations/evaluation/view-evaluation.ts'
import { type GradesAsked, gradesView } from '#operations/evaluation/view-grades.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { evaluationPage } from '../pages/grades/evaluation-page.tsx'
import { type GradesSaid, gradesPage } from '../pages/grades/grades-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

/** 評価の一覧・評価調書・まとめの頁。 */
export const gradeRoutes: readonly Route[] = [
  ['/:code/plans/:edition/grades', grades],
  ['/:code/plans/:edition/grades/:kind/:id', sheet],
]

export const gradeActs: readonly Act[] = [
  ['/:code/plans/:edition/grades/open', open],
  ['/:code/plans/:edition/grades/close', close],
  ['/:code/plans/:edition/grades/reopen', reopen],
  ['/:code/plans/:edition/grades/save', save],
  ['/:code/plans/:edition/grades/accept', accept],
  ['/:code/plans/:edition/grades/:kind/:id', saveSheet],
]

const editionOf = ({ shelf, version, param }: Visit) => shelf.edition(param('code'), param('edition'), version)

const askedIn = (text: (name: string) => string | undefined): GradesAsked => ({
  year: numberIn(text('year'), 4),
  stage: text('stage'),
  goal: text('goal'),
  grade: text('grade'),
  department: text('department') || undefined,
  only: text('only'),
})

const pageOf = async (visit: Visit, asked: GradesAsked, said: GradesSaid, status?: 409 | 422): Promise<Shown> => {
  const edition = await editionOf(visit)
  if (!edition) return { missing: 'trouble.no-plan' }
  const view = await gradesView(visit.app, visit.person, edition, asked)
  return { html: gradesPage(visit.frame, view, said), ...(status && { status }) }
}

async function grades(visit: Visit): Promise<Shown> {
  const { query } = visit
  const done = (['opened', 'closed', 'reopened', 'saved', 'accepted'] as const).find((each) => each === query('done'))
  return pageOf(visit, askedIn(query), { done, count: numberIn(query('count'), 5) })
}

const yearAsked = ({ param }: Visit, form: Form) => ({
  editionId: param('edition'),
  year: numberIn(form.text('year'), 4) ?? 0,
  ...(form.text('revision') !== '' && { revision: Number(form.text('revision')) || 0 }),
})

/** 評価の年を動かした答え。断られたら、同じ頁にわけを添える。 */
const moved = (
  visit: Visit,
  form: Form,
  result: Result<unknown>,
  done: 'opened' | 'closed' | 'reopened',
): Acted | Promise<Acted> => {
  const { frame, param } = visit
  const year = numberIn(form.text('year'), 4)
  if (result.ok) return { see: frame.to.grades(param('code'), param('edition'), undefined, { year, done }) }
  return refusedWith(visit, { year }, result.problem, done === 'reopened' ? { reason: form.text('reason') } : {})
}

/** 役の断りと、計画のない断りは断りの頁で。ほかは、打ったものを残して同じ頁で。 */
const refusedWith = (visit: Visit, asked: GradesAsked, problem: Problem, said: GradesSaid = {}) => {
  if (problem.kind === 'not-permitted' || problem.kind.endsWith('absent')) return { problem }
  return pageOf(visit, asked, { ...said, problem }, problem.kind === 'grades.year-moved' ? 409 : 422)
}

async function open(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param } = visit
  return moved(visit, form, await openEvaluationYear(app, person, param('code'), yearAsked(visit, form)), 'opened')
}

async function close(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param } = visit
  return moved(visit, form, await closeEvaluationYear(app, person, param('code'), yearAsked(visit, form)), 'closed')
}

async function reopen(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param } = visit
  const asked = { ...yearAsked(visit, form), reason: form.text('reason') }
  return moved(visit, form, await reopenEvaluationYear(app, person, param('code'), asked), 'reopened')
}

async function accept(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const asked = yearAsked(visit, form)
  const done = await acceptMechanical(app, person, param('code'), asked)
  if (!done.ok) return refusedWith(visit, { year: asked.year }, done.problem)
  const said = { year: asked.year, done: 'accepted', count: done.value.written }
  return { see: frame.to.grades(param('code'), param('edition'), undefined, said) }
}

const stageIn = (form: Form): EvaluationStage | undefined =>
  evaluationStages.find((each) => each === form.text('stage'))

/** 一行の欄。評価調書だけが、文と点数を送る。 */
const typedIn = (form: Form, kind: SubjectKind, id: string, more: Partial<EvaluationTyped> = {}): EvaluationTyped => ({
  subject: { kind, id },
  grade: form.text(`g-${id}`) || null,
  reason: form.text(`r-${id}`),
  direction: form.text(`d-${id}`) || null,
  revision: Number(form.text(`v-${id}`)) || 0,
  ...more,
})

const noStage: Problem = { kind: 'grades.no-stage', code: 'grades.no-stage', params: {} }

/** 一覧の一つの目標の行を保存する。断られた行は、打ったものを残して見せる。 */
async function save(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId, stage] = [param('code'), param('edition'), stageIn(form)]
  const asked = askedIn((name) => form.text(name))
  if (!stage) return { problem: noStage }
  const rows = form.all('id').map((id) => typedIn(form, 'indicator', id))
  const year = asked.year ?? 0
  const fill = form.text('do') === 'fill'
  const done = await evaluate(app, person, code, { editionId, year, stage, rows, fill })
  if (!done.ok) {
    if (done.problem.kind !== 'grades.year-closed') return refusedWith(visit, asked, done.problem)
    // 入れているあいだに確定した。打ったものを、写し取れるように残す。
    const outcome = { written: 0, refused: rows.map((typed) => ({ typed, problem: done.problem, now: null })) }
    return pageOf(visit, asked, { outcome }, 409)
  }
  if (done.value.refused.length > 0) {
    const meanwhile = done.value.refused.some(({ problem }) => problem.kind === 'grades.written-meanwhile')
    return pageOf(visit, asked, { outcome: done.value }, meanwhile ? 409 : 422)
  }
  const back = { ...asked, stage, done: 'saved', count: done.value.written }
  return { see: `${frame.to.grades(code, editionId, undefined, back)}` }
}

async function sheet(visit: Visit): Promise<Shown> {
  const { app, person, param, query, frame } = visit
  const edition = await editionOf(visit)
  if (!edition) return { missing: 'trouble.no-plan' }
  const asked = { year: numberIn(query('year'), 4), stage: query('stage') }
  const view = await evaluationView(app, person, edition, param('kind'), param('id'), asked)
  if (!view.ok) return { problem: view.problem }
  return { html: evaluationPage(frame, view.value, { saved: query('done') === 'saved' }) }
}

async function saveSheet(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, param, frame } = visit
  const [code, editionId, kind, id, stage] = [
    param('code'),
    param('edition'),
    param('kind'),
    param('id'),
    stageIn(form),
  ]
  if (!isSubjectKind(kind)) return { missing: 'trouble.no-item' }
  if (!stage) return { problem: noStage }
  const year = numberIn(form.text('year'), 4) ?? 0
  const picks = form
    .entries()
    .flatMap(([name, value]) => (name.startsWith('k-') && value ? [[name.slice(2), value]] : []))
  const points = picks.length > 0 ? { points: Object.fromEntries(picks) } : {}
  const typed = typedIn(form, kind, id, { text: form.text(`t-${id}`), ...points })
  const done = await evaluate(app, person, code, { editionId, year, stage, rows: [typed] })
  const [refused] = done.ok ? done.value.refused : [{ typed, problem: done.problem, now: null }]
  if (!refused) return { see: frame.to.evaluation(code, editionId, kind, id, { year, stage, done: 'saved' }) }
  const { problem } = refused
  const edition = await editionOf(visit)
  if (problem.kind === 'not-permitted' || problem.kind.endsWith('absent') || !edition) return { problem }
  const view = await evaluationView(app, person, edition, kind, id, { year, stage })
  if (!view.ok) return { problem: view.problem }
  const status = problem.kind === 'grades.written-meanwhile' || problem.kind === 'grades.year-closed' ? 409 : 422
  return { html: evaluationPage(frame, view.value, { refused }), status }
}
