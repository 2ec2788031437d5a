import type { Response } from '#domain/collection/response.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Problem, type Result } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { acceptedIntoPlan } from './accepted-into-plan.ts'
import type { FlowFacts } from './flow-facts.ts'
import { stepIn, today } from './step-response.ts'

/** まとめて受理した答え。`left` は受理しなかったものと、そのわけ。 */
export type AcceptedTogether = {
  readonly accepted: readonly Response[]
  readonly left: readonly { readonly responseId: string; readonly problem: Problem }[]
}

/**
 * 選んだ回答をまとめて受理する。見ていたあいだに変わったもの（`revision` の違うもの）は除いて、わけを返す。
 * 一つの取引なので、計画の版は一度だけ書き換わり、途中で止まれば何も受理されない。
 */
export const acceptResponses = (
  app: App,
  person: Person,
  code: string,
  chosen: readonly { readonly responseId: string; readonly revision: number }[],
): Promise<Result<AcceptedTogether>> => {
  const allowed = permitted(person, 'answer-accept')
  if (!allowed.ok) return Promise.resolve(allowed)
  return app.store.write(code, actAs(app, person), async (tx) => {
    const accepted: Response[] = []
    const left: { responseId: string; problem: Problem }[] = []
    const entering: FlowFacts[] = []
    for (const { responseId, revision } of chosen) {
      const moved = await stepIn(tx, person, responseId, 'accept', { revision }, today(app))
      if (!moved.ok) left.push({ responseId, problem: moved.problem })
      else {
        accepted.push(moved.value.response)
        if (moved.value.accepted) entering.push(moved.value.accepted)
      }
    }
    for (const own of Map.groupBy(entering, ({ round }) => round.id).values()) await acceptedIntoPlan(tx, own)
    return done({ accepted, left })
  })
}
