import { plainText } from '#domain/language/plain-text.ts'
import { type Invitation, invitationState } from '#domain/people/invitation.ts'
import type { Member, Membership } from '#domain/people/member.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { IndicatorOwner } from '#domain/people/ownership.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Role } from '#domain/people/role.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { permitted } from './acting-person.ts'

/** 人の姿。joined ログインできる、invited 招かれている、uninvited まだ招いていない、left 去った。 */
export const memberStandings = ['joined', 'invited', 'uninvited', 'left'] as const
export type MemberStanding = (typeof memberStandings)[number]

/** 役一つ。課の名を添える。終わったものは含まない。 */
export type RoleHeld = Membership & { readonly unit: OrganisationUnit | null; readonly begun: boolean }

export type PersonLine = {
  readonly member: Member
  readonly roles: readonly RoleHeld[]
  readonly standing: MemberStanding
  readonly absent: boolean
}

export type PeopleFilter = {
  readonly q?: string | undefined
  readonly department?: string | undefined
  readonly role?: string | undefined
  readonly standing?: string | undefined
  readonly page?: number | undefined
}

export type PeopleView = {
  readonly municipality: Municipality
  readonly today: string
  readonly units: readonly OrganisationUnit[]
  readonly lines: readonly PersonLine[]
  readonly total: number
  readonly shown: number
  readonly uninvited: number
  readonly page: { readonly number: number; readonly of: number }
  readonly filter: PeopleFilter
  /** 人を決めてよい人か。 */
  readonly manages: boolean
}

export const peoplePerPage = 100

/** 利用者の一覧。名で探し、課・役・姿で絞る。 */
export const peopleView = async (
  app: App,
  person: Person,
  code: string,
  filter: PeopleFilter = {},
): Promise<Result<PeopleView>> => {
  const allowed = permitted(person, 'people-read')
  if (!allowed.ok) return allowed
  const now = app.now()
  const today = dayInJapan(now)
  const found = await app.store.read(code, peopleIn)
  if (found.name === undefined) return refused('trouble.no-city', { code })
  const all = found.members.map((member) => lineOf(member, found, now))
  const matching = all.filter(matcher(filter))
  const of = Math.max(1, Math.ceil(matching.length / peoplePerPage))
  const number = Math.min(Math.max(1, filter.page ?? 1), of)
  return done({
    municipality: { code, name: found.name },
    today,
    units: found.units,
    lines: matching.slice((number - 1) * peoplePerPage, number * peoplePerPage),
    total: all.length,
    shown: matching.length,
    uninvited: all.filter(({ standing }) => standing === 'uninvited').length,
    page: { number, of },
    filter,
    manages: permits(person, 'people-manage'),
  })
}

const peopleIn = async (tx: ReadTransaction) => ({
  name: await tx.name(),
  members: await tx.members.list(),
  units: await tx.organisation.units(),
  invitations: await tx.invitations.list(),
})

type Known = Pick<Awaited<ReturnType<typeof peopleIn>>, 'units' | 'invitations'>

const lineOf = (member: Member, { units, invitations }: Known, now: Date): PersonLine => {
  const today = dayInJapan(now)
  return {
    member,
    roles: rolesHeld(member, units, today),
    standing: standingOf(member, invitations, now),
    absent: isAbsent(member, today),
  }
}

export const isAbsent = ({ absence }: Member, day: string): boolean =>
  absence !== null && absence.from <= day && (absence.to === null || day <= absence.to)

export const rolesHeld = (
  { memberships }: Member,
  units: readonly OrganisationUnit[],
  today: string,
): readonly RoleHeld[] =>
  memberships
    .filter(({ to, from }) => (to === null || to >= today) && (to === null || to >= from))
    .map((membership) => ({
      ...membership,
      unit: units.find(({ id }) => id === membership.departmentId) ?? null,
      begun: membership.from <= today,
    }))
    .toSorted((a, b) => Number(a.acting) - Number(b.acting))

const standingOf = (member: Member, invitations: readonly Invitation[], now: Date): MemberStanding => {
  if (member.status === 'left') return 'left'
  if (member.accountId !== null) return 'joined'
  const open = invitations.some((each) => each.memberId === member.id && invitationState(each, now) === 'open')
  return open ? 'invited' : 'uninvited'
}

const matcher = ({ q = '', department = '', role = '', standing = '' }: PeopleFilter) => {
  const words = plainText(q).toLowerCase()
  return ({ member, roles, standing: its }: PersonLine): boolean =>
    (words === '' ||
      plainText(`${member.name}${member.mail ?? ''}`)
        .toLowerCase()
        .includes(words)) &&
    (department === '' || roles.some(({ departmentId }) => departmentId === department)) &&
    (role === '' || roles.some((each) => each.role === (role as Role))) &&
    (standing === '' ? its !== 'left' : its === standing)
}

export type PersonView = {
  readonly municipality: Municipality
  readonly today: string
  readonly line: PersonLine
  /** 終わった役。 */
  readonly past: readonly RoleHeld[]
  readonly units: readonly OrganisationUnit[]
  readonly owned: readonly IndicatorOwner[]
  /** いちばん新しい招き（使える間だけ）。 */
  readonly invitation: Invitation | null
  readonly manages: boolean
}

/** 利用者一人。断る符号: `not-permitted`・`member-absent`。 */
export const personView = async (
  app: App,
  person: Person,
  code: string,
  memberId: string,
): Promise<Result<PersonView>> => {
  const allowed = permitted(person, 'people-read')
  if (!allowed.ok) return allowed
  const now = app.now()
  const today = dayInJapan(now)
  const { found, owners, member } = await app.store.read(code, async (tx) => ({
    found: await peopleIn(tx),
    owners: await tx.owners.list(),
    member: await tx.members.get(memberId),
  }))
  if (!member || found.name === undefined) return refused('member-absent')
  const current = rolesHeld(member, found.units, today)
  return done({
    municipality: { code, name: found.name },
    today,
    line: lineOf(member, found, now),
    past: member.memberships
      .filter(({ id, from, to }) => !current.some((each) => each.id === id) && (to === null || to >= from))
      .map((each) => ({ ...each, unit: found.units.find(({ id }) => id === each.departmentId) ?? null, begun: true })),
    units: found.units,
    owned: owners.filter((owner) => owner.memberId === memberId && (owner.to === null || owner.to >= today)),
    invitation:
      found.invitations.find((each) => each.memberId === memberId && invitationState(each, now) === 'open') ?? null,
    manages: permits(person, 'people-manage'),
  })
}
