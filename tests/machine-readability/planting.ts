import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { Format, GivenFile } from './opened.ts'

/** 合っているファイルに、わざと違反を植える。どの形式の表も、見出しからの升目の並びにして直し、書き戻す。 */

export type Value = string | number | null
export type Matrix = Value[][]

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** 名の表を直したファイルの組。ほかの表はそのまま。 */
export const plantedIn = async (
  files: readonly GivenFile[],
  format: Format,
  table: { readonly name: string; readonly title: string },
  edit: (rows: Matrix) => Matrix,
): Promise<readonly GivenFile[]> => {
  if (format === 'csv')
    return files.map((file) =>
      file.fileName.endsWith(`_${table.name}.csv`) ? { ...file, bytes: editedCsv(file.bytes, edit) } : file,
    )
  if (format === 'json') return files.map((file) => ({ ...file, bytes: editedJson(file.bytes, table.name, edit) }))
  return Promise.all(files.map((file) => editedBook(file, (book) => rewrite(book, table.title, edit))))
}

const editedCsv = (bytes: Uint8Array, edit: (rows: Matrix) => Matrix): Uint8Array => {
  const rows: string[][] = parse(new TextDecoder().decode(bytes), { bom: true })
  const quoted = (value: Value) =>
    /[",\r\n]/.test(String(value ?? '')) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? '')
  return encode(
    `\ufeff${edit(rows)
      .map((row) => `${row.map(quoted).join(',')}\r\n`)
      .join('')}`,
  )
}

const editedJson = (bytes: Uint8Array, name: string, edit: (rows: Matrix) => Matrix): Uint8Array => {
  const document = JSON.parse(new TextDecoder().decode(bytes))
  const table = [...document.datasets, ...document.accompanying].find((each: { name: string }) => each.name === name)
  const header: string[] = table.columns.map((column: { name: string }) => column.name)
  const body: Matrix = table.rows.map((row: Record<string, Value>) => header.map((key) => row[key] ?? null))
  const [heads = [], ...rows] = edit([header, ...body])
  table.columns = heads.map((head, at) => ({ ...table.columns[at], name: String(head ?? '') }))
  // 見出しの外の升目は、ほかの行にない鍵になる。
  table.rows = rows.map((row) => Object.fromEntries(row.map((value, at) => [String(heads[at] ?? `外${at}`), value])))
  return encode(JSON.stringify(document))
}

/** Excel の図・書式・結合などは、ブックのまま直す。 */
export const editedBook = async (file: GivenFile, edit: (book: ExcelJS.Workbook) => void): Promise<GivenFile> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Uint8Array.from(file.bytes).buffer)
  edit(book)
  return { ...file, bytes: new Uint8Array(await book.xlsx.writeBuffer()) }
}

const rewrite = (book: ExcelJS.Workbook, title: string, edit: (rows: Matrix) => Matrix): void => {
  const sheet = book.getWorksheet(title)
  if (!sheet) throw new Error(`no sheet ${title}`)
  const width = sheet.columnCount
  const rows: Matrix = Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: width }, (_, at) => writtenIn(sheet.getRow(row + 1).getCell(at + 1).value)),
  )
  book.removeWorksheet(sheet.id)
  book.addWorksheet(title).addRows(edit(rows))
}

const writtenIn = (value: ExcelJS.CellValue): Value =>
  typeof value === 'string' || typeof value === 'number' ? value : value === null ? null : String(value)

/** CSV の字をじかに直す（引用符や改行の違反）。 */
export const editedText = (
  files: readonly GivenFile[],
  name: string,
  edit: (text: string) => string,
): readonly GivenFile[] =>
  files.map((file) =>
    file.fileName.endsWith(`_${name}.csv`)
      ? { ...file, bytes: encode(edit(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes))) }
      : file,
  )
