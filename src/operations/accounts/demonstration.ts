import { department } from '#domain/people/department.ts'
import { grantsOn } from '#domain/people/grants.ts'
import type { Member } from '#domain/people/member.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import type { IndicatorOwner } from '#domain/people/ownership.ts'
import type { Person } from '#domain/people/person.ts'
import { proposeOwners } from '#domain/people/propose-owners.ts'
import { departmentRoles, type Role, roles } from '#domain/people/role.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { openSampleRound } from '../collection/sample-round.ts'
import { currentEditionsIn } from '../current-editions-in.ts'
import type { Sample } from '../load-samples.ts'
import { sampleKeeper } from '../sample-keeper.ts'
import { signed, verified } from './secret.ts'

/** 役を選ぶ頁に並べるもの。課がまだなければ、departments は空（始めるときに作る）。 */
export type DemonstrationChoices = {
  readonly roles: readonly Role[]
  readonly departments: readonly Pick<OrganisationUnit, 'id' | 'name'>[]
}

const purpose = 'demonstration'
const days = 30

/** 見本を入れたきりの市に、見本のしるしを付ける。人が使い始めた市には付けない。 */
export const markSamples = async (app: App, samples: readonly Sample[]): Promise<void> => {
  const codes = new Set(samples.map(({ municipality }) => municipality))
  for (const { code, demonstration } of await app.store.municipalities()) {
    if (demonstration || !codes.has(code)) continue
    const { entries, members } = await app.store.read(code, async (tx) => ({
      entries: await tx.audit.latest({ limit: 1000 }),
      members: await tx.members.list(),
    }))
    if (members.length > 0 || entries.some(({ by }) => by !== sampleKeeper.name)) continue
    await app.store.write(code, actOf(app), (tx) => tx.logins.markDemonstration())
  }
}

const actOf = ({ now, newId }: App) => ({ by: sampleKeeper.name, at: now(), newId })

/** その市で試せる役。見本の市でなければ undefined。 */
export const demonstrationChoices = (app: App, code: string): Promise<DemonstrationChoices | undefined> =>
  app.store.read(code, async (tx) => {
    if (!(await tx.logins.isDemonstration())) return undefined
    const day = dayInJapan(app.now())
    const units = await tx.organisation.units()
    const owners = await tx.owners.list()
    return { roles, departments: busyUnits(units, owners, day).map(({ id, name }) => ({ id, name })) }
  })

/** 試せる課：指標を持つ課だけ。持たない課で試しても、することがない（指標のない計画なら、どの課も）。 */
const busyUnits = (
  units: readonly OrganisationUnit[],
  owners: readonly IndicatorOwner[],
  day: string,
): readonly OrganisationUnit[] => {
  const current = units.filter(({ validTo }) => validTo === null || day <= validTo)
  const owning = new Set(owners.filter(({ to }) => to === null).map(({ departmentId }) => departmentId))
  const busy = current.filter(({ id }) => owning.has(id))
  return busy.length > 0 ? busy : current
}

/**
 * 見本の市に、試すのに要る人と課をそろえる：計画に書かれた担当課、指標の担当、役ごとの人。何度呼んでも、足りないものだけを足す。
 * 見本の市でなければ `demonstration-not-here`。
 */
export const prepareDemonstration = (app: App, code: string): Promise<Result<null>> =>
  app.store.write(code, actOf(app), async (tx) => {
    if (!(await tx.logins.isDemonstration())) return refused('demonstration-not-here')
    if ((await tx.organisation.units()).length === 0) await makeOrganisation(tx, app)
    for (const role of roles) if (!departmentRoles.includes(role)) await personFor(tx, app, role, null)
    // どの課にも担当者と課長を置く。人のいない課へ開いた照会は、知らせも連絡先も、本物の一年と違って見える。
    const units = busyUnits(await tx.organisation.units(), await tx.owners.list(), dayInJapan(app.now()))
    for (const unit of units) for (const role of departmentRoles) await personFor(tx, app, role, unit)
    return done(null)
  })

