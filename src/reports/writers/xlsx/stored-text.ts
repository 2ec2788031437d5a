import { xmlText } from '../../xml-text.ts'

/** 升目に入る字の数の限り。 */
export const longestCellText = 32_767

/** 一つの升目に置く字の数。逃がす字の分だけ、限りより内。 */
const pieceLength = longestCellText - 267

/** 升目に入る長さに分けた字。長すぎる字の続きは、次の升目に置く（失わない）。一つの字（サロゲートの対）の中では切らない。 */
export const cellPieces = (text: string): readonly string[] => {
  if (text.length <= pieceLength) return [text]
  const cut = /[\uD800-\uDBFF]/.test(text.charAt(pieceLength - 1)) ? pieceLength - 1 : pieceLength
  return [text.slice(0, cut), ...cellPieces(text.slice(cut))]
}

/**
 * 表計算のファイルに置ける字（`xmlText`）。
 * 字の中の「_x000D_」のような並びは、開くときに制御の字と読まれないように逃がす（ECMA-376 22.9.2.19）。
 */
export const storedText = (text: string): string => (suspicious.test(text) ? replaced(text) : text)

const suspicious = /[\p{Cc}_\uD800-\uDFFF\uFFFE\uFFFF]/u

const replaced = (text: string): string => xmlText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/**
 * 打ち直したときに、式や日付に化ける字面か。字として持つ升目でも、表示形式が標準のまま F2 と Enter を押すと化ける
 * （「=1+1」「-5」「1-2」「R6」は式・数・日付になる）ので、これらの升目は「文字列」の形式にする。
 */
export const turnsWhenRetyped = (text: string): boolean => text.length <= 255 && /^\s*[=+\-@＝＋－＠\d]/.test(text)
