import { isNegative, isZero } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type PrintStyle, printFigure, printNumber } from '#domain/quantity/print-figure.ts'
import type { Cell, CellNumber } from '../report.ts'

/** 値のない升目に書く印。わけは備考か注に書く。 */
export const noValue = '―'

/** 字の升目。 */
export const textCell = (text: string, rest: Omit<Cell, 'text'> = {}): Cell => ({ text, ...rest })

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
  if (text === '') return { text: noValue, ...rest }
  const number = isSingleNumber(figure) ? numberIn(text, figure.value) : undefined
  return { text, ...(number && { number }), ...rest }
}

/** 計算した数の升目（達成率・合計・件数）。`numberCell('104.4', '％')` → 104.4％ */
export const numberCell = (value: string, after = '', rest: Omit<Cell, 'text' | 'number'> = {}): Cell => {
  const text = `${printNumber(value)}${after}`
  const number = numberIn(text, value)
  return { text, ...(number && { number }), ...rest }
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
