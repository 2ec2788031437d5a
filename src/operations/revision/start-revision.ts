import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { yearIn } from '#domain/revision/read-typed.ts'
import type { Revision, RevisionHeading } from '#domain/revision/revision.ts'
import type { WrittenChange } from '#store/plan-revisions.ts'
import type { WriteTransaction } from '#store/tenant.ts'
import type { App } from '../app.ts'
import { actAs, permitted } from '../people/acting-person.ts'
import { storable } from '../reviews/acting.ts'

/** 頁の欄に打たれたもの。年度は書かれた字（「令和6年度」）。 */
export type RevisionGiven = {
  readonly kind: Revision['kind']
  readonly title: string
  readonly firstYear: string
  readonly lastYear: string
  readonly frame: string
  /** 見直しのもとにする評価の年度（西暦の始まり。空ならなし）。 */
  readonly gradedYear: string
  readonly purpose: string
}

/**
 * 版をもとに、改訂の案を作る（次の期は `startNextPeriod`）。
 * 断る符号: `not-permitted`・`edition-absent`・`edition-superseded`・`revision-title-empty`・`revision-title-taken`・
 * `revision-title-same`・`revision-year-unreadable`・`revision-period-backwards`。
 */
export const startRevision = async (
  app: App,
  person: Person,
  code: string,
  editionId: string,
  given: RevisionGiven,
): Promise<Result<Revision>> => {
  const allowed = permitted(person, 'revision-edit')
  if (!allowed.ok) return allowed
  return app.store.write(code, actAs(app, person), async (tx): Promise<Result<Revision>> => {
    const base = await tx.editions.get(editionId)
    if (!base) return refused('edition-absent')
    if (isSuperseded(base)) return refused('edition-superseded')
    const heading = await readHeading(tx, base, given)
    if (!heading.ok) return heading
    const changes = headingChanges(base, heading.value, given.kind)
    return done(await tx.revisions.open({ ...heading.value, kind: given.kind, baseEditionId: base.id }, changes))
  })
}

/** 打たれた見出しを読む。 */
export const readHeading = async (
  tx: WriteTransaction,
  base: Edition,
  given: RevisionGiven,
): Promise<Result<RevisionHeading>> => {
  const title = storable(given.title.trim())
  if (title === '') return refused('revision-title-empty')
  const [firstYear, lastYear] = [yearIn(given.firstYear), yearIn(given.lastYear)]
  if (firstYear === undefined) return refused('revision-year-unreadable', { text: given.firstYear })
  if (lastYear === undefined) return refused('revision-year-unreadable', { text: given.lastYear })
  if (firstYear !== null && lastYear !== null && lastYear < firstYear)
    return refused('revision-period-backwards', { from: given.firstYear, to: given.lastYear })
  if (given.kind === 'next-period' && title === base.title) return refused('revision-title-same')
  if (await tx.revisions.isTitleTaken(base, title, given.kind)) return refused('revision-title-taken', { title })
  return done({
    title,
    firstYear,
    lastYear,
    frame: given.frame.trim() === '' ? null : storable(given.frame.trim()),
    gradedYear: /^\d{4}$/.test(given.gradedYear) ? Number(given.gradedYear) : null,
    purpose: storable(given.purpose.trim()),
  })
}

/**
 * 見出しの変更（題・期間）。計画を指す id は、版が替わっても同じ計画の id。趣旨が理由になる。
 * 次の期は新しい計画なので、見出しは変更ではない。
 */
export const headingChanges = (
  base: Edition,
  heading: Pick<RevisionHeading, 'title' | 'firstYear' | 'lastYear' | 'purpose'>,
  kind: Revision['kind'],
): readonly WrittenChange[] =>
  kind === 'next-period'
    ? []
    : (['title', 'firstYear', 'lastYear'] as const)
        .filter((field) => heading[field] !== base[field])
        .map((field) => ({
          on: 'plan',
          subjectId: base.history?.planId ?? base.id,
          op: 'set',
          field,
          before: base[field],
          after: heading[field],
          reason: heading.purpose,
          ground: { kind: 'other' },
          replaces: null,
        }))
