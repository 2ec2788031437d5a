import { keepsAdministrator } from '#domain/people/administrators.ts'
import type { Member, Membership } from '#domain/people/member.ts'
import { isValidOn } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import { departmentRoles, type Role } from '#domain/people/role.ts'
import { isMail, mailOf } from '#domain/people/roster.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayBefore, isDay } from '#domain/year/day.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { actAs, permitted } from './acting-person.ts'

/** 打たれた名・宛先・電話。 */
export type Details = { readonly name: string; readonly mail: string; readonly phone: string }

const change = async <T>(
  app: App,
  person: Person,
  code: string,
  work: (tx: WriteTransaction) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const allowed = permitted(person, 'people-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), work)
}

const detailsIn = ({ name, mail, phone }: Details): Result<Pick<Member, 'name' | 'mail' | 'phone'>> => {
  const [plainName, plainMail, plainPhone] = [storable(name.trim()), storable(mailOf(mail)), storable(phone.trim())]
  if (plainName === '') return refused('member-name-needed')
  if (plainMail !== '' && !isMail(plainMail)) return refused('member-mail-wrong', { mail: mail.trim() })
  return done({
    name: plainName,
    mail: plainMail === '' ? null : plainMail,
    phone: plainPhone === '' ? null : plainPhone,
  })
}

/** 同じメールの人がほかにいれば断る。去った人の宛先は、去ったときに空けてある。 */
const mailIsFree = async (tx: WriteTransaction, mail: string | null, own: string | null): Promise<Result<null>> => {
  const holder = mail === null ? undefined : (await tx.members.list()).find((member) => member.mail === mail)
  return holder && holder.id !== own
    ? refused('member-mail-taken', { mail: mail ?? '', name: holder.name })
    : done(null)
}

/** 利用者を足す。役はあとから。断る符号: `member-name-needed`・`member-mail-wrong`・`member-mail-taken`。 */
export const addPerson = (app: App, person: Person, code: string, typed: Details): Promise<Result<string>> =>
  change(app, person, code, async (tx) => {
    const details = detailsIn(typed)
    if (!details.ok) return details
    const free = await mailIsFree(tx, details.value.mail, null)
    if (!free.ok) return free
    const id = app.newId()
    await tx.members.add({ id, ...details.value, accountId: null, status: 'invited' })
    return done(id)
  })

/**
 * 名・宛先・電話を直す。`seen` は、直す人の見ていた値。そのあいだにほかの人が変えていれば `member-changed-meanwhile` で断る
 * （今の値を見せて選んでもらう）。
 */
export const changeDetails = (
  app: App,
  person: Person,
  code: string,
  id: string,
  typed: Details,
  seen: Details,
): Promise<Result<Member>> =>
  change(app, person, code, async (tx) => {
    const details = detailsIn(typed)
    if (!details.ok) return details
    const member = await tx.members.get(id)
    if (!member) return refused('member-absent')
    const now: Details = { name: member.name, mail: member.mail ?? '', phone: member.phone ?? '' }
    const same = (a: Details, b: Details) => a.name === b.name && a.mail === b.mail && a.phone === b.phone
    const { name, mail, phone } = details.value
    if (same(now, { name, mail: mail ?? '', phone: phone ?? '' })) return done(member)
    if (!same(now, seen)) return refused('member-changed-meanwhile', now)
    const free = await mailIsFree(tx, mail, id)
    if (!free.ok) return free
    return done((await tx.members.change(id, details.value)) ?? member)
  })

/** 打たれた役。`to` が空なら、終わりを決めない。 */
export type RoleGiven = {
  readonly role: Role
  readonly departmentId: string
  readonly from: string
  readonly to: string
  readonly acting: boolean
}

/** 役を与える。断る符号: `role-day-wrong`・`role-days-reversed`・`role-needs-department`・`role-held-already`・`role-acting-needs-end`。 */
export const giveRole = (app: App, person: Person, code: string, id: string, given: RoleGiven): Promise<Result<null>> =>
  change(app, person, code, async (tx) => {
    const member = await tx.members.get(id)
    if (!member || member.status === 'left') return refused('member-absent')
    const read = await roleIn(tx, app, given)
    if (!read.ok) return read
    const { role, departmentId, from, acting } = read.value
    const held = member.memberships.some(
      (each) =>
        each.role === role &&
        each.departmentId === departmentId &&
        each.acting === acting &&
        (each.to === null || each.to >= from),
    )
    if (held) return refused('role-held-already', { name: member.name })
    await tx.members.give(id, read.value)
    return done(null)
  })

const roleIn = async (
  tx: WriteTransaction,
  { newId }: App,
  { role, departmentId, from, to, acting }: RoleGiven,
): Promise<Result<Membership>> => {
  if (!isDay(from) || (to !== '' && !isDay(to))) return refused('role-day-wrong')
  if (to !== '' && to < from) return refused('role-days-reversed')
  if (acting && to === '') return refused('role-acting-needs-end')
  const rest = { id: newId(), role, from, to: to === '' ? null : to, acting }
  if (!departmentRoles.includes(role)) return done({ ...rest, departmentId: null })
  const unit = (await tx.organisation.units()).find((each) => each.id === departmentId)
  return unit && isValidOn(unit, from) ? done({ ...rest, departmentId }) : refused('role-needs-department')
}

/** 役をその日までとする。最後の管理者の役は終えられない（`last-administrator`）。 */
export const endRole = (
  app: App,
  person: Person,
  code: string,
  id: string,
  membershipId: string,
  to: string,
): Promise<Result<null>> =>
  change(app, person, code, async (tx) => {
    if (!isDay(to)) return refused('role-day-wrong')
    const member = await tx.members.get(id)
    const membership = member?.memberships.find((each) => each.id === membershipId)
    if (!member || !membership) return refused('member-absent')
    const end = to < membership.from ? dayBefore(membership.from) : to
    const after = member.memberships.map((each) => (each.id === membershipId ? { ...each, to: end } : each))
    const kept = await keepsOne(tx, { ...member, memberships: after }, end)
    if (!kept.ok) return kept
    await tx.members.end(membershipId, end)
    return done(null)
  })

const keepsOne = async (tx: WriteTransaction, changed: Member, day: string): Promise<Result<null>> => {
  const before = await tx.members.list()
  const after = before.map((member) => (member.id === changed.id ? changed : member))
  return keepsAdministrator(before, after, day) ? done(null) : refused('last-administrator')
}

/** 不在とする（`from` が空なら、不在を取り消す）。 */
export const setAbsence = (
  app: App,
  person: Person,
  code: string,
  id: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<Member>> =>
  change(app, person, code, async (tx) => {
    if ((from !== '' && !isDay(from)) || (to !== '' && !isDay(to))) return refused('role-day-wrong')
    if (from === '' && to !== '') return refused('absence-needs-start')
    if (from !== '' && to !== '' && to < from) return refused('role-days-reversed')
    const absence = from === '' ? null : { from, to: to === '' ? null : to }
    const changed = await tx.members.change(id, { absence })
    return changed ? done(changed) : refused('member-absent')
  })

/**
 * その日まで勤めて去る。役はみな、その日まで。きょうか過ぎた日なら、すぐ去った人とし、口座との結びと使える招きも終える。
 * 先の日なら、役だけがその日に終わる。持っている指標は、人事異動で引き継ぐまで残る（断らないが、数を言う）。
 */
export const leave = (app: App, person: Person, code: string, id: string, day: string): Promise<Result<null>> =>
  change(app, person, code, async (tx) => {
    if (!isDay(day)) return refused('role-day-wrong')
    const member = await tx.members.get(id)
    if (!member) return refused('member-absent')
    const ending = member.memberships.filter(({ to }) => to === null || to > day)
    const memberships = member.memberships.map((each) => (ending.includes(each) ? { ...each, to: day } : each))
    const gone = day <= dayInJapan(app.now())
    const kept = await keepsOne(tx, { ...member, memberships, status: gone ? 'left' : member.status }, day)
    if (!kept.ok) return kept
    for (const { id: membershipId, from } of ending)
      await tx.members.end(membershipId, day < from ? dayBefore(from) : day)
    if (gone) await leaveNow(tx, id)
    return done(null)
  })

/** 去った人とする。宛先は空ける（同じ宛先を、あとの人が使うことがある）。 */
export const leaveNow = async (tx: WriteTransaction, id: string): Promise<void> => {
  await tx.invitations.end(id)
  await tx.members.change(id, { status: 'left', accountId: null, mail: null })
}

/** 去った人を戻す。役と招きは、改めて。 */
export const bringBack = (app: App, person: Person, code: string, id: string): Promise<Result<Member>> =>
  change(app, person, code, async (tx) => {
    const member = await tx.members.get(id)
    if (member?.status !== 'left') return refused('member-absent')
    const changed = await tx.members.change(id, { status: member.accountId === null ? 'invited' : 'active' })
    return changed ? done(changed) : refused('member-absent')
  })
