import type { CollectionRound } from '#domain/collection/round.ts'
import { deadlineTroubles } from '#domain/collection/round-check.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result, refused } from '#domain/problem.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { type Opening, openIn, whyIncomplete, whyNotOpen } from './open-round.ts'
import { planIn } from './round-facts.ts'

/**
 * 照会を、その時に自分で開くように予約する。欠けたところ（担当のいない指標など）は、予約のときに承知してもらう。
 * 断る符号: `rounds.opens-past`・`rounds.opens-after-deadline` と `openRound` のもの。
 */
export const scheduleRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  { opensAt, despiteOwnerless, revision }: Opening & { readonly opensAt: string },
): Promise<Result<CollectionRound>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  const now = app.now()
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<CollectionRound>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status === 'open') return refused('rounds.already-open')
    if (round.status === 'closed') return refused('rounds.is-closed')
    if (revision !== undefined && revision !== round.revision) return refused('rounds.changed-meanwhile')
    if (opensAt <= now.toISOString()) return refused('rounds.opens-past')
    if (dayInJapan(new Date(opensAt)) > round.deadlines.enter) return refused('rounds.opens-after-deadline')
    const plan = await planIn(tx, round, dayInJapan(new Date(opensAt)))
    const why = whyNotOpen(round, plan, dayInJapan(now)) ?? whyIncomplete(plan, despiteOwnerless)
    return why ? { ok: false, problem: why } : done(await tx.rounds.put({ ...round, status: 'scheduled', opensAt }))
  })
}

/** 予約を取りやめ、下書きに戻す。 */
export const unscheduleRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
): Promise<Result<CollectionRound>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<CollectionRound>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status === 'open') return refused('rounds.already-open')
    if (round.status !== 'scheduled') return done(round)
    return done(await tx.rounds.put({ ...round, status: 'draft', opensAt: null }))
  })
}

/** 予約の時の来た照会と、開けたか。 */
export type DueRound = { readonly code: string; readonly roundId: string; readonly problem: Problem | null }

/** 予約の時に自分で開くときの名。記録に残る。 */
const clock: Person = { kind: 'terminal', id: null, name: 'しるべ（予約）', grants: [] }

/**
 * 予約の時の来た照会を開く。起動のときと毎分に呼ぶ。書く取引の中で状態を見直すので、二つのプロセスが呼んでも開くのは一度。
 * 開けないもの（止まっていたあいだに締切が過ぎたなど）は予約のまま残し、頁がわけを言う。わけがなくなれば、次の分に開く。
 */
export const openDueRounds = async (app: App): Promise<readonly DueRound[]> => {
  const now = app.now().toISOString()
  const found: DueRound[] = []
  for (const { code } of await app.store.municipalities()) {
    const rounds = await app.store.read(code, (tx) => tx.rounds.list())
    for (const { id } of rounds.filter((round) => isDue(round, now) && isWorthTrying(round, now))) {
      const problem = await openDue(app, code, id)
      if (problem !== undefined) found.push({ code, roundId: id, problem })
    }
  }
  return found
}

const isDue = ({ status, opensAt }: CollectionRound, now: string): boolean =>
  status === 'scheduled' && opensAt !== null && opensAt <= now

/** 締切の過ぎたものは、計画を読むまでもなく開けない（毎分は試さない）。 */
const isWorthTrying = ({ deadlines }: CollectionRound, now: string): boolean =>
  deadlineTroubles(deadlines, dayInJapan(new Date(now))).length === 0

/** 開けば null、ほかのだれかがもう開いていれば undefined。 */
const openDue = (app: App, code: string, roundId: string): Promise<Problem | null | undefined> =>
  app.store.write(code, actAs(app, clock), async (tx) => {
    const round = await tx.rounds.get(roundId)
    const now = app.now()
    if (!round || !isDue(round, now.toISOString())) return undefined
    const today = dayInJapan(now)
    const plan = await planIn(tx, round, today)
    const why = whyNotOpen(round, plan, today)
    if (why) return why
    await openIn(app, tx, round, plan)
    return null
  })
