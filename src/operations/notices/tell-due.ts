import { dueOf } from '#domain/collection/due.ts'
import type { Response } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { dueKey, dueNotice } from '#domain/notices/due-notice.ts'
import type { App } from '../app.ts'
import { closingNotices } from '../committee/tell-closing.ts'
import { type Keyed, tellInEveryCity } from './tell-once.ts'

/**
 * 締切の 7・3・1 日前と、過ぎてから（1・3・7 日、そのあと七日ごと）を、まだ動いていない人に知らせる。
 * 何度呼んでも、起動し直しても、時計が飛んでも、同じ節目は一度だけ。8 時 30 分（日本の時計）までは何もしない。知らせた数を返す。
 */
export const tellDue = (app: App, now: Date): Promise<number> =>
  tellInEveryCity(app, now, async (tx, today) => {
    const due: Keyed[] = []
    for (const round of await tx.rounds.list())
      if (round.status === 'open') due.push(...dueIn(round, await tx.responses.ofRound(round.id), today))
    due.push(...closingNotices(await tx.referrals.list(), today))
    return due
  })

/** 照会一つの、今日までに知らせてあるはずのもの。入力と確認は課ごとに、受理は企画課に一つにまとめて。 */
export const dueIn = (round: CollectionRound, responses: readonly Response[], today: string): readonly Keyed[] => {
  const waiting = responses.map((response) => ({ response, due: dueOf(round, response) }))
  const ofDepartments = waiting.flatMap(({ response, due }) => {
    const told = due && due.stage !== 'accept' && dueNotice(due, today)
    if (!due || !told) return []
    const params = { stage: due.stage, days: told.days, date: due.day }
    const { id: responseId, departmentId } = response
    const notice = { kind: told.kind, departmentId, roundId: round.id, responseId, params }
    return [{ key: dueKey(responseId, due, told), notice }]
  })
  const toAccept = waiting.flatMap(({ due }) => (due?.stage === 'accept' ? [due] : []))
  const [first] = toAccept
  const told = first && dueNotice(first, today)
  if (!first || !told) return ofDepartments
  const params = { stage: first.stage, days: told.days, date: first.day, count: toAccept.length }
  const notice = { kind: told.kind, departmentId: null, roundId: round.id, responseId: null, params }
  return [...ofDepartments, { key: dueKey(round.id, first, told), notice }]
}
