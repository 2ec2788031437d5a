import type { ProposalDecision, Revision, RevisionChange, RevisionHeading } from '#domain/revision/revision.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `r.id, r.kind, r.base_edition_id as "baseEditionId", r.title, r.first_year as "firstYear",
  r.last_year as "lastYear", r.frame, r.graded_year as "gradedYear", r.purpose, r.status,
  r.decided_on::text as "decidedOn", r.decided_by as "decidedBy", r.adopted_edition_id as "adoptedEditionId",
  r.revision, ${isoTime('r.at')} as at, r.by`

/** 一覧の一行。変更の数を添える。 */
export type ListedRevision = Revision & { readonly changeCount: number }

/** この団体の改訂の案。作業中のものから、新しい順。 */
export const planRevisions = ({ municipality, query }: Transaction): Promise<readonly ListedRevision[]> =>
  query<ListedRevision>(
    `select ${columns}, (select count(*)::int from revision_change c
        where c.municipality = r.municipality and c.revision_id = r.id) as "changeCount"
       from revision r where r.municipality = $1 order by r.status <> 'open', r.at desc, r.id`,
    [municipality],
    'plan-revisions',
  )

export const planRevisionOf = async ({ municipality, query }: Transaction, id: string) => {
  if (!isUuid(id)) return undefined
  const [found] = await query<Revision>(
    `select ${columns} from revision r where r.municipality = $1 and r.id = $2`,
    [municipality, id],
    'plan-revision',
  )
  return found
}

/** 改訂の変更。書かれた順。 */
export const revisionChanges = ({ municipality, query }: Transaction, id: string): Promise<readonly RevisionChange[]> =>
  query<RevisionChange>(
    `select id, subject_kind as "on", subject_id as "subjectId", op, field, before, after, reason, ground, replaces,
        revision, ${isoTime('at')} as at, by
       from revision_change where municipality = $1 and revision_id = $2 order by ordinal, id`,
    [municipality, id],
    'revision-changes',
  )

export const proposalDecisions = (
  { municipality, query }: Transaction,
  id: string,
): Promise<readonly ProposalDecision[]> =>
  query<ProposalDecision>(
    `select indicator_id as "indicatorId", decision, reason, revision, ${isoTime('at')} as at, by
       from proposal_decision where municipality = $1 and revision_id = $2 order by at, indicator_id`,
    [municipality, id],
    'proposal-decisions',
  )

/** 人が書くところだけの変更。id・番号・人と時は倉庫が付ける。 */
export type WrittenChange = Pick<
  RevisionChange,
  'on' | 'subjectId' | 'op' | 'field' | 'before' | 'after' | 'reason' | 'ground' | 'replaces'
>

type NewRevision = RevisionHeading & Pick<Revision, 'kind' | 'baseEditionId'>

/** 改訂の案を作る。初めの変更（題・期間）があれば、いっしょに書く。 */
export const openRevision = async (
  tx: Writing,
  revision: NewRevision,
  changes: readonly WrittenChange[] = [],
): Promise<Revision> => {
  const id = tx.newId()
  await tx.query(
    `insert into revision (municipality, id, kind, base_edition_id, title, first_year, last_year, frame, graded_year,
       purpose, status, revision, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', 1, $11, $12)`,
    [
      tx.municipality,
      id,
      revision.kind,
      revision.baseEditionId,
      revision.title,
      revision.firstYear,
      revision.lastYear,
      revision.frame,
      revision.gradedYear,
      revision.purpose,
      tx.at,
      tx.by,
    ],
  )
  await upsertChanges(tx, id, changes)
  const after = await revisionFound(tx, id)
  await tx.record(
    {
      act: 'revision-opened',
      subject: { revision: id, edition: revision.baseEditionId },
      before: null,
      after: { ...after, changes },
    },
    'work',
  )
  return after
}

const revisionFound = async (tx: Writing, id: string): Promise<Revision> => {
  const found = await planRevisionOf(tx, id)
  if (!found) throw new Error(`revision ${id} was written but cannot be read`)
  return found
}

/** 変更を書く。同じもの・同じ欄の変更があれば置きかわり、前のものは監査記録に残る。 */
export const writeChanges = async (tx: Writing, id: string, changes: readonly WrittenChange[]): Promise<void> => {
  if (changes.length === 0) return
  const before = (await revisionChanges(tx, id)).filter((each) => changes.some((change) => isSame(each, change)))
  await upsertChanges(tx, id, changes)
  await touch(tx, id)
  await tx.record({ act: 'revision-changed', subject: { revision: id }, before, after: changes }, 'work')
}

const isSame = (a: WrittenChange, b: WrittenChange): boolean =>
  a.on === b.on && a.subjectId === b.subjectId && a.field === b.field

