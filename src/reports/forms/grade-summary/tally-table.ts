import { sharesOf, sumOfCounts, totalOf } from '#domain/evaluation/grade-counts.ts'
import type { Cell, Column, Row, RowGroup, Table } from '../../report.ts'
import { countCell, headingRow, noValue, shareCell, textCell } from '../cells.ts'
import { widthFor } from '../text-width.ts'
import { type Tally, type TallyRow, totalsOf } from './tally.ts'

type Line = Omit<TallyRow, 'goal'>

/** 基本目標 × 区分の表。数の下に、行の合計に対する割合をかっこで書く（大仙市の表）。 */
export const tallyTable = (tally: Tally, caption: string): Table => ({
  caption,
  showCaption: true,
  columns: columnsOf(tally),
  header: [
    headingRow([
      textCell('基本目標'),
      textCell('種類'),
      ...tally.letters.map(({ words }) => textCell(words)),
      textCell('計'),
    ]),
  ],
  groups: [...goalGroups(tally), totalGroup(tally)],
})

const columnsOf = ({ letters, rows }: Tally): readonly Column[] => [
  { key: 'goal', width: 17, align: 'start' },
  {
    key: 'class',
    width: widthFor(
      rows.map(({ class: kind }) => kind),
      5,
      11,
    ),
    align: 'center',
  },
  ...letters.map((_, at): Column => ({ key: `grade-${at + 1}`, width: 5.5, align: 'end' })),
  { key: 'total', width: 5.5, align: 'end' },
]

const goalGroups = (tally: Tally): readonly RowGroup[] =>
  [...Map.groupBy(tally.rows, ({ goal }) => goal)].map(([goal, rows]) => ({
    kind: 'entry',
    rows: linesRows(goal?.words ?? 'その他', rows, tally, {}),
  }))

/** 種類ごとの合計と、種類がいくつもあればすべての合計。 */
const totalGroup = (tally: Tally): RowGroup => {
  const totals = totalsOf(tally)
  const lines = totals.length > 1 ? [...totals, { class: '計', counts: sumOfCounts(totals) }] : totals
  return { kind: 'total', rows: linesRows('合計', lines, tally, { tone: 'strong' }) }
}

const linesRows = (
  name: string,
  lines: readonly Line[],
  { letters }: Tally,
  tone: Pick<Cell, 'tone'>,
): readonly Row[] =>
  lines.flatMap(({ class: kind, counts }, at) => {
    const total = totalOf(counts)
    const shares = sharesOf(counts)
    const heads = at === 0 ? [textCell(name, { rows: lines.length * 2, heading: true })] : []
    return [
      {
        cells: [
          ...heads,
          textCell(kind, { rows: 2, heading: true }),
          ...letters.map(({ code }) => countCell(counts[code] ?? null, tone)),
          countCell(total, { ...tone, tone: 'strong' }),
        ],
      },
      {
        cells: [
          ...letters.map(({ code }) => shareOf(shares[code])),
          total === null || total === 0 ? textCell(noValue) : shareCell('100.0', { tone: 'quiet' }),
        ],
      },
    ]
  })

const shareOf = (share: string | null | undefined): Cell =>
  share == null ? textCell(noValue, { tone: 'quiet' }) : shareCell(share, { tone: 'quiet' })
