import { type DataColumn, type Dataset, type DataValue, isNumeric } from './dataset.ts'
import { formatVersion } from './dictionary.ts'

/**
 * 表を一つの JSON の文書に（UTF-8、BOM なし）。表ごとに、列の定義と行。行の鍵は列の物理名で、数は数、値なしは null。
 * 数は書かれた桁のまま置く（100.0 を 100 にしない。二進の浮動小数を通さない）。一行に一件。
 */
export const jsonOf = (data: readonly Dataset[], accompanying: readonly Dataset[]): Uint8Array => {
  const head = `"format": "shirube-data/${formatVersion}"`
  const parts = [
    head,
    `"datasets": ${list(data.map(tableJson))}`,
    `"accompanying": ${list(accompanying.map(tableJson))}`,
  ]
  return new TextEncoder().encode(`{\n${parts.join(',\n')}\n}\n`)
}

const tableJson = ({ name, title, description, columns, rows }: Dataset): string =>
  `{${[
    ...Object.entries({ name, title, description }).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`),
    `"columns": ${list(columns.map((each) => JSON.stringify(each)))}`,
    `"rows": ${list(rows.map((row) => rowJson(columns, row)))}`,
  ].join(', ')}}`

const list = (items: readonly string[]): string => (items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n]`)

const rowJson = (columns: readonly DataColumn[], row: readonly DataValue[]): string =>
  `{${columns.map((each, at) => `${JSON.stringify(each.name)}:${valueJson(each, row[at] ?? null)}`).join(',')}}`

const valueJson = (each: DataColumn, value: DataValue): string =>
  value !== null && isNumeric(each) ? value : JSON.stringify(value)
