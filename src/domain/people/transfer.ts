import { type Problem, refused } from '../problem.ts'
import { dayBefore } from '../year/day.ts'
import type { Member, Membership } from './member.ts'
import { isValidOn, type OrganisationUnit } from './organisation.ts'
import type { IndicatorOwner } from './ownership.ts'
import { departmentRoles, type Role } from './role.ts'

/** 人一人の異動。leave は市を去る、move は別の課か役へ。 */
export type Moving = {
  readonly memberId: string
  readonly kind: 'move' | 'leave'
  /** 新しい課と役（move だけ）。役が市の全体のものなら課は null。 */
  readonly departmentId: string | null
  readonly role: Role | null
  /** 持っている指標を引き継ぐ人。null なら、課が持ち、担当者は空く。 */
  readonly successorId: string | null
}

export type Transfer = {
  readonly day: string
  readonly moves: readonly Moving[]
  /** 指標ごとに選んだ引き継ぐ人（IndicatorOwner の id → 利用者の id か、空く '' ）。 */
  readonly choices: ReadonlyMap<string, string>
  /** 代理を立てる（課・役・人）。`to` まで。 */
  readonly acting: readonly { readonly departmentId: string; readonly role: Role; readonly memberId: string }[]
  readonly actingTo: string | null
}

export type BeforeTransfer = {
  readonly units: readonly OrganisationUnit[]
  readonly owners: readonly IndicatorOwner[]
  readonly members: readonly Member[]
}

/** 引き継ぐもの一つ。 */
export type Handover = { readonly owner: IndicatorOwner; readonly from: string; readonly to: string | null }

/** 決裁する人か、入力する人のいなくなる課。 */
export type Vacancy = { readonly departmentId: string; readonly role: Role; readonly leaving: readonly string[] }

export type TransferPlan = {
  readonly day: string
  readonly ended: readonly Membership[]
  readonly begun: readonly { readonly memberId: string; readonly membership: Membership }[]
  readonly leaving: readonly string[]
  readonly owners: { readonly ended: readonly string[]; readonly begun: readonly IndicatorOwner[] }
  readonly handovers: readonly Handover[]
  readonly vacancies: readonly Vacancy[]
}

export type PlannedTransfer =
  | { readonly ok: true; readonly plan: TransferPlan }
  | {
      readonly ok: false
      readonly problems: readonly { readonly memberId: string | null; readonly problem: Problem }[]
    }

const worksFrom = ({ to }: { readonly to: string | null }, day: string): boolean => to === null || to >= day

/**
 * 人事異動の案。課の役はその前の日まで、新しい役はその日から。市の全体の役（企画課など）は、去る人だけが失う。
 * 持っている指標は、課は変えずに担当者だけを引き継ぐ。
 */
export const planTransfer = (asked: Transfer, before: BeforeTransfer, newId: () => string): PlannedTransfer => {
  const problems = problemsIn(asked, before)
  if (problems.length > 0) return { ok: false, problems }
  const { day } = asked
  const memberOf = new Map(before.members.map((member) => [member.id, member]))
  const ended = asked.moves.flatMap((move) => endedBy(move, memberOf.get(move.memberId), day))
  const begun = [...asked.moves.flatMap((move) => begunBy(move, day, newId)), ...actingIn(asked, newId)]
  const handovers = handoversOf(asked, before)
  return {
    ok: true,
    plan: {
      day,
      ended,
      begun,
      leaving: asked.moves.flatMap(({ kind, memberId }) => (kind === 'leave' ? [memberId] : [])),
      owners: {
        ended: handovers.map(({ owner }) => owner.id),
        begun: handovers.map(({ owner, to }) => ({
          ...owner,
          id: newId(),
          memberId: to,
          from: owner.from > day ? owner.from : day,
        })),
      },
      handovers,
      vacancies: vacanciesAfter(before, ended, begun, day),
    },
  }
}

const endedBy = (move: Moving, member: Member | undefined, day: string): readonly Membership[] =>
  (member?.memberships ?? []).filter(
    (each) => worksFrom(each, day) && (move.kind === 'leave' || departmentRoles.includes(each.role)),
  )

const begunBy = ({ kind, memberId, role, departmentId }: Moving, day: string, newId: () => string) =>
  kind === 'move' && role !== null
    ? [{ memberId, membership: { id: newId(), role, departmentId, from: day, to: null, acting: false } }]
    : []

