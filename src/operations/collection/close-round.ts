import type { Response } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { NoticeKind } from '#domain/notices/notice.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 閉じるとき。despiteUnaccepted は、受理していない課があるのを承知のうえ。 */
export type Closing = { readonly despiteUnaccepted: boolean; readonly revision?: number }

/** わけの長さの限り。 */
export const longestReason = 1000

/**
 * 照会を閉じる。閉じたあとは、操作もデータベースも、回答を変えることを断る。
 * 断る符号: `rounds.absent`・`rounds.not-open`・`rounds.changed-meanwhile`・`rounds.unaccepted`。
 */
export const closeRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  { despiteUnaccepted, revision }: Closing,
): Promise<Result<CollectionRound>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<CollectionRound>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status === 'closed') return done(round)
    if (round.status !== 'open') return refused('rounds.not-open')
    if (revision !== undefined && revision !== round.revision) return refused('rounds.changed-meanwhile')
    const responses = await tx.responses.ofRound(roundId)
    const unaccepted = responses.filter(({ state }) => state !== 'accepted').length
    if (unaccepted > 0 && !despiteUnaccepted) return refused('rounds.unaccepted', { count: unaccepted })
    const closed = await tx.rounds.put({ ...round, status: 'closed', closedAt: app.now().toISOString() })
    await tx.rounds.step(roundId, 'closed')
    await tellAll(tx, 'round-closed', responses)
    return done(closed)
  })
}

/** 閉じた照会を、わけを言って開け直す。わけは記録と進行表に残る。断る符号: `rounds.absent`・`rounds.not-closed`・`rounds.reason-missing`・`rounds.reason-long`。 */
export const reopenRound = async (
  app: App,
  person: Person,
  code: string,
  roundId: string,
  asked: { readonly reason: string },
): Promise<Result<CollectionRound>> => {
  const allowed = permitted(person, 'round-manage')
  if (!allowed.ok) return allowed
  const reason = storable(asked.reason.trim())
  if (reason === '') return refused('rounds.reason-missing')
  if (reason.length > longestReason) return refused('rounds.reason-long', { limit: longestReason })
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<CollectionRound>> => {
    const round = await tx.rounds.get(roundId)
    if (!round) return refused('rounds.absent')
    if (round.status !== 'closed') return refused('rounds.not-closed')
    const reopened = await tx.rounds.put({ ...round, status: 'open', closedAt: null, reopenedReason: reason })
    await tx.rounds.step(roundId, 'reopened', reason)
    await tellAll(tx, 'round-reopened', await tx.responses.ofRound(roundId), { reason })
    return done(reopened)
  })
}

const tellAll = async (
  tx: WriteTransaction,
  kind: NoticeKind,
  responses: readonly Response[],
  params: Readonly<Record<string, string>> = {},
): Promise<void> => {
  for (const { id, roundId, departmentId } of responses)
    await tx.notices.tell({ kind, departmentId, roundId, responseId: id, params })
}
