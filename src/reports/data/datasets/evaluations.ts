import { type Evaluation, type StandingGrade, type Subject, subjectKinds } from '#domain/evaluation/evaluation.ts'
import type { GradedPlan, GradedSubject } from '#domain/evaluation/graded-plan.ts'
import type { Scale } from '#domain/evaluation/scale.ts'
import { gradeName, mechanicalCode } from '#domain/evaluation/standing-grade.ts'
import type { PlanContent } from '#domain/plan/draft.ts'
import type { Alongside } from '../../alongside.ts'
import { editionColumns, yearColumns } from '../common-columns.ts'
import { column, datasetMaker } from '../dataset.ts'

type Stage = StandingGrade['from']

type Row = {
  readonly year: number
  readonly subject: Subject
  readonly name: string
  readonly stage: Stage
  readonly grade: string | null
  readonly label: string | null
  readonly evaluation: Evaluation | undefined
  /** 立っている区分の行か。 */
  readonly stands: boolean
}

/**
 * 評価。一つのもの（指標・事業・節）の一つの段に一行（縦持ち）。機械の判定も一行。評価した人の名は入れない。
 * 確定した評価だけを出す（途中の評価は公開するデータではない）。
 */
export const evaluations = datasetMaker<Row>(
  {
    name: 'evaluations',
    title: '評価',
    description:
      '指標・事業・節の、段ごとの評価（縦持ち）。一行が一つの段の評価。is_standing が 1 の行が、その年度に立っている評価。確定した年度だけを含む',
  },
  [
    ...editionColumns,
    ...yearColumns<Row>(({ year }) => year, '年度が分からない'),
    column('subject_kind', '評価したものの種類', 'code', '何を評価したか', ({ subject }) => subject.kind, {
      codes: 'evaluated-kind',
    }),
    column(
      'subject_id',
      '評価したもののID',
      'id',
      'indicators・projects・nodes の表と結ぶ',
      ({ subject }) => subject.id,
    ),
    column('subject_name', '評価したものの名', 'name', '指標・事業・節の名', ({ name }) => name),
    column('stage', '段', 'code', 'だれの評価か', ({ stage }) => stage, { codes: 'evaluation-stage' }),
    column(
      'is_standing',
      '立っている評価か',
      'code',
      'その年度の評価として立っている行',
      ({ stands }) => (stands ? '1' : '0'),
      {
        codes: 'yes-no',
      },
    ),
    column('grade', '評価の区分', 'word', '評価の区分。意味は evaluation-scales の表', ({ grade }) => grade, {
      blank: '区分を付けていない（文だけの評価）',
    }),
    column('grade_name', '評価の呼び名', 'word', '区分の呼び名', ({ label }) => label, {
      blank: '区分を付けていない（文だけの評価）',
    }),
    column('reason', '理由', 'text', '機械の判定と違えた理由など', ({ evaluation }) => textOf(evaluation?.reason), {
      blank: '理由が書かれていない',
    }),
    column('comment', '成果・課題', 'text', '評価の文', ({ evaluation }) => textOf(evaluation?.text), {
      blank: '文が書かれていない',
    }),
    column(
      'direction',
      '今後の方向性',
      'word',
      '今後の方向性の符号',
      ({ evaluation }) => evaluation?.direction ?? null,
      {
        blank: '選んでいない',
      },
    ),
  ],
  ({ content }, alongside) => rowsOf(content, alongside),
)

/** 空の文は値なし。改行は、一升に一行となるように詰める。 */
const textOf = (text: string | undefined): string | null => {
  const line = (text ?? '').replace(/\s*\n\s*/g, ' ').trim()
  return line === '' ? null : line
}

/** 確定した年度の評価。 */
const settledIn = ({ graded }: Alongside): GradedPlan | undefined => (graded?.status === 'closed' ? graded : undefined)

const rowsOf = (content: PlanContent, alongside: Alongside): readonly Row[] => {
  const graded = settledIn(alongside)
  if (!graded) return []
  const names = new Map([
    ...content.indicators.map(({ id, name }) => [id, name] as const),
    ...content.projects.map(({ id, name }) => [id, name] as const),
    ...content.nodes.map(({ id, title }) => [id, title] as const),
  ])
  return [...graded.subjects.values()].flatMap((subject) =>
    stagesOf(subject, graded.scales[subject.subject.kind]).map((row) => ({
      ...row,
      year: graded.year,
      subject: subject.subject,
      name: names.get(subject.subject.id) ?? '',
    })),
  )
}

type StageRow = Pick<Row, 'stage' | 'grade' | 'label' | 'evaluation' | 'stands'>

/** 機械の判定、段ごとの評価。凍らせた区分がそのどれとも違えば（図書の判定など）、その行も。 */
const stagesOf = (
  { mechanical, evaluations: its, standing }: GradedSubject,
  scale: Scale | null,
): readonly StageRow[] => {
  const computed = mechanicalCode(mechanical)
  const row = (stage: Stage, grade: string | null, evaluation?: Evaluation): StageRow => ({
    stage,
    grade,
    label: grade === null ? null : gradeName(scale, grade).label,
    evaluation,
    stands: standing?.from === stage && standing.code === grade,
  })
  const rows = [
    ...(computed === null ? [] : [row('mechanical', computed)]),
    ...its.map((each) => row(each.stage, each.grade, each)),
  ]
  if (!standing || rows.some(({ stands }) => stands)) return rows
  const settled = { ...row(standing.from, standing.code), label: standing.label, stands: true }
  return [...rows.filter(({ stage }) => stage !== standing.from), settled]
}

type ScaleRow = {
  readonly year: number
  readonly kind: Subject['kind']
  readonly code: string
  readonly label: string
  readonly meaning: string
  readonly rank: number | null
}

/** その年度に働いた評価区分。評価の符号表。 */
export const evaluationScales = datasetMaker<ScaleRow>(
  {
    name: 'evaluation-scales',
    title: '評価区分',
    description: '評価の区分の符号表。一行が一つの区分。よい方からの順位と、順位の外の区分',
  },
  [
    ...editionColumns,
    ...yearColumns<ScaleRow>(({ year }) => year, '年度が分からない'),
    column('subject_kind', '評価するものの種類', 'code', '何の評価に使う区分か', ({ kind }) => kind, {
      codes: 'evaluated-kind',
    }),
    column('grade', '評価の区分', 'word', 'evaluations の表の grade と結ぶ', ({ code }) => code),
    column('grade_name', '評価の呼び名', 'word', '区分の呼び名', ({ label }) => label),
    column('meaning', '評価の意味', 'text', '区分の意味', ({ meaning }) => textOf(meaning), {
      blank: '意味が書かれていない',
    }),
    column('grade_rank', '順位', 'integer', 'よい方からの順位', ({ rank }) => (rank === null ? null : String(rank)), {
      blank: '順位の外の区分（完了・評価困難など）',
      unit: '番目',
    }),
  ],
  (_, alongside) => {
    const graded = settledIn(alongside)
    if (!graded) return []
    return subjectKinds.flatMap((kind) => {
      const scale = graded.scales[kind]
      const of = (rank: number | null, { code, label, meaning }: Pick<ScaleRow, 'code' | 'label' | 'meaning'>) => ({
        year: graded.year,
        kind,
        code,
        label,
        meaning,
        rank,
      })
      return scale
        ? [...scale.grades.map((grade, at) => of(at + 1, grade)), ...scale.outside.map((grade) => of(null, grade))]
        : []
    })
  },
)
