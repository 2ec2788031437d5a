import type { Era, ReadYear } from '#domain/year/read-year.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type HeaderRole, readHeader, rowRole } from '../headers.ts'
import type { Column } from './header-columns.ts'
import type { Surroundings } from './surroundings.ts'
import type { TableHeader } from './table-header.ts'

/** 値の列。年度と単位は見出しから。`role` がなければ、行の見出し（実績値・達成率）が役を決める。 */
export type ValueColumn = Column & {
  readonly year: ReadYear | null
  readonly role: 'actual' | 'rate' | 'target' | null
}

/** 表の列がそれぞれ何か。 */
export type Binding = {
  readonly name: Column
  /** 行の見出し（実績値・達成率）の列。 */
  readonly label: number | null
  readonly baseline: Column | null
  readonly targets: readonly Column[]
  readonly values: readonly ValueColumn[]
  readonly costs: readonly Column[]
  readonly departments: readonly Column[]
  readonly remarks: readonly Column[]
  /** 判定・評価の列。 */
  readonly grades: readonly Column[]
  /** 備考のほかの文の列（増減理由・所見・今後の方針・出典…、旧目標）。 */
  readonly comments: readonly Column[]
  readonly sheetNo: Column | null
  readonly unit: Column | null
  /** 指標の種類の列（「数値目標」「KPI」「成果指標」の並ぶ、区分の列）。 */
  readonly classes: Column | null
  /** 節の列（基本目標・施策…）。左から深くなる。 */
  readonly levels: readonly Column[]
  /** 行ぜんたいの年度の列。 */
  readonly rowYear: Column | null
  /** 一つの値の列にだけかかる年度の列（値の列の番号 → 年度の列）。「目標値 | 目標年度」 */
  readonly yearOf: ReadonlyMap<number, Column>
  /** 役のない列（知らない見出し）と、案に欄のない列。 */
  readonly unread: readonly Column[]
  readonly around: Surroundings
  readonly era: Era | undefined
}

const commentRoles = ['reason', 'outlook', 'opinion', 'definition', 'change'] as const
const usedRoles = [
  'row-label',
  'target',
  'cost',
  'department',
  'remarks',
  'unit',
  'sheet-number',
  'level',
  'project',
  'number',
  'grade',
  'ignored',
  ...commentRoles,
] as const

/** 表の列を役で結び付ける。指標名の列がなければ null。 */
export const bindColumns = (
  { columns }: TableHeader,
  rows: readonly Line[],
  around: Surroundings,
  era: Era | undefined,
): Binding | null => {
  const withRole = (...wanted: readonly HeaderRole[]) =>
    columns.filter(({ header: { roles } }) => wanted.some((role) => roles.includes(role)))
  const name = withRole('name').find(({ by }) => by === 'chosen') ?? withRole('name')[0]
  if (!name) return null
  const label = labelColumn(columns, name, rows)
  const years = withRole('year').filter((column) => isYearColumn(column, rows, era))
  const values = columns
    .filter((column) => column !== name && column.column !== label && !years.includes(column))
    .flatMap(valueColumn)
  const isValue = ({ column }: Column) => values.some((value) => value.column === column)
  const baseline = withRole('baseline').find((column) => !years.includes(column)) ?? null
  const targets = withRole('target').filter((column) => column !== name && !isValue(column) && !years.includes(column))
  const { rowYear, yearOf } = yearColumns(years, [...(baseline ? [baseline] : []), ...targets, ...values])
  const taken = new Set<Column | null>([
    name,
    baseline,
    ...columns.filter((column) => isValue(column) || column.column === label),
    ...withRole(...usedRoles),
    rowYear,
  ])
  for (const column of yearOf.values()) taken.add(column)
  return {
    name,
    label,
    baseline,
    targets,
    values,
    costs: withRole('cost'),
    departments: withRole('department'),
    remarks: withRole('remarks'),
    grades: withRole('grade').filter((column) => column !== name && !isValue(column)),
    comments: withRole(...commentRoles).filter((column) => column !== name && !isValue(column)),
    sheetNo: withRole('sheet-number')[0] ?? null,
    unit: withRole('unit').find((column) => column !== name) ?? null,
    classes: withRole('row-label').find((column) => column.column !== label && isClassColumn(column, rows)) ?? null,
    levels: withRole('level', 'project'),
    rowYear,
    yearOf,
    unread: columns.filter((column) => !taken.has(column)),
    around,
    era,
  }
}

