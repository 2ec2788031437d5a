import type { Indicator, PrintedGrade } from '#domain/plan/draft.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import {
  editionColumns,
  indicatorColumns,
  numberOr,
  outlineColumns,
  placeColumn,
  yearColumns,
  yesNo,
} from '../common-columns.ts'
import { column, datasetMaker, unstated } from '../dataset.ts'

type Row = Indicator & { readonly order: number }

/** 指標。印刷された一行に一行で、再掲は再掲と言う。 */
export const indicators = datasetMaker<Row>(
  {
    name: 'indicators',
    title: '指標',
    description:
      '指標の定義。一行が図書に印刷された一行。再掲・内訳の行も載せ、一度だけ数える行は counted が 1。値は figures の表',
  },
  [
    ...editionColumns,
    column('indicator_id', '指標ID', 'id', '指標の符号', ({ id }) => id),
    column('indicator_number', '並びの番号', 'integer', '図書に書かれた順', ({ order }) => String(order), {
      unit: '番目',
    }),
    column('indicator_name', '指標名', 'name', '書かれたとおりの名', ({ name }) => name),
    column('class', '指標の種別', 'word', '数値目標・KPI など、図書のことば', (row) => row.class),
    ...outlineColumns,
    column('unit', '単位', 'word', `指標の単位。書かれていなければ「${unstated}」`, ({ unit }) => unit),
    column('accumulation', '累計の仕方', 'code', '単年・累計・水準などの別', (row) => row.accumulation.kind, {
      codes: 'accumulation',
    }),
    column(
      'cumulative_since',
      '累計の起点の年度（西暦）',
      'integer',
      '起点つき累計の、数え始めの年度',
      ({ accumulation }) => (accumulation.kind === 'cumulative' ? numberOr(accumulation.since) : null),
      {
        blank: '累計でないか、起点が書かれていない',
        unit: '年',
      },
    ),
    column('measured', '測り方の断り', 'text', '調査の名や、測る時期', ({ measured }) => measured ?? null, {
      blank: '断りが書かれていない',
    }),
    column(
      'counted',
      '一度だけ数える指標か',
      'code',
      '再掲・内訳・数えない行は 0。集計では 1 の行だけを使う',
      (row) => yesNo(countsOnce(row)),
      { codes: 'yes-no' },
    ),
    column('repeat_of', '再掲の元の指標ID', 'id', '再掲の行では、元の指標', (row) => row.repeatOf, {
      blank: '再掲でない',
    }),
    column('breakdown_of', '内訳の元の指標ID', 'id', '内訳の行では、合わせた指標', (row) => row.breakdownOf, {
      blank: '内訳でない',
    }),
    column('project_id', '事業ID', 'id', '事業の指標では、その事業。projects の表と結ぶ', ({ project }) => project, {
      blank: '事業に属さない',
    }),
    column('sheet_number', '個票の番号', 'raw', '図書に書かれた個票・シートの番号', ({ sheetNo }) => sheetNo, {
      blank: '番号が書かれていない',
    }),
    column(
      'certainty',
      '読みの確かさ',
      'code',
      '図書の読みの確かさ',
      ({ certainty }) => certainty?.level ?? 'certain',
      {
        codes: 'certainty',
      },
    ),
    placeColumn,
  ],
  ({ content }) => content.indicators.map((indicator, at) => ({ ...indicator, order: at + 1 })),
)

/** 指標の担当課。一つの指標にいくつもあるので縦に。 */
export const indicatorDepartments = datasetMaker<{
  readonly indicator: Indicator
  readonly department: string
  readonly order: number
}>(
  {
    name: 'indicator-departments',
    title: '指標の担当課',
    description: '指標を受け持つ課。一行が指標と課の組一つ',
  },
  [
    ...editionColumns,
    ...indicatorColumns,
    column(
      'department_number',
      '並びの番号',
      'integer',
      '書かれた順。1 が主な課とは限らない',
      ({ order }) => String(order),
      {
        unit: '番目',
      },
    ),
    column('department', '担当課', 'word', '課・部局の名。全角・半角をそろえる', (row) => row.department),
  ],
  ({ content }) =>
    content.indicators.flatMap((indicator) =>
      indicator.departments
        .filter((department) => department.trim() !== '')
        .map((department, at) => ({ indicator, department, order: at + 1 })),
    ),
)

/** 指標に印刷された判定。 */
export const indicatorGrades = datasetMaker<PrintedGrade & { readonly indicator: Indicator }>(
  {
    name: 'indicator-grades',
    title: '指標の判定',
    description: '判定・評価の欄に書かれた評価。一行が一つの判定。意味は grade-meanings の表',
  },
  [
    ...editionColumns,
    ...indicatorColumns,
    ...yearColumns<PrintedGrade>(({ year }) => year, '年度が書かれていない'),
    column('heading', '欄の見出し', 'word', '判定の欄の見出し（「一次評価」）', ({ heading }) => heading),
    column('grade', '判定', 'word', '書かれた評価（「A」「◎」）', ({ printed }) => printed, {
      blank: '判定が書かれていない',
    }),
    placeColumn,
  ],
  ({ content }) =>
    content.indicators.flatMap((indicator) =>
      (indicator.printedGrades ?? []).map((grade) => ({ ...grade, indicator })),
    ),
)
