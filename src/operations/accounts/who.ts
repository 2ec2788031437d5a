import { grantsOn } from '#domain/people/grants.ts'
import type { Person } from '#domain/people/person.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { SignedIn } from '#store/accounts.ts'
import type { Store } from '#store/store.ts'
import type { App } from '../app.ts'
import { secretOf } from './secret.ts'
import { sessionToken } from './session-token.ts'

export type { OwnSession, SignedIn } from '#store/accounts.ts'

const withAccounts = new WeakSet<Store>()

/** 口座が一つでもあるか。あると分かれば、なくなることはないので、もう尋ねない。 */
export const anyAccount = async ({ store }: App): Promise<boolean> => {
  if (withAccounts.has(store)) return true
  const any = await store.accounts.any()
  if (any) withAccounts.add(store)
  return any
}

/** クッキーのログイン。覚えずに毎回倉庫に尋ねるので、終わらせたログインは、どこでもすぐ通らなくなる。 */
export const signedInBy = async (app: App, cookie: string): Promise<SignedIn | null> => {
  if (!cookie.includes('shirube.session_token=')) return null
  const token = sessionToken(cookie, await secretOf(app))
  if (token === undefined) return null
  return (await app.store.accounts.signedIn(token, app.now())) ?? null
}

/**
 * ログインした人の、その市での役。市の利用者でなければ undefined。
 * よその市の認証の相手から入ったログインは通さない（よその市の管理者が、この市に入れてしまうため）。
 * この市が合言葉のログインを止めていれば、合言葉で入った人には管理者の役だけを残す（相手が止まったときの戸口）。
 */
export const personIn = async (app: App, signedIn: SignedIn, code: string): Promise<Person | undefined> => {
  if (signedIn.municipality !== null && signedIn.municipality !== code) return undefined
  const byPassword = signedIn.municipality === null
  return app.store.read(code, async (tx) => {
    const member = await tx.members.ofAccount(signedIn.accountId)
    if (member?.status !== 'active') return undefined
    // 要るときだけ読む。市の全体の役だけの人には課の木は要らず、認証基盤から入った人には合言葉の決まりは要らない。
    const ofDepartment = member.memberships.some(({ departmentId }) => departmentId !== null)
    const units = ofDepartment ? await tx.organisation.units() : []
    const closed = byPassword && (await tx.logins.setting())?.passwordAllowed === false
    const grants = grantsOn(member, units, dayInJapan(app.now()))
    return {
      kind: 'member',
      id: member.id,
      name: member.name,
      grants: closed ? grants.filter(({ role }) => role === 'administrator') : grants,
    }
  })
}

/** この人がいま利用者である市（名つき）。 */
export const citiesOf = async (app: App, { accountId, municipality }: SignedIn) => {
  const codes = await app.store.accounts.municipalitiesOf(accountId)
  const all = await app.store.municipalities()
  return all.filter(({ code }) => codes.includes(code) && (municipality === null || municipality === code))
}
