import type { Edition } from '#domain/plan/edition.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Alongside } from '../alongside.ts'
import type { Dataset } from './dataset.ts'
import { datasets } from './datasets.ts'
import { accompanying, type DataFormat } from './dictionary.ts'
import { csvOf } from './write-csv.ts'
import { jsonOf } from './write-json.ts'
import { xlsxOf } from './write-xlsx.ts'

export type { DataFormat } from './dictionary.ts'

/** 書いたファイル一つ。 */
export type DataFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array }

const mediaTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<DataFormat, string>

/** その版で、一行でもある表の名。画面はこれだけを差し出す。 */
export const dataNamesWithRows = (edition: Edition, alongside: Alongside = {}): readonly string[] =>
  datasets.filter((maker) => maker.make(edition, alongside).rows.length > 0).map(({ name }) => name)

/**
 * 版のデータを、名の表だけ、その形のファイルに。CSV は表ごとに一つ（定義・符号表も一つずつ）、JSON と xlsx は全部で一つ。
 * 同じ版なら同じバイト列になる。知らない名は、ある名を挙げて断る。
 * `await dataFiles(edition, ['figures'], 'csv')` → 152081_figures.csv, 152081_about.csv, 152081_columns.csv, …
 */
export const dataFiles = async (
  edition: Edition,
  names: readonly string[],
  format: DataFormat,
  alongside: Alongside = {},
): Promise<Result<readonly DataFile[]>> => {
  const unknown = names.find((name) => !datasets.some((maker) => maker.name === name))
  if (unknown !== undefined)
    return refused('data-unknown-name', { name: unknown, known: datasets.map(({ name }) => name).join(', ') })
  const made = datasets.filter(({ name }) => names.includes(name)).map((maker) => maker.make(edition, alongside))
  return writeData(made, format, edition)
}

/** 表をファイルに。定義・符号表・書式の履歴・ファイルの決まりを必ず添える。 */
export const writeData = async (
  data: readonly Dataset[],
  format: DataFormat,
  edition: Edition,
): Promise<Result<readonly DataFile[]>> => {
  const beside = accompanying(data, edition, format)
  const { code, name: city } = edition.municipality
  const file = (name: string, bytes: Uint8Array): DataFile => ({
    fileName: `${code}_${name}.${format}`,
    mediaType: mediaTypes[format],
    bytes,
  })
  if (format === 'csv') return done([...data, ...beside].map((table) => file(table.name, csvOf(table))))
  const [only, ...others] = data
  const name = only && others.length === 0 ? only.name : 'data'
  if (format === 'json') return done([file(name, jsonOf(data, beside))])
  const updatedAt = edition.sources[0]?.adoptedAt ?? unknownDay
  const book = await xlsxOf([...data, ...beside], { title: edition.title, creator: city, updatedAt })
  return book.ok ? done([file(name, book.value)]) : book
}

/** 取り込みの記録のない版（試験や見本）で、文書の情報に置く日。 */
const unknownDay = '2000-01-01T00:00:00.000Z'
