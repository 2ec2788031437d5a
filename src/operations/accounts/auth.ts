import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { passwordLength } from '#domain/people/password.ts'
import type { Store } from '#store/store.ts'
import type { App } from '../app.ts'
import { secretOf } from './secret.ts'

/** ログインの続く長さ（秒）。仕事の一日。使っても延びないので、朝に一度入れば、夜に切れる。 */
export const sessionSeconds = 12 * 60 * 60

const auths = new WeakMap<Store, Promise<Auth>>()

/** このしるべの better-auth。初めて要るときに作る。 */
export const authOf = (app: App): Promise<Auth> => {
  const known = auths.get(app.store)
  if (known) return known
  const made = secretOf(app).then((secret) => makeAuth(app.store, secret))
  auths.set(app.store, made)
  made.catch(() => auths.delete(app.store))
  return made
}

export type Auth = ReturnType<typeof makeAuth>

/**
 * better-auth の決まり。HTTP の口は開かず、操作から関数として呼ぶだけなので、送り元の確かめと試みの限りは
 * しるべの側（`web/security.ts`・`attempts.ts`）が持つ。何も外へ送らず、何も端末に書かない。
 */
export const authSettings = (store: Store, secret: string) => ({
  appName: 'しるべ',
  baseURL: 'http://localhost',
  secret,
  database: store.accounts.forBetterAuth(),
  telemetry: { enabled: false },
  logger: { disabled: true },
  rateLimit: { enabled: false },
  advanced: {
    cookiePrefix: 'shirube',
    useSecureCookies: false, // 求めごとに https かどうかを見て、web の側が Secure を付ける
    disableCSRFCheck: true,
    disableOriginCheck: true,
    ipAddress: { ipAddressHeaders: ['x-shirube-address'] },
  },
  session: {
    expiresIn: sessionSeconds,
    disableSessionRefresh: true,
    cookieCache: { enabled: false },
    additionalFields: { municipality: { type: 'string' as const, required: false, input: false } },
  },
  verification: { storeIdentifier: 'hashed' as const },
  emailAndPassword: {
    enabled: true,
    disableSignUp: true,
    minPasswordLength: passwordLength.least,
    maxPasswordLength: passwordLength.most * 4,
    revokeSessionsOnPasswordReset: true,
  },
})

const makeAuth = (store: Store, secret: string) =>
  betterAuth({ ...authSettings(store, secret), plugins: [twoFactor({ issuer: 'しるべ' })] })

/** 誰の、どの機械からの求めか。web が求めごとに作る。 */
export type Caller = {
  /** 送られたクッキーのまま。 */
  readonly cookie: string
  /** 相手の番地（分からなければ null）。 */
  readonly address: string | null
  readonly browser: string
  /** この訪れの、しるべの番地の頭（`https://shirube.example`）。 */
  readonly origin: string
}

/** better-auth に渡す頭。 */
export const headersOf = ({ cookie, address, browser }: Caller): Headers =>
  new Headers({
    cookie,
    'user-agent': browser.slice(0, 200),
    ...(address !== null && { 'x-shirube-address': address }),
  })

export type Answered =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>>; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly cookies: readonly string[] }

/** better-auth の答えを、値として受ける。クッキーは、そのままブラウザーに渡す。 */
export const answered = async (answer: Promise<unknown>): Promise<Answered> => {
  const response = await answer
  if (!(response instanceof Response)) throw new Error('better-auth was expected to answer with a Response')
  const cookies = response.headers.getSetCookie()
  const body: unknown = await response.json().catch(() => ({}))
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  if (response.ok) return { ok: true, body: fields, cookies }
  return { ok: false, code: typeof fields.code === 'string' ? fields.code : String(response.status), cookies }
}
