import type { Column, Row, RowGroup, Table } from '../../report.ts'

/**
 * 表の一区切り。HTML の表は、頁ごとに繰り返せる頭（thead）を一つしか持てない。
 * そこで帯ごとに表を分け、見出しの行と帯をいっしょに頭に置いて、帯も次の頁に繰り返す。
 */
export type TablePart = {
  readonly columns: readonly Column[]
  readonly header: readonly Row[]
  /** 頭に置いて繰り返す帯。 */
  readonly bands: readonly RowGroup[]
  readonly groups: readonly RowGroup[]
}

/** 帯一つあたりの行がこれより少なければ、分けない。見出しばかりが目立って、表が読みにくくなる。 */
const rowsWorthAHeader = 12

/** 表を、帯も繰り返せる区切りに分ける。できるだけ深い帯で、行が少なければ浅い帯で。 */
export const tableParts = (table: Table): readonly TablePart[] => {
  const level = bandLevels(table).findLast((each) => rowsPerBand(table, each) >= rowsWorthAHeader) ?? 0
  return level === 0 ? [partOf(table, [], table.groups)] : dividedAt(table, level)
}

const bandLevels = ({ groups }: Table): readonly number[] =>
  [...new Set(groups.flatMap((group) => (group.kind === 'band' ? [group.level] : [])))].toSorted((a, b) => a - b)

const rowsPerBand = ({ groups }: Table, level: number): number => {
  const bands = groups.filter((group) => group.kind === 'band' && group.level <= level).length
  const rows = groups.filter(({ kind }) => kind !== 'band').reduce((sum, group) => sum + group.rows.length, 0)
  return bands === 0 ? 0 : rows / bands
}

const dividedAt = (table: Table, level: number): readonly TablePart[] => {
  const parts: TablePart[] = []
  let open: readonly Band[] = []
  let groups: RowGroup[] = []
  const close = () => {
    if (groups.length > 0) parts.push(partOf(table, open, groups))
    groups = []
  }
  for (const group of table.groups) {
    if (group.kind !== 'band' || group.level > level) {
      groups.push(group)
      continue
    }
    const empty = open.at(-1)
    // 行の一つもなかった帯も、帯だけは見せる。
    if (groups.length === 0 && empty && empty.level >= group.level) {
      open = open.slice(0, -1)
      groups.push(empty)
    }
    close()
    open = [...open.filter((band) => band.level < group.level), group]
  }
  if (groups.length > 0) close()
  else if (open.length > 0) parts.push(partOf(table, [], open))
  return parts
}

type Band = Extract<RowGroup, { readonly kind: 'band' }>

const partOf = ({ columns, header }: Table, bands: readonly RowGroup[], groups: readonly RowGroup[]): TablePart => ({
  columns,
  header,
  bands,
  groups: joined(groups),
})

/** 升目の広がりがまとまりを越えるときは、越える先まで一つのまとまりにする（HTML では tbody を越えて広がれない）。 */
const joined = (groups: readonly RowGroup[]): readonly RowGroup[] => {
  const result: RowGroup[] = []
  let reach = 0
  for (const group of groups) {
    const last = result.at(-1)
    if (reach > 0 && last) result[result.length - 1] = { ...last, rows: [...last.rows, ...group.rows] }
    else result.push(group)
    for (const row of group.rows) reach = Math.max(reach, ...row.cells.map((cell) => cell.rows ?? 1)) - 1
  }
  return result
}
