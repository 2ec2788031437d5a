import { isRole } from '#domain/people/role.ts'
import { type Problem, type Result, refused } from '#domain/problem.ts'
import { makeResetLink } from '#operations/accounts/reset.ts'
import {
  bringBack,
  changeDetails,
  type Details,
  endRole,
  giveRole,
  leave,
  setAbsence,
} from '#operations/people/change-person.ts'
import { revokeInvitation } from '#operations/people/invitations.ts'
import { personView } from '#operations/people/people-view.ts'
import { inviteByMail } from '#operations/people/send-invitation.ts'
import type { Form } from '../form.ts'
import type { Frame, WebCode } from '../frame.ts'
import { mailedInWords } from '../pages/people/invited-page.tsx'
import { type PersonGiven, type PersonPart, personPage } from '../pages/people/person-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'

export const personRoutes: readonly Route[] = [['/:code/people/:id', page]]

export const personActs: readonly Act[] = [
  ['/:code/people/:id/details', details],
  ['/:code/people/:id/role', role],
  ['/:code/people/:id/end-role', end],
  ['/:code/people/:id/absence', absence],
  ['/:code/people/:id/leave', leaving],
  ['/:code/people/:id/bring-back', back],
  ['/:code/people/:id/invite', invite],
  ['/:code/people/:id/revoke', revoke],
  ['/:code/people/:id/reset', reset],
]

const doneWords: Readonly<Record<string, WebCode>> = {
  added: 'people.added',
  details: 'people.details-changed',
  role: 'people.role-given',
  'end-role': 'people.role-ended',
  absence: 'people.absence-set',
  leave: 'people.leave-set',
  'bring-back': 'people.brought-back',
  revoke: 'people.revoked',
}

const doneIn = ({ t }: Frame, name: string | undefined): string | undefined => {
  const code = doneWords[name ?? '']
  return code && t(code)
}

const shown = async (visit: Visit, given: PersonGiven, status?: 409 | 422): Promise<Shown> => {
  const view = await personView(visit.app, visit.person, visit.param('code'), visit.param('id'))
  if (!view.ok) return { problem: view.problem }
  return { html: personPage(visit.frame, view.value, given), ...(status && { status }) }
}

async function page(visit: Visit): Promise<Shown> {
  return shown(visit, { done: doneIn(visit.frame, visit.query('done')) })
}

/** 済めば頁に戻り、断れば打ったままの欄とわけを見せる。 */
const answer = (
  visit: Visit,
  part: PersonPart,
  result: Result<unknown>,
  form: Form,
  status: 409 | 422 = 422,
): Promise<Acted> | Acted => {
  if (result.ok) return { see: visit.frame.to.people(visit.param('code'), visit.param('id'), { done: part }) }
  return again(visit, part, result.problem, form, status)
}

const again = (visit: Visit, part: PersonPart, problem: Problem, form: Form, status: 409 | 422 = 422) =>
  shown(visit, { part, problem, typed: Object.fromEntries(form.entries()) }, status)

const at = (visit: Visit) => [visit.app, visit.person, visit.param('code'), visit.param('id')] as const

async function details(visit: Visit, form: Form): Promise<Acted> {
  const read = (prefix: string): Details => ({
    name: form.text(`${prefix}name`),
    mail: form.text(`${prefix}mail`),
    phone: form.text(`${prefix}phone`),
  })
  const changed = await changeDetails(...at(visit), read(''), read('seen-'))
  const meanwhile = !changed.ok && changed.problem.kind === 'member-changed-meanwhile'
  return answer(visit, 'details', changed, form, meanwhile ? 409 : 422)
}

async function role(visit: Visit, form: Form): Promise<Acted> {
  const asked = form.text('role')
  if (!isRole(asked)) return again(visit, 'role', refused('role-needs-department').problem, form)
  const given = await giveRole(...at(visit), {
    role: asked,
    departmentId: form.text('department'),
    from: form.text('from'),
    to: form.text('to'),
    acting: form.text('acting') === 'yes',
  })
  return answer(visit, 'role', given, form)
}

async function end(visit: Visit, form: Form): Promise<Acted> {
  return answer(visit, 'end-role', await endRole(...at(visit), form.text('membership'), form.text('to')), form)
}

async function absence(visit: Visit, form: Form): Promise<Acted> {
  const set = await setAbsence(...at(visit), { from: form.text('from'), to: form.text('to') })
  return answer(visit, 'absence', set, form)
}

async function leaving(visit: Visit, form: Form): Promise<Acted> {
  return answer(visit, 'leave', await leave(...at(visit), form.text('day')), form)
}

async function back(visit: Visit, form: Form): Promise<Acted> {
  return answer(visit, 'bring-back', await bringBack(...at(visit)), form)
}

/** 招きの番地は一度しか見せられないので、送り直さずにこの答えで見せる。 */
async function invite(visit: Visit, form: Form): Promise<Acted> {
  const { frame, caller, param } = visit
  const linkOf = (token: string) => caller.origin + frame.to.invitation(param('code'), token)
  const invited = await inviteByMail(...at(visit), linkOf)
  if (!invited.ok) return again(visit, 'invite', invited.problem, form)
  const { link, mailed } = invited.value
  return shown(visit, {
    link: { href: link, words: frame.t('people.link-invite'), mail: mailedInWords(frame, mailed) },
  })
}

async function revoke(visit: Visit, form: Form): Promise<Acted> {
  return answer(visit, 'revoke', await revokeInvitation(...at(visit)), form)
}

async function reset(visit: Visit, form: Form): Promise<Acted> {
  const { frame, caller } = visit
  const made = await makeResetLink(...at(visit))
  if (!made.ok) return again(visit, 'reset', made.problem, form)
  const href = caller.origin + frame.to.reset(made.value)
  return shown(visit, { link: { href, words: frame.t('people.link-reset'), mail: null } })
}
