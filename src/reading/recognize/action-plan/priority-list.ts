import { plainText } from '#domain/language/plain-text.ts'
import type { Project } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import type { Cell, Line } from '../../document.ts'
import { fragmentsOf, readable } from './fragments.ts'
import type { Goals } from './goals.ts'
import { isNumberHeader, isProjectHeader } from './header-rows.ts'
import { implementersOf } from './implementers.ts'
import type { Reading } from './matrix.ts'
import type { ListTable } from './outline.ts'
import { filled, spanAt, spansOf, wholeNumber } from './rows.ts'

/** 重点施策一覧の行を事業にする。 */
export const listProjects = (table: ListTable, goals: Goals, id: IdMaker): Reading<readonly Project[]> => {
  const rows = table.rows.map((line) => listRow(line, table, goals, id))
  return { value: rows.flatMap(({ value }) => value), notes: rows.flatMap(({ notes }) => notes) }
}

const listRow = (line: Line, table: ListTable, goals: Goals, id: IdMaker): Reading<readonly Project[]> => {
  const cell = cellsByRole(line, table)
  const number = cell('number') && wholeNumber(cell('number')?.text ?? '')
  const name = cell('name')
  if (!number || !name)
    return {
      value: [],
      notes: [note('warning', 'action-plan-row-unread', { text: line.text.trim().slice(0, 40) }, [line.place])],
    }
  const goal = table.goal && goals.of(table.goal)
  const listNumber = wholeNumber(cell('list-number')?.text ?? '') ?? null
  const project: Project = {
    id: id('p', 'list', number, name.text),
    number,
    listNumber,
    name: readable(name.text),
    nodes: goal ? [goal.id] : [],
    tags: {},
    priority: true,
    implementers: implementersOf(cell('implementer') ?? nothing),
    period: null,
    content: contentOf(cell('content')),
    years: [],
    indicators: [],
    shownIn: 'list',
    place: line.place,
  }
  const missing = listNumber === null
  return {
    value: [project],
    notes: missing ? [note('warning', 'list-number-missing', { name: project.name }, [line.place], [project.id])] : [],
  }
}

const nothing = { text: '', place: { line: 0 } }

type Role = 'number' | 'name' | 'content' | 'implementer' | 'list-number'

const roleOf = (word: string): Role | undefined => {
  if (/^一覧/u.test(word)) return 'list-number'
  if (isNumberHeader(word)) return 'number'
  if (isProjectHeader(word)) return 'name'
  if (/内容|概要/u.test(word)) return 'content'
  return /主体/u.test(word) ? 'implementer' : undefined
}

const cellsByRole = (line: Line, { header }: ListTable): ((role: Role) => Cell | undefined) => {
  const spans = spansOf(header)
  const cells = filled(line)
  return (role) => cells.find(({ column }) => roleOf(spanAt(spans, column)?.word ?? '') === role)
}

/** 事業内容。段落・箇条書きは改行でつなぐ。 */
export const contentOf = (
  cell: { readonly text: string; readonly place: Cell['place'] } | undefined,
): string | null => {
  const text = cell
    ? fragmentsOf(cell)
        .map((fragment) => readable(fragment.text))
        .filter((part) => plainText(part) !== '')
        .join('\n')
    : ''
  return text === '' ? null : text
}