/** 計画に書かれた課（指標の担当課と、重点目標の部局）を、そのままの名で作り、名の合う指標を持たせる。 */
const makeOrganisation = async (tx: WriteTransaction, app: App): Promise<void> => {
  const editions = await currentEditionsIn(tx)
  const written = editions.flatMap((edition) => [
    ...proposeOwners(edition, []).flatMap(({ written: name }) => name ?? []),
    ...edition.content.priorityGoals.map(({ department: name }) => name),
  ])
  const named = new Map(written.flatMap((name) => department(name) ?? []).map((each) => [each.key, each.name]))
  // 担当課も部局も書かれていない計画でも、課の役を試せるように。
  const names = named.size > 0 ? [...named.values()] : ['企画課']
  const from = `${dayInJapan(app.now()).slice(0, 4)}-01-01`
  const units = names.map((name, ordinal): OrganisationUnit => {
    return { id: app.newId(), name, parentId: null, ordinal, phone: null, validFrom: from, validTo: null }
  })
  for (const unit of units) await tx.organisation.add(unit)
  const [first] = units
  const owned = new Map<string, string>()
  for (const edition of editions)
    for (const { indicatorId, departmentId, sure } of proposeOwners(edition, units)) {
      const owner = sure ? departmentId : named.size === 0 ? first?.id : null
      if (owner) owned.set(indicatorId, owner)
    }
  await tx.owners.addAll(
    [...owned].map(([indicatorId, departmentId]) => {
      return { id: app.newId(), indicatorId, departmentId, memberId: null, from, to: null }
    }),
  )
}

/** その役の、見本の人。いなければ足す。 */
const personFor = async (
  tx: WriteTransaction,
  app: App,
  role: Role,
  unit: Pick<OrganisationUnit, 'id' | 'name'> | null,
): Promise<Member> => {
  const name = `${unit === null ? '' : `${unit.name}の`}${memberNames[role]}（見本）`
  const holds = ({ memberships, accountId, status }: Member): boolean =>
    accountId === null &&
    status === 'active' &&
    memberships.length === 1 &&
    memberships.some((each) => each.role === role && each.departmentId === (unit?.id ?? null) && each.to === null)
  const known = (await tx.members.list()).find((member) => member.name === name && holds(member))
  if (known) return known
  const id = app.newId()
  const from = `${dayInJapan(app.now()).slice(0, 4)}-01-01`
  await tx.members.add({ id, name, mail: null, phone: null, accountId: null, status: 'active' })
  await tx.members.give(id, { id: app.newId(), role, departmentId: unit?.id ?? null, from, to: null, acting: false })
  const made = await tx.members.get(id)
  if (!made) throw new Error('the member just added was expected to be there')
  return made
}

const memberNames: Readonly<Record<Role, string>> = {
  planner: '企画課の担当',
  editor: '担当',
  approver: '課長',
  executive: '市長',
  reviewer: '外部委員',
  administrator: '管理者',
  auditor: '監査委員',
}

/**
 * その役で試し始める。答えは、ブラウザーに持たせる札。課の役で課を言わなければ初めの課、ない課なら `demonstration-department`。
 */
export const startDemonstration = async (
  app: App,
  code: string,
  role: Role,
  departmentId: string | null,
): Promise<Result<string>> => {
  const prepared = await prepareDemonstration(app, code)
  if (!prepared.ok) return prepared
  await openSampleRound(app, code)
  const ofDepartment = departmentRoles.includes(role)
  const member = await app.store.write(code, actOf(app), async (tx): Promise<Result<Member>> => {
    if (!ofDepartment) return done(await personFor(tx, app, role, null))
    const units = busyUnits(await tx.organisation.units(), await tx.owners.list(), dayInJapan(app.now()))
    const unit = departmentId === null ? units[0] : units.find(({ id }) => id === departmentId)
    if (!unit) return refused('demonstration-department')
    return done(await personFor(tx, app, role, unit))
  })
  if (!member.ok) return member
  const until = app.now().getTime() + days * 86_400_000
  return done(await signed(app, purpose, `${code}:${member.value.id}:${until}`))
}

/** 札の、見本の人。札が違う・切れた・見本でなくなった市なら undefined。 */
export const demonstrating = async (app: App, code: string, given: string): Promise<Person | undefined> => {
  const text = await verified(app, purpose, given)
  const [of, memberId = '', until] = text?.split(':') ?? []
  if (of !== code || Number(until) < app.now().getTime()) return undefined
  return app.store.read(code, async (tx) => {
    if (!(await tx.logins.isDemonstration())) return undefined
    const member = await tx.members.get(memberId)
    if (!member || member.accountId !== null) return undefined
    const grants = grantsOn(member, await tx.organisation.units(), dayInJapan(app.now()))
    return { kind: 'demonstration', id: member.id, name: member.name, grants }
  })
}
