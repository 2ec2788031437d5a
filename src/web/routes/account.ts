import { isRole } from '#domain/people/role.ts'
import { type Problem, refused } from '#domain/problem.ts'
import { demonstrationChoices, startDemonstration } from '#operations/accounts/demonstration.ts'
import { providers } from '#operations/accounts/oidc.ts'
import { enterCode, signIn, signOut } from '#operations/accounts/sign-in.ts'
import { citiesOf, signedInBy } from '#operations/accounts/who.ts'
import type { Form } from '../form.ts'
import type { WebCode } from '../frame.ts'
import { demonstrationPage } from '../pages/account/demonstration-page.tsx'
import { codePage, loginPage } from '../pages/account/login-page.tsx'
import type { Act, Route } from '../routes.ts'
import { demonstrationCookie } from '../session.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { entering, nextIn } from './account-entering.ts'
import { oidcRoutes } from './account-oidc.ts'
import { ownActs, ownRoutes } from './account-own.ts'
import { startingActs, startingRoutes } from './account-starting.ts'
import { loginSettingActs, loginSettingRoutes } from './settings-login.ts'

/** ログイン・口座の頁。 */
export const accountRoutes: readonly Route[] = [
  ['/login', login],
  ['/login/code', code],
  ['/:code/demonstration', demonstration],
  ...startingRoutes,
  ...ownRoutes,
  ...oidcRoutes,
  ...loginSettingRoutes,
]

export const accountActs: readonly Act[] = [
  ['/login', doLogin],
  ['/login/code', doCode],
  ['/logout', doLogout],
  ['/:code/demonstration', tryRole],
  ['/:code/demonstration/end', stopTrying],
  ...startingActs,
  ...ownActs,
  ...loginSettingActs,
]

const sayings: Readonly<Record<string, WebCode>> = {
  out: 'account.ended',
  reset: 'account.password-changed-login',
}

/** もう入っている人は、行くところへ。 */
async function login(visit: Visit): Promise<Shown> {
  const next = nextIn(visit.query('next'))
  if (visit.signedIn) return { see: next || visit.frame.to.account() }
  return { html: loginPage(visit.frame, { ...(await face(visit, next)), mail: '' }) }
}

/** 行き先の市の認証を先に並べる。行き先に市がなければ、すべて。 */
const face = async (visit: Visit, next: string) => {
  const all = await providers(visit.app)
  const city = /^(?:\/en)?\/(\d{6})(?:\/|$|\?)/.exec(next)?.[1]
  return {
    next,
    said: sayings[visit.query('said') ?? ''],
    providers: city === undefined ? all : all.filter(({ municipality }) => municipality === city),
  }
}

async function doLogin(visit: Visit, form: Form): Promise<Acted> {
  const { app, caller, frame } = visit
  const [mail, next] = [form.text('mail').slice(0, 255), nextIn(form.text('next'))]
  const entered = await signIn(app, caller, mail, form.text('password').slice(0, 512))
  if (!entered.ok) {
    const given = { ...(await face(visit, next)), said: undefined, mail, refused: entered.problem }
    return { html: loginPage(frame, given), status: 422 }
  }
  const { cookies } = entered.value
  if (entered.value.next === 'code')
    return entering(visit, `${frame.to.login()}/code${next ? `?next=${encodeURIComponent(next)}` : ''}`, cookies)
  return entering(visit, next || (await homeOf(visit, cookies)), cookies)
}

/** 行き先を言わずに入った人の、はじめの頁：市が一つなら、その市の仕事。 */
const homeOf = async ({ app, frame }: Visit, cookies: readonly string[]): Promise<string> => {
  const sent = cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const signedIn = await signedInBy(app, sent)
  const [only, another] = signedIn ? await citiesOf(app, signedIn) : []
  return only && !another ? frame.to.work(only.code) : frame.to.account()
}

async function code({ frame, query }: Visit): Promise<Shown> {
  return { html: codePage(frame, { next: nextIn(query('next')) }) }
}

async function doCode(visit: Visit, form: Form): Promise<Acted> {
  const { app, caller, frame } = visit
  const backup = form.text('kind') === 'backup'
  const next = nextIn(form.text('next'))
  const typed = form.text(backup ? 'backup' : 'code').slice(0, 60)
  const entered = await enterCode(app, caller, typed, backup ? 'backup' : 'app')
  if (!entered.ok) return { html: codePage(frame, { next, backup, refused: entered.problem }), status: 422 }
  const { cookies } = entered.value
  return entering(visit, next || (await homeOf(visit, cookies)), cookies)
}

async function doLogout(visit: Visit): Promise<Acted> {
  const cookies = await signOut(visit.app, visit.caller)
  return entering(visit, `${visit.frame.to.login()}?said=out`, [...cookies, noDemonstration])
}

const noDemonstration = `${demonstrationCookie}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`

const notSample: Shown = { problem: refused('demonstration-not-here').problem }

async function demonstration(visit: Visit): Promise<Shown> {
  return tryPage(visit, undefined)
}

const tryPage = async ({ app, shelf, frame, site, param }: Visit, problem: Problem | undefined): Promise<Shown> => {
  const city = (await shelf.municipalities()).find((each) => each.code === param('code'))
  const choices = site.loopback && city ? await demonstrationChoices(app, city.code) : undefined
  if (!city || !choices) return notSample
  const html = demonstrationPage(frame, city, { choices, refused: problem })
  return problem ? { html, status: 422 } : { html }
}

/** 役を選んで試し始める。課の役で、まだ課がなければ、作って選ばせる。 */
async function tryRole(visit: Visit, form: Form): Promise<Acted> {
  const { app, frame, site, param } = visit
  if (!site.loopback) return notSample
  const to = frame.to.demonstration(param('code'))
  const role = form.text('role')
  if (!isRole(role)) return { see: to }
  const started = await startDemonstration(app, param('code'), role, form.text('department') || null)
  if (!started.ok)
    return started.problem.code === 'demonstration-department' ? tryPage(visit, started.problem) : started
  const cookie = `${demonstrationCookie}=${encodeURIComponent(started.value)}; Path=/; HttpOnly; SameSite=Lax`
  return entering(visit, frame.to.work(param('code')), [cookie])
}

async function stopTrying(visit: Visit): Promise<Acted> {
  return entering(visit, visit.frame.to.city(visit.param('code')), [noDemonstration])
}
