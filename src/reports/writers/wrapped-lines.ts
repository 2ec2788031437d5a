/**
 * 字の広さの見積り。Excel と Word のファイルには書体が入らず、どの書体で開かれるかは書き手に分からない。
 * 全角を字の大きさ、半角をその半分より少し広く見れば、どの日本語の書体でも、字が切れて見えるほどには外れない。
 */
const advance = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return 0
  return code < 0x7f || (code >= 0xff61 && code <= 0xff9f) ? 0.53 : 1
}

/** 幅 `room`（字の大きさを 1 とする）に折り返すと何行になるか。`wrappedLines('1,009人', 3)` → 2 */
export const wrappedLines = (text: string, room: number): number =>
  text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, Math.max(1, room)), 0)

/** 二行目からは、行頭・行末の禁則で字が送られることを見込む。 */
const linesOf = (paragraph: string, room: number): number => {
  let lines = 1
  let used = 0
  for (const character of paragraph) {
    const width = advance(character)
    if (used + width > (lines === 1 ? room : room - 0.5)) {
      lines += 1
      used = 0
    }
    used += width
  }
  return lines
}

/** 升目の要る高さと、その広がり。 */
export type TallCell = { readonly row: number; readonly rows: number; readonly height: number }

/** 行の高さ。一行の升目で決め、縦に広がる升目の足りない分を、その行に等しく足す。`least` はいちばん低い行。 */
export const rowHeights = (count: number, cells: readonly TallCell[], least: number): readonly number[] => {
  const heights = new Array<number>(count).fill(least)
  for (const { row, rows, height } of cells) if (rows === 1) heights[row] = Math.max(heights[row] ?? 0, height)
  for (const { row, rows, height } of cells) {
    if (rows === 1) continue
    const short = height - heights.slice(row, row + rows).reduce((sum, each) => sum + each, 0)
    if (short > 0) for (let at = row; at < row + rows; at += 1) heights[at] = (heights[at] ?? 0) + short / rows
  }
  return heights
}
