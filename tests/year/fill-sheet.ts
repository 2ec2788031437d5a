import ExcelJS from 'exceljs'
import { sheetHeading, sheetKeyHeading, sheetTitles } from '#domain/collection/response-sheet.ts'

/** 用紙を職員のように開いて直す道具。見出しと行（上から 1、2…）で升目を指す。 */
export type Filling = {
  readonly book: ExcelJS.Workbook
  readonly sheet: ExcelJS.Worksheet
  /** 見出しの行の番号。 */
  readonly head: number
  readonly cell: (row: number, heading: string) => ExcelJS.Cell
  readonly column: (heading: string) => number
}

/** 用紙を exceljs で開き、直し、保存したもの。 */
export const filled = async (bytes: Uint8Array, work: (filling: Filling) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const sheet = book.getWorksheet(sheetTitles.answers)
  if (!sheet) throw new Error('the sheet of answers was expected')
  const head = headOf(sheet)
  const column = (heading: string): number => {
    for (let at = 1; at <= sheet.columnCount; at += 1)
      if (sheetHeading(String(sheet.getCell(head, at).value ?? '')) === sheetHeading(heading)) return at
    throw new Error(`no column "${heading}"`)
  }
  work({ book, sheet, head, column, cell: (row, heading) => sheet.getCell(head + row, column(heading)) })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const headOf = (sheet: ExcelJS.Worksheet): number => {
  for (let row = 1; row < 20; row += 1)
    for (let at = 1; at <= sheet.columnCount; at += 1)
      if (String(sheet.getCell(row, at).value ?? '') === sheetKeyHeading) return row
  throw new Error('the row of headings was expected')
}
