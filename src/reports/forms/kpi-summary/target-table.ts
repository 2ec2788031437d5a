import type { Indicator } from '#domain/plan/draft.ts'
import { type Goal, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { ReportChoices } from '../../choices.ts'
import type { RowGroup, Table } from '../../report.ts'
import { headingRow, textCell } from '../cells.ts'
import { datedCell } from '../rows/dated-cell.ts'
import { markedName } from '../rows/marked-name.ts'
import { type Around, entryRows, goalBand } from './entry-rows.ts'
import { aimOf } from './kpi-name.ts'
import { columnsOf, lastHeadings } from './layout.ts'

/** 基本目標の指標（数値目標）の表。名・基準値・目標値を分けて書く。 */
export const targetTable = (
  indicators: readonly Indicator[],
  goal: Goal | undefined,
  reported: string,
  { yearStyle }: ReportChoices,
  around: Around,
): Table => {
  const { edition, layout, last } = around
  const nodes = nodesById(edition.content)
  const dated = (figure: Parameters<typeof datedCell>[0]) =>
    datedCell(figure, undefined, edition, yearStyle, { rows: 2, align: 'center' })
  return {
    caption: `${goal?.words ?? ''} 数値目標`.trim(),
    showCaption: false,
    columns: columnsOf(layout, last),
    header: [
      headingRow([
        textCell('数値目標'),
        textCell('基準値'),
        textCell('目標値'),
        ...lastHeadings(layout, last, `${reported}実績値に対する所見`),
      ]),
    ],
    groups: [
      ...goalBand(goal, around),
      ...indicators.map((indicator): RowGroup => {
        const name = markedName(indicator, pathTo(nodes, indicator.node))
        const heads = [
          textCell(name, { rows: 2, heading: true }),
          dated(indicator.baseline ?? undefined),
          dated(aimOf(indicator)),
        ]
        return { kind: 'entry', rows: entryRows(indicator, heads, around) }
      }),
    ],
  }
}
