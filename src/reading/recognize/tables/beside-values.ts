import type { Comment, Indicator, PrintedGrade } from '#domain/plan/draft.ts'
import { type Binding, cellAt } from './binding.ts'
import type { Entry } from './entries.ts'
import { aroundYear, type FigureCell, yearAt } from './figure-in.ts'
import type { Column } from './header-columns.ts'
import type { EntrySeries } from './series.ts'

/** 判定・評価の列と、年度の列に並ぶ判定の行。 */
export const gradesIn = (entry: Entry, { grades }: EntrySeries, binding: Binding): Pick<Indicator, 'printedGrades'> => {
  const columns = binding.grades.flatMap((column) =>
    cellsIn(column, entry).map((each) => gradeIn(each, column.title, binding)),
  )
  const rows = grades
    .filter(({ cell }) => cell.text !== '')
    .map((each) => gradeIn(each, each.line.label?.text ?? '', binding))
  const all = [...columns, ...rows]
  return all.length > 0 ? { printedGrades: all } : {}
}

const gradeIn = (each: FigureCell, heading: string, binding: Binding): PrintedGrade => ({
  year: yearAt(each, binding) ?? aroundYear(binding),
  heading,
  printed: each.cell.text,
  place: each.cell.place,
})

/** 備考のほかの文の列。見出しごとに一つ。 */
export const commentsIn = (entry: Entry, binding: Binding): Pick<Indicator, 'comments'> => {
  const comments = binding.comments.flatMap((column) =>
    cellsIn(column, entry).map(
      ({ cell }): Comment => ({
        year: column.header.year?.year ?? null,
        heading: column.title,
        text: cell.text,
        place: cell.place,
      }),
    ),
  )
  return comments.length > 0 ? { comments } : {}
}

const cellsIn = (column: Column, entry: Entry): readonly FigureCell[] =>
  entry.lines.flatMap((line) => {
    const cell = cellAt(line.line, column.column)
    return cell && cell.text !== '' ? [{ cell, column, line }] : []
  })
