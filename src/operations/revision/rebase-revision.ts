import type { Person } from '#domain/people/person.ts'
import { currentEditionOf, isSuperseded } from '#domain/plan/current-edition.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { revisedFrom } from '#domain/revision/next-period.ts'
import type { Revision } from '#domain/revision/revision.ts'
import type { App } from '../app.ts'
import { inRevision } from './at-revision.ts'
import { putHeadingChanges } from './change-heading.ts'
import { headingChanges } from './start-revision.ts'

/**
 * もとの版が改訂されていたら、いまの版に変更を重ね直す。変更は一つも失われず、食い違うものの数を返す。
 * 断る符号: `revision-base-current` と、案を開けないもの。
 */
export const rebaseRevision = (
  app: App,
  person: Person,
  code: string,
  id: string,
): Promise<Result<{ readonly conflicts: number }>> =>
  inRevision<{ conflicts: number }>(app, person, code, id, async ({ tx, revision, base, changes }) => {
    const current = isSuperseded(base) ? currentEditionOf(await tx.editions.headings(), base.id) : undefined
    const onto = current && (await tx.editions.get(current.id))
    if (!onto) return refused('revision-base-current')
    const heading = followed(revision, base, onto)
    const moved = await tx.revisions.rebase(revision, onto.id)
    await putHeadingChanges(tx, revision, changes, headingChanges(onto, heading, revision.kind))
    await tx.revisions.head(moved, heading)
    return done({ conflicts: revisedFrom(onto, revision.kind, changes).conflicts.length })
  })

/** この案で改めていない題・期間は、いまの版のものに従う。 */
const followed = (revision: Revision, base: Edition, onto: Edition) => ({
  title: revision.title === base.title ? onto.title : revision.title,
  firstYear: revision.firstYear === base.firstYear ? onto.firstYear : revision.firstYear,
  lastYear: revision.lastYear === base.lastYear ? onto.lastYear : revision.lastYear,
  purpose: revision.purpose,
})

/**
 * 食い違いを一つ決める。mine この案の値にする（いまの値を「前」として持ち直す）、theirs 変更を取りやめ、いまの版のままにする。
 * 断る符号: `revision-conflict-absent`・`revision-conflict-theirs-only`（置く先などがもうなく、この案の値にはできない）。
 */
export const settleConflict = (
  app: App,
  person: Person,
  code: string,
  id: string,
  changeId: string,
  keep: 'mine' | 'theirs',
): Promise<Result<null>> =>
  inRevision<null>(app, person, code, id, async ({ tx, changes, conflicts }) => {
    const conflict = conflicts.find(({ change }) => change.id === changeId)
    const change = changes.find((each) => each.id === changeId)
    if (!conflict || !change) return refused('revision-conflict-absent')
    if (keep === 'theirs') {
      await tx.revisions.undo(id, [changeId])
      return done(null)
    }
    if (conflict.why !== 'changed-meanwhile') return refused('revision-conflict-theirs-only')
    await tx.revisions.change(id, [{ ...change, before: conflict.now }])
    return done(null)
  })
