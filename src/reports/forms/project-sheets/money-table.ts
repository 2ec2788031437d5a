import type { Cost, Indicator } from '#domain/plan/draft.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, RowGroup } from '../../report.ts'
import { noValue, numberCell, textCell } from '../cells.ts'
import { yearWords } from '../years.ts'
import { nameIn } from './related-table.ts'
import type { Sheet } from './sheet.ts'

/** 事業費。書かれている指標だけ。一つもなければ表を出さない。 */
export const moneyTable = ({ related, settings, years }: Sheet, { yearStyle }: ReportChoices): readonly Block[] => {
  const lines = [...related, ...settings].flatMap((indicator) =>
    indicator.costs
      .filter(({ year }) => year === null || years.includes(year))
      .map((cost) => lineOf(indicator, cost, yearStyle)),
  )
  if (lines.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        caption: '事業費',
        showCaption: true,
        columns: [
          { key: 'name', width: 26, align: 'start' },
          { key: 'year', width: 13, align: 'start' },
          { key: 'amount', width: 13, align: 'end' },
        ],
        header: [{ cells: ['指標', '年度', '事業費'].map((each) => textCell(each, { align: 'center' })) }],
        groups: lines,
      },
    },
  ]
}

const lineOf = (
  indicator: Indicator,
  { year, value, unit, raw }: Cost,
  style: ReportChoices['yearStyle'],
): RowGroup => ({
  kind: 'entry',
  rows: [
    {
      cells: [
        textCell(nameIn(indicator), { heading: true }),
        textCell(year === null ? '計画期間' : yearWords(year, style)),
        value === null ? textCell(raw.trim() === '' ? noValue : raw) : numberCell(value, unit ?? ''),
      ],
    },
  ],
})
