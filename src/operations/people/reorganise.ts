import { canonicalJson } from '#domain/canonical-json.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { type OrganisationUnit, treeOn, type UnitLine } from '#domain/people/organisation.ts'
import type { Person } from '#domain/people/person.ts'
import type { Reorganisation, RowProblem } from '#domain/people/reorganisation.ts'
import { type Before, planOf, type ReorganisationPlan } from '#domain/people/reorganisation-plan.ts'
import { heirsOn } from '#domain/people/response-moves.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { dayBefore, isDay, nextApril } from '#domain/year/day.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction, WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { sha256Of } from '../sha256.ts'
import { actAs, permitted } from './acting-person.ts'
import { settleIn } from './settle-departments.ts'

/** 機構改革の頁に要るもの。 */
export type ReorganisationView = {
  readonly municipality: Municipality
  readonly today: string
  readonly day: string
  /** その日の前の日の木（これが変わる）。 */
  readonly lines: readonly UnitLine[]
  readonly units: readonly OrganisationUnit[]
}

export const reorganisationView = async (
  app: App,
  person: Person,
  code: string,
  asked: string | undefined,
): Promise<Result<ReorganisationView>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  const day = asked !== undefined && isDay(asked) ? asked : nextApril(today)
  const { name, units } = await app.store.read(code, async (tx) => ({
    name: await tx.name(),
    units: await tx.organisation.units(),
  }))
  if (name === undefined) return refused('trouble.no-city', { code })
  return done({ municipality: { code, name }, today, day, lines: treeOn(units, dayBefore(day)), units })
}

/** 確かめた答え。案か、直してほしい行。`seen` は案の元にした姿の指紋で、行うときに送り返す。 */
export type ReorganisationChecked =
  | {
      readonly plan: ReorganisationPlan
      readonly seen: string
      /** 指標の id → 名（分割で担当を選ぶため）。 */
      readonly names: ReadonlyMap<string, string>
      readonly past: boolean
    }
  | { readonly problems: readonly RowProblem[] }

/** 機構改革を確かめる。何も書かない。 */
export const checkReorganisation = async (
  app: App,
  person: Person,
  code: string,
  asked: Reorganisation,
): Promise<Result<ReorganisationChecked>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  if (!isDay(asked.day)) return refused('department-day-wrong')
  return app.store.read(code, async (tx) => {
    const before = await beforeIn(tx)
    const planned = planOf(asked, before, app.newId)
    if (!planned.ok) return done({ problems: planned.problems })
    const names = new Map<string, string>()
    for (const { id } of await tx.editions.headings())
      for (const indicator of (await tx.editions.get(id))?.content.indicators ?? [])
        names.set(indicator.id, indicator.name)
    return done({
      plan: planned.plan,
      seen: fingerprintOf(before),
      names,
      past: asked.day <= dayInJapan(app.now()),
    })
  })
}

const beforeIn = async (tx: ReadTransaction): Promise<Before> => {
  const open = (await tx.rounds.list()).filter(({ status }) => status === 'open')
  const answering = new Set<string>()
  for (const { id } of open) for (const { departmentId } of await tx.responses.ofRound(id)) answering.add(departmentId)
  return {
    units: await tx.organisation.units(),
    owners: await tx.owners.list(),
    members: await tx.members.list(),
    answering,
  }
}

const fingerprintOf = ({ units, owners, members, answering }: Before): string =>
  sha256Of(
    new TextEncoder().encode(canonicalJson(JSON.parse(JSON.stringify([units, owners, members, [...answering]])))),
  )

/** 行った数。 */
export type Reorganised = { readonly departments: number; readonly owners: number; readonly responses: number }

/**
 * 機構改革を行う。見ていたあいだに課・人・担当が変わっていれば `reorganisation-changed-meanwhile` で断る（確かめ直す）。
 * その日がきょうか過ぎた日なら、開いている照会の回答もすぐ移す。先の日なら、その日に移る。
 */
export const reorganise = async (
  app: App,
  person: Person,
  code: string,
  asked: Reorganisation,
  seen: string,
): Promise<Result<Reorganised>> => {
  const allowed = permitted(person, 'department-change')
  if (!allowed.ok) return allowed
  if (!isDay(asked.day)) return refused('department-day-wrong')
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Reorganised>> => {
    const before = await beforeIn(tx)
    if (fingerprintOf(before) !== seen) return refused('reorganisation-changed-meanwhile')
    const planned = planOf(asked, before, app.newId)
    if (!planned.ok)
      return { ok: false, problem: planned.problems[0]?.problem ?? refused('reorganisation-nothing').problem }
    const { plan } = planned
    await carryOut(tx, plan)
    await followInDrafts(tx, plan.day)
    const responses = await settleIn(tx, app)
    return done({ departments: plan.lines.length + plan.created.length, owners: plan.owners.begun.length, responses })
  })
}

const carryOut = async (tx: WriteTransaction, plan: ReorganisationPlan): Promise<void> => {
  const last = dayBefore(plan.day)
  for (const unit of plan.created) await tx.organisation.add({ ...unit, name: storable(unit.name) })
  for (const id of plan.ended) await tx.organisation.change(id, { validTo: last })
  for (const change of plan.changes)
    await tx.organisation.reorganise({
      ...change,
      day: plan.day,
      note: plan.note === null ? null : storable(plan.note),
    })
  await tx.owners.end(plan.owners.ended, last)
  await tx.owners.addAll(plan.owners.begun)
  for (const { id, from } of plan.memberships.ended) await tx.members.end(id, from > last ? dayBefore(from) : last)
  for (const { memberId, membership } of plan.memberships.begun) await tx.members.give(memberId, membership)
}

/** まだ開いていない照会で選んだ課も、後継に替える。 */
const followInDrafts = async (tx: WriteTransaction, day: string): Promise<void> => {
  const units = await tx.organisation.units()
  for (const round of await tx.rounds.list()) {
    const chosen = round.departmentIds
    if (!chosen || (round.status !== 'draft' && round.status !== 'scheduled')) continue
    const now = [
      ...new Set(
        chosen.flatMap((id) => {
          const heirs = heirsOn(units, id, day)
          return heirs.length > 0 ? heirs : [id]
        }),
      ),
    ]
    if (now.join() !== chosen.join()) await tx.rounds.put({ ...round, departmentIds: now })
  }
}
