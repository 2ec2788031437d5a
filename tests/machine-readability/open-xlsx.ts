import ExcelJS from 'exceljs'
import PizZip from 'pizzip'
import {
  blankCell,
  type Extras,
  type GivenFile,
  noExtras,
  type OpenedCell,
  type OpenedTable,
  recordsOf,
} from './opened.ts'

/** xlsx を、書き手とは別の読み手（exceljs）と、生の XML で開く。 */
export const openXlsx = async ({ fileName, bytes }: GivenFile): Promise<readonly OpenedTable[] | undefined> => {
  try {
    const zip = new PizZip(bytes)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Uint8Array.from(bytes).buffer)
    const sheets = book.worksheets.map((sheet) => openedSheet(sheet, fileName))
    return named(sheets).map((sheet) => ({ ...sheet, extras: { ...sheet.extras, ...objectsIn(zip, sheet.extras) } }))
  } catch {
    return undefined
  }
}

const openedSheet = (sheet: ExcelJS.Worksheet, file: string): OpenedTable => ({
  name: sheet.name,
  file,
  rows: Array.from({ length: sheet.rowCount }, (_, row) => rowOf(sheet.getRow(row + 1), sheet.columnCount)),
  extras: { ...noExtras, merged: mergesIn(sheet), hidden: hiddenIn(sheet), conditional: hasConditional(sheet) },
})

/** シートの題から、表の一覧で表の名を引く。 */
const named = (sheets: readonly OpenedTable[]): readonly OpenedTable[] => {
  const list = sheets.find(({ name }) => name === '表の一覧')
  const names = new Map(
    recordsOf(list, { dataset: '表の名', dataset_title: '表の題' }).map((row) => [
      row.dataset_title,
      row.dataset ?? '',
    ]),
  )
  return sheets.map((sheet) => ({ ...sheet, name: names.get(sheet.name) ?? sheet.name }))
}

const rowOf = (row: ExcelJS.Row, width: number): readonly OpenedCell[] => {
  const cells = Array.from({ length: width }, (_, at) => cellOf(row.getCell(at + 1)))
  const last = cells.findLastIndex(({ text, formula }) => text !== '' || formula)
  // 見出しより左の空の升目は升目のうち。右の空は数えない。
  return cells.slice(0, last + 1)
}

const cellOf = (cell: ExcelJS.Cell): OpenedCell => {
  const { value } = cell
  if (value === null || value === undefined) return blankCell
  return {
    text: typeof value === 'object' ? cell.text : String(value),
    number: typeof value === 'number',
    formula: cell.type === ExcelJS.ValueType.Formula,
    look: JSON.stringify([
      cell.font?.bold,
      cell.font?.italic,
      cell.font?.color,
      cell.font?.strike,
      cell.fill,
      cell.numFmt,
    ]),
  }
}

const mergesIn = (sheet: ExcelJS.Worksheet): readonly string[] => {
  const merged: string[] = []
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.isMerged && cell.master.address === cell.address) merged.push(`${sheet.name}!${cell.address}`)
    }),
  )
  return merged
}

const hiddenIn = (sheet: ExcelJS.Worksheet): readonly string[] => {
  const hidden: string[] = sheet.state === 'visible' ? [] : [sheet.name]
  for (let at = 1; at <= sheet.columnCount; at += 1) {
    const column = sheet.getColumn(at)
    if (column.hidden || (column.outlineLevel ?? 0) > 0) hidden.push(`${sheet.name} ${column.letter}列`)
  }
  sheet.eachRow({ includeEmpty: true }, (row, at) => {
    if (row.hidden || (row.outlineLevel ?? 0) > 0) hidden.push(`${sheet.name} ${at}行目`)
  })
  return hidden
}

/** 公開された型にない `conditionalFormattings` を、形を確かめて見る。 */
const hasConditional = (sheet: ExcelJS.Worksheet): boolean => {
  const found: unknown = Object(sheet).conditionalFormattings
  return Array.isArray(found) && found.length > 0
}

const objectPart = /^xl\/(?:drawings|media|charts|embeddings|comments|ctrlProps|threadedComments|diagrams)/

/** 升目の外の図・写真・図形・注釈。どのシートの図かは問わない。 */
const objectsIn = (zip: PizZip, extras: Extras): Pick<Extras, 'objects'> => ({
  objects: [...extras.objects, ...Object.keys(zip.files).filter((name) => objectPart.test(name))],
})
