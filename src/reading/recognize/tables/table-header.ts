import type { ColumnChoice, TableKey } from '#domain/review/correction.ts'
import type { Line } from '../../document.ts'
import { chosenColumns } from './chosen-columns.ts'
import { type Column, columnsOf } from './header-columns.ts'
import { headerLines } from './header-lines.ts'
import { sideBySide } from './side-by-side.ts'
import { tableKey } from './table-key.ts'
import type { TableSearch } from './table-search.ts'

/** 表の見出し。`lines` は見出しに使った行、`from` と `to` は表の列の範囲（横に並ぶ表を分ける。0 から、両端を含む）。 */
export type TableHeader = {
  readonly key: TableKey
  readonly lines: readonly Line[]
  readonly columns: readonly Column[]
  readonly from: number
  readonly to: number
}

/**
 * `lines[at]` から始まる表の見出しを読む。見出しでなければ空。横に並んだ表は一つずつに分ける。
 * 列の位置でなく語で決める。二段より多い見出しは列ごとに上から合わせ、束ねの語（「実績値」）は右の年度の列まで及ぶ。
 * 人が見出しと示した行（`search.headers`）と、列を選ばれた表の行は、語によらず見出しとする。
 *
 * @example headersAt(lines, 47, search) // → [{ key: 'L48', columns: [{ column: 0, header: { roles: ['name'] } }, …] }]
 */
export const headersAt = (lines: readonly Line[], at: number, search: TableSearch): readonly TableHeader[] => {
  const used = headerLines(lines, at, search)
  const [first] = used
  if (!first) return []
  const parts = sideBySide(columnsOf(used, search.era))
  return parts.map(({ columns, from, to }, index) => {
    const key = tableKey(first, index === 0 ? null : from)
    return {
      key,
      lines: used,
      columns: chosenColumns(columns, choicesFor(key, columns, from, to, search), used),
      from,
      to,
    }
  })
}

/** その表の列の選び。選ばれていない列は、見出しの同じ表で選ばれた役に従う。 */
const choicesFor = (
  key: TableKey,
  columns: readonly Column[],
  from: number,
  to: number,
  { columns: chosen, alike }: TableSearch,
): readonly ColumnChoice[] => {
  const own = within(chosen.get(key) ?? [], from, to)
  const taken = new Set(own.map(({ column }) => column))
  const others = (alike.get(headingsOf({ columns, from })) ?? []).map((choice) => ({
    ...choice,
    table: key,
    column: choice.column + from,
  }))
  return [...own, ...within(others, from, to).filter(({ column }) => !taken.has(column))]
}

/** 見出しの字と並び。横に並ぶ表どうしも比べられるよう、初めの列から数える。 */
export const headingsOf = ({ columns, from }: Pick<TableHeader, 'columns' | 'from'>): string =>
  columns.map(({ column, title }) => `${column - from}\t${title}`).join('\n')

const within = (choices: readonly ColumnChoice[], from: number, to: number): readonly ColumnChoice[] =>
  choices.filter(({ column }) => column >= from && column <= to)
