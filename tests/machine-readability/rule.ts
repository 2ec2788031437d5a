import {
  columnsIn,
  dataRows,
  type Format,
  type Opened,
  type OpenedCell,
  type OpenedColumn,
  type OpenedTable,
} from './opened.ts'

/** 規則一つ。`check` は、守られていないところを文で返す。`previous` は前の年に出した同じデータ。 */
export type Rule = {
  readonly id: string
  readonly name: string
  readonly formats: readonly Format[]
  readonly check: (opened: Opened, previous: Opened | undefined) => readonly string[]
}

export const every: readonly Format[] = ['csv', 'json', 'xlsx']

/** 表ごとに見る規則。 */
export const inTables =
  (look: (table: OpenedTable, columns: readonly OpenedColumn[], opened: Opened) => readonly string[]): Rule['check'] =>
  (opened) =>
    opened.tables.flatMap((table) =>
      look(table, columnsIn(opened, table), opened).map((message) => `${table.file} ${table.name}: ${message}`),
    )

/** データの升目ごとに見る規則。`where` が true の列だけ。 */
export const inCells = (
  where: (column: OpenedColumn) => boolean,
  wrong: (cell: OpenedCell, column: OpenedColumn, opened: Opened) => boolean,
): Rule['check'] =>
  inTables((table, columns, opened) =>
    columns.filter(where).flatMap((column) =>
      dataRows(table).flatMap((row, at) => {
        const cell = row[column.at]
        return cell && wrong(cell, column, opened) ? [`${column.heading} ${at + 2}行目「${cell.text}」`] : []
      }),
    ),
  )

export const kindIs =
  (...kinds: readonly string[]) =>
  ({ definition }: OpenedColumn): boolean =>
    definition !== undefined && kinds.includes(definition.kind)

export const isNumber = kindIs('integer', 'decimal')

export const isBlankRow = (row: readonly OpenedCell[]): boolean => row.every(({ text }) => text === '')
