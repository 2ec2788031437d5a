import type { ColumnRole } from '#domain/review/correction.ts'
import type { HeaderRole } from '../headers.ts'
import type { Binding } from './binding.ts'
import type { Column } from './header-columns.ts'

/** 見出しの役を、人の選ぶ役で言う。上から先に当てはまるもの。 */
const roles: readonly (readonly [HeaderRole, ColumnRole])[] = [
  ['name', 'name'],
  ['row-label', 'row-label'],
  ['baseline', 'baseline'],
  ['cost', 'cost'],
  ['grade', 'grade'],
  ['rate', 'rate'],
  ['actual', 'actual'],
  ['target', 'target'],
  ['unit', 'unit'],
  ['department', 'department'],
  ['remarks', 'remarks'],
  ['level', 'level'],
  ['project', 'project'],
  ['sheet-number', 'sheet-number'],
  ['number', 'number'],
  ['definition', 'definition'],
  ['reason', 'reason'],
  ['outlook', 'reason'],
  ['opinion', 'reason'],
  ['change', 'reason'],
]

/**
 * 列をどう読んだか。分からなければ null。見出し語は知っていても取り込む欄のない列（全国平均・方向性…）は ignore。
 * 年度だけの列は、行の見出しや上段・下段の断りが役を決めるなら by-row、なければ実績とみる。
 */
export const columnRole = (column: Column, binding: Binding | null): ColumnRole | null => {
  if (column.chosen) return column.chosen
  const { header } = column
  if (column.column === binding?.label) return 'row-label'
  if (isYearColumn(column, binding)) return 'year'
  const value = binding?.values.find((each) => each.column === column.column)
  if (value?.role === null) return binding?.label === null && binding.around.stack.length === 0 ? 'actual' : 'by-row'
  const found = roles.find(([role]) => header.roles.includes(role))?.[1]
  if (found === 'target' && header.scope !== null) return header.scope === 'final' ? 'final-target' : 'period-target'
  return found ?? (header.roles.length === 0 ? null : header.roles.includes('year') ? 'by-row' : 'ignore')
}

const isYearColumn = ({ column, header }: Column, binding: Binding | null): boolean =>
  binding === null
    ? header.roles.length === 1 && header.roles[0] === 'year' && header.year === null
    : binding.rowYear?.column === column || [...binding.yearOf.values()].some((year) => year.column === column)
