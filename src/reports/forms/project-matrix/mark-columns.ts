import type { Edition } from '#domain/plan/edition.ts'
import { type Columns, columnsOf } from '#domain/plan/project-columns.ts'
import { editionGoals, type ProjectRow, tagValues } from '#domain/plan/project-rows.ts'
import { isSdgKind } from '#domain/plan/sdg.ts'
import type { Cell, Column } from '../../report.ts'
import { textCell } from '../cells.ts'
import { projectTitle } from '../project-title.ts'

/** 取組事業一覧の列一つ。`marked` は、その行に印（か番号）があるか。列の計に数える。 */
export type MarkColumn = {
  readonly column: Column
  /** 二段目の見出し（番号）。一段の列では null。 */
  readonly number: string | null
  readonly cell: (row: ProjectRow) => Cell
  readonly marked?: (row: ProjectRow) => boolean
}

/** 一段目の見出しと、その下の列。 */
export type MarkGroup = {
  readonly heading: string
  readonly vertical?: boolean
  readonly columns: readonly MarkColumn[]
}

/** 印。図書と同じ。「○：目標どおり」の評価と見まちがえない。 */
const mark = '●'

/**
 * 図書と同じ順：番号、事務事業名、基本目標、視点、SDGs・関連施策、重点施策、事業主体。値の一つもない列は立てない。
 * 帯が基本目標を言う表では、基本目標の列も立てない。
 */
export const markGroups = (edition: Edition, rows: readonly ProjectRow[], banded: boolean): readonly MarkGroup[] => {
  const columns = columnsOf(edition, rows)
  return [
    ...numberGroup(columns),
    nameGroup,
    ...(banded ? [] : goalGroup(edition)),
    ...columns.ticks.map(tickGroup),
    ...columns.chips.map(chipGroup),
    ...(columns.priority ? [priorityGroup] : []),
    ...(columns.implementers ? [implementerGroup] : []),
  ]
}

const single = (heading: string, column: MarkColumn): MarkGroup => ({ heading, columns: [column] })

const numberGroup = ({ listNumber, number }: Columns): readonly MarkGroup[] =>
  listNumber || number
    ? [
        single('No.', {
          column: { key: 'number', width: 4, align: 'center' },
          number: null,
          cell: ({ printed }) => textCell(firstOf(printed, listNumber ? 'listNumber' : 'number')),
        }),
      ]
    : []

const firstOf = (printed: ProjectRow['printed'], field: 'listNumber' | 'number'): string =>
  printed.find((project) => project[field] !== null)?.[field] ?? ''

const nameGroup = single('事務事業名', {
  column: { key: 'name', width: 34, align: 'start' },
  number: null,
  cell: ({ project }) => textCell(projectTitle(project), { heading: true }),
})

const goalGroup = (edition: Edition): readonly MarkGroup[] => {
  const goals = editionGoals(edition)
  return goals.length === 0
    ? []
    : [
        {
          heading: goals[0]?.level ?? '',
          columns: goals.map((goal, index) =>
            tick(`goal-${index + 1}`, goal.number === null ? String(index + 1) : goal.key, ({ goals: own }) =>
              own.has(goal),
            ),
          ),
        },
      ]
}

/** 図書の番号の並び（1～5）は、どの事業にも付かない番号にも列がある。付いた番号だけを並べると、何番の列か分からなくなる。 */
const tickGroup = ({ kind, values }: Columns['ticks'][number], at: number): MarkGroup => {
  const last = Math.max(...values.map((value) => Number(value.normalize('NFKC'))))
  return {
    heading: kind,
    columns: Array.from({ length: last }, (_, index) =>
      tick(`tag-${at + 1}-${index + 1}`, String(index + 1), (row) =>
        tagValues(row, kind).some((value) => value.normalize('NFKC') === String(index + 1)),
      ),
    ),
  }
}

const tick = (key: string, number: string, marked: (row: ProjectRow) => boolean): MarkColumn => ({
  column: { key, width: 3, align: 'center' },
  number,
  cell: (row) => textCell(marked(row) ? mark : ''),
  marked,
})

const chipGroup = (kind: string, at: number): MarkGroup => {
  const sdgs = isSdgKind(kind)
  return single(sdgs && !kind.startsWith('関連') ? `関連する${kind}` : kind, {
    column: { key: `words-${at + 1}`, width: sdgs ? 9 : 20, align: sdgs ? 'center' : 'start' },
    number: null,
    cell: (row) => textCell(tagValues(row, kind).join(sdgs ? '、' : '\n')),
    marked: (row) => tagValues(row, kind).length > 0,
  })
}

const isPriority = ({ priority }: ProjectRow): boolean => priority

const priorityGroup: MarkGroup = {
  heading: '重点施策',
  vertical: true,
  columns: [
    {
      column: { key: 'priority', width: 3, align: 'center' },
      number: null,
      cell: (row) => textCell(isPriority(row) ? mark : ''),
      marked: isPriority,
    },
  ],
}

const implementerGroup = single('事業主体', {
  column: { key: 'implementers', width: 16, align: 'start' },
  number: null,
  cell: ({ implementers }) => textCell(implementers.join('、')),
})
