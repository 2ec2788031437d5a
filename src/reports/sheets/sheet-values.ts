import { isDecimal } from '#domain/quantity/decimal.ts'
import { storedText } from '../writers/xlsx/stored-text.ts'

/** 升目に置く値。ただの数は数のまま（倍精度で失われない十五桁まで）、ほかは字のまま。字は `=` で始まっていても式にならない。 */
export const cellValue = (text: string): string | number | null => {
  if (text === '') return null
  return isPlainNumber(text) ? Number(text) : storedText(text)
}

/** 書いて読めば同じ字に戻る数か。「08」「1.50」「１２」は、字のままにする。 */
export const isPlainNumber = (text: string): boolean =>
  isDecimal(text) && text.replace(/[-.]/g, '').length <= 15 && String(Number(text)) === text

/** 数の升目の表示形式。桁区切りを付け、小数は打たれた桁まで。負の数は △。 */
export const numberFormat = (text: string): string => {
  const places = text.split('.')[1]?.length ?? 0
  const digits = `#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}`
  return `${digits};"△"${digits}`
}
