import type { LoginAct } from '#store/logins.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'

/** 口座のしたこと（入った・出た・合言葉を変えた…）を、その人のいるすべての市の監査記録に残す。 */
export const recordFor = async (app: App, accountId: string, act: LoginAct, how?: string): Promise<void> => {
  for (const code of await app.store.accounts.municipalitiesOf(accountId))
    await recordIn(app, code, accountId, act, how)
}

export const recordIn = async (app: App, code: string, accountId: string, act: LoginAct, how?: string) => {
  const member = await app.store.read(code, (tx) => tx.members.ofAccount(accountId))
  if (!member) return
  const by = { by: storable(member.name), at: app.now(), newId: app.newId, person: member.id }
  await app.store.write(code, by, (tx) => tx.logins.record(act, member.id, how))
}

/**
 * 入れなかったことの記録は、答えを待たせない。宛先が本当にあるかどうかが、答えの遅さから知れないように。
 * 閉じるところで間に合わなかったものは、残らない。
 */
export const recordFailure = (app: App, accountId: string, how: string): void => {
  recordFor(app, accountId, 'sign-in-failed', how).catch(() => {})
}