const actingIn = ({ acting, actingTo, day }: Transfer, newId: () => string) =>
  acting.map(({ memberId, role, departmentId }) => ({
    memberId,
    membership: { id: newId(), role, departmentId, from: day, to: actingTo, acting: true },
  }))

const handoversOf = ({ moves, choices, day }: Transfer, { owners }: BeforeTransfer): readonly Handover[] =>
  moves.flatMap(({ memberId, successorId }) =>
    owners
      .filter((owner) => owner.memberId === memberId && worksFrom(owner, day))
      .map((owner) => {
        const chosen = choices.get(owner.id)
        return { owner, from: memberId, to: chosen === undefined ? successorId : chosen === '' ? null : chosen }
      }),
  )

/** 異動のあと、決裁する人か入力する人のいない課（異動の前にはいた課だけ）。 */
const vacanciesAfter = (
  { members, units }: BeforeTransfer,
  ended: readonly Membership[],
  begun: readonly { readonly memberId: string; readonly membership: Membership }[],
  day: string,
): readonly Vacancy[] => {
  const gone = new Set(ended.map(({ id }) => id))
  const living = members.filter(({ status }) => status !== 'left')
  const serving = (role: Role, departmentId: string) =>
    living.filter(({ memberships }) =>
      memberships.some((each) => each.role === role && each.departmentId === departmentId && worksFrom(each, day)),
    )
  const remains = (role: Role, departmentId: string): boolean =>
    begun.some(({ membership }) => membership.role === role && membership.departmentId === departmentId) ||
    living.some(({ memberships }) =>
      memberships.some(
        (each) =>
          each.role === role && each.departmentId === departmentId && worksFrom(each, day) && !gone.has(each.id),
      ),
    )
  return units
    .filter((unit) => isValidOn(unit, day))
    .flatMap(({ id }) =>
      departmentRoles
        .filter((role) => serving(role, id).length > 0 && !remains(role, id))
        .map((role) => ({ departmentId: id, role, leaving: serving(role, id).map((member) => member.id) })),
    )
}

const problemsIn = ({ day, moves, acting, actingTo }: Transfer, { units, members }: BeforeTransfer) => {
  const memberOf = new Map(members.map((member) => [member.id, member]))
  const isThere = (id: string | null) => units.some((unit) => unit.id === id && isValidOn(unit, day))
  const leaving = new Set(moves.flatMap(({ kind, memberId }) => (kind === 'leave' ? [memberId] : [])))
  const found: { memberId: string | null; problem: Problem }[] = []
  const say = (memberId: string | null, code: string, name = '') =>
    found.push({ memberId, problem: refused(code, { name }).problem })
  if (moves.length === 0 && acting.length === 0) say(null, 'transfer-nothing')
  for (const { memberId, kind, role, departmentId, successorId } of moves) {
    const member = memberOf.get(memberId)
    if (!member || member.status === 'left') say(memberId, 'transfer-member-gone', member?.name)
    else if (kind === 'move' && role === null) say(memberId, 'transfer-needs-role', member.name)
    else if (kind === 'move' && role !== null && departmentRoles.includes(role) && !isThere(departmentId))
      say(memberId, 'transfer-needs-department', member.name)
    else if (successorId === memberId) say(memberId, 'transfer-own-successor', member.name)
    else if (successorId !== null && leaving.has(successorId)) say(memberId, 'transfer-successor-leaves', member.name)
  }
  for (const { departmentId, memberId } of acting)
    if (!isThere(departmentId) || leaving.has(memberId))
      say(null, 'transfer-acting-impossible', memberOf.get(memberId)?.name)
  if (acting.length > 0 && actingTo !== null && actingTo < day) say(null, 'transfer-acting-ends-early')
  return found
}

/** 異動のあとの利用者（管理者が残るかなどを確かめるため）。 */
export const membersAfter = (
  members: readonly Member[],
  { ended, begun, leaving, day }: Pick<TransferPlan, 'ended' | 'begun' | 'leaving' | 'day'>,
): readonly Member[] => {
  const gone = new Set(ended.map(({ id }) => id))
  return members.map((member) => ({
    ...member,
    status: leaving.includes(member.id) ? 'left' : member.status,
    memberships: [
      ...member.memberships.map((each) => (gone.has(each.id) ? { ...each, to: dayBefore(day) } : each)),
      ...begun.flatMap(({ memberId, membership }) => (memberId === member.id ? [membership] : [])),
    ],
  }))
}
