import type { Era } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type Header, readHeader } from '../headers.ts'
import { columnsOf, isBareValue, valueRoles } from './header-columns.ts'
import { tableKey } from './table-key.ts'
import type { TableSearch } from './table-search.ts'

/** 見出しの段は、実物でも六段まで（字を繰り返した人口の表）。 */
const mostLines = 6

const read = (cell: Cell, era: Era | undefined): Header => readHeader(cell.text, era ? { era } : {})

const written = (line: Line): readonly Cell[] => line.cells.filter(({ text }) => text !== '')

/** `lines[at]` から始まる見出しの行。見出しでなければ空。 */
export const headerLines = (lines: readonly Line[], at: number, search: TableSearch): readonly Line[] => {
  const line = lines[at]
  if (!line) return []
  const given = search.headers.get(line.number)
  if (given !== undefined) return lines.slice(at, at + given)
  const found = foundLines(lines, at, search.era)
  const overlaps = found.some(({ number }) => search.headers.has(number))
  if (found.length > 0) return overlaps ? [] : found
  if (search.columns.has(tableKey(line))) return spannedLines(lines, at)
  return lines.slice(at, at + (search.headerTexts.get(line.text) ?? 0))
}

/** 見出しの語で見つけた行。上の束ねの段、指標名の立つ段、下に続く段。 */
const foundLines = (lines: readonly Line[], at: number, era: Era | undefined): readonly Line[] => {
  let main = at
  while (main - at < mostLines && !isMain(lines, main, era) && isExtraLine(lines[main], era)) main += 1
  const mainLine = lines[main]
  if (!mainLine || !isMain(lines, main, era)) return []
  let end = main + spannedRows(lines, main)
  while (end - at < mostLines && isExtraLine(lines[end], era) && !startsRow(lines[end], mainLine, era)) end += 1
  return lines.slice(at, end)
}

/** 結合された見出しの下の端までの行（結合がなければ一行）。 */
export const spannedLines = (lines: readonly Line[], at: number): readonly Line[] =>
  lines.slice(at, at + spannedRows(lines, at))

const spannedRows = (lines: readonly Line[], at: number): number => {
  const spans = (lines[at]?.cells ?? []).filter(({ text }) => text !== '').map(({ span }) => span?.rows ?? 1)
  const rows = Math.max(1, ...spans)
  return rows <= mostLines ? rows : 1
}

const isMain = (lines: readonly Line[], at: number, era: Era | undefined): boolean => {
  const line = lines[at]
  if (!line) return false
  if (isHeaderLine(line, era)) return true
  const used = spannedLines(lines, at)
  return used.length > 1 && written(line).length >= 2 && isHeading(columnsOf(used, era).map(({ header }) => header))
}

/** 指標名の見出しと、値の見出し（基準値・目標値・実績・年度・達成率）が並ぶ行。 */
const isHeaderLine = (line: Line, era: Era | undefined): boolean => {
  const cells = written(line)
  if (cells.length < 2 || cells.some(({ text }) => text.length > 40) || mostlyNumbers(cells)) return false
  return isHeading(cells.map((cell) => read(cell, era)))
}

const isHeading = (headers: readonly Header[]): boolean => {
  const named = headers.some(({ roles }) => roles.includes('name'))
  const valued = headers.filter(({ roles }) => roles.some((role) => valueRoles.has(role)) && !roles.includes('name'))
  const known = headers.filter(({ roles }) => roles.length > 0).length
  if (!named || valued.length === 0 || known * 2 <= headers.length) return false
  // 二列だけの表は、どちらも見出し語で、値のほうが年度だけでないとき（「指標 | 2023」は中身の行かもしれない）。
  return headers.length > 2 || valued.some(({ roles }) => roles.some((role) => role !== 'year'))
}

/** 見出しの上か下に続く段（「H30 | R6 | R2 | R3…」や「実績値」の束ね）。空でない升目がすべて見出し語か、知らない語が少し混じるだけ。 */
const isExtraLine = (line: Line | undefined, era: Era | undefined): boolean => {
  if (!line) return false
  const cells = written(line)
  if (mostlyNumbers(cells)) return false
  const known = cells.filter((cell) => read(cell, era).roles.length > 0 || isBareValue(read(cell, era)))
  const valued = known.filter((cell) => read(cell, era).roles.some((role) => valueRoles.has(role)))
  if (cells.length === 0) return false
  if (known.length === cells.length) return valued.length >= 2 || spansSeveral(valued)
  const strange = cells.filter((cell) => !known.includes(cell))
  return valued.length >= 2 && known.length > strange.length * 2 && strange.every(({ text }) => !isNumberLike(text))
}

const mostlyNumbers = (cells: readonly Cell[]): boolean =>
  cells.filter(({ text }) => isNumberLike(text)).length * 2 > cells.length

/** 数で始まる値。年（「2023」「3年度」）は除く。 */
const isNumberLike = (text: string): boolean => /^[△▲-]?\d/u.test(text) && !/年|^(?:19|20)\d\d$/u.test(text)

const spansSeveral = (cells: readonly Cell[]): boolean => cells.some(({ span }) => (span?.columns ?? 1) > 1)

/** 「| 実績値 | …」のように、名の列が空で見出し語の並ぶ行でも、名の列に字があればもう中身。 */
const startsRow = (line: Line | undefined, main: Line, era: Era | undefined): boolean => {
  const name = main.cells.find((cell) => read(cell, era).roles.includes('name'))
  const below = line?.cells.find(({ column }) => column === name?.column)
  return below !== undefined && below.text !== '' && !read(below, era).roles.includes('name')
}
