import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import type { Member } from '#domain/people/member.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import type { LoginSetting } from '#store/logins.ts'
import type { App } from '../app.ts'
import { sha256Of } from '../sha256.ts'
import { answered, authOf, authSettings, type Caller, headersOf } from './auth.ts'
import { discover, discoveryAddress } from './discover.ts'
import { recordIn } from './login-record.ts'
import { secretOf, unseal } from './secret.ts'
import { sessionToken } from './session-token.ts'

/** ログインの頁に並べる、市の認証の相手。 */
export type Provider = { readonly municipality: string; readonly label: string; readonly city: string }

export const providers = async (app: App): Promise<readonly Provider[]> => {
  const found = await app.store.accounts.providers()
  if (found.length === 0) return []
  const names = new Map((await app.store.municipalities()).map(({ code, name }) => [code, name]))
  return found.map((each) => ({ ...each, city: names.get(each.municipality) ?? each.municipality }))
}

/** 認証の相手の中での名が同じでも、相手や申し込みが変われば別の人。設定ごとに分ける。 */
const providerId = (code: string, { issuer, clientId }: LoginSetting): string =>
  `oidc-${code}-${sha256Of(new TextEncoder().encode(`${issuer} ${clientId}`)).slice(0, 12)}`

/** 相手のところへ送る。答えは送り先の番地と、戻ったときに要るクッキー。`next` は入ったあとに見る頁（しるべの中の番地）。 */
export const startOidc = async (
  app: App,
  caller: Caller,
  code: string,
  next: string,
): Promise<Result<{ readonly see: string; readonly cookies: readonly string[] }>> => {
  const setting = await app.store.read(code, (tx) => tx.logins.setting())
  if (!setting) return refused('oidc-not-set')
  const there = await discover(setting.issuer)
  if (!there.ok) return there
  const auth = await authWith(app, caller, code, setting, () => {
    throw new Error('no one comes back on the way out')
  })
  if (!auth.ok) return auth
  const body = {
    provider: providerId(code, setting),
    callbackURL: caller.origin + next,
    errorCallbackURL: `${caller.origin}/${code}/oidc`,
    disableRedirect: true,
  }
  const answer = await answered(auth.value.api.signInSocial({ body, headers: headersOf(caller), asResponse: true }))
  const { url } = answer.ok ? (answer.body as { url?: string }) : {}
  if (url === undefined) return refused('oidc-failed', { reason: answer.ok ? 'no address' : answer.code })
  return done({ see: url, cookies: answer.cookies })
}

/** 断るわけを持って、better-auth の途中から出てくる。 */
class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

/**
 * 相手から戻った人を入れる。入れるのは、この市の利用者（招いたままの人も）の宛先と、相手の確かめた宛先が同じ人だけ。
 * 初めてのときに口座と結び、つぎからは相手の中での名（sub）で見分ける。
 * 断る符号: `oidc-mail-unverified`・`oidc-no-member`・`oidc-mail-has-account`・`oidc-other-account`・`oidc-state`・
 * `oidc-cancelled`・`oidc-failed`・`oidc-not-set`・`oidc-unreachable`。
 */
