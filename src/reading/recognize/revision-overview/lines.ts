import { plainText } from '#domain/language/plain-text.ts'
import type { Cell, Line, SourceDocument } from '../../document.ts'

/** 図書の行を頁をまたいで並べたもの。 */
export const allLines = (document: SourceDocument): readonly Line[] => document.pages.flatMap(({ lines }) => lines)

export const written = (line: Line): readonly Cell[] => line.cells.filter(({ text }) => text !== '')

export const cellIn = (line: Line, column: number | undefined): Cell | null =>
  column === undefined ? null : (line.cells.find((cell) => cell.column === column) ?? null)

/** 評価の記号。「A評価」「評価Ａ」「A」→ 'A'。違えば null。 */
export const gradeOf = (text: string): string | null =>
  /^(?:評価)?(?:「)?([SA-F])(?:」)?(?:評価)?$/.exec(plainText(text))?.[1] ?? null

/** 箇条書きの「○」。「○○市」のような伏せ字と、漢数字の〇は印ではない。 */
export const circleMark = /(?<![○◯●])[○◯●](?![○◯●])|(?<=^|[\s。])〇(?!〇)/gu
