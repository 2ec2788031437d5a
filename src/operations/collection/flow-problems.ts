import { type Check, type FlowStep, responseFlow } from '#domain/collection/flow.ts'
import type { Response } from '#domain/collection/response.ts'
import type { Params } from '#domain/language/message.ts'
import { type Problem, type Result, refused } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'

/** 流れの表が通さなかったわけを、ことばに。わけがいくつもあれば、続けてすべて言う。 */
export const blockedProblem = (
  step: FlowStep,
  { state, lastAt, lastBy }: Response,
  blocks: readonly (Check | 'wrong-state')[],
): Problem => {
  const params: Params = {
    state: `@what-response-${state}`,
    step: `@what-step-${step}`,
    time: lastAt === null ? '―' : momentInWords(lastAt),
    by: lastBy ?? '―',
    from: `@what-response-${responseFlow[step].from[0]}`,
  }
  const [first, ...rest] = blocks.map((block) => ({ code: `flow.blocked-${block}`, params }))
  if (!first) throw new Error(`${step} was not blocked`)
  return { kind: first.code, ...first, also: rest }
}

/** 見ていたあいだに、ほかの人が先に進めた。だれが、いつ、どこまで。 */
export const movedMeanwhile = ({ state, lastAt, lastBy }: Response): Result<never> =>
  refused('flow.moved-meanwhile', {
    state: `@what-response-${state}`,
    time: lastAt === null ? '―' : momentInWords(lastAt),
    by: lastBy ?? '―',
  })
