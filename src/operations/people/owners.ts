import { plainText } from '#domain/language/plain-text.ts'
import type { Member } from '#domain/people/member.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { isValidOn, treeOn, type UnitLine } from '#domain/people/organisation.ts'
import { type IndicatorOwner, ownersOn } from '#domain/people/ownership.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { needsOwner, type OwnerProposal, proposeOwners } from '#domain/people/propose-owners.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type LineMember, mates } from '#domain/plan/indicator-line.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayBefore, isDay } from '#domain/year/day.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { currentEditionsIn } from '../current-editions-in.ts'
import { actAs, permitted } from './acting-person.ts'

/** 指標一つの担当。`proposal` は図書の字から考えた案。 */
export type OwnerLine = {
  readonly indicatorId: string
  readonly name: string
  readonly unit: string | null
  readonly edition: Pick<Edition, 'id' | 'title'>
  readonly owners: readonly IndicatorOwner[]
  readonly proposal: OwnerProposal | null
}

export type OwnerFilter = {
  /** none なら、担当のないものだけ。 */
  readonly only?: string | undefined
  readonly department?: string | undefined
  readonly member?: string | undefined
  readonly plan?: string | undefined
  readonly q?: string | undefined
  readonly page?: number | undefined
}

export type OwnersView = {
  readonly municipality: Municipality
  readonly today: string
  readonly units: readonly UnitLine[]
  readonly members: readonly Member[]
  readonly plans: readonly Pick<Edition, 'id' | 'title'>[]
  readonly lines: readonly OwnerLine[]
  readonly total: number
  readonly ownerless: number
  readonly shown: number
  readonly page: { readonly number: number; readonly of: number }
  readonly filter: OwnerFilter
  readonly changesOwners: boolean
}

export const ownersPerPage = 100

/** 指標と担当の一覧。 */
export const ownersView = async (
  app: App,
  person: Person,
  code: string,
  filter: OwnerFilter = {},
): Promise<Result<OwnersView>> => {
  const allowed = permitted(person, 'people-read')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  const found = await app.store.read(code, async (tx) => ({
    name: await tx.name(),
    units: await tx.organisation.units(),
    members: await tx.members.list(),
    owners: await tx.owners.list(),
    editions: await currentEditionsIn(tx),
    linked: await tx.lines.members(),
  }))
  if (found.name === undefined) return refused('trouble.no-city', { code })
  const living = found.units.filter((unit) => isValidOn(unit, today))
  const lines = linesOf(found.editions, living, ownersOn(found.owners, today), found.linked)
  const matching = lines.filter(matcher(filter))
  const of = Math.max(1, Math.ceil(matching.length / ownersPerPage))
  const number = Math.min(Math.max(1, filter.page ?? 1), of)
  return done({
    municipality: { code, name: found.name },
    today,
    units: treeOn(found.units, today),
    members: found.members.filter(({ status }) => status !== 'left'),
    plans: found.editions.map(({ id, title }) => ({ id, title })),
    lines: matching.slice((number - 1) * ownersPerPage, number * ownersPerPage),
    total: lines.length,
    ownerless: lines.filter(({ owners }) => owners.length === 0).length,
    shown: matching.length,
    page: { number, of },
    filter,
    changesOwners: permits(person, 'owner-change'),
  })
}

/** 同じ指標がいくつもの版に載っていれば、初めの版の行だけ。系統につないだ指標は、ほかの計画での担当も見せる。 */
const linesOf = (
  editions: readonly Edition[],
  units: Parameters<typeof proposeOwners>[1],
  owners: ReadonlyMap<string, readonly IndicatorOwner[]>,
  linked: readonly LineMember[],
): readonly OwnerLine[] => {
  const lines = new Map<string, OwnerLine>()
  for (const edition of editions) {
    const proposals = new Map(proposeOwners(edition, units).map((each) => [each.indicatorId, each]))
    for (const { id, name, unit } of edition.content.indicators.filter(needsOwner)) {
      if (lines.has(id)) continue
      const proposal = proposals.get(id) ?? null
      const its = mates(linked, id).flatMap((each) => owners.get(each) ?? [])
      lines.set(id, { indicatorId: id, name, unit, edition, owners: its, proposal })
    }
  }
  return [...lines.values()]
}

