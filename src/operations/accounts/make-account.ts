import { passwordFrom } from '#domain/people/password.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { authOf, type Caller, headersOf } from './auth.ts'

/** 作る口座。名は人の名、宛先はログインに使うメール。 */
export type NewAccount = { readonly name: string; readonly mail: string; readonly password: string }

/** 口座に要るものを確かめる。断る符号は `mailFrom`・`passwordFrom` のものと `person-name-empty`・`account-mail-taken`。 */
export const checkedAccount = async (app: App, given: NewAccount): Promise<Result<NewAccount>> => {
  const name = storable(given.name).normalize('NFKC').trim().slice(0, 60)
  if (name === '') return refused('person-name-empty')
  const mail = mailFrom(given.mail)
  if (!mail.ok) return mail
  const password = passwordFrom(given.password, [mail.value, name])
  if (!password.ok) return password
  if (await app.store.accounts.byMail(mail.value)) return refused('account-mail-taken')
  return done({ name, mail: mail.value, password: password.value })
}

/** メールの宛先を読む（小文字にそろえる）。断る符号: `mail-unreadable`。 */
export const mailFrom = (typed: string): Result<string> => {
  const mail = typed.normalize('NFKC').trim().toLowerCase()
  return /^[^\s@,;<>"]{1,64}@[a-z0-9.-]{1,190}$/.test(mail) ? done(mail) : refused('mail-unreadable', { given: typed })
}

/** 口座を作る。答えは口座の id。合言葉は指紋（scrypt）だけを置く。 */
export const makeAccount = async (app: App, { name, mail, password }: NewAccount): Promise<Result<string>> => {
  const { internalAdapter, password: hashing } = await (await authOf(app)).$context
  const hash = await hashing.hash(password)
  try {
    const user = await internalAdapter.createUser({ name, email: mail, emailVerified: false }, { method: 'admin' })
    await internalAdapter.createAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    })
    return done(user.id)
  } catch (error) {
    // 二人が同時に同じ宛先で作ったとき。データベースの一意の決まりが、あとの人を断る。
    if (await app.store.accounts.byMail(mail)) return refused('account-mail-taken')
    throw error
  }
}

/** 作りかけた口座を消す（市の側で断られたとき）。 */
export const unmakeAccount = async (app: App, accountId: string): Promise<void> => {
  const { internalAdapter } = await (await authOf(app)).$context
  await internalAdapter.deleteUser(accountId)
}

/** 作ったばかりの口座で入る。答えはブラウザーに渡すクッキー。 */
export const enter = async (app: App, caller: Caller, mail: string, password: string): Promise<readonly string[]> => {
  const auth = await authOf(app)
  const response = await auth.api.signInEmail({
    body: { email: mail, password },
    headers: headersOf(caller),
    asResponse: true,
  })
  return response.headers.getSetCookie()
}
