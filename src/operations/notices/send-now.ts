import type { Person } from '#domain/people/person.ts'
import { type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { MailOut } from '#store/mail.ts'
import type { Act } from '#store/writing.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { mailDoor } from './mail-server.ts'
import { asResult, type Letter, sendMail } from './send-mail.ts'
import { systemAct } from './system-act.ts'

/** その場で出すもの（招き、合言葉の決め直し）。 */
export type UrgentMail = Pick<Letter, 'to' | 'subject' | 'text'>

/**
 * その場で一通出す。合言葉の入る本文を置いておかないので、出せなければわけを返し、あとで試さない（頁の番地を写して渡せる）。
 * 断る符号: `notices.mail-off`（メールを出さない市）と、`notices.mail-…`（出せなかったわけ）。取引の外で呼ぶ。
 */
export const sendMailNow = (app: App, code: string, mail: UrgentMail): Promise<Result<null>> =>
  sendAs(app, code, mail, 'now', systemAct(app, app.now()))

/** この市は、いまメールを出すか。 */
export const mailIsOn = async (app: App, code: string): Promise<boolean> =>
  ((await app.store.read(code, (tx) => tx.mail.setting()))?.enabledAt ?? null) !== null

/** 試しに一通出す。まだ出さない設定でも試せる。 */
export const sendTestMail = async (app: App, person: Person, code: string, to: string): Promise<Result<null>> => {
  const allowed = permitted(person, 'settings-change')
  if (!allowed.ok) return allowed
  const city = await app.store.read(code, (tx) => tx.name())
  const subject = `【${city ?? ''}】しるべの試しのメール`
  const text = 'このメールは、しるべの設定の頁から試しに出したものです。届いていれば、通知のメールも届きます。\n'
  return sendAs(app, code, { to: to.trim(), subject, text }, 'test', actAs(app, person))
}

const sendAs = async (
  app: App,
  code: string,
  { to, subject, text }: UrgentMail,
  kind: MailOut['kind'],
  act: Act,
): Promise<Result<null>> => {
  const { setting, city } = await app.store.read(code, async (tx) => ({
    setting: await tx.mail.setting(),
    city: await tx.name(),
  }))
  if (!setting || (setting.enabledAt === null && kind !== 'test')) return refused('notices.mail-off')
  if (setting.fromAddress === '') return refused('notices.mail-from-needed')
  const door = await mailDoor(app, setting)
  if (!door.ok) return door
  const letter = { from: setting.fromAddress, fromName: city ?? '', to, subject, text, id: app.newId() }
  const sent = await sendMail(door.value, letter)
  const problem = sent.ok ? null : sent.problem
  const day = dayInJapan(act.at)
  await app.store.write(code, act, (tx) => tx.mail.note({ kind, memberId: null, to, subject, day, problem }))
  return asResult(sent)
}