/** どの升目も、指標の種類の名（指標名の列の見出しになる語）か。 */
const isClassColumn = ({ column }: Column, rows: readonly Line[]): boolean => {
  const texts = rows.map((line) => textAt(line, column)).filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => readHeader(text).roles.includes('name'))
}

/** 年度だけの列と、実績・達成率の列。ほかの語のある列（「R5備考」）は、年があっても値ではない。基準値・事業費の年度つきの列は、それぞれの列に残す。 */
const valueColumn = (column: Column): readonly ValueColumn[] => {
  const { roles, year } = column.header
  const has = (role: HeaderRole) => roles.includes(role)
  if (has('baseline') || has('cost') || has('grade') || has('target') || has('change')) return []
  if (has('rate')) return [{ ...column, year, role: 'rate' }]
  if (has('actual')) return [{ ...column, year, role: 'actual' }]
  if (has('by-row')) return [{ ...column, year, role: null }]
  return year && roles.length === 1 && has('year') ? [{ ...column, year, role: null }] : []
}

/** 年度の字の並ぶ列か。見出しに年のある列（R5）は年度の列でなく値の列。「基準年度」は中身で見分ける。 */
const isYearColumn = ({ column, header, by }: Column, rows: readonly Line[], era: Era | undefined): boolean => {
  if (header.year !== null) return false
  if (by === 'chosen') return true
  const texts = rows.map((line) => textAt(line, column)).filter((text) => text !== '')
  const years = texts.filter((text) => readYear(text, era ? { era } : {}) !== undefined)
  return texts.length > 0 && years.length * 2 > texts.length
}

/** 年度の列が、行ぜんたいのものか、左の値の列だけのものか。「目標年度」は目標値の、「基準年度」は基準値のもの。 */
const yearColumns = (years: readonly Column[], valued: readonly Column[]): Pick<Binding, 'rowYear' | 'yearOf'> => {
  const yearOf = new Map<number, Column>()
  const rest = years.filter((year) => {
    const owners = ownersOf(year, valued)
    for (const { column } of owners) yearOf.set(column, year)
    return owners.length === 0
  })
  return { rowYear: rest[0] ?? null, yearOf }
}

const ownersOf = (year: Column, valued: readonly Column[]): readonly Column[] => {
  const { word, roles } = year.header
  const of = (role: HeaderRole) => valued.filter(({ header }) => header.roles.includes(role) && header.year === null)
  if (/目標/u.test(word) || roles.includes('target')) return of('target')
  if (/^(?:基準|現状|当初|策定)/u.test(word) || roles.includes('baseline')) return of('baseline')
  if (roles.includes('actual')) return of('actual')
  return valued.filter(({ column, header }) => column === year.column - 1 && header.year === null)
}

/**
 * 行の見出しの列。見出しのない列か「区分」の列のうち、中身に「実績値」「達成率」の立つもの。
 * ほかの見出し（「項目」）の列も、中身がほとんど行の見出しなら、そうみる。
 */
const labelColumn = (columns: readonly Column[], name: Column, rows: readonly Line[]): number | null => {
  const chosen = columns.find(({ by, header }) => by === 'chosen' && header.roles.includes('row-label'))
  if (chosen) return chosen.column
  const headed = new Map(columns.map((column) => [column.column, column]))
  const hits = new Map<number, number>()
  const filled = new Map<number, number>()
  for (const { column, text } of rows.flatMap(({ cells }) => cells)) {
    if (text === '' || column === name.column) continue
    filled.set(column, (filled.get(column) ?? 0) + 1)
    if (isRowLabel(text)) hits.set(column, (hits.get(column) ?? 0) + 1)
  }
  const [best] = [...hits]
    .filter(([column, count]) => {
      const header = headed.get(column)?.header
      const free = !header || header.roles.includes('row-label')
      return free || (count >= 2 && count * 5 >= (filled.get(column) ?? 0) * 4)
    })
    .toSorted(([, a], [, b]) => b - a)
  return best?.[0] ?? null
}

/** 「％」だけの升目は、単位の列かもしれないので数えない。 */
const isRowLabel = (text: string): boolean => {
  const role = rowRole(text)
  return (role !== undefined && role !== 'share') || /^[上中下]段$/u.test(text)
}

/** その行のその列の升目。空でも所在のある升目を返す。行がそこまで届かなければ null。 */
export const cellAt = (line: Line, column: number | null): Cell | null => {
  if (column === null) return null
  const cell = line.cells[column]
  return cell?.column === column ? cell : (line.cells.find((each) => each.column === column) ?? null)
}

export const textAt = (line: Line, column: number | null): string => cellAt(line, column)?.text ?? ''
