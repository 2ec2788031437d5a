import { retryAt } from '#domain/notices/mail-retry.ts'
import { morningOf } from '#domain/notices/morning.ts'
import { type Problem, refused } from '#domain/problem.ts'
import type { KeptMailSetting, MailOut } from '#store/mail.ts'
import type { App } from '../app.ts'
import { digestOf, type MailLinks } from './digest.ts'
import { mailDoor } from './mail-server.ts'
import { type MailFailure, sendMail } from './send-mail.ts'
import { systemAct } from './system-act.ts'

/** 一度に出す数。多い市でも、次の一分に続きを出す。 */
const mostAtOnce = 100
/** 引き受けたまま落ちたときに、ほかのプロセスか次の起動が引き受けてよくなるまで。 */
const lease = 10 * 60_000

/**
 * まとめのメールを出す。8 時 30 分を過ぎると、その日のものを一人に一通だけ待たせ、番の来たものを出す。
 * 出せなければ間を空けて試し、三日で諦める（設定の頁に出る）。出さない市では、どこにもつながない。出した数を返す。
 */
export const sendDigests = async (app: App, now: Date, links: MailLinks): Promise<number> => {
  let sent = 0
  for (const { code, name } of await app.store.municipalities()) {
    const setting = await app.store.read(code, (tx) => tx.mail.setting())
    if (setting?.enabledAt) sent += await sendDigestsOf(app, { code, name }, setting, now, links)
  }
  return sent
}

type City = { readonly code: string; readonly name: string }

const sendDigestsOf = async (app: App, city: City, setting: KeptMailSetting, now: Date, links: MailLinks) => {
  const day = morningOf(now)
  const act = systemAct(app, now)
  if (day !== null) await app.store.write(city.code, act, (tx) => tx.mail.queueDigests(day, setting.enabledAt ?? ''))
  const due = await app.store.read(city.code, (tx) => tx.mail.digestsDue(now.toISOString()))
  let sent = 0
  for (let nth = 0; nth < Math.min(due, mostAtOnce); nth++) {
    const outcome = await sendNext(app, city, setting, now, links)
    if (outcome === 'sent') sent++
    if (outcome === 'none' || outcome === 'server-down') break
  }
  return sent
}

/** 待っている一通を引き受けて、出して、結果を置く。出しているあいだ、取引は開いていない。 */
const sendNext = async (
  app: App,
  city: City,
  setting: KeptMailSetting,
  now: Date,
  links: MailLinks,
): Promise<'sent' | 'failed' | 'server-down' | 'none'> => {
  const act = systemAct(app, now)
  const leaseUntil = new Date(now.getTime() + lease).toISOString()
  const claimed = await app.store.write(city.code, act, async (tx) => {
    const mail = await tx.mail.claim(leaseUntil)
    if (!mail) return undefined
    const member = mail.memberId === null ? undefined : await tx.members.get(mail.memberId)
    return { mail, member, notices: await tx.mail.notices(mail.id) }
  })
  if (!claimed) return 'none'
  const { mail, member, notices } = claimed
  const { subject, text } = digestOf(city, member?.name ?? '', notices, links)
  const to = member?.mail ?? mail.to
  const end = (ending: Parameters<typeof endingOf>[0]) =>
    app.store.write(city.code, act, async (tx) => {
      const { status, ...rest } = endingOf(ending, mail, now)
      await tx.mail.end(mail, { status, to, subject, ...rest } as Parameters<typeof tx.mail.end>[1])
      if (status === 'waiting' && ending?.server && 'nextAt' in rest) await tx.mail.postpone(rest.nextAt)
    })
  if (!member?.mail || member.status === 'left') {
    await end({ problem: refused('notices.mail-member-gone').problem, again: false, server: false })
    return 'failed'
  }
  const door = await mailDoor(app, setting)
  if (!door.ok) {
    await end({ problem: door.problem, again: true, server: true })
    return 'server-down'
  }
  const letter = { from: setting.fromAddress, fromName: city.name, to, subject, text, id: mail.id }
  const sent = await sendMail(door.value, letter)
  await end(sent.ok ? null : sent)
  return sent.ok ? 'sent' : sent.server ? 'server-down' : 'failed'
}

/** 失敗がなければ出した、あとで試せるなら待ち直し、三日を過ぎたら諦める。 */
const endingOf = (
  failure: MailFailure | null,
  mail: MailOut,
  now: Date,
):
  | { readonly status: 'sent' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'waiting'; readonly problem: Problem; readonly nextAt: string } => {
  if (failure === null) return { status: 'sent' }
  const { problem } = failure
  const next = failure.again ? retryAt(mail, now) : null
  return next === null ? { status: 'failed', problem } : { status: 'waiting', problem, nextAt: next.toISOString() }
}
