import type { PlacedCell } from '../../grid.ts'
import type { CellNumber, Column } from '../../report.ts'
import { formatFor } from './number-format.ts'

/** 値のないことの印（layouts.md §4）。 */
const noValue = '―'

/**
 * 値を待つ升目（値のない年度の「―」）の表示形式。同じ行のほかの年度の数と同じにして、職員が新しい年度の値を打つと、
 * 隣と同じに「50件」と出るようにする。行の数の単位が一つに決まらなければ、何も決めない（違う単位を付けてはならない）。
 *
 * 答えは、表の列から表示形式へ。
 *
 * `awaitedFormats([47件, ―], [y-2023, y-2024])` → ― の列に `General"件";"△"General"件"`
 */
export const awaitedFormats = (
  cells: readonly Pick<PlacedCell, 'cell' | 'column' | 'columns'>[],
  columns: readonly Column[],
): ReadonlyMap<number, string> => {
  const yearly = cells.filter(({ column, columns: wide }) => wide === 1 && yearColumn.test(columns[column]?.key ?? ''))
  const awaiting = yearly.filter(({ cell }) => cell.text === noValue && !cell.marks?.length)
  const numbers = yearly.flatMap(({ cell: { number } }) => (number ? [number] : []))
  const last = numbers.at(-1)
  if (awaiting.length === 0 || last === undefined || !numbers.every(sameUnit(last))) return none
  const format = formatFor(
    last.before,
    '△',
    last.after,
    last.places,
    numbers.some(({ commas }) => commas),
  )
  return format === undefined ? none : new Map(awaiting.map(({ column }) => [column, format]))
}

const none: ReadonlyMap<number, string> = new Map()

/** 年度の列。名の終わりが西暦の年（`y-2023`）。 */
const yearColumn = /(?<!\d)(?:19|20)\d\d$/

export const hasYears = (columns: readonly Column[]): boolean => columns.some(({ key }) => yearColumn.test(key))

const sameUnit =
  (one: CellNumber) =>
  (other: CellNumber): boolean =>
    one.before === other.before && one.after === other.after
