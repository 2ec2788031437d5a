import type { Person } from '#domain/people/person.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { App } from '../app.ts'
import { inRevision } from './at-revision.ts'
import { addedWith } from './remove-from-revision.ts'

/**
 * 変更を一つ取りやめる。差替えで入れた指標なら、載せなくした片われも戻る。計画の見出しの変更なら、案の題・期間も戻る。
 * 断る符号: `revision-change-absent` と、案を開けないもの。
 */
export const undoChange = (
  app: App,
  person: Person,
  code: string,
  id: string,
  changeId: string,
): Promise<Result<null>> =>
  inRevision<null>(app, person, code, id, async ({ tx, revision, changes }) => {
    const change = changes.find((each) => each.id === changeId)
    if (!change) return refused('revision-change-absent')
    await tx.revisions.undo(id, change.op === 'add' ? addedWith(changes, change.subjectId) : [change.id])
    if (change.on === 'plan') await tx.revisions.head(revision, { [change.field]: change.before })
    return done(null)
  })
