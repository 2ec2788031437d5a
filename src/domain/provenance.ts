/** 典拠。どの図書のどこに書いてあったか。取り込んだ数値はすべてこれを持つ。 */
export type Place = LinePlace | CellPlace | BoxPlace

/**
 * 文章の行。`line` も `column` も 1 から数え、`column` は行頭からの文字位置（UTF-16）。
 * `length` はそこから何文字か。`{ line: 49, column: 3, length: 3 }`
 */
export type LinePlace = { readonly line: number; readonly column?: number; readonly length?: number }

/** 表計算のセル。`{ sheet: '指標', cell: 'D7' }` */
export type CellPlace = { readonly sheet: string; readonly cell: string }

/** PDF の枠。座標は左下を原点とするポイント。`{ page: 2, box: [72, 500, 140, 512] }` */
export type BoxPlace = { readonly page: number; readonly box: readonly [number, number, number, number] }

/** 典拠とした図書そのもの。`sha256` は読んだバイト列の指紋（16進64桁）。 */
export type Source = { readonly file: string; readonly sha256: string }

/** 所在の記載がない値の所在。ほかで作られた案を取り込むときにだけ現れる。 */
export const unstatedPlace: LinePlace = { line: 0 }

/** 改訂で決めた値の所在。図書にはまだないので、どこも指さない（旧版の図書の所在を付ければ偽りの出典になる）。 */
export const revisedPlace: LinePlace = { line: 0, column: 0 }

export const isRevised = (place: Place): boolean => 'line' in place && place.line === 0 && place.column === 0

/** 人に見せる所在。`lines 49` ではなく「49行目」、`指標!D7`、「2頁」。 */
export const placeInWords = (place: Place, lang: 'ja' | 'en' = 'ja'): string => {
  if (isRevised(place)) return lang === 'ja' ? '改訂で決めた' : 'decided in a revision'
  if ('line' in place && place.line === 0) return lang === 'ja' ? '所在の記載なし' : 'place not stated'
  if ('line' in place) return lang === 'ja' ? `${place.line}行目` : `line ${place.line}`
  if ('cell' in place) return `${place.sheet}!${place.cell}`
  return lang === 'ja' ? `${place.page}頁` : `page ${place.page}`
}
