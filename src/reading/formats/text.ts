import type { Cell, Line, Page } from '../document.ts'

/** 文章を行に分ける。行末は LF・CR・CRLF のどれでもよく、最後の行末のあとは行に数えない。 */
export const linesOf = (text: string): readonly string[] => {
  const lines = text.split(/\r\n|\n|\r/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

/**
 * 文章を一つの頁にする。升目はタブで分け、前後の空白を落とした字面の位置を持つ。
 * タブのない行は升目一つ。`cells[i].column === i` がいつも成り立つ。
 *
 * `textPage('氏名\t 12人')` → 2 つ目の升目は text '12人'、place { line: 1, column: 5, length: 3 }
 */
export const textPage = (text: string): Page => ({ name: null, lines: linesOf(text).map(textLine) })

const textLine = (text: string, index: number): Line => {
  const number = index + 1
  return { number, text, cells: cellsOf(text, number), place: { line: number, column: 1, length: text.length } }
}

const cellsOf = (text: string, line: number): readonly Cell[] => {
  let start = 0
  return text.split('\t').map((written, column) => {
    const trimmed = written.trim()
    const lead = trimmed === '' ? 0 : written.length - written.trimStart().length
    const place = { line, column: start + lead + 1, length: trimmed.length }
    start += written.length + 1
    return { column, text: trimmed, place }
  })
}
