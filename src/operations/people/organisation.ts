import { department } from '#domain/people/department.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { unitNamed } from '#domain/people/named.ts'
import { isValidOn, type OrganisationUnit, parentOn, treeOn, type UnitLine } from '#domain/people/organisation.ts'
import { ownersOn } from '#domain/people/ownership.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { DepartmentChange } from '#domain/people/reorganisation.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { isDay } from '#domain/year/day.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { actAs, permitted } from './acting-person.ts'

/** 木の一行と、その課の人・指標の数。 */
export type OrganisationLine = UnitLine & {
  readonly editors: readonly string[]
  readonly approvers: readonly string[]
  readonly indicators: number
}

export type OrganisationView = {
  readonly municipality: Municipality
  readonly today: string
  /** 見ている日。 */
  readonly day: string
  readonly lines: readonly OrganisationLine[]
  readonly units: readonly OrganisationUnit[]
  readonly changes: readonly DepartmentChange[]
  readonly changesDepartments: boolean
  readonly ownerless: number
}

/** その日の課の木。読めない日なら、きょう。 */
export const organisationView = async (
  app: App,
  person: Person,
  code: string,
  asked: string | undefined,
): Promise<Result<OrganisationView>> => {
  const allowed = permitted(person, 'people-read')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  const day = asked !== undefined && isDay(asked) ? asked : today
  const found = await app.store.read(code, async (tx) => ({
    name: await tx.name(),
    units: await tx.organisation.units(),
    changes: await tx.organisation.changes(),
    members: await tx.members.list(),
    owners: await tx.owners.list(),
    ownerless: await tx.owners.ownerless(day),
  }))
  if (found.name === undefined) return refused('trouble.no-city', { code })
  const owned = Map.groupBy([...ownersOn(found.owners, day).values()].flat(), ({ departmentId }) => departmentId)
  const serving = (role: string, id: string): readonly string[] =>
    found.members
      .filter(({ status }) => status !== 'left')
      .filter(({ memberships }) =>
        memberships.some(
          (each) =>
            each.role === role && each.departmentId === id && each.from <= day && (each.to === null || day <= each.to),
        ),
      )
      .map(({ name }) => name)
  return done({
    municipality: { code, name: found.name },
    today,
    day,
    units: found.units,
    lines: treeOn(found.units, day).map((line) => ({
      ...line,
      editors: serving('editor', line.unit.id),
      approvers: serving('approver', line.unit.id),
      indicators: owned.get(line.unit.id)?.length ?? 0,
    })),
    changes: found.changes,
    changesDepartments: permits(person, 'department-change'),
    ownerless: found.ownerless.length,
  })
}

export type NewUnit = {
  readonly name: string
  readonly parentId: string
  readonly phone: string
  readonly from: string
}

/** 課を置く。断る符号: `department-name-needed`・`department-day-wrong`・`department-already-there`・`department-parent-absent`。 */
export const addDepartment = async (
  app: App,
  person: Person,
  code: string,
  typed: NewUnit,
): Promise<Result<string>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  const name = storable(typed.name.trim())
  if (name === '') return refused('department-name-needed')
  if (!isDay(typed.from)) return refused('department-day-wrong')
  return app.store.write(code, actAs(app, person), async (tx) => {
    const units = await tx.organisation.units()
    const parentId = typed.parentId === '' ? null : typed.parentId
    if (parentId !== null && !units.some((unit) => unit.id === parentId && isValidOn(unit, typed.from)))
      return refused('department-parent-absent')
    if (beside(units, parentId, typed.from).some((unit) => keyOf(unit.name) === keyOf(name)))
      return refused('department-already-there', { name })
    const id = app.newId()
    const ordinal = Math.max(-1, ...units.map((unit) => unit.ordinal)) + 1
    const phone = phoneIn(typed.phone)
    await tx.organisation.add({ id, name, parentId, ordinal, phone, validFrom: typed.from, validTo: null })
    return done(id)
  })
}

const keyOf = (name: string): string => department(name)?.key ?? ''

const phoneIn = (text: string): string | null => {
  const phone = storable(text.trim())
  return phone === '' ? null : phone
}

const beside = (units: readonly OrganisationUnit[], parentId: string | null, day: string) =>
  units.filter((unit) => isValidOn(unit, day) && parentOn(units, unit, day) === parentId)

/** 書き直した名・上の課・電話。`parent` は上の課の名（「部／課」とも書ける）で、空ならいちばん上。 */
export type UnitCorrected = { readonly name: string; readonly parent: string; readonly phone: string }

/**
 * 課の名の書き違い・上の課・電話を直す。昔からそうだったことになるので、変わったとき（改称・付け替え）は機構改革で。
 * 断る符号: `department-absent`・`department-name-needed`・`department-no-such-parent`・`department-already-there`・`reorganisation-circle`。
 */
export const correctDepartment = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  typed: UnitCorrected,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<null>> => {
    const units = await tx.organisation.units()
    const unit = units.find((each) => each.id === id)
    if (!unit) return refused('department-absent')
    const name = storable(typed.name.trim())
    if (name === '') return refused('department-name-needed')
    const parent = typed.parent.trim() === '' ? null : unitNamed(treeOn(units, today), typed.parent)
    if (parent === 'none' || parent === 'several') return refused('department-no-such-parent', { name: typed.parent })
    const parentId = parent?.id ?? null
    const change = { name, phone: phoneIn(typed.phone), ...(parentId !== parentOn(units, unit, today) && { parentId }) }
    const after = units.map((each) => (each.id === id ? { ...each, ...change } : each))
    if (treeOn(after, today).length !== treeOn(units, today).length) return refused('reorganisation-circle')
    if (beside(after, parentId, today).filter((each) => keyOf(each.name) === keyOf(name)).length > 1)
      return refused('department-already-there', { name })
    const same = unit.name === name && unit.phone === change.phone && !('parentId' in change)
    if (!same) await tx.organisation.change(id, change)
    return done(null)
  })
}

/** 並びを一つ上か下に動かす（同じ上の課の中で）。 */
export const moveDepartment = async (
  app: App,
  person: Person,
  code: string,
  id: string,
  step: 'up' | 'down',
): Promise<Result<null>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<null>> => {
    const units = await tx.organisation.units()
    const unit = units.find((each) => each.id === id)
    if (!unit) return refused('department-absent')
    const siblings = [...beside(units, parentOn(units, unit, today), today)]
    const at = siblings.findIndex((each) => each.id === id)
    const to = step === 'up' ? at - 1 : at + 1
    if (at < 0 || !siblings[to]) return done(null)
    const least = Math.min(...siblings.map(({ ordinal }) => ordinal))
    siblings.splice(to, 0, ...siblings.splice(at, 1))
    for (const [place, each] of siblings.entries())
      if (each.ordinal !== least + place) await tx.organisation.change(each.id, { ordinal: least + place })
    return done(null)
  })
}
