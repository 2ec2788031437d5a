import type { Indicator } from '#domain/plan/draft.ts'
import type { Block, RowGroup } from '../../report.ts'
import { textCell } from '../cells.ts'
import { nameIn } from './related-table.ts'
import type { Sheet } from './sheet.ts'

/** 指標に添えられた備考・増減理由など。書かれている指標だけ。 */
export const remarkTable = ({ related, settings }: Sheet): readonly Block[] => {
  const lines = [...related, ...settings].flatMap((indicator) =>
    remarksOf(indicator).map(([heading, text]) => lineOf(indicator, heading, text)),
  )
  if (lines.length === 0) return []
  return [
    {
      kind: 'table',
      table: {
        caption: '備考',
        showCaption: true,
        columns: [
          { key: 'name', width: 16, align: 'start' },
          { key: 'heading', width: 8, align: 'start' },
          { key: 'text', width: 28, align: 'start' },
        ],
        header: [{ cells: ['指標', '欄', '備考'].map((each) => textCell(each, { align: 'center' })) }],
        groups: lines,
      },
    },
  ]
}

const remarksOf = ({ remarks, comments = [] }: Indicator): readonly (readonly [string, string])[] => [
  ...(remarks ? [['備考', remarks] as const] : []),
  ...comments.map(({ heading, text }) => [heading, text] as const),
]

const lineOf = (indicator: Indicator, heading: string, text: string): RowGroup => ({
  kind: 'entry',
  rows: [{ cells: [textCell(nameIn(indicator), { heading: true }), textCell(heading), textCell(text)] }],
})
