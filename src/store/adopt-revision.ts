import { plainText } from '#domain/language/plain-text.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Revision, RevisionChange } from '#domain/revision/revision.ts'
import type { Transaction } from './transaction.ts'
import { insertContent } from './write-content.ts'
import type { Writing } from './writing.ts'

/** 決めた改訂。`content` は新しい版の中身（`contentToAdopt`）。 */
export type AdoptedRevision = {
  readonly base: Edition
  readonly revision: Revision
  readonly changes: readonly RevisionChange[]
  readonly content: PlanContent
  readonly decidedOn: string
  readonly decidedBy: string
}

/**
 * 改訂を決める。新しい版を足し、もとの版を旧版にし、出典・評価の区分・見直しの決まり・突合の答えを引き継ぐ。
 * 次の期（next-period）は新しい計画になり、もとの版は旧版にならない（第2期の評価は、第3期が始まってからも続く）。
 * 図書の指紋はもとの版のもの：同じ図書をもう一度取り込んでも、改訂の前に戻らない。
 */
export const adoptRevision = async (tx: Writing, adopted: AdoptedRevision): Promise<string> => {
  const { base, revision, content, changes } = adopted
  const editionId = tx.newId()
  const planId = revision.kind === 'revision' ? await planOf(tx, base.id) : await newPlan(tx, base, revision.title)
  await insertEdition(tx, editionId, planId, adopted)
  await insertContent(tx, editionId, content)
  await carry(tx, base.id, editionId)
  if (revision.kind === 'revision') await supersede(tx, base.id, editionId, planId, revision.title)
  await tx.query(
    `update revision set status = 'adopted', adopted_edition_id = $3, decided_on = $4, decided_by = $5,
       revision = revision + 1, at = $6, by = $7 where municipality = $1 and id = $2`,
    [tx.municipality, revision.id, editionId, adopted.decidedOn, adopted.decidedBy, tx.at, tx.by],
  )
  await tx.record({
    act: 'revision-adopted',
    subject: { revision: revision.id, edition: editionId, plan: planId },
    before: {
      edition: base.id,
      title: base.title,
      changes: changes.map(({ before, ...its }) => ({ ...key(its), before })),
    },
    after: {
      title: revision.title,
      decidedOn: adopted.decidedOn,
      decidedBy: adopted.decidedBy,
      changes: changes.map(({ after, reason, ground, ...its }) => ({ ...key(its), after, reason, ground })),
    },
  })
  return editionId
}

const key = ({ on, subjectId, op, field }: Pick<RevisionChange, 'on' | 'subjectId' | 'op' | 'field'>) => ({
  on,
  subjectId,
  op,
  field,
})

const planOf = async ({ municipality, query }: Writing, editionId: string): Promise<string> => {
  const [row] = await query<{ id: string }>('select plan_id as id from edition where municipality = $1 and id = $2', [
    municipality,
    editionId,
  ])
  if (!row) throw new Error(`edition ${editionId} has no plan`)
  return row.id
}

const newPlan = async ({ municipality, query, newId }: Writing, { form }: Edition, title: string): Promise<string> => {
  const id = newId()
  await query('insert into plan (municipality, id, form, plain_title) values ($1, $2, $3, $4)', [
    municipality,
    id,
    form,
    plainText(title),
  ])
  return id
}

const insertEdition = (
  { municipality, query, at }: Writing,
  editionId: string,
  planId: string,
  { base, revision, decidedOn, decidedBy }: AdoptedRevision,
): Promise<unknown> =>
  query(
    `insert into edition (municipality, id, plan_id, number, title, kind, first_year, last_year, rules, draft_sha256,
       adopted_at, based_on, decided_on, decided_by, frame)
     select $1, $2, $3, coalesce((select max(number) from edition where municipality = $1 and plan_id = $3), 0) + 1,
       $5, e.kind, $6, $7, e.rules, e.draft_sha256, $8, e.id, $9, $10, $11
       from edition e where e.municipality = $1 and e.id = $4`,
    [
      municipality,
      editionId,
      planId,
      base.id,
      revision.title,
      revision.firstYear,
      revision.lastYear,
      at,
      decidedOn,
      decidedBy,
      revision.frame,
    ],
  )

