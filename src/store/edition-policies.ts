import type { FutureDirection, RevisionPolicy } from '#domain/evaluation/evaluation.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 版の、評価ごとの見直しの決まりと、今後の方向性。置いていなければ空で、版数は 0。 */
export type EditionPolicies = {
  readonly policies: readonly RevisionPolicy[]
  readonly directions: readonly FutureDirection[]
  readonly revision: number
}

export const editionPolicies = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<EditionPolicies> => {
  const [row] = await query<EditionPolicies>(
    'select policies, directions, revision from edition_policy where municipality = $1 and edition_id = $2',
    [municipality, editionId],
    'edition-policies',
  )
  return row ?? { policies: [], directions: [], revision: 0 }
}

export const putEditionPolicies = async (
  tx: Writing,
  editionId: string,
  { policies, directions }: Pick<EditionPolicies, 'policies' | 'directions'>,
): Promise<EditionPolicies> => {
  const before = await editionPolicies(tx, editionId)
  await tx.query(
    `insert into edition_policy as p (municipality, edition_id, policies, directions, revision, at, by)
     values ($1, $2, $3, $4, 1, $5, $6)
     on conflict (municipality, edition_id) do update set policies = excluded.policies,
       directions = excluded.directions, revision = p.revision + 1, at = excluded.at, by = excluded.by`,
    [tx.municipality, editionId, JSON.stringify(policies), JSON.stringify(directions), tx.at, tx.by],
  )
  const after = { policies, directions, revision: before.revision + 1 }
  await tx.record({
    act: 'policies-changed',
    subject: { edition: editionId },
    before: before.revision === 0 ? null : before,
    after,
  })
  return after
}
