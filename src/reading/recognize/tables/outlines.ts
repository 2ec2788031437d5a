import { createHash } from 'node:crypto'
import { noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { headerKey } from '#domain/review/mapping.ts'
import type { ColumnOutline, TableOutline } from '#domain/review/table-outline.ts'
import type { Line, Page, SourceDocument } from '../../document.ts'
import { type Binding, bindColumns, textAt } from './binding.ts'
import type { Block } from './blocks.ts'
import { blankColumn, chosenColumns } from './chosen-columns.ts'
import { columnRole } from './column-roles.ts'
import { type DocumentTables, documentTables } from './document-tables.ts'
import { type Column, columnsOf } from './header-columns.ts'
import { spannedLines } from './header-lines.ts'
import { rowsByHeader } from './read-tables.ts'
import { surroundingsOf } from './surroundings.ts'
import type { TableHeader } from './table-header.ts'
import { tableKey } from './table-key.ts'
import type { TableSearch } from './table-search.ts'

/** 図書にある表の数の、見せるものの上限。でたらめな図書で止まらなくならないため。 */
const mostTables = 500

/**
 * 図書にある表の概要。見出しの分かった表は列ごとの役を、分からない表は初めの行を見出しとみた列を添える。
 * ほかの様式として読んだ図書でも、表はすべて挙げる。
 *
 * @example tableOutlines(document)[0]?.columns.filter(({ by }) => by === 'unknown')
 */
export const tableOutlines = (
  document: SourceDocument,
  choices: ReadingChoices = noChoices,
): readonly TableOutline[] => {
  const { title, pages } = documentTables(document, choices)
  return document.pages
    .flatMap((page, at) => {
      const own = pages[at]
      return own ? outlinesOn(page, at + 1, title, own) : []
    })
    .slice(0, mostTables)
}

const outlinesOn = (
  page: Page,
  number: number,
  title: Line | null,
  { search, blocks }: DocumentTables['pages'][number],
): readonly TableOutline[] => {
  const tables = blocks.filter((block) => block.kind === 'table')
  const known = [...rowsByHeader(blocks)].flatMap(([header, rows]) => {
    const block = tables.find((each) => each.header === header)
    const around = block && surroundingsOf(block, title, search.era)
    return around ? [outline(header, rows, bindColumns(header, rows, around, search.era), page, number)] : []
  })
  const unknown = runsOf(blocks, page.lines).map((run) => unknownTable(run, page, number, search))
  return [...known, ...unknown].toSorted((a, b) => (a.headerLines[0] ?? 0) - (b.headerLines[0] ?? 0))
}

/** 表の外の、升目のある行が二行より多く続くところ。 */
const runsOf = (blocks: readonly Block[], lines: readonly Line[]): readonly (readonly Line[])[] => {
  const stray = new Set(blocks.flatMap((block) => (block.kind === 'stray' ? [block.line] : [])))
  const runs: Line[][] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (!stray.has(line)) open = null
    else if (open) open.push(line)
    else {
      open = [line]
      runs.push(open)
    }
  }
  return runs.filter(({ length }) => length >= 2)
}

/** 見出しの語の分からない表。初めの行（結合があればその下の端まで）を見出しとみる。 */
const unknownTable = (run: readonly Line[], page: Page, number: number, { era }: TableSearch): TableOutline => {
  const lines = spannedLines(run, 0)
  const [first] = lines
  const key = first ? tableKey(first) : ''
  const columns = chosenColumns(columnsOf(lines, era), [], lines)
  const header: TableHeader = { key, lines, columns, from: 0, to: Number.POSITIVE_INFINITY }
  return outline(header, run.slice(lines.length), null, page, number)
}

const outline = (
  header: TableHeader,
  rows: readonly Line[],
  binding: Binding | null,
  { name }: Page,
  page: number,
): TableOutline => {
  const columns = withBlankColumns(header, rows)
  return {
    key: header.key,
    page,
    name,
    headerLines: header.lines.map(({ number }) => number),
    rows: rows.length,
    fingerprint: fingerprintOf(header.columns.map(({ title }) => title)),
    columns: columns.map((column) => columnOutline(column, rows, binding)),
  }
}

/** 見出しに字がなくても中身のある列（行の見出しの列など）も並べる。 */
const withBlankColumns = ({ columns, lines }: TableHeader, rows: readonly Line[]): readonly Column[] => {
  const present = new Set(columns.map(({ column }) => column))
  const filled = new Set(
    rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== '').map(({ column }) => column)),
  )
  const blank = [...filled].filter((column) => !present.has(column)).flatMap((column) => blankColumn(column, lines))
  return [...columns, ...blank].toSorted((a, b) => a.column - b.column)
}

const columnOutline = (column: Column, rows: readonly Line[], binding: Binding | null): ColumnOutline => {
  const role = columnRole(column, binding)
  return {
    column: column.column,
    header: column.title,
    place: column.cell.place,
    role,
    year: column.header.year?.year ?? null,
    unit: column.header.unit,
    by: column.by === 'chosen' ? 'chosen' : role === null ? 'unknown' : 'known',
    samples: samplesOf(column.column, rows),
  }
}

const samplesOf = (column: number, rows: readonly Line[]): readonly string[] => {
  const samples: string[] = []
  for (const line of rows) {
    const text = textAt(line, column)
    if (text !== '') samples.push(text)
    if (samples.length === 3) break
  }
  return samples
}

/** 見出しの指紋。年の数字は除き、同じ見出しの続き（R2、R3、R4…）は一つに数えるので、年の列が一つ増えても同じ。 */
export const fingerprintOf = (titles: readonly string[]): string => {
  const keys = titles.map(headerKey)
  const distinct = keys.filter((key, at) => at === 0 || key !== keys[at - 1])
  return createHash('sha256').update(distinct.join('\u0000')).digest('hex').slice(0, 16)
}
