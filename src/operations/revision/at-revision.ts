import type { PermittedAct } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Result, refused } from '#domain/problem.ts'
import type { ChangeConflict } from '#domain/revision/change-conflict.ts'
import { draftOf } from '#domain/revision/draft-edition.ts'
import { followingBaselines, startingEdition } from '#domain/revision/next-period.ts'
import type { Revision, RevisionChange } from '#domain/revision/revision.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'

/** 書く取引の中の、開いている改訂の案。 */
export type AtRevision = {
  readonly tx: WriteTransaction
  readonly revision: Revision
  /** もとの版。次の期なら、`startingEdition`。 */
  readonly base: Edition
  readonly changes: readonly RevisionChange[]
  /** もとの版に変更を重ねたもの。 */
  readonly draft: Edition
  readonly conflicts: readonly ChangeConflict<RevisionChange>[]
}

/** 理由・趣旨の長さの限り。 */
export const longestReason = 2000

/**
 * 開いている改訂の案に手を入れる。断る符号: `not-permitted`・`revision-absent`・`revision-adopted`・`revision-withdrawn`。
 */
export const inRevision = async <T>(
  app: App,
  person: Person,
  code: string,
  id: string,
  work: (at: AtRevision) => Promise<Result<T>>,
  act: PermittedAct = 'revision-edit',
): Promise<Result<T>> => {
  const allowed = permitted(person, act)
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<T>> => {
    const revision = await tx.revisions.get(id)
    const stored = revision && (await tx.editions.get(revision.baseEditionId))
    if (!revision || !stored) return refused('revision-absent')
    if (revision.status !== 'open') return refused(`revision-${revision.status}`)
    const base = startingEdition(stored, revision.kind)
    const written = await tx.revisions.changes(id)
    const changes = revision.kind === 'next-period' ? followingBaselines(base.content, written) : written
    return work({ tx, revision, base, changes, ...draftOf(stored, revision, changes) })
  })
}