/** もとの版に掛けてあったものを引き継ぐ。評価そのもの（その年の区分）は、もとの版の目標でしたものなので引き継がない。 */
const carry = async (tx: Writing, from: string, to: string): Promise<void> => {
  const values = [tx.municipality, from, to]
  await tx.query(
    `insert into edition_source (municipality, edition_id, sha256, number, file, adopted_at)
     select municipality, $3, sha256, number, file, adopted_at from edition_source
      where municipality = $1 and edition_id = $2`,
    values,
  )
  await tx.query(
    `insert into finding_answer (municipality, edition_id, key, answer, reason, at, by)
     select municipality, $3, key, answer, reason, at, by from finding_answer
      where municipality = $1 and edition_id = $2`,
    values,
  )
  await tx.query(
    `insert into edition_policy (municipality, edition_id, policies, directions, revision, at, by)
     select municipality, $3, policies, directions, revision, at, by from edition_policy
      where municipality = $1 and edition_id = $2`,
    values,
  )
  const scales = await tx.query<{ id: string }>(
    'select id from edition_scale where municipality = $1 and edition_id = $2',
    [tx.municipality, from],
  )
  await tx.query(
    `insert into edition_scale (municipality, id, edition_id, subject, from_year, scale, revision, at, by)
     select s.municipality, x.id, $3, s.subject, s.from_year, s.scale, s.revision, s.at, s.by
       from edition_scale s join unnest($4::uuid[], $5::uuid[]) as x(earlier, id) on x.earlier = s.id
      where s.municipality = $1 and s.edition_id = $2`,
    [...values, scales.map(({ id }) => id), scales.map(tx.newId)],
  )
}

const supersede = async (
  { municipality, query }: Writing,
  baseId: string,
  editionId: string,
  planId: string,
  title: string,
): Promise<void> => {
  await query('update edition set superseded_by = $3 where municipality = $1 and id = $2', [
    municipality,
    baseId,
    editionId,
  ])
  await query('update plan set plain_title = $3 where municipality = $1 and id = $2', [
    municipality,
    planId,
    plainText(title),
  ])
}

/** この題の計画が、ほかにあるか（同じ様式で）。改訂なら、その計画そのものは除く。 */
export const isPlanTitleTaken = async (
  { municipality, query }: Transaction,
  base: Pick<Edition, 'form' | 'history'>,
  title: string,
  kind: Revision['kind'],
): Promise<boolean> => {
  const rows = await query<{ id: string }>(
    'select id from plan where municipality = $1 and form = $2 and plain_title = $3',
    [municipality, base.form, plainText(title)],
  )
  return rows.some(({ id }) => kind === 'next-period' || id !== base.history?.planId)
}

/** 版に掛かっているもの（改訂・評価・付議）。あれば、取り込みを取り消して版をなくすことはできない。 */
export const isEditionUsed = async ({ municipality, query }: Transaction, editionId: string): Promise<boolean> => {
  const [row] = await query<{ used: boolean }>(
    `select exists (select from revision where municipality = $1 and $2 in (base_edition_id, adopted_edition_id))
         or exists (select from edition where municipality = $1 and (based_on = $2 or (id = $2 and superseded_by is not null)))
         or exists (select from evaluation_year where municipality = $1 and edition_id = $2)
         or exists (select from edition_scale where municipality = $1 and edition_id = $2)
         or exists (select from edition_policy where municipality = $1 and edition_id = $2)
         or exists (select from referral where municipality = $1 and edition_id = $2) as used`,
    [municipality, editionId],
  )
  return row?.used ?? false
}

/** 改訂して、次の版に替わった版か。 */
export const isEditionSuperseded = async (
  { municipality, query }: Transaction,
  editionId: string,
): Promise<boolean> => {
  const [row] = await query<{ superseded: boolean }>(
    'select superseded_by is not null as superseded from edition where municipality = $1 and id = $2',
    [municipality, editionId],
  )
  return row?.superseded ?? false
}
