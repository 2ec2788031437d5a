import type { Person } from '#domain/people/person.ts'
import { isSamePlan, isSuperseded } from '#domain/plan/current-edition.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { mates } from '#domain/plan/indicator-line.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { comparableUnits } from '#domain/quantity/unit.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 指標の載り先。 */
export type IndicatorAt = { readonly editionId: string; readonly indicatorId: string }

export type Linking = { readonly one: IndicatorAt; readonly other: IndicatorAt; readonly reason: string }

/** わけの長さの限り。 */
export const longestLinkReason = 1000

/**
 * 二つの計画に載る同じ指標を、一つの系統につなぐ。これからの実績は一度だけ尋ね、どちらの計画にも入る（目標は計画ごとのまま）。
 * もうある実績は、どちらも変えない。断る符号: `not-permitted`・`lineage.no-reason`・`lineage.reason-too-long`・
 * `lineage.indicator-absent`・`lineage.old-edition`・`lineage.same-plan`・`lineage.is-repeat`・`lineage.units-differ`・`lineage.linked-already`。
 */
export const linkIndicators = async (
  app: App,
  person: Person,
  code: string,
  { one, other, reason }: Linking,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'lineage-link')
  if (!allowed.ok) return allowed
  const why = reasonIn(reason)
  if (!why.ok) return why
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<null>> => {
    const [a, b] = [await foundAt(tx, one), await foundAt(tx, other)]
    if (!a || !b) return refused('lineage.indicator-absent')
    const refusal = whyNotLinked(a, b)
    if (refusal) return refusal
    if (mates(await tx.lines.members(), one.indicatorId).includes(other.indicatorId))
      return refused('lineage.linked-already', { name: b.indicator.name })
    await tx.lines.link(one.indicatorId, other.indicatorId, why.value)
    return done(null)
  })
}

/** 指標を系統から外す。もう入った実績は、どの計画でも変わらない。断る符号: `not-permitted`・`lineage.no-reason`・`lineage.link-absent`。 */
export const unlinkIndicator = async (
  app: App,
  person: Person,
  code: string,
  indicatorId: string,
  reason: string,
): Promise<Result<null>> => {
  const allowed = permitted(person, 'lineage-link')
  if (!allowed.ok) return allowed
  const why = reasonIn(reason)
  if (!why.ok) return why
  return app.store.write(
    code,
    actAs(app, person),
    async (tx): Promise<Result<null>> =>
      (await tx.lines.unlink(indicatorId, why.value)) ? done(null) : refused('lineage.link-absent'),
  )
}

const reasonIn = (text: string): Result<string> => {
  const reason = storable(text.trim())
  if (reason === '') return refused('lineage.no-reason')
  return reason.length > longestLinkReason
    ? refused('lineage.reason-too-long', { limit: longestLinkReason })
    : done(reason)
}

type Found = { readonly edition: Edition; readonly indicator: Indicator }

const foundAt = async (tx: ReadTransaction, { editionId, indicatorId }: IndicatorAt): Promise<Found | undefined> => {
  const edition = await tx.editions.get(editionId)
  const indicator = edition?.content.indicators.find(({ id }) => id === indicatorId)
  return edition && indicator && { edition, indicator }
}

const whyNotLinked = (a: Found, b: Found): ReturnType<typeof refused> | undefined => {
  if (isSuperseded(a.edition) || isSuperseded(b.edition)) return refused('lineage.old-edition')
  if (isSamePlan(a.edition, b.edition)) return refused('lineage.same-plan')
  if (a.indicator.repeatOf !== null || b.indicator.repeatOf !== null) return refused('lineage.is-repeat')
  const [one, other] = [a.indicator.unit, b.indicator.unit]
  return comparableUnits(one, other)
    ? undefined
    : refused('lineage.units-differ', { one: one ?? '―', other: other ?? '―' })
}
