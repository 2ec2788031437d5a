import type { Edition } from '#domain/plan/edition.ts'
import { type ProjectRow, projectRows } from '#domain/plan/project-rows.ts'
import { done } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Paper, Report, ReportNote, Row, RowGroup, Table } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { numberCell, textCell } from '../cells.ts'
import { chosenProjects, findingNotes, type ProjectSource, printedRows } from '../chosen-projects.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { legend } from './legend.ts'
import { type MarkGroup, markGroups } from './mark-columns.ts'
import { type BandsBefore, bandsOf, isBanded, noBands } from './matrix-bands.ts'

const source: ProjectSource = {
  form: 'project-matrix',
  rows: (edition) => {
    const printed = printedRows(edition, 'matrix')
    return printed.length > 0 ? printed : projectRows(edition, undefined, true)
  },
  absent: 'report-projects-none',
  instead: 'project-matrix',
}

/**
 * 取組事業一覧。事業を行に、基本目標・視点・SDGs・重点施策を列にした印の表。
 * 図書に取組事業一覧があればその行を印刷された順に、なければ計画の事業を一つ一行で並べる。
 *
 * @example projectMatrix.make(edition, ordinaryChoices) // → A3横の章一つ
 */
export const projectMatrix: Form = {
  name: 'project-matrix',
  asks: ['goals', 'departments', 'findings', 'documentNumber', 'asOf', 'paper'],
  make: (edition, choices) => {
    const rows = chosenProjects(edition, choices, source)
    return rows.ok ? done(reportOf(edition, choices, rows.value)) : rows
  },
}

const reportOf = (edition: Edition, choices: ReportChoices, rows: readonly ProjectRow[]): Report => {
  const banded = isBanded(rows)
  const groups = markGroups(edition, rows, banded)
  return headedReport(edition, choices, {
    form: 'project-matrix',
    title: reportTitles['project-matrix'],
    sections: [
      {
        key: 'project-matrix',
        name: reportTitles['project-matrix'],
        paper: choices.paper ?? paperFor(groups),
        title: reportTitles['project-matrix'],
        lead: legend(edition, rows, banded),
        outline: 1,
        blocks: [{ kind: 'table', table: tableOf(groups, rows, banded ? bandsOf(edition) : noBands) }],
        notes: [
          ...(groups.some(isMarked) ? [marksNote] : []),
          ...(choices.findings ? findingNotes(rows.map(({ group }) => group)) : []),
        ],
      },
    ],
  })
}

/** 印の列の多い表は A3横。事業名と少しの列だけなら A4縦で足りる。 */
const paperFor = (groups: readonly MarkGroup[]): Paper => {
  const width = groups.flatMap(({ columns }) => columns).reduce((sum, { column }) => sum + column.width, 0)
  return width > 60 ? { size: 'A3', orientation: 'landscape' } : { size: 'A4', orientation: 'portrait' }
}

const marksNote: ReportNote = {
  mark: null,
  text: '●は、その事業が当たることを示します。計は、印（番号）のある事業の数です。',
}

const isMarked = ({ columns }: MarkGroup): boolean => columns.some(({ marked }) => marked !== undefined)

const tableOf = (groups: readonly MarkGroup[], rows: readonly ProjectRow[], bandsBefore: BandsBefore): Table => {
  const columns = groups.flatMap((group) => group.columns)
  return {
    caption: reportTitles['project-matrix'],
    showCaption: false,
    columns: columns.map(({ column }) => column),
    header: headerOf(groups),
    groups: [
      ...rows.flatMap((row, at): readonly RowGroup[] => [
        ...bandsBefore(row, rows[at - 1], columns.length),
        { kind: 'entry', rows: [{ cells: columns.map(({ cell }) => cell(row)) }] },
      ]),
      { kind: 'total', rows: [totalOf(groups, rows)] },
    ],
  }
}

/** 番号のある組は二段、ほかは二段をまたぐ。番号のある組が一つもなければ一段。 */
const headerOf = (groups: readonly MarkGroup[]): readonly Row[] => {
  const numbers = groups.flatMap(({ columns }) => columns.flatMap(({ number }) => number ?? []))
  const rows = numbers.length > 0 ? 2 : 1
  const top = groups.map(({ heading, vertical, columns }): Cell => {
    const numbered = columns.some(({ number }) => number !== null)
    return textCell(heading, {
      align: 'center',
      ...(columns.length > 1 && { columns: columns.length }),
      ...(!numbered && rows > 1 && { rows }),
      ...(vertical && { vertical }),
    })
  })
  const second = numbers.map((number) => textCell(number, { align: 'center' }))
  return rows > 1 ? [{ cells: top }, { cells: second }] : [{ cells: top }]
}

/** 計の行。印の列より左を一つの升目にして、何事業の計かを言う。 */
const totalOf = (groups: readonly MarkGroup[], rows: readonly ProjectRow[]): Row => {
  const columns = groups.flatMap((group) => group.columns)
  const lead = columns.findIndex(({ marked }) => marked !== undefined)
  const words = `計（${rows.length}事業）`
  if (lead < 0) return { cells: [textCell(words, { columns: columns.length, heading: true, tone: 'strong' })] }
  return {
    cells: [
      textCell(words, { ...(lead > 1 && { columns: lead }), heading: true, align: 'start', tone: 'strong' }),
      ...columns
        .slice(lead)
        .map(({ marked }) =>
          marked
            ? numberCell(String(rows.filter(marked).length), '', { align: 'center', tone: 'strong' })
            : textCell(''),
        ),
    ],
  }
}
