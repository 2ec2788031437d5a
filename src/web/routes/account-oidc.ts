import type { Problem } from '#domain/problem.ts'
import { finishOidc, providers, startOidc } from '#operations/accounts/oidc.ts'
import { loginPage } from '../pages/account/login-page.tsx'
import type { Route } from '../routes.ts'
import type { Shown, Visit } from '../visit.ts'
import { entering, nextIn } from './account-entering.ts'

/** 市の認証基盤（OpenID Connect）への往き帰り。 */
export const oidcRoutes: readonly Route[] = [
  ['/:code/oidc', start],
  ['/:code/oidc/callback', callback],
]

async function start(visit: Visit): Promise<Shown> {
  const next = nextIn(visit.query('next')) || visit.frame.to.work(visit.param('code'))
  const started = await startOidc(visit.app, visit.caller, visit.param('code'), next)
  if (!started.ok) return again(visit, next, started.problem)
  return entering(visit, started.value.see, started.value.cookies)
}

async function callback(visit: Visit): Promise<Shown> {
  const query = Object.fromEntries(new URL(visit.frame.path, 'http://localhost').searchParams)
  const finished = await finishOidc(visit.app, visit.caller, visit.param('code'), query)
  if (!finished.ok) return again(visit, visit.frame.to.work(visit.param('code')), finished.problem)
  return entering(visit, finished.value.see, finished.value.cookies)
}

/** 入れなかったわけを、ログインの頁で言う。 */
const again = async (visit: Visit, next: string, problem: Problem): Promise<Shown> => {
  const own = (await providers(visit.app)).filter(({ municipality }) => municipality === visit.param('code'))
  return { html: loginPage(visit.frame, { mail: '', next, providers: own, refused: problem }), status: 422 }
}
