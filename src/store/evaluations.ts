import type { Evaluation, EvaluationStage, SubjectKind } from '#domain/evaluation/evaluation.ts'
import { isUuid } from './editions.ts'
import { isoTime } from './sources.ts'
import type { Transaction } from './transaction.ts'
import type { Writing } from './writing.ts'

const columns = `edition_id as "editionId", year, subject_kind as "subjectKind", subject_id as "subjectId", stage, grade,
  reason, text, direction, points, revision, ${isoTime('at')} as at, by`

type Row = Omit<Evaluation, 'subject'> & { readonly subjectKind: SubjectKind; readonly subjectId: string }

const evaluation = ({ subjectKind: kind, subjectId: id, ...rest }: Row): Evaluation => ({
  ...rest,
  subject: { kind, id },
})

/** 版の、ある年度の評価。すべての段。 */
export const evaluationsOfYear = async (
  { municipality, query }: Transaction,
  editionId: string,
  year: number,
): Promise<readonly Evaluation[]> => {
  if (!isUuid(editionId)) return []
  const rows = await query<Row>(
    `select ${columns} from evaluation where municipality = $1 and edition_id = $2 and year = $3 order by at`,
    [municipality, editionId, year],
    'evaluations-of-year',
  )
  return rows.map(evaluation)
}

/** 書く評価一つ。版数と時と人は倉庫が付ける。 */
export type NewEvaluation = Omit<Evaluation, 'editionId' | 'year' | 'stage' | 'revision' | 'at' | 'by'>

/**
 * 一つの段の評価をまとめて書く。計画の中身は変わらないので、覚えた頁や版は古くしない（評価中の区分を見せる頁は、覚えない）。
 * （監査記録は一件で、書いたものと前の値がみな入る）。版数は呼び手が確かめておく。
 * `how` は、人が一つずつ付けた（by-hand）か、機械の判定のとおりにまとめて付けた（mechanical）か。
 */
export const putEvaluations = async (
  tx: Writing,
  of: { readonly editionId: string; readonly year: number; readonly stage: EvaluationStage },
  rows: readonly NewEvaluation[],
  how: 'by-hand' | 'mechanical' = 'by-hand',
): Promise<void> => {
  if (rows.length === 0) return
  const { editionId, year, stage } = of
  const ids = new Set(rows.map(({ subject }) => subject.id))
  const known = await evaluationsOfYear(tx, editionId, year)
  const before = known.filter((each) => each.stage === stage && ids.has(each.subject.id))
  await tx.query(
    `insert into evaluation as e (municipality, edition_id, year, subject_kind, subject_id, stage, grade, reason, text,
       direction, points, revision, at, by)
     select $1, $2, $3, x.kind, x.id, $4, x.grade, x.reason, x.text, x.direction, x.points, 1, $6, $7
       from json_to_recordset($5) as x(kind text, id uuid, grade text, reason text, text text, direction text, points json)
     on conflict (municipality, edition_id, year, subject_kind, subject_id, stage) do update set
       grade = excluded.grade, reason = excluded.reason, text = excluded.text, direction = excluded.direction,
       points = excluded.points, revision = e.revision + 1, at = excluded.at, by = excluded.by`,
    [
      tx.municipality,
      editionId,
      year,
      stage,
      JSON.stringify(rows.map(({ subject, ...rest }) => ({ ...subject, ...rest }))),
      tx.at,
      tx.by,
    ],
  )
  await tx.record(
    {
      ...(how === 'mechanical' ? { act: 'evaluations-as-computed' } : { act: 'evaluations-written' }),
      subject: { edition: editionId, year: String(year), ...one(rows) },
      before: before.length === 0 ? null : { stage, evaluations: before.map(told) },
      after: { stage, evaluations: rows.map(told) },
    },
    'work',
  )
}

/** 一つだけ書いたときは、何の評価かも記録の題に。 */
const one = (rows: readonly NewEvaluation[]): Readonly<Record<string, string>> => {
  const [only] = rows
  return only && rows.length === 1 ? { [only.subject.kind]: only.subject.id } : {}
}

const told = ({ subject, grade, reason, text, direction, points }: NewEvaluation) => ({
  ...subject,
  grade,
  reason,
  text,
  direction,
  points,
})

/** 評価を待っている数のもと：指標（再掲を除く）ごとの、担当の課と、区分のある段。 */
export type AwaitedEvaluation = {
  readonly indicatorId: string
  readonly departments: readonly string[]
  readonly stages: readonly EvaluationStage[]
}

/** 開いている評価の年の、指標ごとの担当と済んだ段（一度の問い合わせで）。 */
export const awaitedEvaluations = (
  { municipality, query }: Transaction,
  editionId: string,
  year: number,
  day: string,
): Promise<readonly AwaitedEvaluation[]> =>
  query<AwaitedEvaluation>(
    `with owned as materialized (
       select indicator_id, json_agg(distinct department_id) as departments from indicator_owner
        where municipality = $1 and valid_from <= $4 and (valid_to is null or $4 <= valid_to) group by indicator_id),
     staged as materialized (
       select subject_id, json_agg(stage) as stages from evaluation
        where municipality = $1 and edition_id = $2 and year = $3 and subject_kind = 'indicator' and grade is not null
        group by subject_id)
     select i.id as "indicatorId", coalesce(o.departments, '[]') as departments, coalesce(s.stages, '[]') as stages
       from indicator i
       left join owned o on o.indicator_id = i.id
       left join staged s on s.subject_id = i.id
      where i.municipality = $1 and i.edition_id = $2 and i.repeat_of is null and i.withdrawn_at is null
      order by i.id`,
    [municipality, editionId, year, day],
    'awaited-evaluations',
  )
