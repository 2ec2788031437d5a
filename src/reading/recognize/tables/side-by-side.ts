import { type Column, valueRoles } from './header-columns.ts'

/** 横に並んだ表の一つ分。`from` と `to` は列の範囲（0 から、両端を含む）。 */
export type TablePart = { readonly columns: readonly Column[]; readonly from: number; readonly to: number }

/**
 * 一つの行に並んだ見出しを、横に並んだ表ごとに分ける。
 * 空の列をはさんで指標名と値の見出しがもう一度そろうところか、同じ見出しの並びが繰り返すところで分ける。
 * 一つの表なら、その表が右端まで持つ。
 */
export const sideBySide = (columns: readonly Column[]): readonly TablePart[] => {
  const groups = repeatedGroups(columns) ?? tablesAmong(gapGroups(columns))
  return groups.map((group, index) => ({
    columns: group,
    from: index === 0 ? 0 : (group[0]?.column ?? 0),
    to: (groups[index + 1]?.[0]?.column ?? Number.POSITIVE_INFINITY) - 1,
  }))
}

const isTable = (columns: readonly Column[]): boolean => {
  const name = columns.find(({ header }) => header.roles.includes('name'))
  return (
    name !== undefined &&
    columns.some((column) => column !== name && column.header.roles.some((role) => valueRoles.has(role)))
  )
}

/** 見出しの並びがそっくり繰り返すとき（「指標 目標 実績 指標 目標 実績」）の、一つ分ずつ。 */
const repeatedGroups = (columns: readonly Column[]): readonly (readonly Column[])[] | null => {
  const { length } = columns
  for (let size = 2; size * 2 <= length; size += 1) {
    if (length % size !== 0 || !isTable(columns.slice(0, size))) continue
    if (columns.every(({ title }, at) => title === columns[at % size]?.title))
      return Array.from({ length: length / size }, (_, part) => columns.slice(part * size, (part + 1) * size))
  }
  return null
}

/** 見出しのない列で切ったまとまり。 */
const gapGroups = (columns: readonly Column[]): readonly (readonly Column[])[] => {
  const groups: Column[][] = []
  for (const column of columns) {
    const last = groups.at(-1)
    if (last && last.at(-1)?.column === column.column - 1) last.push(column)
    else groups.push([column])
  }
  return groups
}

/** 前のまとまりだけで表になり、後のまとまりもそれだけで表になるところで分ける。見出しのない列（行の見出し）では分けない。 */
const tablesAmong = (groups: readonly (readonly Column[])[]): readonly (readonly Column[])[] => {
  const tables: Column[][] = []
  for (const group of groups) {
    const last = tables.at(-1)
    if (last && !(isTable(last) && isTable(group))) last.push(...group)
    else tables.push([...group])
  }
  return tables
}
