import { type PoliciesGiven, readPolicies } from '#domain/evaluation/read-policies.ts'
import type { Message } from '#domain/language/message.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { EditionPolicies } from '#store/edition-policies.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 変えたか、直すところか、見ていたあいだにほかの人が変えた決まり（何も書いていない）。 */
export type PoliciesChanged =
  | { readonly changed: EditionPolicies }
  | { readonly troubles: readonly Message[] }
  | { readonly meanwhile: EditionPolicies }

/**
 * 評価ごとの見直しの決まりと、今後の方向性を変える。
 * 断る符号: `not-permitted`・`scales.plan-absent`・`scales.superseded`。
 */
export const changePolicies = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
  given: PoliciesGiven,
  revision: number,
): Promise<Result<PoliciesChanged>> => {
  const allowed = permitted(person, 'scale-change')
  if (!allowed.ok) return allowed
  const { troubles, ...read } = readPolicies({
    policies: given.policies.map((each) => ({ ...each, words: storable(each.words) })),
    directions: storable(given.directions),
  })
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<PoliciesChanged>> => {
    const edition = (await tx.editions.headings()).find(({ id }) => id === editionId)
    if (!edition) return refused('scales.plan-absent')
    if (edition.history?.supersededBy) return refused('scales.superseded')
    if (troubles.length > 0) return done({ troubles })
    const now = await tx.policies.of(editionId)
    if (now.revision !== revision) return done({ meanwhile: now })
    return done({ changed: await tx.policies.put(editionId, read) })
  })
}
