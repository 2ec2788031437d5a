import type { Edition } from '#domain/plan/edition.ts'
import type { Goal } from '#domain/plan/outline.ts'
import { type ProjectRow, projectRows } from '#domain/plan/project-rows.ts'
import { done } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Report, RowGroup, Table } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { textCell } from '../cells.ts'
import { chosenProjects, findingNotes, type ProjectSource, printedRows } from '../chosen-projects.ts'
import type { Form } from '../form.ts'
import { goalHeading } from '../goal-heading.ts'
import { headedReport } from '../headed-report.ts'
import { type ListColumn, listColumns } from './list-columns.ts'

const source: ProjectSource = {
  form: 'priority-projects',
  rows: (edition) => {
    const printed = printedRows(edition, 'list')
    return printed.length > 0 ? printed : projectRows(edition, undefined, true).filter(({ priority }) => priority)
  },
  absent: 'report-priority-projects-none',
  instead: 'project-matrix',
}

/**
 * 重点施策一覧。基本目標を帯に、個票の番号・事業名・事業内容・事業主体・取組事業一覧の番号を並べる。
 * 基本目標ごとに同じ事業が載る図書では、載っている行をすべて並べ、計で同じ事業を一つに数えた数も言う。
 *
 * @example priorityProjects.make(edition, ordinaryChoices) // → A4横の章一つ
 */
export const priorityProjects: Form = {
  name: 'priority-projects',
  asks: ['goals', 'departments', 'findings', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices) => {
    const rows = chosenProjects(edition, choices, source)
    return rows.ok ? done(reportOf(edition, choices, rows.value)) : rows
  },
}

const reportOf = (edition: Edition, choices: ReportChoices, rows: readonly ProjectRow[]): Report =>
  headedReport(edition, choices, {
    form: 'priority-projects',
    title: reportTitles['priority-projects'],
    sections: [
      {
        key: 'priority-projects',
        name: reportTitles['priority-projects'],
        paper: choices.paper ?? { size: 'A4', orientation: 'landscape' },
        title: reportTitles['priority-projects'],
        lead: [],
        outline: 1,
        blocks: [{ kind: 'table', table: tableOf(edition, rows) }],
        notes: [
          ...(rows.some(({ project }) => project.listNumber !== null)
            ? [{ mark: null, text: 'No. は個票の番号、一覧No. は取組事業一覧の番号です。' }]
            : []),
          ...(choices.findings ? findingNotes(rows.map(({ group }) => group)) : []),
        ],
      },
    ],
  })

const tableOf = (edition: Edition, rows: readonly ProjectRow[]): Table => {
  const banded = rows.every(({ goals }) => goals.size <= 1)
  const columns = listColumns(edition, rows, banded)
  return {
    caption: reportTitles['priority-projects'],
    showCaption: false,
    columns: columns.map(({ column }) => column),
    header: [{ cells: columns.map(({ heading }) => textCell(heading, { align: 'center' })) }],
    groups: [
      ...rows.flatMap((row, index) => [
        ...(banded ? bandBefore(row, rows[index - 1], columns) : []),
        { kind: 'entry', rows: [{ cells: columns.map(({ cell }) => cell(row)) }] } as const,
      ]),
      totalOf(rows, columns),
    ],
  }
}

const goalIn = (row: ProjectRow | undefined): Goal | undefined => row && [...row.goals][0]

/** 基本目標の変わるところに立つ帯。 */
const bandBefore = (
  row: ProjectRow,
  before: ProjectRow | undefined,
  columns: readonly ListColumn[],
): readonly RowGroup[] => {
  const goal = goalIn(row)
  if (!goal || goal === goalIn(before)) return []
  return [{ kind: 'band', level: 1, rows: [{ cells: [textCell(goalHeading(goal), { columns: columns.length })] }] }]
}

const totalOf = (rows: readonly ProjectRow[], columns: readonly ListColumn[]): RowGroup => {
  const once = new Set(rows.map(({ group }) => group)).size
  const words =
    once === rows.length ? `計（${once}事業）` : `計（${rows.length}件。同じ事業を一つに数えると${once}事業）`
  return {
    kind: 'total',
    rows: [{ cells: [textCell(words, { columns: columns.length, heading: true, tone: 'strong' })] }],
  }
}
