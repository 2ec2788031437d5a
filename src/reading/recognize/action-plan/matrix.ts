import { plainText } from '#domain/language/plain-text.ts'
import type { Note, Project } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import type { Cell, Line } from '../../document.ts'
import type { Goals } from './goals.ts'
import { type MarkColumn, type MarkColumns, markColumns } from './mark-columns.ts'
import type { MatrixTable } from './outline.ts'
import { filled, wholeNumber } from './rows.ts'

/** 読んだものと気づき。 */
export type Reading<T> = { readonly value: T; readonly notes: readonly Note[] }

/** 印。●のほか○・◎・レ点を印とみる。 */
const isMark = (text: string): boolean => /^[●○◯◎■✓✔レ〇*＊]$/u.test(text)

/** 取組事業一覧の表を、印を持つ事業の行にする。 */
export const matrixProjects = (table: MatrixTable, goals: Goals, id: IdMaker): Reading<readonly Project[]> => {
  const columns = markColumns(table)
  const rows = table.rows.map((line) => matrixRow(line, columns, goals, id))
  const notes = rows.flatMap((row) => row.notes)
  const value = rows.flatMap((row) => row.value)
  return { value, notes: [...headerNotes(table, columns, value.length), ...notes] }
}

const headerNotes = ({ header, numbers }: MatrixTable, { how }: MarkColumns, rows: number): readonly Note[] => {
  if (how === 'spans' || rows === 0) return []
  return [note('warning', 'matrix-header-shifted', {}, numbers ? [header.place, numbers.place] : [header.place])]
}

const matrixRow = (line: Line, columns: MarkColumns, goals: Goals, id: IdMaker): Reading<readonly Project[]> => {
  const placed = filled(line).map((cell) => ({ cell, column: columns.at(cell.column) }))
  const number = placed.find(({ column }) => column?.role === 'number')?.cell
  const name = placed.find(({ column }) => column?.role === 'name')?.cell
  const listNumber = number && wholeNumber(number.text)
  if (!name || listNumber === undefined) return { value: [], notes: [unread(line)] }
  const project = projectOf(line, name, listNumber, placed, goals, id)
  return { value: [project], notes: rowNotes(project, placed, goals) }
}

type Placed = { readonly cell: Cell; readonly column: MarkColumn | undefined }

const unread = (line: Line): Note =>
  note('warning', 'action-plan-row-unread', { text: line.text.trim().slice(0, 40) }, [line.place])

const projectOf = (
  { place }: Line,
  name: Cell,
  listNumber: string,
  placed: readonly Placed[],
  goals: Goals,
  id: IdMaker,
): Project => ({
  id: id('p', 'matrix', listNumber, name.text),
  number: null,
  listNumber,
  name: name.text,
  nodes: marked(placed, 'goal').flatMap(({ number }) => goals.byNumber(number ?? '')?.id ?? []),
  tags: tagsOf(placed),
  priority: placed.some(({ cell, column }) => column?.role === 'priority' && isMark(cell.text)),
  implementers: placed.flatMap(({ cell, column }) => (column?.role === 'implementer' ? [cell.text] : [])),
  period: null,
  content: null,
  years: [],
  indicators: [],
  shownIn: 'matrix',
  place,
})

const marked = (placed: readonly Placed[], role: MarkColumn['role']): readonly MarkColumn[] =>
  placed.flatMap(({ cell, column }) => (column?.role === role && isMark(cell.text) ? [column] : []))

/** 印の付いた番号。組の見出しが札の名、SDGs は番号そのもの。何も付いていない組も空で持つ（読んだ上で印がない）。 */
const tagsOf = (placed: readonly Placed[]): Project['tags'] => {
  const tags = marked(placed, 'tag')
  const groups = [...new Set(tags.map(({ group }) => group))]
  const sdgs = placed.flatMap(({ cell, column }) => (column?.role === 'sdgs' ? sdgsIn(cell.text) : []))
  return {
    ...Object.fromEntries(
      groups.map((group) => [group, tags.flatMap((tag) => (tag.group === group ? (tag.number ?? []) : []))]),
    ),
    ...(sdgs.length > 0 ? { SDGs: sdgs } : {}),
  }
}

/** SDGs の番号（1～17）。一つの升目に「4、8」とあっても読む。 */
export const sdgsIn = (text: string): readonly string[] =>
  (plainText(text.replace(/\s+/gu, ',')).match(/\d+/gu) ?? []).filter(isGoalOfSdgs)

const isGoalOfSdgs = (number: string): boolean => /^(?:[1-9]|1[0-7])$/u.test(number)

const rowNotes = (project: Project, placed: readonly Placed[], goals: Goals): readonly Note[] => {
  const about = [project.id]
  const strange = placed.filter(isStrange).map(({ cell }) => cell)
  const unknown = marked(placed, 'goal').filter(({ number }) => goals.byNumber(number ?? '') === undefined)
  const unmarked = marked(placed, 'goal').length === 0
  const { name } = project
  return [
    ...strange.map((cell) => note('warning', 'matrix-cell-strange', { name, text: cell.text }, [cell.place], about)),
    ...unknown.map(({ number }) =>
      note('warning', 'matrix-goal-unknown', { name, number: number ?? '' }, [project.place], about),
    ),
    ...(unmarked ? [note('info', 'matrix-goal-unmarked', { name }, [project.place], about)] : []),
  ]
}

/** どの列にも当たらない印、番号のない印、印の列の印でない字。 */
const isStrange = ({ cell, column }: Placed): boolean => {
  if (!column) return true
  const { role, number } = column
  if (role === 'goal' || role === 'tag') return !isMark(cell.text) || number === null
  if (role === 'sdgs') return sdgsIn(cell.text).length === 0
  return role === 'priority' && !isMark(cell.text)
}

/** 並びから抜けている番号（17 の次が 55 なら 18～54）を一つの気づきにする。 */
export const missingNumbers = (projects: readonly Project[]): readonly Note[] => {
  const ordered = projects.toSorted((a, b) => Number(a.listNumber) - Number(b.listNumber))
  const gaps = ordered.slice(1).flatMap((project, index) => {
    const before = ordered[index]
    const [from, to] = [Number(before?.listNumber) + 1, Number(project.listNumber) - 1]
    return before && from <= to ? [{ from, to, places: [before.place, project.place] }] : []
  })
  const ranges = gaps.map(({ from, to }) => (from === to ? `${from}` : `${from}～${to}`)).join('、')
  const places = gaps.flatMap((gap) => gap.places)
  return gaps.length === 0 ? [] : [note('info', 'matrix-numbers-missing', { ranges }, places)]
}
