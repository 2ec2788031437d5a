import type { Member } from '../people/member.ts'
import type { OrganisationUnit } from '../people/organisation.ts'
import { type Due, daysLeft, dueOf, isOverdue, isUnsubmitted } from './due.ts'
import type { Response, ResponseState, ResponseStep } from './response.ts'
import { responseStates } from './response.ts'
import type { CollectionRound } from './round.ts'
import { peopleOf } from './round-plan.ts'

/** 電話する相手。absent は、その日不在の人。acting は代理。 */
export type Contact = {
  readonly name: string
  readonly role: 'editor' | 'approver'
  readonly phone: string | null
  readonly absent: boolean
  readonly acting: boolean
}

/** 進行表の一行のもと。 */
export type BoardFacts = Response & {
  readonly asked: number
  readonly answered: number
  readonly lastStep: Pick<ResponseStep, 'step' | 'reason' | 'onBehalfOf' | 'at' | 'by'> | null
  readonly returns: number
}

/** 進行表の一行。課一つ。 */
export type BoardLine = BoardFacts & {
  readonly unit: OrganisationUnit
  /** 上の部。なければ null。 */
  readonly division: OrganisationUnit | null
  readonly due: Due | null
  /** 締切まで何日か（過ぎていれば負、締切がなければ null）。 */
  readonly left: number | null
  readonly overdue: boolean
  readonly contacts: readonly Contact[]
}

type BoardInput = {
  readonly round: CollectionRound
  readonly facts: readonly BoardFacts[]
  readonly units: readonly OrganisationUnit[]
  readonly members: readonly Member[]
  readonly today: string
}

/** 進行表の行。締切を過ぎたもの、締切の近いものから。同じ日なら、進んでいないものから。 */
export const boardLines = ({ round, facts, units, members, today }: BoardInput): readonly BoardLine[] => {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const staff = membersByDepartment(members)
  const lines = facts.flatMap((fact) => {
    const unit = unitOf.get(fact.departmentId)
    if (!unit) return []
    const due = round.status === 'open' ? dueOf(round, fact) : null
    return {
      ...fact,
      unit,
      division: unitOf.get(unit.parentId ?? '') ?? null,
      due,
      left: due && daysLeft(due, today),
      overdue: isOverdue(due, today),
      contacts: contactsOf(staff.get(unit.id) ?? [], fact, unit, today),
    }
  })
  return lines.toSorted(byUrgency)
}

/** 去った人を除き、課ごとの人。課の数だけ人を見直さないで済むように、初めに分けておく。 */
const membersByDepartment = (members: readonly Member[]): ReadonlyMap<string, readonly Member[]> => {
  const found = new Map<string, Member[]>()
  for (const member of members)
    for (const id of new Set(member.memberships.flatMap(({ departmentId }) => departmentId ?? [])))
      found.set(id, [...(found.get(id) ?? []), member])
  return found
}

const byUrgency = (a: BoardLine, b: BoardLine): number =>
  (a.left ?? never) - (b.left ?? never) ||
  responseStates.indexOf(a.state) - responseStates.indexOf(b.state) ||
  byOrganisation(a, b)

const never = 100_000

/** 部と課の並びの順。 */
export const byOrganisation = (a: BoardLine, b: BoardLine): number =>
  (a.division?.ordinal ?? -1) - (b.division?.ordinal ?? -1) ||
  (a.division?.name ?? '').localeCompare(b.division?.name ?? '', 'ja') ||
  a.unit.ordinal - b.unit.ordinal ||
  a.unit.name.localeCompare(b.unit.name, 'ja')

/** 次に動く人から。出す前は担当者、出したあとは課長。いまいる人が先で、不在の人は代わりを頼むために残す。 */
const contactsOf = (
  members: readonly Member[],
  { state }: BoardFacts,
  unit: OrganisationUnit,
  today: string,
): readonly Contact[] => {
  if (state === 'approved' || state === 'accepted') return []
  const { clerks, heads } = peopleOf(members, unit.id, today)
  const contact = (role: Contact['role']) => (member: Member) => contactOf(member, role, unit, today)
  const all = [...clerks.map(contact('editor')), ...heads.map(contact('approver'))]
  const first = isUnsubmitted(state) ? 'editor' : 'approver'
  return all.toSorted(
    (a, b) => Number(a.absent) - Number(b.absent) || Number(a.role !== first) - Number(b.role !== first),
  )
}

const contactOf = (
  { name, phone, absence, memberships }: Member,
  role: Contact['role'],
  unit: OrganisationUnit,
  today: string,
): Contact => ({
  name,
  role,
  phone: phone ?? unit.phone,
  absent: absence !== null && absence.from <= today && (absence.to === null || today <= absence.to),
  acting: memberships.some(
    (each) =>
      each.acting &&
      each.role === role &&
      each.departmentId === unit.id &&
      each.from <= today &&
      (each.to === null || today <= each.to),
  ),
})

/** 絞り込み。状態一つか、まだ出していないもの、締切を過ぎたもの。 */
export const boardFilters = [...responseStates, 'unsubmitted', 'overdue'] as const
export type BoardFilter = (typeof boardFilters)[number]

export const isIn = (line: Pick<BoardLine, 'state' | 'overdue'>, filter: BoardFilter): boolean =>
  filter === 'overdue' ? line.overdue : filter === 'unsubmitted' ? isUnsubmitted(line.state) : line.state === filter

/** 状態ごとの課の数と、項目の数。 */
export type BoardTotals = {
  readonly departments: number
  readonly states: Readonly<Record<ResponseState, number>>
  readonly unsubmitted: number
  readonly overdue: number
  readonly asked: number
  readonly answered: number
}

export const boardTotals = (lines: readonly BoardLine[]): BoardTotals => {
  const counted = (filter: BoardFilter) => lines.filter((line) => isIn(line, filter)).length
  return {
    departments: lines.length,
    states: Object.fromEntries(responseStates.map((state) => [state, counted(state)])) as BoardTotals['states'],
    unsubmitted: counted('unsubmitted'),
    overdue: counted('overdue'),
    asked: lines.reduce((sum, { asked }) => sum + asked, 0),
    answered: lines.reduce((sum, { answered }) => sum + answered, 0),
  }
}
