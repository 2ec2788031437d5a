import { countsOnce } from '#domain/plan/outline.ts'
import { editionColumns, indicatorColumns, outlineColumns, placeColumn, yearColumns, yesNo } from '../common-columns.ts'
import { type ColumnOf, column, datasetMaker, unstated } from '../dataset.ts'
import { type MeasuredPeriod, measuredPeriod } from '../measured-period.ts'
import { type Observation, observationsIn } from '../observations.ts'

type Row = Observation & { readonly node: string | null; readonly period: MeasuredPeriod }

const notRate = '計算した率でない'

const whatColumns: readonly ColumnOf<Row>[] = [
  ...indicatorColumns,
  column('class', '指標の種別', 'word', '数値目標・KPI など、図書のことば', ({ indicator }) => indicator.class),
  ...outlineColumns,
  column('figure_kind', '値の種類', 'code', '基準値・目標値・実績値・率の別', ({ kind }) => kind, {
    codes: 'figure-kind',
  }),
  column(
    'cell_number',
    '升目の番号',
    'integer',
    '同じ指標・同じ種類の升目の、印刷された順の番号',
    ({ cell }) => String(cell),
    {
      unit: '番目',
    },
  ),
  column(
    'value_number',
    '升目の中の番号',
    'integer',
    '一つの升目にいくつも値があるときの順',
    ({ number }) => String(number),
    {
      unit: '番目',
    },
  ),
  column(
    'component',
    '升目の中の部分',
    'code',
    '升目の値か、内わけか、かっこ書きか。足すときは main の行だけを使う',
    (row) => row.component,
    {
      codes: 'component',
    },
  ),
  column('component_label', '部分の名', 'word', '内わけ・副の値の名（「小学校」「うち女性」）', ({ label }) => label, {
    blank: '名が書かれていない',
  }),
]

const whenColumns: readonly ColumnOf<Row>[] = [
  ...yearColumns<Row>(
    ({ year }) => year,
    '年を限らない値（scope の列が範囲を言う）か、年の記載のない値',
    ({ period }) => period.kind === 'calendar-year',
  ),
  column('scope', '値の及ぶ範囲', 'code', 'その年度か、毎年度か、計画期間の合計か', (row) => row.scope, {
    codes: 'figure-scope',
  }),
  column('period_kind', '測った期間の種類', 'code', '年度・暦年・時点などの別', ({ period }) => period.kind, {
    codes: 'period-kind',
  }),
  column('period_start', '期間の初日', 'date', '測った期間の初日', ({ period }) => period.first, {
    blank: '日が分からない',
  }),
  column('period_end', '期間の末日', 'date', '測った期間の末日', ({ period }) => period.last, {
    blank: '日が分からないか、続いている',
  }),
  column('period_basis', '期間の日のよりどころ', 'code', '書かれた期間か、欄の年度か', ({ period }) => period.basis, {
    codes: 'period-basis',
  }),
]

const valueColumns: readonly ColumnOf<Row>[] = [
  column('value', '値', 'decimal', '値。幅のある値では下の端。区切りや単位は含まない', ({ value }) => value, {
    blank: '値がない。わけは status の列。ゼロではない',
    unit: { column: 'unit' },
  }),
  column(
    'value_to',
    '幅の上の端',
    'decimal',
    '幅のある値（20～30）の上の端',
    ({ value, figure }) => (value === null ? null : (figure?.upTo ?? null)),
    {
      blank: '幅のない値',
      unit: { column: 'unit' },
    },
  ),
  column(
    'value_of',
    '全体の数',
    'decimal',
    '全体のうちの値（「9.4/14問」）の全体',
    ({ value, figure }) => (value === null ? null : (figure?.outOf ?? null)),
    {
      blank: '全体の書かれていない値',
      unit: { column: 'unit' },
    },
  ),
  column('unit', '単位', 'word', `値の単位。図書に書かれていなければ「${unstated}」`, ({ unit }) => unit, {
    blank: '値がない',
  }),
  column('qualifier', '数に付く語', 'code', '以上・未満・約など', ({ figure }) => figure?.qualifier ?? null, {
    blank: '付く語がない',
    codes: 'qualifier',
  }),
  column('status', '値の状態', 'code', '確定・暫定・見込みと、値のないわけ', (row) => row.status, {
    codes: 'value-status',
  }),
  column('no_rate_reason', '率のないわけ', 'code', '計算した率で、数にならないわけ', ({ noRate }) => noRate, {
    blank: notRate,
    codes: 'no-rate-reason',
  }),
  column(
    'reached',
    '目標への到達',
    'code',
    '計算した率で、目標に届いたか。率でなく実績と目標を比べて決める',
    ({ reached }) => (reached === null ? null : yesNo(reached)),
    { blank: `${notRate}か、判定できない`, codes: 'yes-no' },
  ),
]

const sourceColumns: readonly ColumnOf<Row>[] = [
  column('raw', '書かれたままの字', 'raw', '升目に書かれたとおりの字。内わけの行では升目全体の字', ({ raw }) => raw, {
    blank: '空欄の升目か、計算した率',
  }),
  column(
    'corrected',
    '人が直した値か',
    'code',
    '図書の字を人が直したか、書き足した値',
    ({ printed }) => yesNo(printed !== undefined),
    { codes: 'yes-no' },
  ),
  column('printed', '直す前の字', 'raw', '人が直した値の、図書に印刷されていた字', ({ printed }) => printed ?? null, {
    blank: '直していないか、図書になく書き足した値',
  }),
  column(
    'remark',
    '断り書き',
    'text',
    '値に添えられた断り（「累計」「※1」）と、人が入れた率の理由',
    ({ remark }) => remark,
    {
      blank: '断り書きがない',
    },
  ),
  column(
    'certainty',
    '読みの確かさ',
    'code',
    '図書の読みの確かさ。不確かな値は確かめてから使う',
    ({ indicator }) => indicator.certainty?.level ?? 'certain',
    { codes: 'certainty' },
  ),
  column(
    'counted',
    '一度だけ数える指標か',
    'code',
    '再掲・内訳・数えない行は 0。集計では 1 の行だけを使う',
    ({ indicator }) => yesNo(countsOnce(indicator)),
    { codes: 'yes-no' },
  ),
  column('repeat_of', '再掲の元の指標ID', 'id', '再掲の行では、元の指標', ({ indicator }) => indicator.repeatOf, {
    blank: '再掲でない',
  }),
]

/** 値。指標・年度・種類ごとに一行の縦持ち。 */
export const figures = datasetMaker<Row>(
  {
    name: 'figures',
    title: '値',
    description:
      '基準値・目標値・実績値・達成率の観測値。一行が一つの値（縦持ち）。値のない升目も、わけを status に書いて一行とする',
  },
  [...editionColumns, ...whatColumns, ...whenColumns, ...valueColumns, ...sourceColumns, placeColumn],
  (edition) =>
    observationsIn(edition).map((each) => ({
      ...each,
      node: each.indicator.node,
      period: measuredPeriod(each, edition),
    })),
)
