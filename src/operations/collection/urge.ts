import { isUnsubmitted } from '#domain/collection/due.ts'
import type { Response } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { dayParams } from '#domain/collection/round-check.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { readDay } from '#domain/year/calendar.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'
import { longestReason } from './close-round.ts'

/** どの課に。unsubmitted まだ出していない課すべて、overdue そのうち締切を過ぎた課、か、選んだ課の回答の id。 */
export type Whom = 'unsubmitted' | 'overdue' | readonly string[]

/** どれだけの課にしたか。skipped は、選んだがもう出していたので、しなかった課。 */
export type Urged = { readonly done: number; readonly skipped: number }

type Chosen = { readonly round: CollectionRound; readonly those: readonly Response[]; readonly skipped: number }

/** 催促する。まだ出していない課だけに届く。断る符号: `rounds.absent`・`rounds.not-open`・`rounds.nobody-chosen`・`rounds.all-submitted`・`rounds.reason-long`。 */
export const remindDepartments = (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  { whom, note }: { readonly whom: Whom; readonly note: string },
): Promise<Result<Urged>> =>
  urging(app, person, code, roundId, whom, note, async (tx, { round, those }) => {
    for (const { id, departmentId, extendedTo } of those)
      await tx.notices.tell({
        kind: 'reminder',
        departmentId,
        roundId,
        responseId: id,
        params: { date: extendedTo ?? round.deadlines.enter, note: storable(note.trim()) },
      })
    return done(null)
  })

/**
 * 入力の締切を、一つかいくつかの課だけ延ばす。わけを添えて、課に知らせる。
 * 断る符号: `remindDepartments` のものと、`rounds.deadline-unreadable`・`rounds.deadline-past`・`rounds.extension-earlier`・`rounds.reason-missing`。
 */
export const extendDeadlines = (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  asked: { readonly whom: Whom; readonly to: string; readonly reason: string },
): Promise<Result<Urged>> => {
  const reason = storable(asked.reason.trim())
  return urging(app, person, code, roundId, asked.whom, reason, async (tx, { round, those }) => {
    const to = readDay(asked.to)
    if (to === undefined) return refused('rounds.deadline-unreadable', { typed: asked.to })
    if (to < dayInJapan(app.now())) return refused('rounds.deadline-past', dayParams(to))
    if (to <= round.deadlines.enter) return refused('rounds.extension-earlier', dayParams(round.deadlines.enter))
    if (reason === '') return refused('rounds.reason-missing')
    for (const response of those) {
      await tx.responses.extend(response, to, reason)
      const { id, departmentId } = response
      await tx.notices.tell({ kind: 'extended', departmentId, roundId, responseId: id, params: { date: to, reason } })
    }
    return done(null)
  })
}

/** 開いている照会の、まだ出していない課にする。 */
const urging = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  whom: Whom,
  words: string,
  urge: (tx: WriteTransaction, chosen: Chosen) => Promise<Result<null>>,
): Promise<Result<Urged>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  if (words.length > longestReason) return refused('rounds.reason-long', { limit: longestReason })
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Urged>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status !== 'open') return refused('rounds.not-open')
    const chosen = chosenFrom(round, await tx.responses.ofRound(roundId), whom, dayInJapan(app.now()))
    if (!chosen.ok) return chosen
    const urged = await urge(tx, chosen.value)
    return urged.ok ? done({ done: chosen.value.those.length, skipped: chosen.value.skipped }) : urged
  })
}

const chosenFrom = (
  round: CollectionRound,
  responses: readonly Response[],
  whom: Whom,
  today: string,
): Result<Chosen> => {
  const asked = responses.filter((response) => isAskedFor(round, response, whom, today))
  if (typeof whom !== 'string' && asked.length === 0) return refused('rounds.nobody-chosen')
  const those = asked.filter(({ state }) => isUnsubmitted(state))
  return those.length === 0
    ? refused('rounds.all-submitted')
    : done({ round, those, skipped: asked.length - those.length })
}

const isAskedFor = ({ deadlines }: CollectionRound, response: Response, whom: Whom, today: string): boolean => {
  if (typeof whom !== 'string') return whom.includes(response.id)
  return isUnsubmitted(response.state) && (whom === 'unsubmitted' || (response.extendedTo ?? deadlines.enter) < today)
}
