import type { Edition } from '#domain/plan/edition.ts'
import { done } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Report, Section } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { chosenProjects, findingNotes, type ProjectSource, printedRows } from '../chosen-projects.ts'
import type { Form } from '../form.ts'
import { goalHeading } from '../goal-heading.ts'
import { headedReport } from '../headed-report.ts'
import { headTable } from './head-table.ts'
import { moneyTable } from './money-table.ts'
import { relatedTable } from './related-table.ts'
import { remarkTable } from './remark-table.ts'
import { periodNotes, settingTable } from './setting-table.ts'
import { type Sheet, sheetsOf } from './sheet.ts'
import { yearTable } from './year-table.ts'

const source: ProjectSource = {
  form: 'project-sheets',
  rows: (edition) => printedRows(edition, 'sheet'),
  absent: 'report-sheets-none',
  instead: 'project-matrix',
}

/**
 * 個票。事業一つに A4 縦の一枚を、印刷された順に。項目の名を左に置き、関連する指標、設定指標、年ごとの実績・予定を続ける。
 * 図書に書かれていない欄は「―」で、ほかの表から補わない。
 *
 * @example projectSheets.make(edition, ordinaryChoices) // → 章が一枚ごとに一つ
 */
export const projectSheets: Form = {
  name: 'project-sheets',
  asks: [
    'years',
    'year',
    'goals',
    'departments',
    'yearStyle',
    'money',
    'comments',
    'findings',
    'documentNumber',
    'asOf',
    'paper',
  ],
  make: (edition, choices) => {
    const rows = chosenProjects(edition, choices, source)
    if (!rows.ok) return rows
    return done(reportOf(edition, choices, sheetsOf(edition, choices, rows.value)))
  },
}

const reportOf = (edition: Edition, choices: ReportChoices, sheets: readonly Sheet[]): Report =>
  headedReport(edition, choices, {
    form: 'project-sheets',
    title: reportTitles['project-sheets'],
    sections: sheets.map((sheet, index) => sectionOf(sheet, index, choices)),
  })

const sectionOf = (sheet: Sheet, index: number, choices: ReportChoices): Section => {
  const { project, goal } = sheet
  const number = project.number === null ? '' : `No. ${project.number}`
  return {
    key: `sheet-${index + 1}`,
    name: [number, project.name].filter((word) => word !== '').join(' '),
    paper: choices.paper ?? { size: 'A4', orientation: 'portrait' },
    title: `${[reportTitles['project-sheets'], number].filter((word) => word !== '').join(' ')}　${project.name}`,
    lead: goal ? [goalHeading(goal)] : [],
    outline: 2,
    blocks: [
      headTable(sheet, choices),
      relatedTable(sheet, choices),
      settingTable(sheet, choices),
      yearTable(sheet, choices),
      ...(choices.money ? moneyTable(sheet, choices) : []),
      ...(choices.comments ? remarkTable(sheet) : []),
    ] satisfies readonly Block[],
    notes: [...periodNotes(sheet, choices), ...(choices.findings ? findingNotes([sheet.row.group]) : [])],
  }
}
