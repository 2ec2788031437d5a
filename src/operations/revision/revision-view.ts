import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { draftOf } from '#domain/revision/draft-edition.ts'
import { countsOfChanges } from '#domain/revision/kind-of-change.ts'
import { type LeftToDo, leftToDo } from '#domain/revision/left.ts'
import type { ChangeKind, ProposalDecision, Revision, RevisionChange } from '#domain/revision/revision.ts'
import type { ListedRevision } from '#store/plan-revisions.ts'
import type { ReadTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { permitted, reachOf } from '../people/acting-person.ts'
import { type Grading, gradingAt } from './grading-at.ts'

/** 改訂の案の、どの頁にも要るもの。 */
export type RevisionView = {
  readonly revision: Revision
  readonly base: Edition
  readonly changes: readonly RevisionChange[]
  readonly decisions: readonly ProposalDecision[]
  readonly draft: Edition
  readonly grading: Grading
  readonly left: LeftToDo
  readonly counts: Readonly<Record<ChangeKind, number>>
  /** もとの版が、ほかの改訂で旧版になったか。 */
  readonly isBehind: boolean
  /** 同じ計画の、ほかに開いている案。 */
  readonly others: readonly ListedRevision[]
}

/** 案を、評価の案・残っていることとともに。断る符号: `not-permitted`・`revision-absent`。 */
export const revisionView = async (
  app: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<RevisionView>> => {
  const allowed = permitted(person, 'revision-read')
  if (!allowed.ok) return allowed
  return app.store.read(code, (tx) => viewIn(tx, id), reachOf(person))
}

const viewIn = async (tx: ReadTransaction, id: string): Promise<Result<RevisionView>> => {
  const revision = await tx.revisions.get(id)
  const base = revision && (await tx.editions.get(revision.baseEditionId))
  if (!revision || !base) return refused('revision-absent')
  const changes = await tx.revisions.changes(id)
  const decisions = await tx.revisions.decisions(id)
  const grading = await gradingAt(tx, revision, base)
  const { draft, conflicts } = draftOf(base, revision, changes)
  const others = (await tx.revisions.list()).filter(
    (each) => each.id !== id && each.status === 'open' && each.baseEditionId === revision.baseEditionId,
  )
  return done({
    revision,
    base,
    changes,
    decisions,
    draft,
    grading,
    left: leftToDo(grading.proposals, decisions, changes, revision.status === 'open' ? conflicts : []),
    counts: countsOfChanges(changes),
    isBehind: revision.status === 'open' && isSuperseded(base),
    others,
  })
}

/** 一覧：案と、もとの版の題。 */
export type RevisionLine = ListedRevision & { readonly baseTitle: string }
export type RevisionsView = {
  readonly revisions: readonly RevisionLine[]
  /** 改訂を始められる、いまの版。 */
  readonly startable: readonly { readonly id: string; readonly title: string }[]
}

export const revisionsView = async (app: App, person: Person, code: string): Promise<Result<RevisionsView>> => {
  const allowed = permitted(person, 'revision-read')
  if (!allowed.ok) return allowed
  return app.store.read(
    code,
    async (tx) => {
      const headings = await tx.editions.headings()
      const titles = new Map(headings.map((heading) => [heading.id, heading.title]))
      const revisions = (await tx.revisions.list()).map((each) => ({
        ...each,
        baseTitle: titles.get(each.baseEditionId) ?? '',
      }))
      return done({ revisions, startable: headings.filter((heading) => !isSuperseded(heading)) })
    },
    reachOf(person),
  )
}
