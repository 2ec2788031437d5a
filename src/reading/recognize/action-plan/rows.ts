import { plainLine, plainText } from '#domain/language/plain-text.ts'
import type { Place } from '#domain/provenance.ts'
import { placeWithin } from '../../assemble/places.ts'
import type { Cell, Line } from '../../document.ts'

/** 字のある升目だけ。 */
export const filled = (line: Line): readonly Cell[] => line.cells.filter(({ text }) => text !== '')

/** 升目の字面を、突き合わせの形で並べる。 */
export const words = (line: Line): readonly string[] => filled(line).map(({ text }) => plainText(text))

/** 升目が一つだけの行の、飾り（#、■、**）を外した見出しの字句と所在。表の行なら undefined。 */
export const headingOf = (line: Line): { readonly text: string; readonly place: Place } | undefined => {
  const [cell, ...others] = filled(line)
  if (!cell || others.length > 0) return undefined
  // 表の行（後ろに空の升目が続く）は、字が一つだけでも見出しではない。
  if (line.cells.length > 1 && !/^[#■]/u.test(cell.text)) return undefined
  const start = /^[#■□◆*\s]*/u.exec(cell.text)?.[0].length ?? 0
  const text = cell.text.slice(start).replace(/[■□◆*\s]+$/u, '')
  return { text, place: placeWithin(cell.place, start, text.length) }
}

/** 「No. 14」だけの行の番号。 */
export const numberLine = (line: Line): string | undefined => {
  const heading = headingOf(line)
  return heading && /^(?:No\.?|№)\s?(\d{1,4})$/iu.exec(plainLine(heading.text))?.[1]
}

/** 数だけの升目（No.・一覧No.・印の列の番号）。 */
export const wholeNumber = (text: string): string | undefined => /^\d{1,4}$/u.exec(plainText(text))?.[0]

/** 見出しの升目が受け持つ列の範囲（次の見出しの手前まで。結合が分かればその広がりまで）。 */
export type Span = { readonly cell: Cell; readonly word: string; readonly from: number; readonly to: number }

export const spansOf = (header: Line): readonly Span[] => {
  const cells = filled(header)
  return cells.map((cell, index) => {
    const next = cells[index + 1]?.column ?? Number.POSITIVE_INFINITY
    return { cell, word: plainText(cell.text), from: cell.column, to: next }
  })
}

/** その列を受け持つ見出し。 */
export const spanAt = (spans: readonly Span[], column: number): Span | undefined =>
  spans.find(({ from, to }) => from <= column && column < to)
