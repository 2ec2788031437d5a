import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { attempt, failedFrom, forgive, openFrom } from './attempts.ts'
import { type Answered, answered, authOf, type Caller, headersOf } from './auth.ts'
import { recordFailure, recordFor } from './login-record.ts'
import { mailFrom } from './make-account.ts'
import { secretOf } from './secret.ts'
import { noSession, sessionToken } from './session-token.ts'
import { signedInBy } from './who.ts'

/** ログインの答え。code なら、つぎに二つめの要素（認証アプリの番号）を尋ねる。 */
export type Entered = { readonly next: 'in' | 'code'; readonly cookies: readonly string[] }

/**
 * メールと合言葉で入る。宛先がない・合言葉が違う、のどちらも同じ文で断る（`sign-in-wrong`）。
 * 誤りが続けば `too-many-attempts`。入れたら、このブラウザーの前のログインは終わる。
 */
export const signIn = async (app: App, caller: Caller, mail: string, password: string): Promise<Result<Entered>> => {
  const to = mailFrom(mail)
  const subject = to.ok ? to.value : mail.slice(0, 300)
  const counted = await countBoth(app, caller, subject)
  if (!counted.ok) return counted
  const auth = await authOf(app)
  const answer = await answered(
    auth.api.signInEmail({
      body: { email: to.ok ? to.value : 'nobody@invalid.example', password: password.normalize('NFKC') },
      headers: headersOf(caller),
      asResponse: true,
    }),
  )
  if (!answer.ok) {
    await failedFrom(app, 'address', caller)
    const account = to.ok ? await app.store.accounts.byMail(to.value) : undefined
    if (account) recordFailure(app, account.id, 'password')
    return refused('sign-in-wrong')
  }
  await forgive(app, 'password', subject)
  if (answer.body.twoFactorRedirect === true) return done({ next: 'code', cookies: answer.cookies })
  return entered(app, caller, answer, 'password')
}

const countBoth = async (app: App, caller: Caller, mail: string): Promise<Result<null>> => {
  const byAddress = await openFrom(app, 'address', caller)
  return byAddress.ok ? attempt(app, 'password', mail) : byAddress
}

/** 二つめの要素。認証アプリの 6 桁か、控えの番号。断る符号: `code-wrong`・`code-expired`・`too-many-attempts`。 */
export const enterCode = async (
  app: App,
  caller: Caller,
  typed: string,
  kind: 'app' | 'backup',
): Promise<Result<Entered>> => {
  const open = await openFrom(app, 'address', caller)
  if (!open.ok) return open
  const auth = await authOf(app)
  const code = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const request = { body: { code }, headers: headersOf(caller), asResponse: true as const }
  const answer = await answered(kind === 'app' ? auth.api.verifyTOTP(request) : auth.api.verifyBackupCode(request))
  if (!answer.ok) {
    await failedFrom(app, 'address', caller)
    return refused(codeProblems[answer.code] ?? 'code-wrong', { minutes: 15 })
  }
  return entered(app, caller, answer, kind === 'app' ? 'two-factor' : 'backup-code')
}

const codeProblems: Readonly<Record<string, string>> = {
  INVALID_TWO_FACTOR_COOKIE: 'code-expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'code-expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-attempts',
}

const entered = async (
  app: App,
  caller: Caller,
  { body, cookies }: Answered & { ok: true },
  how: string,
): Promise<Result<Entered>> => {
  const before = sessionToken(caller.cookie, await secretOf(app))
  if (before !== undefined) await app.store.accounts.endToken(before)
  const { user } = body as { user?: { id?: string } }
  if (user?.id) await recordFor(app, user.id, 'signed-in', how)
  return done({ next: 'in', cookies })
}

/** 出る。ログインはここで終わり、覚えているどの機械でも、その札は通らなくなる。 */
export const signOut = async (app: App, caller: Caller): Promise<readonly string[]> => {
  const token = sessionToken(caller.cookie, await secretOf(app))
  const signedIn = await signedInBy(app, caller.cookie)
  if (token !== undefined) await app.store.accounts.endToken(token)
  if (signedIn) await recordFor(app, signedIn.accountId, 'signed-out')
  return [noSession]
}
