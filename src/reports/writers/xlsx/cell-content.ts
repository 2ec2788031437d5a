import type { Cell } from '../../report.ts'
import { unbroken } from './measure.ts'
import { formattedNumber } from './number-format.ts'
import type { CellContent, TextRun } from './sheet-row.ts'
import { cellPieces, storedText, turnsWhenRetyped } from './stored-text.ts'
import { fontOf, type Look } from './styles.ts'

/**
 * ブックの表示形式の数の限り。Excel は二百あまりしか受けつけず、超えると開くときに書式が失われる。
 * 限りを超えた珍しい形式の数は、字のまま置く（見える字は変わらない）。
 */
const mostFormats = 180

/** 広さの計算の端数（pt）。 */
const rounding = 0.05

const fits = (text: string, width: number): boolean => unbroken(text) <= width + rounding

/** 一つのブックで使った表示形式の覚え。 */
export type FormatBook = { readonly formats: Set<string> }

/** 注の印。数字で始まる印は、値の続きに見えないように間を空ける（「12」と「1)」が「121)」にならない）。 */
export const marksText = (marks?: readonly string[]): string =>
  marks ? marks.map((mark) => (/^[\d.,]/.test(mark) ? ` ${mark}` : mark)).join('') : ''

/**
 * 帳票の升目をシートの升目にする。数は数のまま、注の印は数なら表示形式の末尾に、字なら上付きで付ける。
 * 広さ `width`（pt）に入らない数は、「####」と出ないように、字のまま折り返す。
 * 字は、式と同じ書き出しでも字のまま入る。`awaited` は、値を待つ升目（「―」）の表示形式。
 */
export const cellContent = (
  cell: Cell,
  look: Look,
  width: number,
  { formats }: FormatBook,
  awaited?: string,
): CellContent => {
  const marks = marksText(cell.marks)
  const number = cell.number && formattedNumber(cell.text, cell.number, marks)
  if (number && fits(cell.text + marks, width) && remembered(number.format, formats)) return number
  if (cell.text + marks === '') return { value: null }
  const [text = ''] = cellPieces(cell.text)
  const plain = storedText(text)
  if (marks !== '' || cell.underlined?.length || plain.startsWith('#'))
    return { value: plain + marks, runs: runsOf({ ...cell, text }, marks, look) }
  if (awaited !== undefined && remembered(awaited, formats)) return { value: plain, format: awaited }
  return { value: plain, ...(turnsWhenRetyped(plain) && { format: '@' }) }
}

/** まだ使える表示形式か。使うなら覚える。 */
const remembered = (format: string, formats: Set<string>): boolean => {
  if (!formats.has(format) && formats.size >= mostFormats) return false
  formats.add(format)
  return true
}

const runsOf = ({ text, underlined = [] }: Cell, marks: string, look: Look): readonly TextRun[] => {
  const font = fontOf(look)
  const cuts = [...new Set([0, text.length, ...underlined.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  const runs = cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    const under = underlined.some((range) => range.from <= from && to <= range.to)
    return { text: storedText(text.slice(from, to)), font: under ? { ...font, underline: true } : font }
  })
  return marks === '' ? runs : [...runs, { text: storedText(marks), font: { ...font, vertAlign: 'superscript' } }]
}
