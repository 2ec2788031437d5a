import { refused } from '../problem.ts'
import { dayBefore } from '../year/day.ts'
import type { Member, Membership } from './member.ts'
import { isValidOn, type OrganisationUnit, treeOn } from './organisation.ts'
import type { IndicatorOwner } from './ownership.ts'
import {
  type DepartmentChange,
  type FateRow,
  type Reorganisation,
  type RowProblem,
  readReorganisation,
} from './reorganisation.ts'

/** 機構改革の前の姿。 */
export type Before = {
  readonly units: readonly OrganisationUnit[]
  readonly owners: readonly IndicatorOwner[]
  readonly members: readonly Member[]
  /** 開いている照会に回答のある課。 */
  readonly answering: ReadonlySet<string>
}

/** 課一つに起こること。 */
export type FateLine = FateRow & {
  readonly unit: OrganisationUnit
  readonly successors: readonly string[]
  /** 引き継ぐ担当。 */
  readonly owned: readonly IndicatorOwner[]
  /** 役を持つ人の数。 */
  readonly people: number
  readonly answering: boolean
}

/** 機構改革の案。書くことのすべて。 */
export type ReorganisationPlan = {
  readonly day: string
  readonly note: string | null
  readonly created: readonly OrganisationUnit[]
  readonly ended: readonly string[]
  readonly changes: readonly Pick<DepartmentChange, 'id' | 'kind' | 'successions'>[]
  readonly owners: { readonly ended: readonly string[]; readonly begun: readonly IndicatorOwner[] }
  readonly memberships: {
    readonly ended: readonly Membership[]
    readonly begun: readonly { readonly memberId: string; readonly membership: Membership }[]
  }
  readonly lines: readonly FateLine[]
}

export type Planned =
  | { readonly ok: true; readonly plan: ReorganisationPlan }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/**
 * 機構改革の案を作る。前の課はその前の日まで、新しい課はその日から。担当と役は後継に移り、去年の記録は前の課を指し続ける。
 * 分割では、担当は選んだ課（`choices`、なければ初めの課）へ、役はどの課にも。
 */
export const planOf = (asked: Reorganisation, before: Before, newId: () => string): Planned => {
  const { created, successors, problems } = readReorganisation(asked, before.units, newId)
  if (problems.length > 0) return { ok: false, problems }
  const rows = asked.rows.filter(({ fate }) => fate !== 'stay')
  if (rows.length === 0 && created.length === 0) return alone('reorganisation-nothing')
  const lines = rows.flatMap((row) => lineOf(row, before, asked.day, successors))
  const orphan = lines.filter((line) => line.successors.length === 0 && (line.owned.length > 0 || line.answering))
  if (orphan.length > 0)
    return {
      ok: false,
      problems: orphan.map(({ unitId, unit, owned }) => ({
        unitId,
        problem: refused('reorganisation-needs-successor', { name: unit.name, count: owned.length }).problem,
      })),
    }
  const after = unitsAfter(before.units, created, successors, asked.day)
  if (treeOn(after, asked.day).length !== after.filter((unit) => isValidOn(unit, asked.day)).length)
    return alone('reorganisation-circle')
  return {
    ok: true,
    plan: {
      day: asked.day,
      note: asked.note,
      created,
      ended: lines.map(({ unitId }) => unitId),
      changes: lines.map(({ unitId, fate, successors: to }) => ({
        id: newId(),
        kind: fate === 'stay' ? 'rename' : fate,
        successions: to.map((each) => ({ from: unitId, to: each })),
      })),
      owners: ownersAfter(lines, before.owners, asked, newId),
      memberships: membershipsAfter(before.members, successors, asked.day, newId),
      lines,
    },
  }
}

const alone = (code: string): Planned => ({ ok: false, problems: [{ unitId: null, problem: refused(code).problem }] })

/** まだ働いているか、これから働く。 */
const worksFrom = ({ to }: { readonly to: string | null }, day: string): boolean => to === null || to >= day

const lineOf = (
  row: FateRow,
  before: Before,
  day: string,
  successors: ReadonlyMap<string, readonly string[]>,
): readonly FateLine[] => {
  const unit = before.units.find(({ id }) => id === row.unitId)
  if (!unit) return []
  const serving = before.members.filter(
    ({ status, memberships }) =>
      status !== 'left' && memberships.some((each) => each.departmentId === unit.id && worksFrom(each, day)),
  )
  return [
    {
      ...row,
      unit,
      successors: successors.get(unit.id) ?? [],
      owned: before.owners.filter((owner) => owner.departmentId === unit.id && worksFrom(owner, day)),
      people: serving.length,
      answering: before.answering.has(unit.id),
    },
  ]
}

/** 改革のあとの課。 */
export const unitsAfter = (
  units: readonly OrganisationUnit[],
  created: readonly OrganisationUnit[],
  successors: ReadonlyMap<string, readonly string[]>,
  day: string,
): readonly OrganisationUnit[] => [
  ...units.map((unit) =>
    successors.has(unit.id) ? { ...unit, validTo: dayBefore(day), successors: successors.get(unit.id) } : unit,
  ),
  ...created,
]

/** 前の担当を終え、後継の担当を始める。二つの課で持っていた指標が一つの課に集まれば、担当は一つ。 */
const ownersAfter = (
  lines: readonly FateLine[],
  owners: readonly IndicatorOwner[],
  { day, choices }: Pick<Reorganisation, 'day' | 'choices'>,
  newId: () => string,
): ReorganisationPlan['owners'] => {
  const ended = new Set(lines.flatMap(({ owned }) => owned.map(({ id }) => id)))
  const taken = new Set(
    owners.filter((each) => !ended.has(each.id) && worksFrom(each, day)).map((each) => ownedBy(each)),
  )
  const begun = lines.flatMap(({ owned, successors }) =>
    owned.flatMap((owner) => {
      const departmentId = successors[choices.get(owner.id) ?? 0] ?? successors[0]
      if (departmentId === undefined) return []
      const next = { ...owner, id: newId(), departmentId, from: owner.from > day ? owner.from : day }
      if (taken.has(ownedBy(next))) return []
      taken.add(ownedBy(next))
      return [next]
    }),
  )
  return { ended: [...ended], begun }
}

const ownedBy = ({ indicatorId, departmentId }: IndicatorOwner): string => `${indicatorId} ${departmentId}`

const membershipsAfter = (
  members: readonly Member[],
  successors: ReadonlyMap<string, readonly string[]>,
  day: string,
  newId: () => string,
): ReorganisationPlan['memberships'] => {
  const ended: Membership[] = []
  const begun: { memberId: string; membership: Membership }[] = []
  for (const { id: memberId, memberships, status } of members) {
    if (status === 'left') continue
    const held = new Set(
      memberships
        .filter((each) => worksFrom(each, day) && !successors.has(each.departmentId ?? ''))
        .map(({ role, departmentId }) => `${role} ${departmentId}`),
    )
    for (const membership of memberships) {
      const to = successors.get(membership.departmentId ?? '')
      if (to === undefined || !worksFrom(membership, day)) continue
      ended.push(membership)
      for (const departmentId of to) {
        if (held.has(`${membership.role} ${departmentId}`)) continue
        held.add(`${membership.role} ${departmentId}`)
        const from = membership.from > day ? membership.from : day
        begun.push({ memberId, membership: { ...membership, id: newId(), departmentId, from } })
      }
    }
  }
  return { ended, begun }
}
