import type { Era } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type Header, readHeader, settleHeaders } from '../headers.ts'

/** 表の見出しの一列。見出しが何段もあるときは、上の段から合わせた役を持つ。 */
export type Column = { readonly column: number; readonly cell: Cell; readonly header: Header }

/** 表の見出し。`lines` は見出しに使った行。 */
export type TableHeader = { readonly lines: readonly Line[]; readonly columns: readonly Column[] }

const known = (cell: Cell, era: Era | undefined): boolean => read(cell, era).roles.length > 0

const read = (cell: Cell, era: Era | undefined): Header => readHeader(cell.text, era ? { era } : {})

const written = (line: Line): readonly Cell[] => line.cells.filter(({ text }) => text !== '')

/** 指標名の見出しと、値の見出し（基準値・目標値・実績・年度・達成率）が二つ以上並ぶ行。 */
const isHeaderLine = (line: Line, era: Era | undefined): boolean => {
  const cells = written(line)
  if (cells.length < 3 || cells.some(({ text }) => text.length > 40)) return false
  const headers = cells.map((cell) => read(cell, era))
  const named = headers.some(({ roles }) => roles.includes('name'))
  const valued = headers.filter(({ roles }) => roles.some((role) => valueRoles.has(role)) && !roles.includes('name'))
  return named && valued.length >= 1 && headers.filter(({ roles }) => roles.length > 0).length * 2 > headers.length
}

const valueRoles: ReadonlySet<string> = new Set(['baseline', 'target', 'actual', 'rate', 'year'])

/** 見出しの上か下に続く段（「H30 | R6 | R2 | R3…」や「実績値」の束ね）。空でない升目がすべて見出し語。 */
const isExtraLine = (line: Line | undefined, era: Era | undefined): line is Line => {
  if (!line) return false
  const cells = written(line)
  const valued = cells.filter((cell) => read(cell, era).roles.some((role) => valueRoles.has(role)))
  return cells.length > 0 && cells.every((cell) => known(cell, era)) && (valued.length >= 2 || spansSeveral(valued))
}

const spansSeveral = (cells: readonly Cell[]): boolean => cells.some(({ span }) => (span?.columns ?? 1) > 1)

/**
 * `lines[at]` から始まる表の見出しを読む。見出しでなければ null。列の位置でなく語で決める。
 * 二段・三段の見出しは列ごとに上から合わせ、束ねの語（「実績値」）は右の年度の列まで及ぶ。
 *
 * @example tableHeader(lines, 47, '令和') // → { lines: [48行目], columns: [{ column: 0, header: { roles: ['name'] } }, …] }
 */
export const tableHeader = (lines: readonly Line[], at: number, era: Era | undefined): TableHeader | null => {
  const first = lines[at]
  if (!first) return null
  const upper = isExtraLine(first, era) && !isHeaderLine(first, era)
  const main = upper ? at + 1 : at
  const mainLine = lines[main]
  if (!mainLine || !isHeaderLine(mainLine, era)) return null
  const lower = isExtraLine(lines[main + 1], era) && !startsRow(lines[main + 1], mainLine, era) ? main + 1 : main
  const used = lines.slice(at, lower + 1)
  return { lines: used, columns: columnsOf(used, era) }
}

/** 「| 実績値 | …」のように、名の列が空で見出し語の並ぶ行でも、名の列に字があればもう中身。 */
const startsRow = (line: Line | undefined, main: Line, era: Era | undefined): boolean => {
  const name = main.cells.find((cell) => read(cell, era).roles.includes('name'))
  const below = line?.cells.find(({ column }) => column === name?.column)
  return below !== undefined && below.text !== '' && !read(below, era).roles.includes('name')
}

const columnsOf = (lines: readonly Line[], era: Era | undefined): readonly Column[] => {
  const last = Math.max(...lines.flatMap(({ cells }) => cells.map(lastColumn)))
  const columns = Array.from({ length: last + 1 }, (_, column) => columnAt(lines, column, era)).filter(
    (column) => column !== null,
  )
  const settled = settleHeaders(columns.map(({ header }) => header))
  return columns.map((column, index) => ({ ...column, header: settled[index] ?? column.header }))
}

const lastColumn = ({ column, span }: Cell): number => column + (span?.columns ?? 1) - 1

const columnAt = (lines: readonly Line[], column: number, era: Era | undefined): Column | null => {
  const path = lines
    .map((line, depth) => over(line, column, lines.slice(depth + 1), era))
    .filter((cell) => cell !== null)
  const cell = path.at(-1)
  if (!cell) return null
  const headers = path.map((each) => read(each, era))
  return { column, cell, header: headers.reduce(merged) }
}

/** その段で、その列にかかる升目。結合か、左から及ぶ束ね（下の段がその列で年度だけのとき）。 */
const over = (line: Line, column: number, below: readonly Line[], era: Era | undefined): Cell | null => {
  const own = line.cells.find((cell) => cell.text !== '' && column >= cell.column && column <= lastColumn(cell))
  if (own) return own
  const under = below.flatMap(({ cells }) => cells).find((cell) => cell.column === column && cell.text !== '')
  if (!under || read(under, era).roles.some((role) => role !== 'year')) return null
  const left = written(line).filter((cell) => cell.column < column && cell.span === undefined)
  const group = left.at(-1)
  return group && read(group, era).roles.some((role) => valueRoles.has(role)) ? group : null
}

const merged = (upper: Header, lower: Header): Header => ({
  text: `${upper.text} ${lower.text}`,
  word: upper.word === '' ? lower.word : upper.word,
  roles: [...new Set([...upper.roles, ...lower.roles])],
  year: lower.year ?? upper.year,
  unit: lower.unit ?? upper.unit,
  scope: lower.scope ?? upper.scope,
  hints: [...upper.hints, ...lower.hints],
})
