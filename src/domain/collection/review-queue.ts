import type { OrganisationUnit } from '../people/organisation.ts'
import { permits } from '../people/permission.ts'
import type { Person } from '../people/person.ts'
import type { Response } from './response.ts'
import type { CollectionRound } from './round.ts'

/** 同じ照会で、この人の確認か受理を待つほかの回答。 */
export type ReviewQueue = {
  readonly before: Queued | null
  readonly after: Queued | null
  /** 待っている回答の数（いま見ているものを含む）。 */
  readonly waiting: number
}
export type Queued = { readonly responseId: string; readonly department: string }

/**
 * 前と次の課。並びは課の並び。見ているものより後ろに待つものがなければ、初めに戻る（十課を続けて見て、残りがなくなるまで）。
 */
export const reviewQueue = (
  person: Person,
  round: Pick<CollectionRound, 'approval'>,
  responses: readonly Response[],
  units: readonly OrganisationUnit[],
  current: string,
): ReviewQueue => {
  const order = new Map(units.map(({ id }, index) => [id, index]))
  const sorted = responses.toSorted((a, b) => (order.get(a.departmentId) ?? 0) - (order.get(b.departmentId) ?? 0))
  const at = sorted.findIndex(({ id }) => id === current)
  const isWaiting = (response: Response) => waitsFor(person, round, response)
  const around = [...sorted.slice(at + 1), ...sorted.slice(0, Math.max(at, 0))].filter(isWaiting)
  const queued = (response: Response | undefined): Queued | null =>
    response
      ? {
          responseId: response.id,
          department: units.find(({ id }) => id === response.departmentId)?.name ?? '',
        }
      : null
  const own = sorted[at]
  return {
    before: around.length > 1 ? queued(around.at(-1)) : null,
    after: queued(around[0]),
    waiting: around.length + (own && isWaiting(own) ? 1 : 0),
  }
}

/** この人の確認か受理を待つか。 */
const waitsFor = (person: Person, { approval }: Pick<CollectionRound, 'approval'>, response: Response): boolean => {
  const { state, departmentId } = response
  if (state === 'submitted' && approval) return permits(person, 'answer-approve', departmentId)
  return (state === 'approved' || state === 'submitted') && permits(person, 'answer-accept', departmentId)
}
