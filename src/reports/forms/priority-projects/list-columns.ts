import type { Edition } from '#domain/plan/edition.ts'
import { editionGoals, type ProjectRow } from '#domain/plan/project-rows.ts'
import type { Cell, Column } from '../../report.ts'
import { textCell } from '../cells.ts'
import { projectTitle } from '../project-title.ts'

/** 重点施策一覧の列一つ。 */
export type ListColumn = {
  readonly column: Column
  readonly heading: string
  readonly cell: (row: ProjectRow) => Cell
}

/**
 * 図書と同じ順：No.（個票の番号）、事務事業名、事業内容、事業主体、一覧No.。どの行にも書かれていない列は立てない。
 * 一つの事業がいくつもの基本目標に当たる（帯で分けられない）ときは、基本目標の列を立てる。
 */
export const listColumns = (edition: Edition, rows: readonly ProjectRow[], banded: boolean): readonly ListColumn[] => {
  const has = (written: (project: ProjectRow['project']) => boolean) => rows.some(({ project }) => written(project))
  return [
    ...(has(({ number }) => number !== null) ? [numberColumn] : []),
    nameColumn,
    ...(banded || editionGoals(edition).length === 0 ? [] : [goalColumn(edition)]),
    ...(has(({ content }) => content !== null) ? [contentColumn] : []),
    ...(rows.some(({ implementers }) => implementers.length > 0) ? [implementerColumn] : []),
    ...(has(({ listNumber }) => listNumber !== null) ? [listNumberColumn] : []),
  ]
}

const numberColumn: ListColumn = {
  column: { key: 'number', width: 4, align: 'center' },
  heading: 'No.',
  cell: ({ project }) => textCell(project.number ?? ''),
}

const nameColumn: ListColumn = {
  column: { key: 'name', width: 24, align: 'start' },
  heading: '事務事業名',
  cell: ({ project }) => textCell(projectTitle(project), { heading: true }),
}

const goalColumn = (edition: Edition): ListColumn => ({
  column: { key: 'goals', width: 7, align: 'center' },
  heading: editionGoals(edition)[0]?.level ?? '',
  cell: ({ goals }) => textCell([...goals].map(({ number, key, title }) => (number === null ? title : key)).join('、')),
})

const contentColumn: ListColumn = {
  column: { key: 'content', width: 40, align: 'start' },
  heading: '事業内容',
  cell: ({ project }) => textCell(project.content ?? ''),
}

const implementerColumn: ListColumn = {
  column: { key: 'implementers', width: 20, align: 'start' },
  heading: '事業主体',
  cell: ({ implementers }) => textCell(implementers.join('、')),
}

const listNumberColumn: ListColumn = {
  column: { key: 'list-number', width: 6, align: 'center' },
  heading: '一覧No.',
  cell: ({ project }) => textCell(project.listNumber ?? ''),
}
