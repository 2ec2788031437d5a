import { treeOn } from '#domain/people/organisation.ts'
import { refused } from '#domain/problem.ts'
import { addPerson } from '#operations/people/change-person.ts'
import { type PeopleFilter, peopleView } from '#operations/people/people-view.ts'
import { inviteAllByMail } from '#operations/people/send-invitation.ts'
import { previewRoster, previewText, rosterTemplate, takeRoster } from '#operations/people/take-roster.ts'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { invitedPage } from '../pages/people/invited-page.tsx'
import { type PeopleGiven, peoplePage } from '../pages/people/people-page.tsx'
import { rosterPage } from '../pages/people/roster-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { organisationActs, organisationRoutes } from './people-organisation.ts'
import { ownersActs, ownersRoutes } from './people-owners.ts'
import { personActs, personRoutes } from './people-person.ts'
import { transferActs, transferRoutes } from './people-transfer.ts'

/** 人と課・機構改革・人事異動・担当の頁。 */
export const peopleRoutes: readonly Route[] = [
  ['/:code/people', people],
  ['/:code/people/roster.csv', template],
  ...personRoutes,
  ...organisationRoutes,
  ...transferRoutes,
  ...ownersRoutes,
]

export const peopleActs: readonly Act[] = [
  ['/:code/people', add],
  ['/:code/people/roster', roster],
  ['/:code/people/invite', inviteEveryone],
  ...personActs,
  ...organisationActs,
  ...transferActs,
  ...ownersActs,
]

const nothing: PeopleGiven = { name: '', mail: '', phone: '' }

const filterIn = ({ query }: Visit): PeopleFilter => ({
  q: query('q')?.slice(0, 100),
  department: query('department'),
  role: query('role'),
  standing: query('standing'),
  page: numberIn(query('page'), 4),
})

const shown = async (visit: Visit, given: PeopleGiven, status?: 422): Promise<Shown> => {
  const view = await peopleView(visit.app, visit.person, visit.param('code'), filterIn(visit))
  if (!view.ok) return { problem: view.problem }
  return { html: peoplePage(visit.frame, view.value, given), ...(status && { status }) }
}

async function people(visit: Visit): Promise<Shown> {
  return shown(visit, nothing)
}

/** 名簿の見本。いまある課の名を使う。 */
async function template(visit: Visit): Promise<Shown> {
  const view = await peopleView(visit.app, visit.person, visit.param('code'))
  if (!view.ok) return { problem: view.problem }
  const units = treeOn(view.value.units, view.value.today)
    .filter(({ unit }) => !view.value.units.some(({ parentId }) => parentId === unit.id))
    .map(({ unit }) => unit)
  const bytes = new TextEncoder().encode(rosterTemplate(units))
  return { file: { fileName: '名簿の見本.csv', mediaType: 'text/csv; charset=utf-8', bytes } }
}

async function add(visit: Visit, form: Form): Promise<Acted> {
  const typed = { name: form.text('name'), mail: form.text('mail'), phone: form.text('phone') }
  const code = visit.param('code')
  const added = await addPerson(visit.app, visit.person, code, typed)
  if (!added.ok) return shown(visit, { ...typed, problem: added.problem }, 422)
  return { see: visit.frame.to.people(code, added.value, { done: 'added' }) }
}

/** 名簿を確かめる。「取り込む」で送られた字なら、取り込む。 */
async function roster(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const code = param('code')
  const refuse = (problem: PeopleGiven['problem']) =>
    shown(visit, { ...nothing, roster: true, ...(problem && { problem }) }, 422)
  if (form.text('take') === 'yes') return take(visit, form)
  const file = await form.file('file')
  if (!file) return refuse(refused('roster-file-needed').problem)
  const preview = await previewRoster(app, person, code, file)
  if (!preview.ok) return refuse(preview.problem)
  const view = await peopleView(app, person, code)
  if (!view.ok) return { problem: view.problem }
  return { html: rosterPage(frame, view.value.municipality, preview.value) }
}

async function take(visit: Visit, form: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const code = param('code')
  const taken = await takeRoster(app, person, code, form.text('text'))
  if (!taken.ok) return shown(visit, { ...nothing, roster: true, problem: taken.problem }, 422)
  const { plan, touched } = taken.value
  const done = frame.t('people.roster-taken', {
    added: plan.added.length,
    changed: plan.changed.length,
    given: plan.given.length,
    problems: plan.problems.length,
  })
  if (plan.problems.length > 0 && touched.length === 0) {
    const preview = await previewText(app, person, code, form.text('text'))
    const view = await peopleView(app, person, code)
    if (preview.ok && view.ok) return { html: rosterPage(frame, view.value.municipality, preview.value) }
  }
  return invited(visit, form.text('invite') === 'yes' ? touched : [], done)
}

/** まだ招いていない人をみな招く。 */
async function inviteEveryone(visit: Visit): Promise<Acted> {
  const { app, person, param } = visit
  const code = param('code')
  const ids: string[] = []
  for (let page = 1, of = 1; page <= of; page += 1) {
    const view = await peopleView(app, person, code, { standing: 'uninvited', page })
    if (!view.ok) return { problem: view.problem }
    of = view.value.page.of
    ids.push(...view.value.lines.map(({ member }) => member.id))
  }
  return invited(visit, ids)
}

/** 招いて、番地を見せる。番地は二度と見せられないので、送り直さずにこの答えで見せる。 */
const invited = async (visit: Visit, ids: readonly string[], done?: string): Promise<Acted> => {
  const { app, person, frame, param, caller } = visit
  const code = param('code')
  const linkOf = (token: string) => caller.origin + frame.to.invitation(code, token)
  const { given, refused: not } = await inviteAllByMail(app, person, code, ids, linkOf)
  const view = await peopleView(app, person, code)
  if (!view.ok) return { problem: view.problem }
  return { html: invitedPage({ frame, municipality: view.value.municipality, given, refused: not, done }) }
}
