import { isDecimal, isNegative, isZero } from '#domain/quantity/decimal.ts'
import { printNumber } from '#domain/quantity/print-figure.ts'
import type { CellNumber } from '../../report.ts'

/** 数の升目。`format` を当てると、帳票の字面と同じに見える。 */
export type FormattedNumber = { readonly value: number; readonly format: string }

/** 表計算が覚えていられる桁。これより長い数は、数にすると末尾が零に化けるので、字のまま置く。 */
const exactDigits = 15

/** 表示形式の長さの限り（これを超えると、開くときに「修復」される）。 */
const longestFormat = 255

/**
 * 字面のとおりに見える数。負の数の節も付け、職員が値を打ち直しても △ で出るようにする。
 * 数にすると字面か値の変わるもの（16 桁以上、改行のある字面、長すぎる単位）は undefined で、字のまま置く。
 *
 * `formattedNumber('約1,625千人', { value: '1625', before: '約', after: '千人', commas: true, … }, '')`
 * → `{ value: 1625, format: '"約"#,##0"千人";"約△"#,##0"千人"' }`
 */
export const formattedNumber = (text: string, number: CellNumber, marks: string): FormattedNumber | undefined => {
  const { value, before, after, commas } = number
  if (!isDecimal(value) || significantDigits(value) > exactDigits) return undefined
  const shown = withPlaces(value.replace('-', ''), number.places)
  const minus = isNegative(value) && !isZero(value) ? number.minus : ''
  if (shown === undefined || `${before}${minus}${printNumber(shown, { commas })}${after}` !== text) return undefined
  if (/\p{Cc}/u.test(before + minus + after + marks)) return undefined
  const digits = `${commas ? '#,##0' : '0'}${number.places > 0 ? `.${'0'.repeat(number.places)}` : ''}`
  const tail = quoted(after + marks)
  const format = `${quoted(before)}${digits}${tail};${quoted(before + (minus || '△'))}${digits}${tail}`
  return format.length > longestFormat ? undefined : { value: Number(value), format }
}

/** 頭の零を除いた数字の数。末尾の零も数える（「12,000,000」は 8 桁）。 */
const significantDigits = (value: string): number => value.replace(/[-.]/g, '').replace(/^0+/, '').length

/** 小数の桁をそろえる。決めた桁に収まらない数は、見た目が丸められて字面と違うので undefined。 */
const withPlaces = (value: string, places: number): string | undefined => {
  const [whole = '', fraction = ''] = value.split('.')
  if (fraction.length > places) return undefined
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`
}

/** 表示形式の中の字。引用符そのものは \ で逃がす（ECMA-376 18.8.31）。 */
const quoted = (text: string): string =>
  text
    .split('"')
    .map((part) => (part === '' ? '' : `"${part}"`))
    .join('\\"')
