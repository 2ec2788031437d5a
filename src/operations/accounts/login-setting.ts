import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { LoginSetting } from '#store/logins.ts'
import type { App } from '../app.ts'
import { actAs, permitted, reachOf } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { discover } from './discover.ts'
import { seal } from './secret.ts'

/** 設定の頁に出すもの。秘密は、あるかどうかだけ。 */
export type LoginSettingView = Omit<LoginSetting, 'clientSecretSealed'>

/** 書かれた設定。秘密が空なら、前のものを使う。 */
export type LoginSettingTyped = LoginSettingView & { readonly clientSecret: string }

/** 市のログインのしかた。決めていなければ null。 */
export const loginSettingView = async (
  app: App,
  person: Person,
  code: string,
): Promise<Result<LoginSettingView | null>> => {
  const allowed = permitted(person, 'settings-change')
  if (!allowed.ok) return allowed
  const found = await app.store.read(code, (tx) => tx.logins.setting(), reachOf(person))
  return done(found ? shownOf(found) : null)
}

const shownOf = ({ clientSecretSealed: _, ...shown }: LoginSetting): LoginSettingView => shown

/**
 * ログインのしかたを決める。断る符号: `not-permitted`・`oidc-issuer-unreadable`・`oidc-issuer-plain`・
 * `oidc-client-empty`・`oidc-secret-empty`・`oidc-label-empty`。
 */
export const saveLoginSetting = async (
  app: App,
  person: Person,
  code: string,
  typed: LoginSettingTyped,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'settings-change')
  if (!allowed.ok) return allowed
  const issuer = issuerFrom(typed.issuer)
  if (!issuer.ok) return issuer
  const [clientId, label, secret] = [typed.clientId, typed.label, typed.clientSecret].map((text) =>
    storable(text).trim(),
  )
  if (!clientId) return refused('oidc-client-empty')
  if (!label) return refused('oidc-label-empty')
  const before = await app.store.read(code, (tx) => tx.logins.setting())
  const clientSecretSealed = secret ? await seal(app, secret) : before?.clientSecretSealed
  // 相手が変わるのに前の秘密を送ると、秘密をよそへ渡してしまう。
  if (!clientSecretSealed || (!secret && before?.issuer !== issuer.value)) return refused('oidc-secret-empty')
  const { passwordAllowed } = typed
  await app.store.write(code, actAs(app, person), (tx) =>
    tx.logins.put({ issuer: issuer.value, clientId, clientSecretSealed, label: label.slice(0, 40), passwordAllowed }),
  )
  return done(null)
}

/** 認証の相手を使うのをやめる。合言葉のログインだけになる。 */
export const removeLoginSetting = async (app: App, person: Person, code: string): Promise<Result<null>> => {
  const allowed = permitted(person, 'settings-change')
  if (!allowed.ok) return allowed
  await app.store.write(code, actAs(app, person), (tx) => tx.logins.remove())
  return done(null)
}

/** 認証の相手が答えるかを、いま確かめる。断る符号は `discover` のもの。 */
export const checkProvider = async (app: App, person: Person, code: string): Promise<Result<null>> => {
  const setting = await loginSettingView(app, person, code)
  if (!setting.ok) return setting
  if (!setting.value) return refused('oidc-not-set')
  const found = await discover(setting.value.issuer)
  return found.ok ? done(null) : found
}

/** 相手の番地。https だけを受ける（同じ機械の相手は、試すために http でもよい）。 */
export const issuerFrom = (typed: string): Result<string> => {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/\/\.well-known\/openid-configuration$/, '')
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.search !== '' || url.hash !== '')
    return refused('oidc-issuer-unreadable', { given: typed })
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && here)) return done(text)
  return refused('oidc-issuer-plain', { given: typed })
}
