import type { ColumnRole } from '#domain/review/correction.ts'
import type { Era } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type Header, readHeader } from '../headers.ts'

/** 表の見出しの一列。見出しが何段もあるときは、上の段から合わせた役を持つ。 */
export type Column = {
  readonly column: number
  /** いちばん下の段の升目（気づきの所在）。 */
  readonly cell: Cell
  /** 上の段からの見出しの字（「実績値 R5」）。 */
  readonly title: string
  readonly header: Header
  /** known 見出し語で分かった、chosen 人が選んだ、unknown 分からない。 */
  readonly by: 'known' | 'chosen' | 'unknown'
  /** 人が選んだ役。 */
  readonly chosen?: ColumnRole
}

/** 見出しの行の、列ごとの見出し。字のない列は入らない。 */
export const columnsOf = (lines: readonly Line[], era: Era | undefined): readonly Column[] => {
  const last = Math.max(...lines.flatMap(({ cells }) => cells.map(lastColumn)), -1)
  return Array.from({ length: last + 1 }, (_, column) => columnAt(lines, column, era)).filter(
    (column) => column !== null,
  )
}

export const lastColumn = ({ column, span }: Cell): number => column + (span?.columns ?? 1) - 1

const columnAt = (lines: readonly Line[], column: number, era: Era | undefined): Column | null => {
  const path = lines
    .map((line, depth) => over(line, column, lines.slice(depth + 1), era))
    .filter((cell) => cell !== null)
    .filter((cell, depth, all) => depth === 0 || all[depth - 1]?.text !== cell.text)
  const cell = path.at(-1)
  if (!cell) return null
  const header = path.map((each) => readHeader(each.text, era ? { era } : {})).reduce(merged)
  return {
    column,
    cell,
    title: path.map(({ text }) => text.replace(/\s+/g, ' ')).join(' '),
    header,
    by: header.roles.length > 0 ? 'known' : 'unknown',
  }
}

/**
 * その段で、その列にかかる升目。結合か、左から及ぶ束ね。束ねが及ぶのは、下の段が年度だけか「値」だけのときと、
 * 年度の束ね（「令和5年度」）の下に年のない値の見出し（「実績」）があるとき。
 */
const over = (line: Line, column: number, below: readonly Line[], era: Era | undefined): Cell | null => {
  const own = line.cells.find((cell) => cell.text !== '' && column >= cell.column && column <= lastColumn(cell))
  if (own) return own
  const under = below.flatMap(({ cells }) => cells).find((cell) => cell.column === column && cell.text !== '')
  const group = line.cells.findLast((cell) => cell.text !== '' && cell.column < column)
  if (!under || !group || group.span !== undefined) return null
  const context = era ? { era } : {}
  const lower = readHeader(under.text, context)
  const upper = readHeader(group.text, context)
  const carries = isYearOnly(lower) || isBareValue(lower) || (isYearOnly(upper) && isUndatedValue(lower))
  return carries && upper.roles.some((role) => valueRoles.has(role)) ? group : null
}

/** 束ねの下の「値」。それだけでは何の値か言わない。 */
export const isBareValue = ({ word, year }: Header): boolean => year === null && /^(?:数?値)$/u.test(word)

const isUndatedValue = ({ roles, year }: Header): boolean =>
  year === null && roles.some((role) => role === 'grade' || (valueRoles.has(role) && role !== 'year'))

const isYearOnly = ({ roles }: Header): boolean => roles.length > 0 && roles.every((role) => role === 'year')

/** 値の見出しの役。 */
export const valueRoles: ReadonlySet<string> = new Set(['baseline', 'target', 'actual', 'rate', 'year'])

/** 一つの列に一つしか立たない役。段が違えば、下の段の言うほうが詳しい（「進捗状況」の下の「実績値」）。 */
const oneOf: ReadonlySet<string> = new Set(['name', 'baseline', 'target', 'actual', 'rate', 'grade', 'cost', 'unit'])

const merged = (upper: Header, lower: Header): Header => {
  const narrower = lower.roles.some((role) => role !== 'year') && !isBareValue(lower)
  const kept = narrower ? upper.roles.filter((role) => !oneOf.has(role)) : upper.roles
  return {
    text: `${upper.text} ${lower.text}`,
    word: upper.word === '' ? lower.word : upper.word,
    roles: [...new Set([...kept, ...(isBareValue(lower) && upper.roles.length > 0 ? [] : lower.roles)])],
    year: lower.year ?? upper.year,
    unit: lower.unit ?? upper.unit,
    scope: lower.scope ?? upper.scope,
    hints: [...upper.hints, ...lower.hints],
  }
}
