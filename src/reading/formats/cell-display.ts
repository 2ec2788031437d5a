import type { CellValue, Cell as RawCell } from 'hucre/xlsx'
import { displayDate } from './date-display.ts'
import { displayNumber, exactDecimal } from './number-display.ts'

/** 升目の疑い。誤りの値、知らない表示形式、読めない字、計算結果の保存されていない式。 */
type CellDoubt = 'cell-error' | 'unknown-format' | 'unreadable-characters' | 'formula-without-value'

/** 画面に出ている字と、その元の数（数のときだけ。表示で丸められたものも元のまま）。 */
export type DisplayedCell = {
  readonly text: string
  readonly value: string | null
  readonly doubts: readonly CellDoubt[]
}

/** 升目の値に表示形式を当てる。 */
export const displayedCell = (value: CellValue, cell: RawCell | undefined): DisplayedCell => {
  const format = cell?.style?.numFmt ?? 'General'
  if (cell?.type === 'error') return { text: String(value), value: null, doubts: ['cell-error'] }
  if (value === null) return { text: '', value: null, doubts: cell?.formula ? ['formula-without-value'] : [] }
  if (typeof value === 'number') return numberCell(value, format)
  if (value instanceof Date) return dateCell(value, format)
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', value: null, doubts: [] }
  return textCell(value)
}

const numberCell = (value: number, format: string): DisplayedCell => {
  if (!Number.isFinite(value)) return { text: String(value), value: null, doubts: ['cell-error'] }
  const exact = exactDecimal(value).toFixed()
  const shown = displayNumber(value, format)
  return { text: shown?.trim() ?? exact, value: exact, doubts: shown === null ? ['unknown-format'] : [] }
}

const dateCell = (value: Date, format: string): DisplayedCell => {
  if (Number.isNaN(value.getTime())) return { text: '', value: null, doubts: ['cell-error'] }
  const shown = displayDate(value, format)
  const iso = value.toISOString()
  const plain = iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
  return { text: shown?.trim() ?? plain, value: null, doubts: shown === null ? ['unknown-format'] : [] }
}

/** 対にならないサロゲートと NUL は、保存も表示もできないので U+FFFD にして知らせる。 */
const textCell = (written: string): DisplayedCell => {
  const text = written.toWellFormed().replaceAll('\0', '\uFFFD').trim()
  return { text, value: null, doubts: text.includes('\uFFFD') ? ['unreadable-characters'] : [] }
}
