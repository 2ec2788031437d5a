import type { Place } from '#domain/provenance.ts'

/**
 * 升目の一部の所在。文章なら行の中の位置まで、表計算なら升目そのもの。
 * 升目の外に出る位置（引用符や改行を含む CSV の升目）は、升目全体を指す。
 *
 * @example placeWithin({ line: 14, column: 5, length: 8 }, 2, 3) // → { line: 14, column: 7, length: 3 }
 */
export const placeWithin = (place: Place, offset: number, length: number): Place => {
  if (!('line' in place) || place.column === undefined) return place
  if (place.length !== undefined && offset + length > place.length) return place
  return { line: place.line, column: place.column + offset, length }
}

/** 字面と所在の長さが合うときだけ、その一部を指す。引用符つきの CSV の升目のように合わないときは升目全体。 */
export const placeInText = (text: string, place: Place, offset: number, length: number): Place =>
  'line' in place && place.length !== undefined && place.length !== text.length
    ? place
    : placeWithin(place, offset, length)
