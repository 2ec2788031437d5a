import { department } from '#domain/people/department.ts'
import { isValidOn, type OrganisationUnit } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import { proposeOwners, type WrittenDepartment, writtenDepartments } from '#domain/people/propose-owners.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { isDay } from '#domain/year/day.ts'
import type { App } from '../app.ts'
import { currentEditionsIn } from '../current-editions-in.ts'
import { storable } from '../reviews/acting.ts'
import { actAs, permitted } from './acting-person.ts'

/** 計画に書かれた課のうち、まだ課の一覧にないもの。 */
export const proposedDepartments = async (
  app: App,
  person: Person,
  code: string,
): Promise<Result<readonly WrittenDepartment[]>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  return app.store.read(code, async (tx) => {
    const units = await tx.organisation.units()
    const known = new Set(units.filter(({ validTo }) => validTo === null).map(({ name }) => keyOf(name)))
    return done(writtenDepartments(await currentEditionsIn(tx)).filter(({ name }) => !known.has(keyOf(name))))
  })
}

const keyOf = (name: string): string => department(name)?.key ?? ''

/** 作った課と、決まった担当の数。 */
export type Started = { readonly departments: number; readonly owners: number }

/**
 * 計画に書かれた名から課を作り、指標の担当も図書の字のとおりに決める。もうある課は作らず、もう担当のある指標は変えない。
 * 二度行っても、二度目は何も変わらない。断る符号: `not-permitted`・`department-day-wrong`・`start-nothing-chosen`。
 */
export const startFromPlan = async (
  app: App,
  person: Person,
  code: string,
  names: readonly string[],
  from: string,
): Promise<Result<Started>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  if (!isDay(from)) return refused('department-day-wrong')
  const chosen = names.map((name) => storable(name.trim())).filter((name) => name !== '')
  if (chosen.length === 0) return refused('start-nothing-chosen')
  return app.store.write(code, actAs(app, person), async (tx) => {
    const units = await tx.organisation.units()
    const known = new Set(units.filter((unit) => isValidOn(unit, from)).map(({ name }) => keyOf(name)))
    const first = Math.max(-1, ...units.map(({ ordinal }) => ordinal)) + 1
    const fresh = [...new Map(chosen.map((name) => [keyOf(name), name]))].filter(([key]) => !known.has(key))
    const made: OrganisationUnit[] = fresh.map(([, name], at) => ({
      id: app.newId(),
      name,
      parentId: null,
      ordinal: first + at,
      phone: null,
      validFrom: from,
      validTo: null,
    }))
    for (const unit of made) await tx.organisation.add(unit)
    const living = [...units.filter((unit) => isValidOn(unit, from)), ...made]
    const owned = new Set(
      (await tx.owners.list()).filter(({ to }) => to === null).map(({ indicatorId }) => indicatorId),
    )
    const proposals = (await currentEditionsIn(tx)).flatMap((edition) => proposeOwners(edition, living))
    const sure = proposals.filter(({ sure: exact, indicatorId }) => exact && !owned.has(indicatorId))
    const owners = [...new Map(sure.map((each) => [each.indicatorId, each])).values()].flatMap(
      ({ indicatorId, departmentId }) =>
        departmentId === null ? [] : [{ id: app.newId(), indicatorId, departmentId, memberId: null, from, to: null }],
    )
    await tx.owners.addAll(owners)
    return done({ departments: made.length, owners: owners.length })
  })
}
