import { isAbsent } from '#domain/indicator/figures.ts'
import { halfWidth } from '#domain/language/half-width.ts'
import { isNegative, isZero } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type PrintStyle, printFigure, printNumber } from '#domain/quantity/print-figure.ts'
import type { Cell, CellNumber, Row } from '../report.ts'

/** 値のない升目に書く印。わけは備考か注に書く。 */
export const noValue = '―'

/** 字の升目。 */
export const textCell = (text: string, rest: Omit<Cell, 'text'> = {}): Cell => ({ text, ...rest })

/** 表の見出しの行。列の中身が右や左に寄っていても、見出しは真ん中に置く。 */
export const headingRow = (cells: readonly Cell[]): Row => ({
  cells: cells.map((cell) => ({ align: 'center', ...cell })),
})

/**
 * 値の升目。書き方は `printFigure`（官公庁の表の書き方）で、数一つなら Excel でも数のままにする。
 * 値がなければ「―」。
 *
 * `figureCell({ value: '1625', unit: '千人', qualifier: 'about', … })`
 * → `{ text: '約1,625千人', number: { value: '1625', before: '約', after: '千人', commas: true, … } }`
 */
export const figureCell = (
  figure: Figure | undefined,
  rest: Omit<Cell, 'text' | 'number'> = {},
  style?: PrintStyle,
): Cell => {
  if (!figure) return { text: noValue, ...rest }
  const text = printFigure(figure, style)
  if (text === '' || isBareDash(figure)) return { text: noValue, ...rest }
  const number = isSingleNumber(figure) ? numberIn(text, figure.value) : undefined
  return { text, ...(number && { number }), ...rest }
}

/** 線だけの升目。単位が欄の外から来たもの（「―人」）は、紙では「―」。「－社」と書いてあればそのまま。 */
const isBareDash = ({ status, unit, raw }: Figure): boolean =>
  status === 'dash' && (unit === null || !raw.includes(unit))

/**
 * 書かれたとおりの値の升目。値の前後のことばまでが意味を持つ様式（個票）で使う。
 * 書かれた字が値を言っていないとき（値だけが改められた、速報の断りが別の欄にある）は、`figureCell` と同じ書き方にする。
 *
 * `writtenCell({ raw: '10件(累計)', value: '10', … })` → `{ text: '10件(累計)', number: { value: '10', after: '件(累計)', … } }`
 */
export const writtenCell = (figure: Figure | undefined, rest: Omit<Cell, 'text' | 'number'> = {}): Cell => {
  if (!figure || !saysItself(figure)) return figureCell(figure, rest)
  const text = figure.raw.trim()
  const number = isSingleNumber(figure) ? numberIn(text, figure.value) : undefined
  return { text, ...(number && { number }), ...rest }
}

const saysItself = (figure: Figure): boolean => {
  if (figure.raw.trim() === '') return false
  if (isAbsent(figure)) return figure.status !== 'dash' && figure.status !== 'blank'
  if (figure.status !== 'given') return false
  if (figure.parts) return figure.parts.every(({ value }) => value !== null && saysValue(figure.raw, value))
  return isSingleNumber(figure) && saysValue(figure.raw, figure.value)
}

/** その数が、ほかの数の一部としてでなく書かれているか。負の数は印がいろいろなので、決まった書き方に任せる。 */
const saysValue = (raw: string, value: string): boolean => {
  const written = halfWidth(raw).replaceAll(',', '')
  return !isNegative(value) && new RegExp(`(?<![\\d.])${value.replace('.', '\\.')}(?![\\d.])`).test(written)
}

/** 計算した数の升目（達成率・合計・件数）。`numberCell('104.4', '％')` → 104.4％ */
export const numberCell = (value: string, after = '', rest: Omit<Cell, 'text' | 'number'> = {}): Cell => {
  const text = `${printNumber(value)}${after}`
  const number = numberIn(text, value)
  return { text, ...(number && { number }), ...rest }
}

/** 件数の升目。空欄（null）は「―」で、ゼロとは書かない。 */
export const countCell = (count: number | null, rest: Omit<Cell, 'text' | 'number'> = {}): Cell =>
  count === null ? { text: noValue, ...rest } : numberCell(String(count), '', rest)

/** 構成比の升目。数の下にかっこで書く。`shareCell('36.4')` → （36.4％） */
export const shareCell = (percent: string, rest: Omit<Cell, 'text' | 'number'> = {}): Cell => {
  const { number, text } = numberCell(percent, '％）')
  return { text: `（${text}`, ...(number && { number: { ...number, before: `（${number.before}` } }), ...rest }
}

type SingleNumber = Figure & { readonly value: string }

const isSingleNumber = (figure: Figure): figure is SingleNumber =>
  figure.value !== null &&
  figure.parts === undefined &&
  figure.secondary === undefined &&
  figure.upTo === undefined &&
  figure.outOf === undefined

/** 書いた字の中の数。一度だけ現れる数でなければ、字のまま置く。 */
const numberIn = (text: string, value: string): CellNumber | undefined => {
  const written = printNumber(value)
  const at = text.indexOf(written)
  if (at === -1 || text.indexOf(written, at + 1) !== -1) return undefined
  const [before, after] = [text.slice(0, at), text.slice(at + written.length)]
  // 数字の続き（「第3回」の前後など）を切り離さない。
  if (/[\d.,]$/.test(before) || /^[\d.,]/.test(after)) return undefined
  return {
    value,
    places: value.split('.')[1]?.length ?? 0,
    commas: written.includes(','),
    before,
    after,
    minus: isNegative(value) && !isZero(value) ? '△' : '-',
  }
}
