import { givenOf, type RoundContent, type RoundGiven } from '#domain/collection/read-round.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { RoundPlan } from '#domain/collection/round-plan.ts'
import { copiedRound, lastFiscalYear, newRound } from '#domain/collection/round-starts.ts'
import { isValidOn, type OrganisationUnit } from '#domain/people/organisation.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { currentEditions, currentIds } from '#domain/plan/current-edition.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import { covers } from '#domain/plan/indicator-line.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { whyNotOpen } from './open-round.ts'
import { planIn } from './round-facts.ts'

/** 照会の一覧の一行。 */
export type RoundLine = {
  readonly round: CollectionRound
  readonly departments: number
  readonly submitted: number
  readonly accepted: number
}

/** 照会の一覧。新しい順。課の役の人には、開いたことのある照会だけ。 */
export const roundsView = async (
  app: App,
  person: Person,
  code: string,
): Promise<Result<{ readonly lines: readonly RoundLine[]; readonly manages: boolean; readonly today: string }>> => {
  const allowed = permitted(person, 'round-read')
  if (!allowed.ok) return allowed
  const manages = permits(person, 'round-manage')
  const lines = await app.store.read(
    code,
    async (tx) => {
      const rounds = (await tx.rounds.list()).filter(({ openedAt }) => manages || openedAt !== null)
      const made: RoundLine[] = []
      for (const round of rounds) made.push(await lineOf(tx, round))
      return made
    },
    reachOf(person),
  )
  return done({ lines, manages, today: dayInJapan(app.now()) })
}

const lineOf = async (tx: ReadTransaction, round: CollectionRound): Promise<RoundLine> => {
  const responses = await tx.responses.ofRound(round.id)
  const of = (...states: readonly string[]) => responses.filter(({ state }) => states.includes(state)).length
  return {
    round,
    departments: responses.length,
    submitted: of('submitted', 'approved', 'accepted'),
    accepted: of('accepted'),
  }
}

/** 照会を作る・直す頁に要るもの。 */
export type RoundForm = {
  readonly given: RoundGiven
  /** 直している照会（新しければ null）。 */
  readonly round: CollectionRound | null
  readonly editions: readonly EditionHeading[]
  readonly units: readonly OrganisationUnit[]
  /** 写せる前の照会。 */
  readonly earlier: readonly CollectionRound[]
  readonly today: string
}

/** 照会を作る頁。`copy` は写す照会の id。断る符号: `not-permitted`・`rounds.no-plan`。 */
export const newRoundForm = (
  app: App,
  person: Person,
  code: string,
  copy: string | undefined,
): Promise<Result<RoundForm>> =>
  formIn(app, person, code, null, ({ earlier, editions, units, today }) => {
    const there = { editionIds: editions.map(({ id }) => id), departmentIds: units.map(({ id }) => id) }
    const from = earlier.find(({ id }) => id === copy)
    return givenOf(from ? copiedRound(from, today, there) : newRound(today, toAsk(editions, lastFiscalYear(today))))
  })

/** はじめに選んでおく計画：尋ねる年度（前年度）が期間に入るもの（前の期の終わりの年度は、次の期が始まっても前の期に尋ねる）。なければ、いちばん新しい期のもの。 */
const toAsk = (editions: readonly EditionHeading[], year: number): readonly string[] => {
  const covering = editions.filter((edition) => edition.lastYear !== null && covers(edition, year))
  return covering.length > 0 ? covering.map(({ id }) => id) : newest(editions)
}

const newest = (editions: readonly EditionHeading[]): readonly string[] => {
  const last = Math.max(...editions.map(({ lastYear }) => lastYear ?? 0))
  return editions.filter(({ lastYear }) => (lastYear ?? 0) === last).map(({ id }) => id)
}

/** 照会を直す頁。断る符号: `not-permitted`・`rounds.absent`・`rounds.no-plan`。 */
export const editRoundForm = (app: App, person: Person, code: string, roundId: string): Promise<Result<RoundForm>> =>
  formIn(app, person, code, roundId, ({ round }) => givenOf(round as RoundContent))

const formIn = async (
  app: App,
  person: Person,
  code: string,
  roundId: string | null,
  given: (form: Omit<RoundForm, 'given'>) => RoundGiven,
): Promise<Result<RoundForm>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.read(code, async (tx): Promise<Result<RoundForm>> => {
    const round = roundId === null ? null : await tx.rounds.get(roundId)
    if (round === undefined) return refused('rounds.absent')
    const headings = await tx.editions.headings()
    const editions = currentEditions(headings)
    if (editions.length === 0) return refused('rounds.no-plan')
    const units = (await tx.organisation.units()).filter((unit) => isValidOn(unit, today))
    const earlier = (await tx.rounds.list()).filter(({ id }) => id !== roundId)
    // 作ったあとで改訂されていれば、いまの版を選んだものとして見せる。
    const ofNow = <R extends CollectionRound>(each: R): R => ({
      ...each,
      editionIds: currentIds(headings, each.editionIds),
    })
    const form = { round: round && ofNow(round), editions, units, earlier: earlier.map(ofNow), today }
    return done({ ...form, given: given(form) })
  })
}

/** 開く前の下見。 */
export type RoundPreview = {
  readonly round: CollectionRound
  readonly plan: RoundPlan
  readonly editions: readonly EditionHeading[]
  readonly units: readonly OrganisationUnit[]
  /** いまのままでは開けないわけ。 */
  readonly blocked: Problem | null
  readonly today: string
  /** いまの時（ISO 8601）。予約の時を過ぎたかを見る。 */
  readonly now: string
}

/** 照会を開くと、どの課に何が届くか。断る符号: `not-permitted`・`rounds.absent`。 */
export const roundPreview = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
): Promise<Result<RoundPreview>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  const today = dayInJapan(app.now())
  return app.store.read(code, async (tx): Promise<Result<RoundPreview>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    const plan = await planIn(tx, round, today)
    const headings = await tx.editions.headings()
    const asked = currentIds(headings, round.editionIds)
    const editions = headings.filter(({ id }) => asked.includes(id))
    const blocked = whyNotOpen(round, plan, today) ?? null
    return done({
      round,
      plan,
      editions,
      units: await tx.organisation.units(),
      blocked,
      today,
      now: app.now().toISOString(),
    })
  })
}
