import type { PlanNode } from '#domain/plan/draft.ts'
import type { IndicatorReckoning } from '#domain/plan/reckoning.ts'
import type { Cell, Row, RowGroup } from '../../report.ts'
import { textCell } from '../cells.ts'
import { markedName } from '../rows/marked-name.ts'
import type { EntryLine } from './entry-lines.ts'
import type { SideColumn } from './side-columns.ts'

/** 一枚の表の列と段。 */
export type Layout = {
  readonly lead: readonly SideColumn[]
  readonly lines: readonly EntryLine[]
  readonly years: readonly number[]
  readonly side: readonly SideColumn[]
}

/** 段の名の列があるか。一段の表では、見出しが実績と言う。 */
export const hasLabels = ({ lines }: Layout): boolean => lines.length > 1

/** 一件の指標の行。名・基準値・目標値・担当課などは、すべての段にまたがる。 */
export const entryGroup = (reckoning: IndicatorReckoning, path: readonly PlanNode[], layout: Layout): RowGroup => {
  const { lead, lines, years, side } = layout
  const spanning = (cell: Cell): Cell => (lines.length > 1 ? { ...cell, rows: lines.length } : cell)
  const own = (columns: readonly SideColumn[]) =>
    columns.map(({ align, cell }) => spanning({ align, ...cell(reckoning) }))
  const name = spanning(textCell(markedName(reckoning.indicator, path), { heading: true, align: 'start' }))
  const labelOf = ({ label }: EntryLine) =>
    hasLabels(layout) ? [textCell(label, { heading: true, align: 'center' })] : []
  const valuesOf = ({ cell }: EntryLine) => years.map((year) => cell(reckoning, year))
  return {
    kind: 'entry',
    rows: lines.map((line, at): Row => {
      const first = at === 0
      return {
        cells: [
          ...(first ? [name] : []),
          ...labelOf(line),
          ...(first ? own(lead) : []),
          ...valuesOf(line),
          ...(first ? own(side) : []),
        ],
      }
    }),
  }
}
