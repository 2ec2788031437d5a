import { done, type Result, refused } from '#domain/problem.ts'
import { type ColumnChoice, type ColumnRole, columnRoles, type HeaderChoice } from '#domain/review/correction.ts'
import type { TableOutline } from '#domain/review/table-outline.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Form } from '../../form.ts'

/** 列の欄の名。 */
export const columnField = (what: 'role' | 'year' | 'unit', column: number): string => `${what} ${column}`

/**
 * 表一つの欄から、人の選んだ列を読む。「しるべに任せる」列は入らない。
 * 断る符号は `intake-column-role-needed`（年度や単位だけがあって、何の列か分からない）・`intake-year-unreadable`。
 */
export const columnChoicesIn = (form: Form, table: TableOutline): Result<readonly ColumnChoice[]> => {
  const choices: ColumnChoice[] = []
  for (const column of table.columns) {
    const field = (what: 'role' | 'year' | 'unit') => form.text(columnField(what, column.column)).trim()
    const [asked, yearText, unit] = [field('role'), field('year'), field('unit')]
    if (asked === '' && yearText === '' && unit === '') continue
    const role = roleNamed(asked) ?? (column.by === 'known' ? column.role : null)
    if (role === null) return refused('intake-column-role-needed', { header: column.header })
    const year = yearText === '' ? null : readYear(yearText)?.year
    if (year === undefined) return refused('intake-year-unreadable', { text: yearText.slice(0, 40) })
    choices.push({ table: table.key, column: column.column, role, year, unit: unit === '' ? null : unit })
  }
  return done(choices)
}

const roleNamed = (text: string): ColumnRole | undefined => columnRoles.find((role) => role === text)

/** 示された見出しの行。行が選ばれていなければ undefined。 */
export const headerChoiceIn = (form: Form): HeaderChoice | undefined => {
  const typed = form.text('other-line').normalize('NFKC').trim()
  const line = /^\d{1,7}$/.test(typed) ? Number(typed) : Number(form.text('line'))
  const [page, lines] = [Number(form.text('page')), Number(form.text('lines'))]
  if (!Number.isInteger(line) || line < 1 || !Number.isInteger(page) || page < 1) return undefined
  return { page, line, lines: Number.isInteger(lines) && lines >= 1 && lines <= 9 ? lines : 1 }
}
