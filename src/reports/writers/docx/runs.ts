import { type IRunOptions, TextRun } from 'docx'
import type { Cell } from '../../report.ts'

/** Word に置ける字。XML に置けない字と対にならないサロゲートは U+FFFD にする。 */
export const storedText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')

/** 字を、改行で折った続きにする。 */
export const runs = (text: string, look: IRunOptions = {}): readonly TextRun[] =>
  storedText(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))

/** 升目の字。下線を引くところで分け、注の印は上付きで後に付ける。 */
export const cellRuns = (cell: Cell, look: IRunOptions): readonly TextRun[] => [
  ...pieces(cell).flatMap(({ text, underlined }) => runs(text, underlined ? { ...look, underline: {} } : look)),
  ...(cell.marks ?? []).map((mark) => new TextRun({ ...look, text: storedText(mark), superScript: true })),
]

const pieces = ({ text, underlined = [] }: Cell) => {
  const cuts = [...new Set([0, text.length, ...underlined.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  if (cuts.length < 2) return [{ text, underlined: false }]
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    return {
      text: text.slice(from, to),
      underlined: underlined.some((range) => range.from <= from && to <= range.to),
    }
  })
}
