/**
 * 字の広さと行の高さの見積り。Excel は結合した升目の行の高さを自分では合わせないので、すべての行の高さを書き手が決める。
 * 書体の字幅は測れないので、字が切れて見えない方を避け、少し広めに見積もる。
 */

/** 本文の字の大きさ（pt）。 */
export const bodySize = 10

/** 一行の高さ（字の大きさとの比）。BIZ UDゴシックと、ないときに代わる MS ゴシックの行送り（1.2）より少し広い。 */
const lineHeight = 1.3

/** 升目の左右と上下の余白（pt）。 */
const sidePadding = 5
const verticalPadding = 4

/** 字一つの幅（字の大きさとの比）。どちらの書体も半角は全角の半分なので、少し広く見れば足りる。 */
const advance = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return 0
  return code < 0x7f || (code >= 0xff61 && code <= 0xff9f) ? 0.53 : 1
}

/** 幅 `width`（pt）の升目で何行になるか。行頭・行末の禁則で一字送られることを見込む。 */
export const lineCount = (text: string, width: number, size = bodySize): number => {
  const room = Math.max(1, (width - sidePadding) / size)
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, room), 0)
}

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

/** 行数の分の高さ（pt）。 */
export const heightOf = (lines: number, size = bodySize): number =>
  Math.ceil((lines * size * lineHeight + verticalPadding) * 4) / 4

/** 縦に書いた字の高さ（pt）。 */
export const verticalHeight = (text: string, size = bodySize): number =>
  heightOf(Math.max(...text.split('\n').map((line) => [...line].length)), size)
