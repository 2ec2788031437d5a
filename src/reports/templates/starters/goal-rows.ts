import { textCell } from '../../forms/cells.ts'
import type { RowGroup } from '../../report.ts'
import { bandRow, measureBand, tagRow } from './pieces.ts'

/** 基本目標ごとに、数値目標と施策ごとの指標を繰り返し、小計と合計を置く行。`entry` は指標一件の行、`count` は列の数。 */
export const goalRows = (entry: RowGroup, count: number): readonly RowGroup[] => [
  tagRow('{{#基本目標}}', count),
  bandRow('{{基本目標}}', count),
  tagRow('{{#数値目標}}', count),
  entry,
  tagRow('{{/数値目標}}', count),
  tagRow('{{#施策}}', count),
  bandRow(measureBand, count, 2),
  tagRow('{{#指標}}', count),
  entry,
  tagRow('{{/指標}}', count),
  tagRow('{{/施策}}', count),
  countRow('subtotal', '小計', count),
  tagRow('{{/基本目標}}', count),
  countRow('total', '合計', count),
]

const countRow = (kind: 'subtotal' | 'total', name: string, columns: number): RowGroup => ({
  kind,
  rows: [{ cells: [textCell(`${name}　{{?事業数}}事業数：{{事業数}}　{{/?}}ＫＰＩ数：{{KPI数}}`, { columns })] }],
})
