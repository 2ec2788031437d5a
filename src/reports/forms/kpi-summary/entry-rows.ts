import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Goal } from '#domain/plan/outline.ts'
import type { Cell, Row, RowGroup } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'
import type { Footnotes } from '../remarks/footnotes.ts'
import { columnsOf, type Layout } from './layout.ts'
import { valueRows } from './value-rows.ts'

/** 表一つを作るのに要るもの。`last` は、年度で分けた表の終わりか。 */
export type Around = {
  readonly edition: Edition
  readonly layout: Layout
  readonly last: boolean
  readonly year: number | null
  readonly notes: Footnotes
}

/** 基本目標の帯。数値目標の表にも KPI の表にも置き、続きの頁でもどの目標か分かるようにする。 */
export const goalBand = (goal: Goal | undefined, { layout, last }: Around): readonly RowGroup[] =>
  goal
    ? [
        {
          kind: 'band',
          level: 1,
          rows: [{ cells: [textCell(goal.words, { columns: columnsOf(layout, last).length, heading: true })] }],
        },
      ]
    : []

/** 一件の目標の段と実績の段。`heads` は段の左の升目（名・基準値・目標値）。 */
export const entryRows = (indicator: Indicator, heads: readonly Cell[], around: Around): readonly Row[] => {
  const { edition, layout, last, notes } = around
  const total = last && layout.total !== null
  const { target, actual } = valueRows(indicator, layout.years, total, edition, notes)
  return [
    {
      cells: [
        ...heads,
        textCell('目標値', { heading: true }),
        ...target,
        ...(last ? sideCells(indicator, around) : []),
      ],
    },
    { cells: [textCell('実績値', { heading: true }), ...actual] },
  ]
}

const sideCells = (
  { departments, printedGrades = [], remarks }: Indicator,
  { layout, year }: Around,
): readonly Cell[] => [
  ...layout.grades.map((heading) => {
    const printed = printedGrades.filter(
      (grade) => grade.heading === heading && (grade.year === null || grade.year === year),
    )
    const words = printed.length > 0 ? printed.map((grade) => grade.printed).join('\n') : noValue
    return textCell(words, { rows: 2, align: 'center', tone: 'strong' })
  }),
  ...(layout.departments === null ? [] : [textCell(departments.join('\n'), { rows: 2 })]),
  ...(layout.remarks === null ? [] : [textCell(remarks ?? '', { rows: 2, align: 'start' })]),
]
