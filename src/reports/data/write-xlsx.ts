import { writeXlsx } from 'hucre/xlsx'
import { done, type Result, refused } from '#domain/problem.ts'
import { type Dataset, type DataValue, isNumeric } from './dataset.ts'

/** 書いた日時は書かない（同じ版なら同じバイト列）。zip と文書の情報にはこの日を置く。 */
export type XlsxAbout = { readonly title: string; readonly creator: string; readonly updatedAt: string }

/**
 * 表を一つのブックに。シート一枚に表一つ、一行目が日本語の列名。結合・書式・式・図は使わない（L1-10～L1-13、L2-06）。
 * 字の升目は文字列として入れるので、= で始まっていても式にならない。
 * Excel の持てない値（17 桁の数、長すぎる字、多すぎる行）があれば、削らずに断る。
 */
export const xlsxOf = async (tables: readonly Dataset[], about: XlsxAbout): Promise<Result<Uint8Array>> => {
  for (const table of tables) {
    const refusal = beyondExcel(table)
    if (refusal) return refusal
  }
  const updated = new Date(about.updatedAt)
  const bytes = await writeXlsx({
    sheets: tables.map(sheetOf),
    properties: { title: about.title, creator: about.creator, created: updated, modified: updated },
  })
  return done(bytes)
}

const sheetOf = (table: Dataset) => {
  const numeric = table.columns.map(isNumeric)
  const shown = table.rows.slice(0, rowsMeasured)
  return {
    name: table.title,
    columns: table.columns.map(({ title }, at) => ({
      header: title,
      width: widthOf([title, ...shown.map((row) => row[at])]),
    })),
    rows: [
      table.columns.map(({ title }) => title),
      ...table.rows.map((row) =>
        row.map((value, at) => (value !== null && numeric[at] === true ? Number(value) : value)),
      ),
    ],
    freezePane: { rows: 1 },
  }
}

/** 見出しと中身の隠れない幅。全角は半角二つぶん。長い文章は途中で隠す。 */
const widthOf = (values: readonly (string | null | undefined)[]): number =>
  Math.min(60, 2 + Math.max(...values.map((value) => halfWidths(value ?? ''))))

const halfWidths = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u0100' ? 1 : 2), 0)

/** 幅を決めるのに見る行。万の行をすべて量ることはない。 */
const rowsMeasured = 200

const mostRows = 1_048_576
const longestText = 32_767
/** 倍精度の浮動小数で、十進の桁が失われない長さ。 */
const mostDigits = 15

const beyondExcel = ({ title, columns, rows }: Dataset): ReturnType<typeof refused> | undefined => {
  if (rows.length + 1 > mostRows)
    return refused('data-too-many-rows', { table: title, rows: rows.length, most: mostRows - 1 })
  for (const [rowAt, row] of rows.entries()) {
    for (const [at, each] of columns.entries()) {
      const problem = tooLong(row[at] ?? null, isNumeric(each))
      if (problem) return refused(problem, { table: title, column: each.title, row: rowAt + 2 })
    }
  }
  return undefined
}

const tooLong = (value: DataValue, numeric: boolean): string | undefined => {
  if (value === null || value.length <= mostDigits) return undefined
  if (numeric) return digitsIn(value) > mostDigits ? 'data-number-too-long' : undefined
  return value.length > longestText ? 'data-text-too-long' : undefined
}

const digitsIn = (value: string): number => value.replace(/^-?[0.]*|\./g, '').length
