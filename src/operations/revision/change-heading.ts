import { canonicalJson } from '#domain/canonical-json.ts'
import type { Person } from '#domain/people/person.ts'
import { done, type Result } from '#domain/problem.ts'
import type { Revision, RevisionChange, RevisionHeading } from '#domain/revision/revision.ts'
import type { WrittenChange } from '#store/plan-revisions.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { inRevision } from './at-revision.ts'
import { headingChanges, type RevisionGiven, readHeading } from './start-revision.ts'

export type HeadingSaved = { readonly saved: Revision } | { readonly meanwhile: Revision }

/** 案の見出し（題・期間・国の戦略・評価の年度・趣旨）を改める。題と期間の変更は、改訂の変更として残る。 */
export const changeHeading = (
  app: App,
  person: Person,
  code: string,
  id: string,
  given: Omit<RevisionGiven, 'kind'>,
  seen: string,
): Promise<Result<HeadingSaved>> =>
  inRevision<HeadingSaved>(app, person, code, id, async ({ tx, revision, base, changes }) => {
    const heading = await readHeading(tx, base, { ...given, kind: revision.kind })
    if (!heading.ok) return heading
    if (headingMark(revision) !== seen) return done({ meanwhile: revision })
    await putHeadingChanges(tx, revision, changes, headingChanges(base, heading.value, revision.kind))
    const now = await tx.revisions.get(id)
    return done({ saved: await tx.revisions.head(now ?? revision, heading.value) })
  })

/** 見出しの変更を書き直す。もう変わらない題・期間の変更は取りやめる。 */
export const putHeadingChanges = async (
  tx: WriteTransaction,
  { id }: Revision,
  written: readonly RevisionChange[],
  next: readonly WrittenChange[],
): Promise<void> => {
  const gone = written.filter(({ on, field }) => on === 'plan' && !next.some((change) => change.field === field))
  await tx.revisions.undo(
    id,
    gone.map((change) => change.id),
  )
  await tx.revisions.change(id, next)
}

/** 見出しの印。頁に見せた見出しと、いまの見出しが同じかを見る（ほかの変更では変わらない）。 */
export const headingMark = ({ title, firstYear, lastYear, frame, gradedYear, purpose }: RevisionHeading): string =>
  canonicalJson([title, firstYear, lastYear, frame, gradedYear, purpose])
