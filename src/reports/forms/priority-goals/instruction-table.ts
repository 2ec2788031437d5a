import type { Table } from '../../report.ts'
import { textCell } from '../cells.ts'

/** 市長指示事項。右は、部局がその対応を書き込む欄。 */
export const instructionTable = (instructions: readonly string[]): Table => ({
  caption: '市長指示事項',
  showCaption: false,
  columns: [
    { key: 'instruction', width: 60, align: 'start' },
    { key: 'response', width: 60, align: 'start' },
  ],
  header: [{ cells: [textCell('市長指示事項'), textCell('対応状況')] }],
  groups: instructions.map((text) => ({
    kind: 'entry',
    rows: [{ cells: [textCell(`・${text}`, { heading: true }), textCell('')] }],
  })),
})
