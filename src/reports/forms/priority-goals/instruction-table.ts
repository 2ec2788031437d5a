import type { ReportChoices } from '../../choices.ts'
import type { Table } from '../../report.ts'
import { textCell } from '../cells.ts'
import { halves } from './goal-table.ts'

/** 市長指示事項。右は、部局がその対応を書き込む欄。 */
export const instructionTable = (
  instructions: readonly string[],
  choices: Pick<ReportChoices, 'stage' | 'grades'>,
): Table => {
  const [left, right] = halves(choices)
  return {
    caption: '市長指示事項',
    showCaption: false,
    columns: [
      { key: 'instruction', width: left, align: 'start' },
      { key: 'response', width: right, align: 'start' },
    ],
    header: [{ cells: [textCell('市長指示事項'), textCell('対応状況')] }],
    groups: instructions.map((text) => ({
      kind: 'entry',
      rows: [{ cells: [textCell(`・${text}`, { heading: true }), textCell('')] }],
    })),
  }
}
