import type { ReportChoices } from '../../choices.ts'
import type { Block, Column, RowGroup } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'
import { yearWords } from '../years.ts'
import { emptyRow } from './related-table.ts'
import type { Sheet } from './sheet.ts'

const columns: readonly Column[] = [
  { key: 'year', width: 9, align: 'start' },
  { key: 'items', width: 43, align: 'start' },
]

/** 年ごとの実績・予定。一項目を一行に。年を縦に並べるのは、A4縦で五年を横に並べると一行が七字になり読めないため。 */
export const yearTable = ({ project, years }: Sheet, { yearStyle }: ReportChoices): Block => {
  const shown = project.years.filter(({ year }) => years.includes(year))
  return {
    kind: 'table',
    table: {
      caption: '実績・予定',
      showCaption: true,
      columns,
      header: [{ cells: ['年度', '実績・予定'].map((each) => textCell(each, { align: 'center' })) }],
      groups:
        shown.length === 0
          ? [emptyRow(columns)]
          : shown.map(
              ({ year, items }): RowGroup => ({
                kind: 'entry',
                rows: [
                  {
                    cells: [
                      textCell(yearWords(year, yearStyle), { heading: true }),
                      textCell(items.length === 0 ? noValue : items.map(itemWords).join('\n')),
                    ],
                  },
                ],
              }),
            ),
    },
  }
}

/** 丸数字や【 】の見出しで始まる項目のほかは、行頭に「・」を付ける。項目の中の改行は、字下げして続きと分かるようにする。 */
export const itemWords = (item: string): string => {
  const body = item.replaceAll('\n', '\n　')
  return /^[①-⑳【(（]/u.test(body) ? body : `・${body}`
}
