import type { Cost, Indicator } from '#domain/plan/draft.ts'
import { readAbsence } from '#domain/quantity/absence.ts'
import { isDecimal } from '#domain/quantity/decimal.ts'
import type { ValueStatus } from '../code-tables.ts'
import { editionColumns, indicatorColumns, outlineColumns, placeColumn, yearColumns } from '../common-columns.ts'
import { column, datasetMaker, unstated } from '../dataset.ts'

type Row = Cost & {
  readonly indicator: Indicator
  readonly node: string | null
  readonly number: string | null
  readonly order: number
}

/** 事業費。指標の行に書かれた金額。 */
export const costs = datasetMaker<Row>(
  {
    name: 'costs',
    title: '事業費',
    description: '指標の行に書かれた事業費。一行が一つの金額。値のない升目も、わけを status に書いて一行とする',
  },
  [
    ...editionColumns,
    ...indicatorColumns,
    ...outlineColumns,
    column('cost_number', '金額の番号', 'integer', '同じ指標の金額の、書かれた順', ({ order }) => String(order), {
      unit: '番目',
    }),
    ...yearColumns<Row>(({ year }) => year, '年度の欄のない事業費（図書の表す年度）'),
    column('value', '金額', 'decimal', '事業費。区切りや単位は含まない', ({ number }) => number, {
      blank: '金額がない。わけは status の列。ゼロではない',
      unit: { column: 'unit' },
    }),
    column(
      'unit',
      '単位',
      'word',
      `金額の単位。書かれていなければ「${unstated}」`,
      (row) => (row.number === null ? null : row.unit || unstated),
      { blank: '金額がない' },
    ),
    column('status', '値の状態', 'code', '金額のないわけ', (row) => statusOf(row), { codes: 'value-status' }),
    column('raw', '書かれたままの字', 'raw', '升目に書かれたとおりの字', ({ raw }) => raw, { blank: '空欄の升目' }),
    placeColumn,
  ],
  ({ content }) =>
    content.indicators.flatMap((indicator) =>
      indicator.costs.map((cost, at) => ({
        ...cost,
        indicator,
        node: indicator.node,
        order: at + 1,
        number: cost.value !== null && isDecimal(cost.value) ? cost.value : null,
      })),
    ),
)

const statusOf = ({ number, raw }: Row): ValueStatus => (number === null ? (readAbsence(raw) ?? 'text') : 'given')
