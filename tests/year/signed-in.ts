import type { Person } from '#domain/people/person.ts'
import { problemInWords } from '#domain/problem.ts'
import { enter, makeAccount } from '#operations/accounts/make-account.ts'
import type { App } from '#operations/app.ts'

const password = '試験のための長い合言葉です'
const caller = { cookie: '', address: null, browser: 'test', origin: 'http://localhost' }

/** 利用者に口座を作って入る。答えは、求めに付けるクッキー。 */
export const signedIn = async (app: App, code: string, { id, name }: Person): Promise<string> => {
  const mail = `${id}@example.jp`
  const made = await makeAccount(app, { name, mail, password })
  if (!made.ok) throw new Error(problemInWords(made.problem))
  const act = { by: '準備', at: app.now(), newId: app.newId }
  await app.store.write(code, act, (tx) => tx.members.change(id ?? '', { accountId: made.value }))
  const cookies = await enter(app, caller, mail, password)
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
