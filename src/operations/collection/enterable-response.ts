import { enterable } from '#domain/collection/flow.ts'
import type { Response, ResponseItem } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { PermittedAct } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import { permitted } from '../people/acting-person.ts'

type Reads = Pick<ReadTransaction, 'responses' | 'rounds'>

/** 手を入れる回答と、その照会・項目。 */
export type ResponseAtHand = {
  readonly response: Response
  readonly round: CollectionRound
  readonly items: readonly ResponseItem[]
}

/** 読んでよい回答。ほかの課の回答は、行の壁で見えないので、ないものとなる。 */
export const responseAtHand = async (
  tx: Reads,
  person: Person,
  responseId: string,
  act: PermittedAct,
): Promise<Result<ResponseAtHand>> => {
  const response = await tx.responses.get(responseId)
  const round = response && (await tx.rounds.get(response.roundId))
  if (!response || !round) return refused('entry-absent')
  const allowed = permitted(person, act, response.departmentId)
  return allowed.ok ? done({ response, round, items: await tx.responses.items(responseId) }) : allowed
}

/** 入力してよい回答。締切を過ぎていても、閉じるまでは入れられる。 */
export const enterableResponse = async (
  tx: Reads,
  person: Person,
  responseId: string,
): Promise<Result<ResponseAtHand>> => {
  const found = await responseAtHand(tx, person, responseId, 'answer-enter')
  return found.ok ? (notEnterable(found.value) ?? found) : found
}

/** いま入力できないわけ。できるなら undefined。 */
export const notEnterable = ({
  round,
  response,
}: Pick<ResponseAtHand, 'round' | 'response'>): ReturnType<typeof refused> | undefined => {
  if (round.status !== 'open') return refused('entry-round-not-open')
  return enterable.includes(response.state) ? undefined : refused('entry-submitted')
}

/** 回答のその項目。 */
export const itemAmong = (items: readonly ResponseItem[], itemId: string): Result<ResponseItem> => {
  const item = items.find(({ id }) => id === itemId)
  return item ? done(item) : refused('entry-item-absent')
}
