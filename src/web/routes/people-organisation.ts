import { type FateRow, isFate, type Reorganisation } from '#domain/people/reorganisation.ts'
import type { Problem } from '#domain/problem.ts'
import { addDepartment, correctDepartment, moveDepartment, organisationView } from '#operations/people/organisation.ts'
import { checkReorganisation, reorganisationView, reorganise } from '#operations/people/reorganise.ts'
import { proposedDepartments, startFromPlan } from '#operations/people/start-from-plan.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { changeCheckPage } from '../pages/people/change-check-page.tsx'
import { type ChangeGiven, changePage } from '../pages/people/change-page.tsx'
import { type OrganisationGiven, organisationPage } from '../pages/people/organisation-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

export const organisationRoutes: readonly Route[] = [
  ['/:code/organisation', organisation],
  ['/:code/organisation/change', change],
]

export const organisationActs: readonly Act[] = [
  ['/:code/organisation', add],
  ['/:code/organisation/unit', unit],
  ['/:code/organisation/start', start],
  ['/:code/organisation/change', reorganising],
]

const shown = async (visit: Visit, given: Partial<OrganisationGiven>, status?: 422): Promise<Shown> => {
  const { app, person, frame, param, query } = visit
  const code = param('code')
  const view = await organisationView(app, person, code, query('day'))
  if (!view.ok) return { problem: view.problem }
  const proposed = view.value.changesDepartments ? await proposedDepartments(app, person, code) : undefined
  return {
    html: organisationPage({
      frame,
      view: view.value,
      proposed: proposed?.ok ? proposed.value : [],
      given: {
        name: '',
        parent: '',
        phone: '',
        from: view.value.today,
        editing: query('edit') === 'yes',
        ...given,
      },
    }),
    ...(status && { status }),
  }
}

async function organisation(visit: Visit): Promise<Shown> {
  const { query, frame } = visit
  const [departments, owners] = [numberIn(query('departments'), 5), numberIn(query('owners'), 6)]
  if (departments !== undefined && owners !== undefined)
    return shown(visit, { done: frame.t('organisation.started', { departments, owners }) })
  const done = query('done')
  return shown(visit, {
    done: done === 'added' ? frame.t('organisation.added') : done ? frame.t('organisation.changed') : undefined,
  })
}

async function add(visit: Visit, form: Form): Promise<Acted> {
  const code = visit.param('code')
  const typed = {
    name: form.text('name'),
    parentId: form.text('parent'),
    phone: form.text('phone'),
    from: form.text('from'),
  }
  const added = await addDepartment(visit.app, visit.person, code, typed)
  if (!added.ok) return shown(visit, { ...typed, parent: typed.parentId, problem: added.problem }, 422)
  return { see: visit.frame.to.organisation(code, { done: 'added' }) }
}

async function unit(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const [code, id, what] = [param('code'), form.text('id'), form.text('do')]
  const changed =
    what === 'up' || what === 'down'
      ? await moveDepartment(app, person, code, id, what)
      : await correctDepartment(app, person, code, id, {
          name: form.text('name'),
          parent: form.text('parent'),
          phone: form.text('phone'),
        })
  if (!changed.ok) return shown(visit, { problem: changed.problem, editing: true }, 422)
  return { see: frame.to.organisation(code, { edit: 'yes', done: 'changed' }) }
}

async function start(visit: Visit, form: Form): Promise<Acted> {
  const code = visit.param('code')
  const started = await startFromPlan(visit.app, visit.person, code, form.all('name'), form.text('from'))
  if (!started.ok) return shown(visit, { problem: started.problem }, 422)
  return { see: visit.frame.to.organisation(code, started.value) }
}

const noChange: ChangeGiven = { rows: new Map(), added: '', note: '', problems: [] }

const changeShown = async (visit: Visit, day: string | undefined, given: ChangeGiven, status?: 422): Promise<Shown> => {
  const view = await reorganisationView(visit.app, visit.person, visit.param('code'), day)
  if (!view.ok) return { problem: view.problem }
  return { html: changePage(visit.frame, view.value, given), ...(status && { status }) }
}

async function change(visit: Visit): Promise<Shown> {
  const { query, frame } = visit
  const [departments, owners, responses] = ['departments', 'owners', 'responses'].map((name) =>
    numberIn(query(name), 6),
  )
  const done =
    departments !== undefined && owners !== undefined && responses !== undefined
      ? frame.t('change.done', { departments, owners, responses })
      : undefined
  return changeShown(visit, query('day'), { ...noChange, done })
}

/** 確かめる・行う・直しに戻る。打ったものはどの頁にも持って回る。 */
async function reorganising(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const code = param('code')
  const asked = askedIn(form)
  const given = { ...noChange, rows: rowMap(asked.rows), added: form.text('added'), note: form.text('note') }
  if (form.text('do') === 'edit') return changeShown(visit, asked.day, given)
  if (form.text('do') === 'apply') {
    const done = await reorganise(app, person, code, asked, form.text('seen'))
    if (done.ok) return { see: frame.to.organisationChange(code, done.value) }
    return checkShown(visit, form, asked, given, done.problem)
  }
  return checkShown(visit, form, asked, given)
}

const checkShown = async (
  visit: Visit,
  form: Form,
  asked: Reorganisation,
  given: ChangeGiven,
  problem?: Problem,
): Promise<Acted> => {
  const { app, person, frame, param } = visit
  const view = await reorganisationView(app, person, param('code'), asked.day)
  if (!view.ok) return { problem: view.problem }
  const checked = await checkReorganisation(app, person, param('code'), asked)
  if (!checked.ok)
    return changeShown(visit, undefined, { ...given, problems: [{ unitId: null, problem: checked.problem }] }, 422)
  if ('problems' in checked.value)
    return changeShown(visit, asked.day, { ...given, problems: checked.value.problems }, 422)
  const typed = form.entries().filter(([name]) => /^(?:fate-|words-|day$|note$|added$)/.test(name))
  const html = changeCheckPage({
    frame,
    view: view.value,
    checked: checked.value,
    typed: changingOnly(typed, asked.rows),
    choices: asked.choices,
    ...(problem && { problem }),
  })
  return problem ? { html, status: 409 } : { html }
}

/** そのままの課の欄は送り返さない（百の課でも、隠した欄は変わる課の分だけ）。 */
const changingOnly = (typed: readonly (readonly [string, string])[], rows: readonly FateRow[]) => {
  const changing = new Set(rows.map(({ unitId }) => unitId))
  return typed.filter(([name]) => {
    const id = /^(?:fate|words)-(.+)$/.exec(name)?.[1]
    return id === undefined || changing.has(id)
  })
}

const askedIn = (form: Form): Reorganisation => {
  const entries = form.entries()
  const rows = entries.flatMap(([name, fate]): readonly FateRow[] => {
    const unitId = /^fate-(.+)$/.exec(name)?.[1]
    if (unitId === undefined || !isFate(fate) || fate === 'stay') return []
    return [{ unitId, fate, words: form.text(`words-${unitId}`).slice(0, 200) }]
  })
  const choices = entries.flatMap(([name, value]) => {
    const id = /^to-(.+)$/.exec(name)?.[1]
    return id === undefined ? [] : [[id, Number(value) || 0] as const]
  })
  const note = form.text('note').trim()
  return {
    day: form.text('day'),
    rows,
    added: form
      .text('added')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    note: note === '' ? null : note.slice(0, 200),
    choices: new Map(choices),
  }
}

const rowMap = (rows: readonly FateRow[]): ReadonlyMap<string, FateRow> => new Map(rows.map((row) => [row.unitId, row]))
