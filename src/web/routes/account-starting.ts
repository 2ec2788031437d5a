import type { Problem } from '#domain/problem.ts'
import { acceptInvitation, invitationShown, joinWithAccount } from '#operations/accounts/accept-invitation.ts'
import { firstLink, makeFirstAdministrator } from '#operations/accounts/first-administrator.ts'
import { requestReset, resetLink, resetPassword } from '#operations/accounts/reset.ts'
import type { Form } from '../form.ts'
import { firstPage } from '../pages/account/first-page.tsx'
import { invitationPage } from '../pages/account/invitation-page.tsx'
import { newPasswordPage, resetAskedPage, resetPage } from '../pages/account/reset-pages.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { entering } from './account-entering.ts'

/** 口座の始まり：初めの管理者、招き、パスワードの決め直し。 */
export const startingRoutes: readonly Route[] = [
  ['/first/:token', first],
  ['/reset', reset],
  ['/reset/:token', newPassword],
  ['/:code/invitations/:token', invitation],
]

export const startingActs: readonly Act[] = [
  ['/first/:token', makeFirst],
  ['/reset', askReset],
  ['/reset/:token', setPassword],
  ['/:code/invitations/:token', accept],
]

/** 見本しかなければ、新しい市を入れるところから。 */
async function first(visit: Visit): Promise<Shown> {
  const open = await firstLink(visit.app, visit.caller, visit.param('token'))
  if (!open.ok) return open
  const cities = await visit.shelf.municipalities()
  const own = cities.filter(({ demonstration }) => !demonstration)
  const typed = { name: '', mail: '', newCode: '', newName: '', planner: true }
  return {
    html: firstPage(visit.frame, { token: visit.param('token'), cities, chosen: own[0]?.code ?? '', ...typed }),
  }
}

async function makeFirst(visit: Visit, form: Form): Promise<Acted> {
  const { app, caller, frame, shelf, param } = visit
  const typed = {
    name: form.text('name').slice(0, 60),
    mail: form.text('mail').slice(0, 255),
    chosen: form.text('chosen'),
    newCode: form.text('newCode').slice(0, 12),
    newName: form.text('newName').slice(0, 60),
    planner: form.text('planner') === 'yes',
  }
  const made = await makeFirstAdministrator(app, caller, param('token'), {
    name: typed.name,
    mail: typed.mail,
    password: form.text('password').slice(0, 512),
    code: typed.chosen || typed.newCode,
    city: typed.chosen ? '' : typed.newName,
    planner: typed.planner,
  })
  if (made.ok) return entering(visit, frame.to.people(made.value.code), made.value.cookies)
  if (made.problem.code === 'first-link-unknown') return made
  const cities = await shelf.municipalities()
  return { html: firstPage(frame, { token: param('token'), cities, ...typed, refused: made.problem }), status: 422 }
}

async function reset({ frame }: Visit): Promise<Shown> {
  return { html: resetPage(frame, { mail: '' }) }
}

async function askReset({ app, caller, frame }: Visit, form: Form): Promise<Acted> {
  const mail = form.text('mail').slice(0, 255)
  const linkTo = (token: string) => caller.origin + frame.to.reset(token)
  const asked = await requestReset(app, caller, mail, frame.lang, linkTo)
  if (!asked.ok) return { html: resetPage(frame, { mail, refused: asked.problem }), status: 422 }
  return { html: resetAskedPage(frame) }
}

async function newPassword({ app, caller, frame, param }: Visit): Promise<Shown> {
  const open = await resetLink(app, caller, param('token'))
  return open.ok ? { html: newPasswordPage(frame, { token: param('token') }) } : open
}

async function setPassword({ app, caller, frame, param }: Visit, form: Form): Promise<Acted> {
  const token = param('token')
  const set = await resetPassword(app, caller, token, form.text('password').slice(0, 512))
  if (set.ok) return { see: `${frame.to.login()}?said=reset` }
  if (set.problem.code === 'reset-link-unknown') return set
  return { html: newPasswordPage(frame, { token, refused: set.problem }), status: 422 }
}

async function invitation(visit: Visit): Promise<Shown> {
  return invitationAgain(visit, '', undefined)
}

const invitationAgain = async (visit: Visit, mail: string, problem: Problem | undefined): Promise<Shown> => {
  const { app, caller, frame, param, signedIn } = visit
  const [code, token] = [param('code'), param('token')]
  const shown = await invitationShown(app, caller, code, token)
  if (!shown.ok) return shown
  const html = invitationPage(frame, { code, token, shown: shown.value, signedIn, mail, refused: problem })
  return problem ? { html, status: 422 } : { html }
}

async function accept(visit: Visit, form: Form): Promise<Acted> {
  const { app, caller, frame, param, signedIn } = visit
  const [code, token, mail] = [param('code'), param('token'), form.text('mail').slice(0, 255)]
  if (form.text('join') !== '') {
    if (!signedIn) return { see: frame.to.login(frame.to.invitation(code, token)) }
    const joined = await joinWithAccount(app, caller, signedIn, code, token)
    return joined.ok ? { see: frame.to.work(code) } : invitationAgain(visit, mail, joined.problem)
  }
  const accepted = await acceptInvitation(app, caller, code, token, {
    mail,
    password: form.text('password').slice(0, 512),
  })
  if (!accepted.ok) return invitationAgain(visit, mail, accepted.problem)
  return entering(visit, frame.to.work(code), accepted.value)
}
