import type { ReadYear } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type HeaderRole, rowRole } from '../headers.ts'
import type { Column, TableHeader } from './table-header.ts'

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
  readonly sheetNo: Column | null
  readonly unit: Column | null
  /** 節の列（基本目標・施策…）。左から深くなる。 */
  readonly levels: readonly Column[]
  /** 役のない列（知らない見出し）と、案に欄のない列。 */
  readonly unread: readonly Column[]
}

/** 表の列を役で結び付ける。指標名の列がなければ null。 */
export const bindColumns = ({ columns }: TableHeader, rows: readonly Line[]): Binding | null => {
  const withRole = (role: HeaderRole) => columns.filter(({ header }) => header.roles.includes(role))
  const name = withRole('name')[0]
  if (!name) return null
  const baselines = withRole('baseline')
  const values = columns.filter((column) => column !== name).flatMap(valueColumn)
  const baseline = baselines[0] ?? null
  const taken = new Set<Column | null>([
    name,
    baseline,
    ...withRole('row-label'),
    ...columns.filter((column) => values.some(({ column: at }) => at === column.column)),
    ...withRole('target'),
    ...withRole('cost'),
    ...withRole('department'),
    ...withRole('remarks'),
    ...withRole('unit'),
    ...withRole('sheet-number'),
    ...withRole('level'),
    ...withRole('project'),
    ...withRole('number'),
  ])
  return {
    name,
    label: labelColumn(columns, rows),
    baseline,
    targets: withRole('target').filter(
      (column) => column !== name && !values.some(({ column: at }) => at === column.column),
    ),
    values,
    costs: withRole('cost'),
    departments: withRole('department'),
    remarks: withRole('remarks'),
    sheetNo: withRole('sheet-number')[0] ?? null,
    unit: withRole('unit').find((column) => column !== name) ?? null,
    levels: columns.filter(({ header }) => header.roles.includes('level') || header.roles.includes('project')),
    unread: columns.filter((column) => !taken.has(column)),
  }
}

/** 年度だけの列と、実績・達成率の列。基準値・事業費の年度つきの列は、それぞれの列に残す。 */
const valueColumn = (column: Column): readonly ValueColumn[] => {
  const { roles, year } = column.header
  const has = (role: HeaderRole) => roles.includes(role)
  if (has('baseline') || has('cost') || has('grade') || has('target')) return []
  if (has('rate')) return [{ ...column, year, role: 'rate' }]
  if (has('actual')) return [{ ...column, year, role: 'actual' }]
  return has('year') && year ? [{ ...column, year, role: null }] : []
}

/** 行の見出しの列。見出しのない列か「区分」の列のうち、中身に「実績値」「達成率」の立つもの。 */
const labelColumn = (columns: readonly Column[], rows: readonly Line[]): number | null => {
  const headed = new Map(columns.map((column) => [column.column, column]))
  const hits = new Map<number, number>()
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    const header = headed.get(cell.column)?.header
    if (header && !header.roles.includes('row-label')) continue
    if (rowRole(cell.text)) hits.set(cell.column, (hits.get(cell.column) ?? 0) + 1)
  }
  const [best] = [...hits].toSorted(([, a], [, b]) => b - a)
  return best?.[0] ?? null
}

/** その行のその列の升目。空でも所在のある升目を返す。行がそこまで届かなければ null。 */
export const cellAt = (line: Line, column: number | null): Cell | null =>
  column === null ? null : (line.cells.find((cell) => cell.column === column) ?? null)

export const textAt = (line: Line, column: number | null): string => cellAt(line, column)?.text ?? ''