const upsertChanges = async (tx: Writing, id: string, changes: readonly WrittenChange[]): Promise<void> => {
  if (changes.length === 0) return
  const rows = changes.map((change) => ({ ...change, id: tx.newId() }))
  await tx.query(
    `insert into revision_change as c (municipality, id, revision_id, subject_kind, subject_id, op, field, before, after,
       reason, ground, replaces, ordinal, revision, at, by)
     select $1, x.id, $2, x."on", x."subjectId", x.op, x.field, x.before, x.after, x.reason, x.ground, x.replaces,
       x.ordinality + (select coalesce(max(ordinal), 0) from revision_change where municipality = $1 and revision_id = $2),
       1, $4, $5
       from rows from (json_to_recordset($3) as (id uuid, "on" text, "subjectId" uuid, op text, field text, before json,
         after json, reason text, ground json, replaces uuid)) with ordinality
         as x(id, "on", "subjectId", op, field, before, after, reason, ground, replaces, ordinality)
     on conflict (municipality, revision_id, subject_kind, subject_id, field) do update set op = excluded.op,
       before = excluded.before, after = excluded.after, reason = excluded.reason, ground = excluded.ground,
       replaces = excluded.replaces, revision = c.revision + 1, at = excluded.at, by = excluded.by`,
    [tx.municipality, id, JSON.stringify(rows), tx.at, tx.by],
  )
}

/** 変更を取りやめる。 */
export const removeChanges = async (tx: Writing, id: string, changeIds: readonly string[]): Promise<void> => {
  const before = (await revisionChanges(tx, id)).filter((change) => changeIds.includes(change.id))
  if (before.length === 0) return
  await tx.query('delete from revision_change where municipality = $1 and revision_id = $2 and id = any($3::uuid[])', [
    tx.municipality,
    id,
    before.map((change) => change.id),
  ])
  await touch(tx, id)
  await tx.record({ act: 'revision-change-undone', subject: { revision: id }, before, after: null }, 'work')
}

/** 案の版数を上げる。見て決める人（決定・取下げ）が、見たあとの変更を知るため。 */
const touch = ({ municipality, query }: Writing, id: string): Promise<unknown> =>
  query('update revision set revision = revision + 1 where municipality = $1 and id = $2', [municipality, id])

/** 案の見出し（題・期間・国の戦略・評価の年度・趣旨）と、もとの版を改める。 */
export const putRevisionHeading = async (
  tx: Writing,
  before: Revision,
  heading: Partial<NewRevision>,
  { act }: { readonly act: 'revision-heading-changed' | 'revision-rebased' },
): Promise<Revision> => {
  const next = { ...before, ...heading }
  await tx.query(
    `update revision set title = $3, first_year = $4, last_year = $5, frame = $6, graded_year = $7, purpose = $8,
       base_edition_id = $9, revision = revision + 1, at = $10, by = $11 where municipality = $1 and id = $2`,
    [
      tx.municipality,
      before.id,
      next.title,
      next.firstYear,
      next.lastYear,
      next.frame,
      next.gradedYear,
      next.purpose,
      next.baseEditionId,
      tx.at,
      tx.by,
    ],
  )
  const after = await revisionFound(tx, before.id)
  await tx.record({ act, subject: { revision: before.id, edition: after.baseEditionId }, before, after }, 'work')
  return after
}

type WrittenDecision = Pick<ProposalDecision, 'indicatorId' | 'decision' | 'reason'>

/** 見直しの案への決めを書く。 */
export const putDecision = async (tx: Writing, id: string, decision: WrittenDecision): Promise<void> => {
  const before = (await proposalDecisions(tx, id)).find(({ indicatorId }) => indicatorId === decision.indicatorId)
  await tx.query(
    `insert into proposal_decision as d (municipality, revision_id, indicator_id, decision, reason, revision, at, by)
     values ($1, $2, $3, $4, $5, 1, $6, $7)
     on conflict (municipality, revision_id, indicator_id) do update set decision = excluded.decision,
       reason = excluded.reason, revision = d.revision + 1, at = excluded.at, by = excluded.by`,
    [tx.municipality, id, decision.indicatorId, decision.decision, decision.reason, tx.at, tx.by],
  )
  await touch(tx, id)
  await tx.record(
    {
      act: 'proposal-decided',
      subject: { revision: id, indicator: decision.indicatorId },
      before: before ?? null,
      after: decision,
    },
    'work',
  )
}

/** 案を取り下げる。変更は残り、読める。 */
export const withdrawRevision = async (tx: Writing, before: Revision, reason: string): Promise<void> => {
  await tx.query(
    `update revision set status = 'withdrawn', revision = revision + 1, at = $3, by = $4
      where municipality = $1 and id = $2`,
    [tx.municipality, before.id, tx.at, tx.by],
  )
  const subject = { revision: before.id, edition: before.baseEditionId }
  await tx.record({ act: 'revision-withdrawn', subject, before, after: { reason } }, 'work')
}
