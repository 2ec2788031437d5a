import { randomBytes } from 'node:crypto'
import { municipalityCode } from '#domain/people/municipality.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { sha256Of } from '../sha256.ts'
import { failedFrom, openFrom } from './attempts.ts'
import type { Caller } from './auth.ts'
import { checkedAccount, enter, makeAccount, type NewAccount, unmakeAccount } from './make-account.ts'
import { anyAccount } from './who.ts'

/** 初めの管理者の申し込み。市は、もうあるものの団体コードか、新しい団体コードと名。 */
export type FirstAdministrator = NewAccount & {
  readonly code: string
  /** 新しい市の名（もうある市なら空でよい）。 */
  readonly city: string
  /** 企画課の役も持つか。 */
  readonly planner: boolean
}

const fingerprint = (token: string): string => sha256Of(new TextEncoder().encode(token))

/** 口座がまだ一つもなければ、初めの管理者を作る合言葉を改めて渡す。倉庫には指紋だけを置く。もうあれば null。 */
export const newFirstLink = async (app: App): Promise<string | null> => {
  if (await anyAccount(app)) return null
  const token = randomBytes(32).toString('base64url')
  await app.store.accounts.putFirstLink(fingerprint(token), app.now())
  return token
}

/** その合言葉で、初めの管理者を作れるか。断る符号: `first-link-unknown`・`too-many-attempts`。 */
export const firstLink = async (app: App, caller: Caller, token: string): Promise<Result<null>> => {
  const open = await openFrom(app, 'link', caller)
  if (!open.ok) return open
  const known = !(await anyAccount(app)) && (await app.store.accounts.isFirstLink(fingerprint(token)))
  if (known) return done(null)
  await failedFrom(app, 'link', caller)
  return refused('first-link-unknown')
}

/**
 * 初めの管理者を作り、そのまま入る。答えは市のコードとクッキー。
 * 断る符号: `firstLink`・`checkedAccount`・`municipalityCode` のものと `city-name-empty`。
 */
export const makeFirstAdministrator = async (
  app: App,
  caller: Caller,
  token: string,
  given: FirstAdministrator,
): Promise<Result<{ readonly code: string; readonly cookies: readonly string[] }>> => {
  const open = await firstLink(app, caller, token)
  if (!open.ok) return open
  const account = await checkedAccount(app, given)
  if (!account.ok) return account
  const code = municipalityCode(given.code)
  if (!code.ok) return code
  const known = (await app.store.municipalities()).some((each) => each.code === code.value)
  const city = storable(given.city).normalize('NFKC').trim().slice(0, 60)
  if (!known && city === '') return refused('city-name-empty')
  // 合言葉は一度だけ。二人が同時に送っても、一人だけが管理者になる。
  if (!(await app.store.accounts.useFirstLink(fingerprint(token)))) return refused('first-link-unknown')
  const made = await makeAccount(app, account.value)
  if (!made.ok) {
    await app.store.accounts.putFirstLink(fingerprint(token), app.now())
    return made
  }
  try {
    await appoint(app, code.value, known ? null : city, made.value, account.value, given.planner)
  } catch (error) {
    await unmakeAccount(app, made.value)
    await app.store.accounts.putFirstLink(fingerprint(token), app.now())
    throw error
  }
  const { mail, password } = account.value
  return done({ code: code.value, cookies: await enter(app, caller, mail, password) })
}

const appoint = async (
  app: App,
  code: string,
  city: string | null,
  accountId: string,
  { name, mail }: NewAccount,
  planner: boolean,
): Promise<void> => {
  const id = app.newId()
  const from = dayInJapan(app.now())
  await app.store.write(code, { by: name, at: app.now(), newId: app.newId, person: id }, async (tx) => {
    if (city !== null) await tx.register(city)
    await tx.logins.endDemonstration()
    await tx.members.add({ id, name, mail, phone: null, accountId, status: 'active' })
    for (const role of planner ? (['administrator', 'planner'] as const) : (['administrator'] as const))
      await tx.members.give(id, { id: app.newId(), role, departmentId: null, from, to: null, acting: false })
    await tx.logins.record('signed-in', id, 'first')
  })
}
