import type { Edition } from '#domain/plan/edition.ts'
import type { Revision } from '#domain/revision/revision.ts'
import { type AdoptedRevision, adoptRevision, isPlanTitleTaken } from './adopt-revision.ts'
import { carriersOf, lineMembers, linkLines, unlinkLine } from './indicator-lines.ts'
import {
  openRevision,
  planRevisionOf,
  planRevisions,
  proposalDecisions,
  putDecision,
  putRevisionHeading,
  removeChanges,
  revisionChanges,
  type WrittenChange,
  withdrawRevision,
  writeChanges,
} from './plan-revisions.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

/** 団体一つの、改訂の案・変更・案への決め・系統を読む口。 */
export const revisionReads = (tx: Transaction) => ({
  revisions: {
    list: () => planRevisions(tx),
    get: (id: string) => planRevisionOf(tx, id),
    changes: (id: string) => revisionChanges(tx, id),
    decisions: (id: string) => proposalDecisions(tx, id),
    /** 改訂後の題を、ほかの計画が使っているか。 */
    isTitleTaken: (base: Edition, title: string, kind: Revision['kind']) => isPlanTitleTaken(tx, base, title, kind),
  },
  lines: {
    /** 系統につないだ指標すべて。 */
    members: () => lineMembers(tx),
    /** それらの指標を載せている、いまの版。 */
    carriers: (indicatorIds: readonly string[]) => carriersOf(tx, indicatorIds),
  },
})

/** 団体一つの、改訂の案・変更・案への決め・系統に書く口。書いたことにはみな監査記録が付く。 */
export const revisionWrites = (tx: Writing, readable: ReturnType<typeof revisionReads>) => ({
  revisions: {
    ...readable.revisions,
    open: (revision: Parameters<typeof openRevision>[1], changes?: readonly WrittenChange[]) =>
      openRevision(tx, revision, changes),
    change: (id: string, changes: readonly WrittenChange[]) => writeChanges(tx, id, changes),
    undo: (id: string, changeIds: readonly string[]) => removeChanges(tx, id, changeIds),
    head: (before: Revision, heading: Parameters<typeof putRevisionHeading>[2]) =>
      putRevisionHeading(tx, before, heading, { act: 'revision-heading-changed' }),
    rebase: (before: Revision, baseEditionId: string) =>
      putRevisionHeading(tx, before, { baseEditionId }, { act: 'revision-rebased' }),
    decide: (id: string, decision: Parameters<typeof putDecision>[2]) => putDecision(tx, id, decision),
    adopt: (adopted: AdoptedRevision) => adoptRevision(tx, adopted),
    withdraw: (before: Revision, reason: string) => withdrawRevision(tx, before, reason),
  },
  lines: {
    ...readable.lines,
    link: (one: string, other: string, reason: string) => linkLines(tx, one, other, reason),
    unlink: (indicatorId: string, reason: string) => unlinkLine(tx, indicatorId, reason),
  },
})
