import { compare, isDecimal } from '#domain/quantity/decimal.ts'
import type { CellNumber } from '../../report.ts'

/**
 * 様式の升目に人が付けた表示形式のままで、その数が正しく見えるなら、入れる値。見えなければ undefined で、
 * 字面のとおりの表示形式に替える。
 * 「約」「以上」「件」の付いた数、小数の桁の足りない形式、日付・千円単位（`#,##0,`）・文字列の形式では、
 * 数が丸められたり別のものに見えたりするので、そのままにしない。
 * 「0.0%」の形式は値を 100 倍して見せるので、率は 100 分の 1 にして入れる。
 */
export const keptNumber = (
  format: string,
  { value, places, commas, before, after }: CellNumber,
): string | undefined => {
  if (format === 'General') return before === '' && after === '' && isPlain(value, commas) ? value : undefined
  const shape = shapeOf(format)
  if (!shape || !isDecimal(value) || before !== '') return undefined
  if (shape.percent) return isPercent(after) && shape.places >= places ? hundredth(value) : undefined
  if (after !== '' || shape.places < places) return undefined
  // 負の節に印のない形式では、△ が消える。
  return compare(value, '0') < 0 && !shape.minus ? undefined : value
}

/** 標準の形式で、字面と同じに見える数か（区切りも、負の印も、終わりの零もない、十桁までの数）。 */
const isPlain = (value: string, commas: boolean): boolean =>
  !commas && value.length <= 10 && /^\d+(?:\.\d*[1-9])?$/.test(value)

const isPercent = (after: string): boolean => after === '％' || after === '%'

type Shape = { readonly places: number; readonly percent: boolean; readonly minus: boolean }

/** 数字だけの形式（`#,##0.0`・`0%`・`0"件"` など）の形。ほかは undefined。 */
const shapeOf = (format: string): Shape | undefined => {
  const [positive = '', negative] = format.split(';')
  const plain = positive
    .replace(/\[(?:Black|Blue|Red|黒|青|赤|Color\d+)\]/gi, '')
    .replace(/_.|\*./g, '')
    .trim()
  const shape = /^[#,]*0(?:\.(0+))?(%)?$/.exec(plain)
  if (!shape) return undefined
  const [, fraction, percent] = shape
  return {
    places: fraction?.length ?? 0,
    percent: percent === '%',
    minus: negative === undefined || /[-△▲−(]/.test(negative),
  }
}

/** 百分の一。`hundredth('104.4')` → '1.044' */
export const hundredth = (value: string): string => {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const digits = whole.padStart(3, '0')
  const moved = `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`.replace(/^0+(?=\d)/, '')
  return sign + moved.replace(/\.?0+$/, '')
}
