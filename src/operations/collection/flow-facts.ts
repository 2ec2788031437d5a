import type { Check } from '#domain/collection/flow.ts'
import type { Response, ResponseStep } from '#domain/collection/response.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import { headIsAway, headsOf } from '#domain/collection/stand-in.ts'
import { standInAmong } from '#domain/collection/steps-taken.ts'
import type { Member } from '#domain/people/member.ts'
import type { OrganisationUnit } from '#domain/people/organisation.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { ReadTransaction } from '#store/tenant.ts'

/** 一歩を進めるかどうかに要るもの。 */
export type FlowFacts = {
  readonly response: Response
  readonly round: CollectionRound
  readonly steps: readonly ResponseStep[]
  readonly units: readonly OrganisationUnit[]
  readonly members: readonly Member[]
  /** 日本の今日。 */
  readonly day: string
}

/** 進める人が添えたもの。 */
export type StepGiven = { readonly reason?: string | null; readonly headName?: string | null }

/** 出す前に確かめる、回答の中身のこと（分からなければ、満たさないものとする）。 */
export type Readiness = { readonly complete: boolean; readonly questionsAnswered: boolean }

/** 取引の中で読む。なければ（機構改革でほかの課の回答に合わさり、項目のなくなったものも）undefined。 */
export const flowFacts = async (
  tx: Pick<ReadTransaction, 'responses' | 'rounds' | 'organisation' | 'members'>,
  responseId: string,
  day: string,
): Promise<FlowFacts | undefined> => {
  const response = await tx.responses.get(responseId)
  const round = response && (await tx.rounds.get(response.roundId))
  if (!response || !round || (await tx.responses.items(responseId)).length === 0) return undefined
  return {
    response,
    round,
    steps: await tx.responses.steps(responseId),
    units: await tx.organisation.units(),
    members: await tx.members.list(),
    day,
  }
}

/** 流れの表の尋ねに答える。 */
export const checksOf = (
  facts: FlowFacts,
  person: Person,
  given: StepGiven,
  ready: Readiness | undefined,
): Readonly<Partial<Record<Check, boolean>>> => {
  const { response, round, steps, units, members, day } = facts
  const standIn = standInAmong(steps)
  return {
    'round-open': round.status === 'open',
    complete: ready?.complete === true,
    'questions-answered': ready?.questionsAnswered === true,
    'approval-asked': round.approval,
    'approval-passed': !round.approval || response.state === 'approved',
    'reason-given': isGiven(given.reason),
    'head-named': isGiven(given.headName),
    'stand-in-allowed':
      permits(person, 'answer-approve', response.departmentId) ||
      headIsAway(headsOf(members, units, response.departmentId, day), day),
    'approved-for-head': standIn !== undefined,
    'not-yet-seen': standIn !== undefined && standIn.seen === undefined,
    'seen-by-another': standIn !== undefined && (person.kind === 'workbench' || standIn.approved.by !== person.name),
  }
}

const isGiven = (text: string | null | undefined): boolean => (text ?? '').trim() !== ''

/** 長すぎる文は受けない（差戻しのわけ・代決のわけ）。 */
export const longestReason = 2000
