import type { Workbook } from 'hucre/xlsx'
import {
  type ReadSheet,
  type ReadSheetCell,
  type ReadSheetRow,
  sheetHeading,
  sheetKeyHeading,
} from '#domain/collection/response-sheet.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import { type SafeSheet, type SafeWorkbook, safeWorkbook } from '../formats/safe-workbook.ts'
import { signatureOf } from '../formats/signature.ts'
import { openDocument } from '../open-document.ts'
import { readTag } from './read-tag.ts'
import { type CellAt, cellsOf } from './sheet-cells.ts'

/**
 * 届いた回答用紙を読む。シートの名や行の場所でなく、整理番号の見出しと、行ごとの整理番号で見分ける。
 * 用紙でないもの（別の表、CSV、PDF、開けないファイル）は、それが何で、どうすればよいかを言って断る。
 */
export const readResponseSheet = async (file: string, bytes: Uint8Array): Promise<Result<ReadSheet>> => {
  if (signatureOf(bytes) !== 'zip') return notExcel(file, bytes)
  const safe = safeWorkbook(file, bytes)
  if (!safe.ok) return safe
  const workbook = await parsed(safe.value)
  if (workbook === null) return refused('workbook-damaged', { file })
  const sheets = safe.value.sheets.map((sheet, at) => ({ sheet, at: cellsOf(sheet, workbook.sheets[at]) }))
  const tag = sheets.map(({ sheet, at }) => readTag(at, sheet)).find((found) => found !== null) ?? null
  for (const { sheet, at } of sheets) {
    const head = headOf(sheet, at)
    if (head !== undefined) return done({ tag, sheet: sheet.name, ...rowsBelow(sheet, at, head) })
  }
  return refused('sheet-not-ours', { file })
}

/** 表計算でないもの。開けないものは開けないわけを、文章や CSV なら、用紙でないことを言う。 */
const notExcel = async (file: string, bytes: Uint8Array): Promise<Result<never>> => {
  const opened = await openDocument(file, bytes)
  return opened.ok ? refused('sheet-not-excel', { file }) : opened
}

/** 読み手の道具が投げるのは、XML の形の崩れだけ。 */
const parsed = async ({ packed }: SafeWorkbook): Promise<Workbook | null> => {
  const { readXlsx } = await import('hucre/xlsx')
  try {
    return await readXlsx(packed, { readStyles: true })
  } catch {
    return null
  }
}

type Head = { readonly row: number; readonly key: number }

/** 見出しの行を探す深さ。上に行を足されても見つかり、一枚を端まで探さない。 */
const deepest = 60

const headOf = (sheet: SafeSheet, at: CellAt): Head | undefined => {
  for (let row = 0; row < Math.min(sheet.rows, deepest); row += 1)
    for (let column = sheet.columns - 1; column >= 0; column -= 1)
      if (sheetHeading(at(row, column).text) === keyHeading) return { row, key: column }
  return undefined
}

const keyHeading = sheetHeading(sheetKeyHeading)

const rowsBelow = (sheet: SafeSheet, at: CellAt, head: Head): Pick<ReadSheet, 'headings' | 'rows'> => {
  const columns = Array.from({ length: sheet.columns }, (_, column) => ({
    column,
    heading: sheetHeading(at(head.row, column).text),
  })).filter(({ heading, column }) => heading !== '' && column !== head.key)
  const rows: ReadSheetRow[] = []
  for (let row = head.row + 1; row < sheet.rows; row += 1) {
    const cells = new Map<string, ReadSheetCell>()
    for (const { column, heading } of columns) if (!cells.has(heading)) cells.set(heading, at(row, column))
    const key = at(row, head.key).text
    if (key === '' && ![...cells.values()].some(({ text }) => text !== '')) continue
    rows.push({ key, line: row + 1, cells })
  }
  return { headings: columns.map(({ heading }) => heading), rows }
}
