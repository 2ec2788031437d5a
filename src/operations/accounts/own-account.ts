import { passwordFrom } from '#domain/people/password.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { LoginAct } from '#store/logins.ts'
import type { MunicipalityRecord } from '#store/store.ts'
import type { App } from '../app.ts'
import { attempt, forgive } from './attempts.ts'
import { type Answered, answered, authOf, type Caller, headersOf } from './auth.ts'
import { recordFor } from './login-record.ts'
import { citiesOf, type OwnSession, type SignedIn } from './who.ts'

/** 自分の口座の頁。 */
export type OwnAccount = {
  readonly signedIn: SignedIn
  /** 合言葉で入れる口座か（市の認証の相手からだけ入る口座にはない）。 */
  readonly hasPassword: boolean
  readonly sessions: readonly OwnSession[]
  readonly cities: readonly Pick<MunicipalityRecord, 'code' | 'name'>[]
}

export const ownAccount = async (app: App, signedIn: SignedIn): Promise<OwnAccount> => {
  const { accounts } = app.store
  const sessions = await accounts.sessions(signedIn.accountId, app.now())
  return {
    signedIn,
    hasPassword: await accounts.hasPassword(signedIn.accountId),
    // 市の認証の相手から入った人には、その市のログインだけを見せる。
    sessions: sessions.filter(({ municipality: of }) => signedIn.municipality === null || of === signedIn.municipality),
    cities: await citiesOf(app, signedIn),
  }
}

/** 合言葉を確かめてから、することをする。続けて誤れば待たせる。 */
const withPassword = async (
  app: App,
  { mail }: SignedIn,
  work: () => Promise<Answered>,
): Promise<Result<Answered & { ok: true }>> => {
  const counted = await attempt(app, 'password', mail)
  if (!counted.ok) return counted
  const answer = await work()
  if (answer.ok) {
    await forgive(app, 'password', mail)
    return done(answer)
  }
  if (answer.code === 'INVALID_PASSWORD') return refused('password-wrong')
  await forgive(app, 'password', mail)
  return refused(problems[answer.code] ?? 'account-not-now')
}

const problems: Readonly<Record<string, string>> = {
  CREDENTIAL_ACCOUNT_NOT_FOUND: 'account-without-password',
  TOTP_ALREADY_ENABLED: 'two-factor-already-on',
  TWO_FACTOR_NOT_ENABLED: 'two-factor-is-off',
}

/** 済んだことを記録し、渡すクッキーを返す。 */
const recorded = async (app: App, { accountId }: SignedIn, act: LoginAct, { cookies }: Answered) => {
  await recordFor(app, accountId, act)
  return done(cookies)
}

/** 合言葉を変える。ほかのログインはみな終わり、このログインの札も改まる。 */
export const changePassword = async (
  app: App,
  caller: Caller,
  signedIn: SignedIn,
  current: string,
  next: string,
): Promise<Result<readonly string[]>> => {
  const checked = passwordFrom(next, [signedIn.mail, signedIn.name])
  if (!checked.ok) return checked
  const auth = await authOf(app)
  const body = {
    currentPassword: current.normalize('NFKC'),
    newPassword: checked.value,
    revokeOtherSessions: true,
  }
  const answer = await withPassword(app, signedIn, () =>
    answered(auth.api.changePassword({ body, headers: headersOf(caller), asResponse: true })),
  )
  return answer.ok ? recorded(app, signedIn, 'password-changed', answer.value) : answer
}

/** 認証アプリに入れる秘密と、控えの番号。番号を一つ確かめるまでは、まだ求められない。 */
export type TwoFactorStart = { readonly uri: string; readonly codes: readonly string[] }

export const startTwoFactor = async (
  app: App,
  caller: Caller,
  signedIn: SignedIn,
  password: string,
): Promise<Result<TwoFactorStart>> => {
  const auth = await authOf(app)
  const request = withOwnPassword(caller, password)
  const answer = await withPassword(app, signedIn, () => answered(auth.api.enableTwoFactor(request)))
  if (!answer.ok) return answer
  const { totpURI, backupCodes } = answer.value.body as { totpURI: string; backupCodes: string[] }
  return done({ uri: totpURI, codes: backupCodes })
}

/** 合言葉をもう一度打ってもらう求め。 */
const withOwnPassword = (caller: Caller, password: string) =>
  ({ body: { password: password.normalize('NFKC') }, headers: headersOf(caller), asResponse: true }) as const

/** 認証アプリの番号を確かめ、次のログインから求める。 */
export const confirmTwoFactor = async (
  app: App,
  caller: Caller,
  signedIn: SignedIn,
  typed: string,
): Promise<Result<readonly string[]>> => {
  const auth = await authOf(app)
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const answer = await answered(auth.api.verifyTOTP({ body: { code }, headers: headersOf(caller), asResponse: true }))
  if (!answer.ok) return refused(answer.code === 'INVALID_CODE' ? 'code-wrong' : 'two-factor-is-off')
  return recorded(app, signedIn, 'two-factor-on', answer)
}

export const stopTwoFactor = async (
  app: App,
  caller: Caller,
  signedIn: SignedIn,
  password: string,
): Promise<Result<readonly string[]>> => {
  const auth = await authOf(app)
  const request = withOwnPassword(caller, password)
  const answer = await withPassword(app, signedIn, () => answered(auth.api.disableTwoFactor(request)))
  return answer.ok ? recorded(app, signedIn, 'two-factor-off', answer.value) : answer
}

/** 控えの番号を作り直す。前のものは使えなくなる。 */
export const renewBackupCodes = async (
  app: App,
  caller: Caller,
  signedIn: SignedIn,
  password: string,
): Promise<Result<readonly string[]>> => {
  const auth = await authOf(app)
  const request = withOwnPassword(caller, password)
  const answer = await withPassword(app, signedIn, () => answered(auth.api.generateBackupCodes(request)))
  if (!answer.ok) return answer
  await recordFor(app, signedIn.accountId, 'backup-codes-made')
  return done((answer.value.body as { backupCodes: string[] }).backupCodes)
}

/** ほかのログインをみな終わらせる。答えは終えた数。 */
export const endOtherSessions = async (app: App, signedIn: SignedIn): Promise<number> => {
  const ended = await app.store.accounts.endSessions(signedIn.accountId, signedIn.sessionId, signedIn.municipality)
  await recordFor(app, signedIn.accountId, 'sessions-ended', String(ended))
  return ended
}
