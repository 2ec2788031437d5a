import type { Opinion, OpinionAnswer } from '#domain/committee/referral.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `o.id, o.referral_id as "referralId",
  case when o.subject_id is null then null
       else json_build_object('kind', o.subject_kind, 'id', o.subject_id) end as subject,
  o.member_id as "memberId", o.member_name as "memberName", o.text, o.grade, o.revision, ${isoTime('o.at')} as at, o.by`

/** 付議への意見（取り下げたものを除く）。言われた順。 */
export const opinionsOf = ({ municipality, query }: Transaction, referralId: string): Promise<readonly Opinion[]> =>
  query<Opinion>(
    `select ${columns} from opinion o
      where o.municipality = $1 and o.referral_id = $2 and o.withdrawn_at is null order by o.at, o.id`,
    [municipality, referralId],
    'opinions',
  )

export const opinionOf = async ({ municipality, query }: Transaction, id: string): Promise<Opinion | undefined> => {
  if (!isUuid(id)) return undefined
  const [found] = await query<Opinion>(
    `select ${columns} from opinion o where o.municipality = $1 and o.id = $2 and o.withdrawn_at is null`,
    [municipality, id],
    'opinion',
  )
  return found
}

/** 意見を書く（なければ足し、あれば文と区分を書き換える）。 */
export const putOpinion = async (tx: Writing, opinion: Omit<Opinion, 'revision' | 'at' | 'by'>): Promise<Opinion> => {
  const before = await opinionOf(tx, opinion.id)
  await tx.query(
    `insert into opinion as o (municipality, id, referral_id, subject_kind, subject_id, member_id, member_name, text,
       grade, revision, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)
     on conflict (municipality, id) do update set text = excluded.text, grade = excluded.grade,
       revision = o.revision + 1, at = excluded.at, by = excluded.by`,
    [
      tx.municipality,
      opinion.id,
      opinion.referralId,
      opinion.subject?.kind ?? null,
      opinion.subject?.id ?? null,
      opinion.memberId,
      opinion.memberName,
      opinion.text,
      opinion.grade,
      tx.at,
      tx.by,
    ],
  )
  const after = await opinionOf(tx, opinion.id)
  if (!after) throw new Error('an opinion just written was not found')
  await tx.record({ act: 'opinion-given', subject: subjectOf(after), before: before ?? null, after }, 'work')
  return after
}

/** 意見を取り下げる。行も記録も残り、どの頁にも出なくなる。 */
export const withdrawOpinion = async (tx: Writing, before: Opinion): Promise<void> => {
  await tx.query(
    `update opinion set withdrawn_at = $3, revision = revision + 1, at = $3, by = $4
      where municipality = $1 and id = $2`,
    [tx.municipality, before.id, tx.at, tx.by],
  )
  await tx.record({ act: 'opinion-withdrawn', subject: subjectOf(before), before, after: null }, 'work')
}

const subjectOf = ({ id, referralId, memberId }: Opinion) => ({
  referral: referralId,
  opinion: id,
  ...(memberId !== null && { member: memberId }),
})

const answerColumns = `a.opinion_id as "opinionId", a.kind, a.text, a.department_id as "departmentId", a.revision,
  ${isoTime('a.at')} as at, a.by`

/** 付議の、意見への対応。 */
export const opinionAnswersOf = (
  { municipality, query }: Transaction,
  referralId: string,
): Promise<readonly OpinionAnswer[]> =>
  query<OpinionAnswer>(
    `select ${answerColumns} from opinion_answer a
       join opinion o on o.municipality = a.municipality and o.id = a.opinion_id
      where a.municipality = $1 and o.referral_id = $2 and o.withdrawn_at is null order by a.at, a.opinion_id`,
    [municipality, referralId],
    'opinion-answers',
  )

const answerOf = async (
  { municipality, query }: Transaction,
  opinionId: string,
): Promise<OpinionAnswer | undefined> => {
  const [found] = await query<OpinionAnswer>(
    `select ${answerColumns} from opinion_answer a where a.municipality = $1 and a.opinion_id = $2`,
    [municipality, opinionId],
  )
  return found
}

/** 対応を書く（なければ足し、あれば書き換える）。 */
export const putOpinionAnswer = async (
  tx: Writing,
  opinion: Opinion,
  answer: Pick<OpinionAnswer, 'kind' | 'text' | 'departmentId'>,
): Promise<OpinionAnswer> => {
  const before = await answerOf(tx, opinion.id)
  await tx.query(
    `insert into opinion_answer as a (municipality, opinion_id, kind, text, department_id, revision, at, by)
     values ($1, $2, $3, $4, $5, 1, $6, $7)
     on conflict (municipality, opinion_id) do update set kind = excluded.kind, text = excluded.text,
       department_id = excluded.department_id, revision = a.revision + 1, at = excluded.at, by = excluded.by`,
    [tx.municipality, opinion.id, answer.kind, answer.text, answer.departmentId, tx.at, tx.by],
  )
  const after = await answerOf(tx, opinion.id)
  if (!after) throw new Error('an answer just written was not found')
  const subject = {
    ...subjectOf(opinion),
    ...(answer.departmentId !== null && { department: answer.departmentId }),
  }
  await tx.record({ act: 'opinion-answered', subject, before: before ?? null, after }, 'work')
  return after
}
