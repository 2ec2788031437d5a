import { department } from '../people/department.ts'
import type { Member } from '../people/member.ts'
import { isValidOn, type OrganisationUnit } from '../people/organisation.ts'
import { type IndicatorOwner, ownersOn } from '../people/ownership.ts'
import type { Indicator } from '../plan/draft.ts'
import { type LineMember, mates } from '../plan/indicator-line.ts'
import { fieldsAsked } from './asked-fields.ts'
import type { ResponseItem } from './response.ts'
import type { CollectionRound } from './round.ts'

/** 尋ねるもの一つ（まだ id のない項目）。 */
export type PlannedItem = Omit<ResponseItem, 'id' | 'responseId' | 'departmentId'>

/** 尋ねる計画の版。事業は、その担当課の名で受け取る。 */
export type AskedEdition = {
  readonly id: string
  readonly title: string
  readonly indicators: readonly Indicator[]
  readonly projects: readonly { readonly id: string; readonly name: string; readonly departments: readonly string[] }[]
}

/** 課一つに届くもの。 */
export type DepartmentPlan = {
  readonly unit: OrganisationUnit
  readonly items: readonly PlannedItem[]
  /** 答える欄の数。 */
  readonly fields: number
  /** 指標ごとに決めた担当者。 */
  readonly owners: readonly string[]
  readonly clerks: readonly string[]
  readonly heads: readonly string[]
}

/** 照会を開くと何が起きるか。開く前の下見と、開くときの両方が、これを見る。 */
export type RoundPlan = {
  readonly departments: readonly DepartmentPlan[]
  /** 担当のいない（または担当の課がもうない）指標と事業。だれにも尋ねない。 */
  readonly ownerless: readonly PlannedItem[]
  /** 届くものはあるが、入力できる人（担当者か課長）のいない課。 */
  readonly withoutPeople: readonly DepartmentPlan[]
  /** 届くものはあるが、決裁する課長のいない課（課長の確認を通す照会だけ）。 */
  readonly withoutHead: readonly DepartmentPlan[]
  /** 尋ねる課に選んだが、届くもののない課。 */
  readonly withoutItems: readonly OrganisationUnit[]
}

export type PlanInput = {
  readonly round: Pick<CollectionRound, 'asks' | 'departmentIds' | 'approval'>
  readonly editions: readonly AskedEdition[]
  readonly units: readonly OrganisationUnit[]
  readonly owners: readonly IndicatorOwner[]
  readonly members: readonly Member[]
  /** 計画をまたいでつないだ指標（系統）。同じ系統の指標は、初めの計画で一度だけ尋ねる。 */
  readonly lines?: readonly Pick<LineMember, 'indicatorId' | 'lineId'>[]
  /** 開く日。担当も課も、この日のもの。 */
  readonly day: string
}

/**
 * 照会を開くと、どの課に何が届くか。再掲は元の行だけ、内訳は親と並べて、印刷された順に。
 * 二つの課で持つ指標は、どちらの課にも届く。二つの計画に載る指標（系統）は、一度だけ尋ねる。
 */
export const roundPlan = (input: PlanInput): RoundPlan => {
  const { round, units, day } = input
  const items = itemsOf(input)
  const chosen = round.departmentIds && new Set(round.departmentIds)
  const asked = units.filter((unit) => isValidOn(unit, day) && (!chosen || chosen.has(unit.id)))
  const departments = asked.flatMap((unit) => departmentPlan(input, unit, items) ?? [])
  return {
    departments,
    ownerless: items.filter(({ departments: of }) => of.length === 0).map(({ item }) => item),
    withoutPeople: departments.filter(({ clerks, heads }) => clerks.length + heads.length === 0),
    withoutHead: round.approval
      ? departments.filter(({ clerks, heads }) => clerks.length > 0 && heads.length === 0)
      : [],
    withoutItems: chosen ? asked.filter(({ id }) => !departments.some(({ unit }) => unit.id === id)) : [],
  }
}

/** 項目と、それを持つ課（その日にある課だけ）と、担当者。 */
type Owned = {
  readonly item: PlannedItem
  readonly departments: readonly string[]
  readonly owners: readonly IndicatorOwner[]
}

const itemsOf = ({ round: { asks }, editions, units, owners, lines = [], day }: PlanInput): readonly Owned[] => {
  const there = units.filter((unit) => isValidOn(unit, day))
  const valid = new Set(there.map(({ id }) => id))
  const ownersOf = ownersOn(owners, day)
  const unitNamed = new Map(there.map(({ id, name }) => [department(name)?.key, id]))
  const asksIndicators = fieldsAsked(asks, 'indicator').length > 0
  const found: Owned[] = []
  const seen = new Set<string>()
  const add = (item: Omit<PlannedItem, 'ordinal'>, its: readonly string[], by: readonly IndicatorOwner[] = []) => {
    if (seen.has(item.subjectId)) return
    for (const id of mates(lines, item.subjectId)) seen.add(id)
    found.push({ item: { ...item, ordinal: found.length }, departments: [...new Set(its)], owners: by })
  }
  for (const { id: editionId, indicators, projects } of editions) {
    for (const { id: subjectId, name, unit } of asksIndicators ? indicators.filter(isAsked) : []) {
      const its = mates(lines, subjectId)
        .flatMap((id) => ownersOf.get(id) ?? [])
        .filter(({ departmentId }) => valid.has(departmentId))
      const of = its.map(({ departmentId }) => departmentId)
      add({ editionId, kind: 'indicator', subjectId, name, unit }, of, its)
    }
    for (const { id: subjectId, name, departments } of asks.projectItems ? projects : []) {
      const of = departments.flatMap((each) => unitNamed.get(department(each)?.key) ?? [])
      add({ editionId, kind: 'project', subjectId, name, unit: null }, of)
    }
  }
  return found
}

/** 再掲は、元の行で尋ねる。 */
const isAsked = ({ repeatOf }: Indicator): boolean => repeatOf === null

const departmentPlan = (
  { round: { asks }, members, day }: PlanInput,
  unit: OrganisationUnit,
  all: readonly Owned[],
): DepartmentPlan | undefined => {
  const own = all.filter(({ departments }) => departments.includes(unit.id))
  if (own.length === 0) return undefined
  const nameOf = new Map(members.map(({ id, name }) => [id, name]))
  const owners = own.flatMap(({ owners: by }) =>
    by
      .filter(({ departmentId }) => departmentId === unit.id)
      .flatMap(({ memberId }) => nameOf.get(memberId ?? '') ?? []),
  )
  const { clerks, heads } = peopleOf(members, unit.id, day)
  return {
    unit,
    items: own.map(({ item }) => item),
    fields: own.reduce((sum, { item }) => sum + fieldsAsked(asks, item.kind).length, 0),
    owners: [...new Set(owners)],
    clerks: clerks.map(({ name }) => name),
    heads: heads.map(({ name }) => name),
  }
}

/** その日、その課に働く担当者と課長（去った人を除く）。代理も含む。 */
export const peopleOf = (members: readonly Member[], departmentId: string, day: string) => {
  const working = (role: 'editor' | 'approver') =>
    members.filter(
      ({ status, memberships }) =>
        status !== 'left' &&
        memberships.some(
          (each) =>
            each.role === role &&
            each.departmentId === departmentId &&
            each.from <= day &&
            (each.to === null || day <= each.to),
        ),
    )
  return { clerks: working('editor'), heads: working('approver') }
}
