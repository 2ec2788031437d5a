import { type Response, type ResponseItem, type ResponseState, responseStates } from '../collection/response.ts'
import { isValidOn, type OrganisationUnit } from './organisation.ts'
import { type IndicatorOwner, ownersOn } from './ownership.ts'

/**
 * 機構改革での、回答の移りかた。whole 回答ごと後継の課へ、new 項目の一部を後継の新しい回答へ、
 * joined 項目をすでにある回答へ（`emptied` なら、もとの回答は空になった）。
 */
export type ResponseMove = {
  readonly kind: 'whole' | 'new' | 'joined'
  readonly round: string
  readonly from: string
  readonly to: string
  readonly department: string
  readonly items: readonly string[]
  readonly emptied: boolean
}

/** その課の仕事を、その日に引き継いでいる課。主な後継から。その日にある課なら、その課自身。 */
export const heirsOn = (units: readonly OrganisationUnit[], id: string, day: string): readonly string[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const passed = new Set<string>()
  const from = (at: string): readonly string[] => {
    const unit = byId.get(at)
    if (!unit || passed.has(at)) return []
    passed.add(at)
    return isValidOn(unit, day) ? [at] : (unit.successors ?? []).flatMap(from)
  }
  return from(id)
}

export type Moving = {
  readonly day: string
  readonly units: readonly OrganisationUnit[]
  readonly owners: readonly IndicatorOwner[]
  /** 開いている照会の回答すべて。 */
  readonly responses: readonly Response[]
  readonly items: readonly ResponseItem[]
}

/**
 * なくなった課の、開いている照会の回答を、どこへ移すか。項目は、その指標のいまの担当の課へ。担当が後継のどれでもなければ、主な後継へ。
 * 後継のない課の回答は動かさない。
 */
export const responseMoves = (moving: Moving, newId: () => string): readonly ResponseMove[] => {
  const holder = new Map(moving.responses.map(({ roundId, departmentId, id }) => [`${roundId} ${departmentId}`, id]))
  const itemsOf = Map.groupBy(moving.items, ({ responseId }) => responseId)
  const owners = ownersOn(moving.owners, moving.day)
  return moving.responses.flatMap((response): readonly ResponseMove[] => {
    const heirs = heirsOn(moving.units, response.departmentId, moving.day)
    const [main] = heirs
    if (main === undefined || heirs.includes(response.departmentId)) return []
    const targetOf = (item: ResponseItem): string =>
      owners.get(item.subjectId)?.find(({ departmentId }) => heirs.includes(departmentId))?.departmentId ?? main
    const its = itemsOf.get(response.id) ?? []
    const byTarget = Map.groupBy(its, targetOf)
    if (its.length === 0) byTarget.set(main, [])
    return movesOf(response, heirs, byTarget, holder, newId)
  })
}

const movesOf = (
  { id: from, roundId: round }: Response,
  heirs: readonly string[],
  byTarget: ReadonlyMap<string, readonly ResponseItem[]>,
  holder: Map<string, string>,
  newId: () => string,
): readonly ResponseMove[] => {
  const targets = heirs.filter((heir) => byTarget.has(heir))
  const free = targets.find((target) => !holder.has(`${round} ${target}`))
  return targets.map((department, index): ResponseMove => {
    const items = (byTarget.get(department) ?? []).map(({ id }) => id)
    const at = `${round} ${department}`
    if (department === free) {
      holder.set(at, from)
      return { kind: 'whole', round, from, to: from, department, items, emptied: false }
    }
    const known = holder.get(at)
    const to = known ?? newId()
    holder.set(at, to)
    const emptied = free === undefined && index === 0
    return { kind: known === undefined ? 'new' : 'joined', round, from, to, department, items, emptied }
  })
}

/** 二つの回答を一つにした状態。進んでいないほうに合わせる（差し戻されて直しているものがあれば、差戻し）。 */
export const joinedState = (states: readonly ResponseState[]): ResponseState => {
  const rank = (state: ResponseState): number =>
    state === 'not-started' && states.some((other) => other !== 'not-started')
      ? responseStates.indexOf('entering')
      : responseStates.indexOf(state)
  if (states.includes('returned')) return 'returned'
  return responseStates[Math.min(...states.map(rank))] ?? 'not-started'
}
