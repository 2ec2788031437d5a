import { canonicalJson } from '#domain/canonical-json.ts'
import { keepsAdministrator } from '#domain/people/administrators.ts'
import type { Member } from '#domain/people/member.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { type OrganisationUnit, treeOn, type UnitLine } from '#domain/people/organisation.ts'
import type { IndicatorOwner } from '#domain/people/ownership.ts'
import type { Person } from '#domain/people/person.ts'
import {
  type BeforeTransfer,
  membersAfter,
  type PlannedTransfer,
  planTransfer,
  type Transfer,
  type TransferPlan,
} from '#domain/people/transfer.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayBefore, isDay, nextApril } from '#domain/year/day.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction, WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { sha256Of } from '../sha256.ts'
import { actAs, permitted } from './acting-person.ts'
import { leaveNow } from './change-person.ts'
import { type RoleHeld, rolesHeld } from './people-view.ts'

/** 人事異動の頁の一人。 */
export type TransferLine = { readonly member: Member; readonly roles: readonly RoleHeld[]; readonly owned: number }

export type TransferView = {
  readonly municipality: Municipality
  readonly today: string
  readonly day: string
  readonly units: readonly UnitLine[]
  readonly lines: readonly TransferLine[]
}

export const transferView = async (
  app: App,
  person: Person,
  code: string,
  asked: string | undefined,
): Promise<Result<TransferView>> => {
  const allowed = permitted(person, 'owner-change')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  const day = asked !== undefined && isDay(asked) ? asked : nextApril(today)
  const found = await app.store.read(code, async (tx) => ({ name: await tx.name(), ...(await beforeIn(tx)) }))
  if (found.name === undefined) return refused('trouble.no-city', { code })
  const owned = Map.groupBy(
    found.owners.filter(({ to }) => to === null || to >= day),
    ({ memberId }) => memberId,
  )
  return done({
    municipality: { code, name: found.name },
    today,
    day,
    units: treeOn(found.units, day),
    lines: found.members
      .filter(({ status }) => status !== 'left')
      .map((member) => ({
        member,
        roles: rolesHeld(member, found.units, today),
        owned: owned.get(member.id)?.length ?? 0,
      })),
  })
}

const beforeIn = async (tx: ReadTransaction): Promise<BeforeTransfer> => ({
  units: await tx.organisation.units(),
  owners: await tx.owners.list(),
  members: await tx.members.list(),
})

const fingerprintOf = ({ units, owners, members }: BeforeTransfer): string =>
  sha256Of(new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify([units, owners, members])))))

export type TransferChecked =
  | {
      readonly plan: TransferPlan
      readonly seen: string
      readonly units: readonly OrganisationUnit[]
      readonly members: readonly Member[]
      readonly owners: readonly IndicatorOwner[]
      readonly names: ReadonlyMap<string, string>
    }
  | { readonly problems: Extract<PlannedTransfer, { ok: false }>['problems'] }

/** 人事異動を確かめる。何も書かない。 */
export const checkTransfer = async (
  app: App,
  person: Person,
  code: string,
  asked: Transfer,
): Promise<Result<TransferChecked>> => {
  const allowed = permitted(person, 'owner-change')
  if (!allowed.ok) return allowed
  if (!isDay(asked.day)) return refused('department-day-wrong')
  return app.store.read(code, async (tx): Promise<Result<TransferChecked>> => {
    const before = await beforeIn(tx)
    const planned = plannedSafely(app, person, asked, before)
    if (!planned.ok) return done({ problems: planned.problems })
    const names = new Map<string, string>()
    if (planned.plan.handovers.length > 0)
      for (const { id } of await tx.editions.headings())
        for (const indicator of (await tx.editions.get(id))?.content.indicators ?? [])
          names.set(indicator.id, indicator.name)
    return done({ plan: planned.plan, seen: fingerprintOf(before), names, ...before })
  })
}

/** 案を作り、管理者が残ることと、役を決めてよい人かを確かめる。 */
const plannedSafely = (app: App, person: Person, asked: Transfer, before: BeforeTransfer): PlannedTransfer => {
  const planned = planTransfer(asked, before, app.newId)
  if (!planned.ok) return planned
  const grants = planned.plan.begun.some(({ membership }) => membership.departmentId === null)
  if (grants && !permitted(person, 'people-manage').ok)
    return { ok: false, problems: [{ memberId: null, problem: refused('transfer-city-role').problem }] }
  if (!keepsAdministrator(before.members, membersAfter(before.members, planned.plan), asked.day))
    return { ok: false, problems: [{ memberId: null, problem: refused('last-administrator').problem }] }
  return planned
}

export type Transferred = { readonly people: number; readonly handovers: number }

/** 人事異動を行う。見ていたあいだに変わっていれば `transfer-changed-meanwhile` で断る。 */
export const transfer = async (
  app: App,
  person: Person,
  code: string,
  asked: Transfer,
  seen: string,
): Promise<Result<Transferred>> => {
  const allowed = permitted(person, 'owner-change')
  if (!allowed.ok) return allowed
  if (!isDay(asked.day)) return refused('department-day-wrong')
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Transferred>> => {
    const before = await beforeIn(tx)
    if (fingerprintOf(before) !== seen) return refused('transfer-changed-meanwhile')
    const planned = plannedSafely(app, person, asked, before)
    if (!planned.ok) return { ok: false, problem: planned.problems[0]?.problem ?? refused('transfer-nothing').problem }
    await carryOut(tx, planned.plan, asked.day <= dayInJapan(app.now()))
    return done({ people: asked.moves.length, handovers: planned.plan.handovers.length })
  })
}

const carryOut = async (tx: WriteTransaction, plan: TransferPlan, now: boolean): Promise<void> => {
  const last = dayBefore(plan.day)
  for (const { id, from } of plan.ended) await tx.members.end(id, from > last ? dayBefore(from) : last)
  for (const { memberId, membership } of plan.begun) await tx.members.give(memberId, membership)
  await tx.owners.end(plan.owners.ended, last)
  await tx.owners.addAll(plan.owners.begun)
  if (now) for (const id of plan.leaving) await leaveNow(tx, id)
}
