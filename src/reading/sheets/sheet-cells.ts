import type { Sheet } from 'hucre/xlsx'
import type { ReadSheetCell } from '#domain/collection/response-sheet.ts'
import { times } from '#domain/quantity/decimal.ts'
import { cellAddress } from '../formats/cell-address.ts'
import { displayedCell } from '../formats/cell-display.ts'
import { exactDecimal } from '../formats/number-display.ts'
import type { SafeSheet } from '../formats/safe-workbook.ts'

/** 升目の読み手。`(row, column)` は 0 から。結合に隠れた升目は merged とする。 */
export type CellAt = (row: number, column: number) => ReadSheetCell

export const cellsOf = (safe: SafeSheet, raw: Sheet | undefined): CellAt => {
  const covered = coveredBy(safe)
  return (row, column) => {
    const key = `${row},${column}`
    const cell = cellAddress(row, column)
    const detail = raw?.cells?.get(key)
    const value = raw?.rows[row]?.[column] ?? null
    const formula = detail?.formula !== undefined
    const base = { cell, formula, date: value instanceof Date, doubt: null }
    if (covered.has(key)) return { ...base, text: '', doubt: 'merged' }
    const shown = displayedCell(value, detail)
    if (shown.doubts.includes('cell-error')) return { ...base, text: shown.text, doubt: 'error' }
    if (shown.doubts.includes('formula-without-value')) return { ...base, text: '', doubt: 'no-result' }
    if (shown.doubts.includes('unreadable-characters')) return { ...base, text: shown.text, doubt: 'garbled' }
    const format = detail?.style?.numFmt ?? ''
    if (typeof value === 'number') return { ...base, text: numberText(value, format) }
    if (value instanceof Date) return { ...base, text: dateText(value, format) }
    return { ...base, text: shown.text.replace(/\r\n?/g, '\n').trim() }
  }
}

/** 数は、表示で丸められる前の十進。百分率の書式の升目に打たれた 80% は、0.8 でなく 80%。 */
const numberText = (value: number, format: string): string => {
  const exact = exactDecimal(value).toFixed()
  return /%/.test(format.replace(/"[^"]*"|\\./g, '')) ? `${times(exact, '100')}%` : exact
}

/** 日付は `2026-12-20`。月までの書式（`yyyy年m月`、`mmm-yy`）なら `2026-12`。 */
const dateText = (value: Date, format: string): string => {
  const iso = value.toISOString()
  const plain = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  const toMonth = plain !== '' && plain !== 'General' && !/d/i.test(plain)
  return toMonth ? iso.slice(0, 7) : iso.slice(0, 10)
}

const coveredBy = ({ merges, rows, columns }: SafeSheet): ReadonlySet<string> => {
  const covered = new Set<string>()
  for (const range of merges)
    for (let row = range.row; row < Math.min(range.row + range.rows, rows); row += 1)
      for (let column = range.column; column < Math.min(range.column + range.columns, columns); column += 1)
        if (row !== range.row || column !== range.column) covered.add(`${row},${column}`)
  return covered
}
