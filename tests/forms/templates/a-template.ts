import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import { problemInWords } from '#domain/problem.ts'
import { type SampleName, sampleEdition } from '#operations/a-sample-edition.ts'
import { checkTemplate, fillTemplate } from '#operations/own-form.ts'
import { ordinaryChoices, type ReportChoices } from '#reports/choices.ts'

// 試験の様式。書いたものとは別の道具（exceljs・docx）で作り、差し込んだものも別の道具で読む。

/** `aWorkbook({ A1: '{{計画名}}', A2: '{{#指標}}{{指標名}}{{/指標}}' })`。`shape` で結合や数式を足す。 */
export const aWorkbook = async (
  cells: Readonly<Record<string, string>>,
  shape: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined,
  name = '様式',
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name)
  for (const [cell, text] of Object.entries(cells)) sheet.getCell(cell).value = text
  shape(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** 段落と表からなる Word の様式。配列の配列は表。 */
export const aDocument = async (blocks: readonly (string | readonly (readonly string[])[])[]): Promise<Uint8Array> => {
  const children = blocks.map((block) =>
    typeof block === 'string'
      ? new Paragraph({ children: [new TextRun(block)] })
      : new Table({
          rows: block.map(
            (row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
          ),
        }),
  )
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    children: [new TextRun({ text: '様式', bold: true })],
  })
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [heading, ...children] }] })))
}

/** 差し込む。断られたら、その文で落ちる。 */
export const filled = async (
  bytes: Uint8Array,
  city: SampleName,
  choices: Partial<ReportChoices> = {},
  file = '様式.xlsx',
): Promise<Uint8Array> => {
  const result = await fillTemplate(file, bytes, sampleEdition(city), { ...ordinaryChoices, ...choices })
  if (!result.ok) throw new Error(problemInWords(result.problem))
  return result.value
}

/** 断りの文。断られなければ空。 */
export const refusal = (bytes: Uint8Array, file = '様式.xlsx'): string => {
  const result = checkTemplate(file, bytes)
  return result.ok ? '' : problemInWords(result.problem)
}

/** 開いた本（exceljs）。 */
export const opened = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  return book
}

/** 升目の値。結合の中の升目は空とする。 */
export const rowsIn = (sheet: ExcelJS.Worksheet): readonly (readonly ExcelJS.CellValue[])[] =>
  Array.from({ length: sheet.rowCount }, (_, index) => {
    const row = sheet.getRow(index + 1)
    return Array.from({ length: sheet.columnCount }, (__, column) => {
      const cell = row.getCell(column + 1)
      return cell.isMerged && cell.master !== cell ? null : plain(cell.value)
    })
  })

/** 書体の分かれた字も、一つの字に。 */
const plain = (value: ExcelJS.CellValue): ExcelJS.CellValue =>
  value !== null && typeof value === 'object' && 'richText' in value
    ? value.richText.map(({ text }) => text).join('')
    : value

/** 部品の XML。 */
export const partOf = (bytes: Uint8Array, name: string): string => new PizZip(bytes).file(name)?.asText() ?? ''

export const partNames = (bytes: Uint8Array): readonly string[] => Object.keys(new PizZip(bytes).files)

/** 部品を書きかえた（加えた）ファイル。 */
export const withParts = (bytes: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array => {
  const zip = new PizZip(bytes)
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