const matcher = ({ only, department = '', member = '', plan = '', q = '' }: OwnerFilter) => {
  const words = plainText(q).toLowerCase()
  return ({ owners, edition, name, proposal }: OwnerLine): boolean =>
    (only !== 'none' || owners.length === 0) &&
    (department === '' || owners.some(({ departmentId }) => departmentId === department)) &&
    (member === '' || owners.some(({ memberId }) => memberId === member)) &&
    (plan === '' || edition.id === plan) &&
    (words === '' ||
      plainText(`${name}${proposal?.written ?? ''}`)
        .toLowerCase()
        .includes(words))
}

/** 選んだ指標に決める担当。`add` なら、いまの担当に加える（二つの課で持つ）。 */
export type OwnersChosen = {
  readonly indicatorIds: readonly string[]
  readonly departmentId: string
  readonly memberId: string
  readonly from: string
  readonly add: boolean
}

/** まとめて担当を決める。変わった指標の数を返す。断る符号: `owners-none-chosen`・`owners-no-department`・`department-day-wrong`・`owners-member-absent`。 */
export const setOwners = async (
  app: App,
  person: Person,
  code: string,
  { indicatorIds, departmentId, memberId, from, add }: OwnersChosen,
): Promise<Result<number>> => {
  const allowed = permitted(person, 'owner-change')
  if (!allowed.ok) return allowed
  if (indicatorIds.length === 0) return refused('owners-none-chosen')
  if (!isDay(from)) return refused('department-day-wrong')
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<number>> => {
    const units = await tx.organisation.units()
    if (!units.some((unit) => unit.id === departmentId && isValidOn(unit, from))) return refused('owners-no-department')
    const member = memberId === '' ? null : await tx.members.get(memberId)
    if (member === undefined || member?.status === 'left') return refused('owners-member-absent')
    const asked = indicatorIds.map((indicatorId) => ({ indicatorId, departmentId, memberId: member?.id ?? null }))
    return done(await put(tx, app, asked, from, add))
  })
}

type Asked = Pick<IndicatorOwner, 'indicatorId' | 'departmentId' | 'memberId'>

const put = async (
  tx: WriteTransaction,
  { newId }: App,
  asked: readonly Asked[],
  from: string,
  add: boolean,
): Promise<number> => {
  const known = await indicatorsIn(tx)
  const working = Map.groupBy(
    (await tx.owners.list()).filter(({ to }) => to === null || to >= from),
    ({ indicatorId }) => indicatorId,
  )
  const ending: string[] = []
  const begun: IndicatorOwner[] = []
  const changed = new Set<string>()
  for (const each of new Map(asked.map((one) => [one.indicatorId, one])).values()) {
    const now = working.get(each.indicatorId) ?? []
    const same = now.filter((owner) => owner.departmentId === each.departmentId && owner.memberId === each.memberId)
    const replaced = now.filter((owner) => !same.includes(owner) && (!add || owner.departmentId === each.departmentId))
    if (!known.has(each.indicatorId) || (same.length > 0 && replaced.length === 0)) continue
    changed.add(each.indicatorId)
    ending.push(...replaced.map(({ id }) => id))
    if (same.length === 0) begun.push({ ...each, id: newId(), from, to: null })
  }
  await tx.owners.end(ending, dayBefore(from))
  await tx.owners.addAll(begun)
  return changed.size
}

const indicatorsIn = async (tx: WriteTransaction): Promise<ReadonlySet<string>> =>
  new Set((await currentEditionsIn(tx)).flatMap(({ content }) => content.indicators.map(({ id }) => id)))

/** 選んだ指標の担当を、図書の字から考えた案のとおりに決める。案のない指標は飛ばす。 */
export const takeProposals = async (
  app: App,
  person: Person,
  code: string,
  indicatorIds: readonly string[],
  from: string,
): Promise<Result<number>> => {
  const allowed = permitted(person, 'owner-change')
  if (!allowed.ok) return allowed
  if (indicatorIds.length === 0) return refused('owners-none-chosen')
  if (!isDay(from)) return refused('department-day-wrong')
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<number>> => {
    const units = (await tx.organisation.units()).filter((unit) => isValidOn(unit, from))
    const chosen = new Set(indicatorIds)
    const asked = (await currentEditionsIn(tx))
      .flatMap((edition) => proposeOwners(edition, units))
      .flatMap(({ indicatorId, departmentId }) =>
        departmentId !== null && chosen.has(indicatorId) ? [{ indicatorId, departmentId, memberId: null }] : [],
      )
    return done(await put(tx, app, asked, from, false))
  })
}