export const finishOidc = async (
  app: App,
  caller: Caller,
  code: string,
  query: Readonly<Record<string, string>>,
): Promise<Result<{ readonly see: string; readonly cookies: readonly string[] }>> => {
  const setting = await app.store.read(code, (tx) => tx.logins.setting())
  if (!setting) return refused('oidc-not-set')
  const there = await discover(setting.issuer)
  if (!there.ok) return there
  let member: Member | undefined
  const auth = await authWith(app, caller, code, setting, async (profile) => {
    member = await memberFor(app, code, providerId(code, setting), profile)
    return { name: member.name, email: String(profile.email), emailVerified: profile.email_verified === true }
  })
  if (!auth.ok) return auth
  try {
    const response: unknown = await auth.value.api.callbackOAuth({
      params: { id: providerId(code, setting) },
      query,
      headers: headersOf(caller),
      asResponse: true,
      method: 'GET',
    } as never)
    if (!(response instanceof Response)) throw new Error('better-auth was expected to answer with a Response')
    return await cameBack(app, caller, code, member, response)
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

const cameBack = async (app: App, caller: Caller, code: string, member: Member | undefined, response: Response) => {
  const to = new URL(response.headers.get('Location') ?? '/?error=no_location', caller.origin)
  const wrong = to.searchParams.get('error')
  if (wrong !== null || !member) return refused(errors[wrong ?? ''] ?? 'oidc-failed', { reason: wrong ?? 'no member' })
  const cookies = response.headers.getSetCookie()
  const secret = await secretOf(app)
  const tokens = cookies.map((cookie) => sessionToken(cookie.split(';')[0] ?? '', secret))
  const token = tokens.find((each) => each !== undefined)
  const signedIn = token && (await app.store.accounts.signedIn(token, app.now()))
  if (!signedIn) return refused('oidc-failed', { reason: 'no session' })
  const before = sessionToken(caller.cookie, secret)
  if (before !== undefined) await app.store.accounts.endToken(before)
  await bind(app, code, member, signedIn.accountId)
  await recordIn(app, code, signedIn.accountId, 'signed-in', 'oidc')
  return done({ see: to.pathname + to.search, cookies })
}

const errors: Readonly<Record<string, string>> = {
  state_mismatch: 'oidc-state',
  state_not_found: 'oidc-state',
  state_invalid: 'oidc-state',
  please_restart_the_process: 'oidc-state',
  access_denied: 'oidc-cancelled',
}

/** 口座を利用者に結び、招いたままの人を、働いている人とする。 */
const bind = async (app: App, code: string, member: Member, accountId: string): Promise<void> => {
  if (member.accountId === accountId && member.status === 'active') return
  const act = { by: member.name, at: app.now(), newId: app.newId, person: member.id }
  await app.store.write(code, act, async (tx) => {
    await tx.members.change(member.id, { accountId, status: 'active' })
    await tx.logins.record('invitation-accepted', member.id, 'oidc')
  })
}

type Profile = Readonly<Record<string, unknown>>

/**
 * 相手の言う人は、この市のだれか。口座が市をまたぐので、ここで結んでよいものを限る：
 * この市の利用者に結ばれた口座か、まだどこにもない口座だけ。よその市の口座には、宛先が同じでも入れない。
 */
const memberFor = async (app: App, code: string, provider: string, profile: Profile): Promise<Member> => {
  const { internalAdapter } = await (await authOf(app)).$context
  const sub = String(profile.sub ?? '')
  const owner = await internalAdapter.findAccountOwnerByKey({ providerId: provider, accountId: sub })
  if (owner?.kind === 'owned') {
    const known = await app.store.read(code, (tx) => tx.members.ofAccount(owner.user.id))
    if (known && known.status !== 'left') return known
  }
  if (typeof profile.email !== 'string' || profile.email_verified !== true) throw refusing('oidc-mail-unverified')
  const mail = profile.email.toLowerCase()
  const members = await app.store.read(code, (tx) => tx.members.list())
  const member = members.find((each) => each.status !== 'left' && each.mail?.toLowerCase() === mail)
  if (!member) throw refusing('oidc-no-member', { mail })
  if (owner?.kind === 'owned') throw refusing('oidc-other-account', { mail })
  if (member.accountId !== null) {
    await internalAdapter.linkAccount({ userId: member.accountId, providerId: provider, accountId: sub })
    return member
  }
  if (await app.store.accounts.byMail(mail)) throw refusing('oidc-mail-has-account', { mail })
  return member
}

const refusing = (code: string, params: Record<string, string> = {}): Refused =>
  new Refused(refused(code, params).problem)

/** この市の相手を知る better-auth。設定はいつでも変わるので、求めごとに作る。 */
const authWith = async (
  app: App,
  { origin }: Caller,
  code: string,
  setting: LoginSetting,
  mapProfileToUser: (profile: Profile) => Promise<{ name: string; email: string; emailVerified: boolean }>,
) => {
  const clientSecret = await unseal(app, setting.clientSecretSealed)
  if (clientSecret === undefined) return refused('oidc-secret-lost')
  const config = {
    providerId: providerId(code, setting),
    discoveryUrl: discoveryAddress(setting.issuer),
    requireIdTokenVerification: true,
    clientId: setting.clientId,
    clientSecret,
    scopes: ['openid', 'email', 'profile'],
    redirectURI: `${origin}/${code}/oidc/callback`,
    mapProfileToUser,
  }
  const settings = authSettings(app.store, await secretOf(app))
  return done(
    betterAuth({
      ...settings,
      baseURL: origin,
      // 相手の札（アクセストークンなど）は使わないので、置かない。
      account: { accountLinking: { enabled: false }, updateAccountOnSignIn: false },
      databaseHooks: {
        session: { create: { before: async (session) => ({ data: { ...session, municipality: code } }) } },
        account: {
          create: {
            before: async (account) => ({
              data: { ...account, accessToken: null, refreshToken: null, idToken: null },
            }),
          },
        },
      },
      plugins: [genericOAuth({ config: [config] })],
    }),
  )
}
