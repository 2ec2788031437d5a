import { wrappedLines } from '../wrapped-lines.ts'

/**
 * 行の高さの見積り。Excel は結合した升目の行の高さを自分では合わせないので、すべての行の高さを書き手が決める。
 * 字が切れて見えるより、少し空くほうを選ぶ。
 */

/** 本文の字の大きさ（pt）。 */
export const bodySize = 10

/**
 * 一行の高さ（字の大きさとの比）。Excel の行送りは、BIZ UDゴシックと MS ゴシックで 1.2。代わりの書体（Noto・游ゴシック）の
 * 1.45 ほどとの間をとり、代わっても行の間が詰まるだけで、字は欠けない高さにする。
 */
const lineHeight = 1.33

/** 升目の左右と上下の余白（pt）。 */
const sidePadding = 5
const verticalPadding = 2.4

/**
 * 字を、折り返さずに入れる升目の広さ（pt）。足りない数を Excel は「####」と出すので、数字の広い書体（Noto Sans JP で 0.555）に
 * 代わっても入るように見る。
 */
export const unbroken = (text: string): number => {
  let width = 0
  for (let at = 0; at < text.length; at += 1) width += isHalf(text.charCodeAt(at)) ? 0.56 : 1
  return width * bodySize + sidePadding
}

const isHalf = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (code >= 0xff61 && code <= 0xff9f)

/** 行数の分の高さ（pt）。画面の一画素（0.75pt）の倍数にして、Excel に丸めさせない。 */
export const heightOf = (lines: number, size = bodySize): number =>
  Math.ceil((lines * size * lineHeight + verticalPadding) / 0.75) * 0.75

/** 幅 `width`（pt）の升目に折り返すと何行になるか。 */
export const lineCount = (text: string, width: number, size = bodySize): number => {
  const room = (width - sidePadding) / size
  // 何万もの短い升目では、一字ずつ測らない。
  return text.length <= room && !text.includes('\n') ? 1 : wrappedLines(text, room)
}

/** 幅 `width`（pt）の升目に折り返した字の高さ（pt）。 */
export const wrappedHeight = (text: string, width: number, size = bodySize): number =>
  heightOf(lineCount(text, width, size), size)

/** 縦に書いた字の高さ（pt）。 */
export const verticalHeight = (text: string, size = bodySize): number =>
  heightOf(Math.max(...text.split('\n').map((line) => [...line].length)), size)
