import type { ColumnChoice, ColumnRole } from '#domain/review/correction.ts'
import type { Line } from '../../document.ts'
import { type Header, type HeaderRole, readHeader, settleHeaders } from '../headers.ts'
import type { Column } from './header-columns.ts'

/** 人の選ぶ役が、見出しの役のどれに当たるか。 */
const headerRoles: Readonly<Record<ColumnRole, HeaderRole>> = {
  name: 'name',
  level: 'level',
  project: 'project',
  unit: 'unit',
  baseline: 'baseline',
  target: 'target',
  'final-target': 'target',
  'period-target': 'target',
  actual: 'actual',
  'by-row': 'by-row',
  rate: 'rate',
  grade: 'grade',
  'row-label': 'row-label',
  year: 'year',
  department: 'department',
  cost: 'cost',
  remarks: 'remarks',
  reason: 'reason',
  definition: 'definition',
  'sheet-number': 'sheet-number',
  number: 'number',
  ignore: 'ignored',
}

/** 列に人の選んだ役を入れ、残りの二通りに読める見出しを仲間から決める。見出しのない列も、選ばれれば列になる。 */
export const chosenColumns = (
  columns: readonly Column[],
  choices: readonly ColumnChoice[],
  lines: readonly Line[],
): readonly Column[] => {
  const chosen = new Map(choices.map((choice) => [choice.column, choice]))
  const present = new Set(columns.map(({ column }) => column))
  const added = [...chosen.keys()]
    .filter((column) => !present.has(column))
    .flatMap((column) => blankColumn(column, lines))
  const all = [...columns, ...added]
    .toSorted((a, b) => a.column - b.column)
    .map((column) => withChoice(column, chosen.get(column.column)))
  const settled = settleHeaders(all.map(({ header }) => header))
  return all.map((column, at) =>
    column.by === 'chosen' ? column : { ...column, header: settled[at] ?? column.header },
  )
}

/** 見出しに字のない列。見出しの行がそこまで届かなければ、所在は行。 */
export const blankColumn = (column: number, lines: readonly Line[]): readonly Column[] => {
  const line = lines.at(-1)
  if (!line || !Number.isInteger(column) || column < 0 || column > lastSheetColumn) return []
  const cell = line.cells[column] ?? { column, text: '', place: line.place }
  return [{ column, cell, title: '', header: readHeader(''), by: 'unknown' }]
}

/** 表計算の右端（XFD）。これより先を指す選びはない。 */
const lastSheetColumn = 16_383

const withChoice = (column: Column, choice: ColumnChoice | undefined): Column =>
  choice ? { ...column, header: chosenHeader(column.header, choice), by: 'chosen', chosen: choice.role } : column

/** 年と単位は、人が言わなければ見出しのとおり。 */
const chosenHeader = (header: Header, { role, year, unit }: ColumnChoice): Header => {
  const own = headerRoles[role]
  const stated = year === null ? header.year : ({ year, kind: 'fiscal-year' } as const)
  const withUnit = own === 'name' && header.roles.includes('unit')
  return {
    ...header,
    roles: [own, ...(withUnit ? (['unit'] as const) : []), ...(stated && own !== 'year' ? (['year'] as const) : [])],
    year: own === 'year' ? null : stated,
    unit: unit ?? header.unit,
    scope: role === 'final-target' ? 'final' : role === 'period-target' ? 'period' : null,
  }
}
