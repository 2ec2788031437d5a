import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { storable } from '../reviews/acting.ts'
import { inRevision } from './at-revision.ts'
import { reasonProblem } from './change-revision.ts'

/** 案を取り下げる。理由が要り、変更は残って読める。断る符号: `revision-reason-needed` と、案を開けないもの。 */
export const withdrawRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
  reason: string,
): Promise<Result<null>> =>
  inRevision<null>(app, person, code, id, async ({ tx, revision }) => {
    const problem = reasonProblem(reason)
    if (problem) return { ok: false, problem }
    if (reason.trim() === '') return refused('revision-reason-needed')
    await tx.revisions.withdraw(revision, storable(reason.trim()))
    return done(null)
  })
