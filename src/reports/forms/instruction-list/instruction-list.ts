import type { Edition } from '#domain/plan/edition.ts'
import { done, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Column, Report, Table } from '../../report.ts'
import { headingRow, noValue, textCell } from '../cells.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { type InstructionRow, instructionRows } from './instruction-rows.ts'

/**
 * 市長指示事項 対応状況一覧。出した指示を、部局・期限・対応・状態とともに。
 * 図書から取り込んだだけの計画では、図書に書かれた指示の文を、対応を書き込む欄とともに並べる。
 *
 * @example instructionList.make(edition, ordinaryChoices, { instructions })
 */
export const instructionList: Form = {
  name: 'instruction-list',
  asks: ['yearStyle', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices, alongside) => {
    const rows = instructionRows(edition, choices, alongside?.instructions)
    return rows.length === 0
      ? refused('report-no-instructions', { plan: edition.title })
      : done(reportOf(edition, choices, rows))
  },
}

const title = '市長指示事項 対応状況一覧'

const reportOf = (edition: Edition, choices: ReportChoices, rows: readonly InstructionRow[]): Report =>
  headedReport(edition, choices, {
    form: 'instruction-list',
    title,
    sections: [
      {
        key: 'instructions',
        name: '対応状況一覧',
        paper: choices.paper ?? { size: 'A4', orientation: 'landscape' },
        title,
        lead: [`全${rows.length}件`],
        outline: 1,
        blocks: [{ kind: 'table', table: tableOf(rows) }],
        notes: rows.some(({ due }) => due === noValue)
          ? [{ mark: null, text: '期限の「―」は、期限を決めていないもの。' }]
          : [],
      },
    ],
  })

const columns: readonly (Column & { readonly heading: string; readonly of: keyof InstructionRow })[] = [
  { key: 'number', width: 4, align: 'center', heading: 'No.', of: 'number' },
  { key: 'department', width: 7, align: 'start', heading: '部局', of: 'department' },
  { key: 'instruction', width: 22, align: 'start', heading: '指示（時期）', of: 'instruction' },
  { key: 'goal', width: 12, align: 'start', heading: '該当目標', of: 'goal' },
  { key: 'due', width: 7, align: 'start', heading: '期限', of: 'due' },
  { key: 'answer', width: 24, align: 'start', heading: '対応状況', of: 'answer' },
  { key: 'answered', width: 7, align: 'start', heading: '最新の報告', of: 'answered' },
  { key: 'state', width: 8, align: 'center', heading: '状態', of: 'state' },
]

const tableOf = (rows: readonly InstructionRow[]): Table => ({
  caption: title,
  showCaption: false,
  columns: columns.map(({ key, width, align }) => ({ key, width, align })),
  header: [headingRow(columns.map(({ heading }) => textCell(heading)))],
  groups: rows.map((row) => ({
    kind: 'entry',
    rows: [
      {
        cells: columns.map(({ of }) =>
          textCell(String(row[of]), {
            ...(of === 'instruction' && { heading: true }),
            ...(of === 'state' && row.late && { tone: 'alert' as const }),
          }),
        ),
      },
    ],
  })),
})
