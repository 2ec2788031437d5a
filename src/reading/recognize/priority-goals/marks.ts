import { itemMark } from '#domain/priority/item-mark.ts'
import { bulletDot, type Piece, piecesAt } from '../../assemble/pieces.ts'
import { placeInText } from '../../assemble/places.ts'
import type { Cell } from '../../document.ts'

/** 項目の番号（①、(1)、1.）を外した升目。番号がなければ mark は null。 */
export type MarkedCell = {
  readonly mark: string | null
  readonly text: string
  readonly cell: Cell
  readonly offset: number
}

const markPattern = /^(?:([①-⑳㉑-㉟])|[(（]([0-9０-９]{1,2})[)）]|([0-9０-９]{1,2})[.．、])[\s　]*/u

/** @example readMark(cell('②庁内向マニュアルの作成')) // → { mark: '②', text: '庁内向マニュアルの作成', … } */
export const readMark = (cell: Cell): MarkedCell => {
  const match = markPattern.exec(cell.text)
  const [lead = '', circled, bracketed, dotted] = match ?? []
  const number = bracketed ?? dotted
  const mark = circled ?? (number === undefined ? null : itemMark(Number(number.normalize('NFKC'))))
  return { mark, text: cell.text.slice(lead.length), cell, offset: lead.length }
}

/** 番号の後の字句を「・」の箇条書きで分ける。 */
export const piecesOf = ({ text, cell, offset }: MarkedCell): readonly Piece[] =>
  piecesAt(text, placeInText(cell.text, cell.place, offset, text.length), bulletDot)

/** ◎○△×。升目がそれだけか、「評価：◎」「（◎）」で終わるもの。 */
const gradeOnly = /^[\s　]*([◎○◯〇△×✕])[\s　]*$/u
const gradeAtEnd = /(?:(?:評価|進捗度|判定)[\s　]*[:：]?[\s　]*([◎○◯△×✕])|[(（[［【]([◎○◯△×✕])[)）\]］】])[\s　]*$/u

const standard: Readonly<Record<string, string>> = { '◯': '○', 〇: '○', '✕': '×' }

export const gradeIn = (text: string): string | null => {
  const mark = gradeOnly.exec(text)?.[1] ?? gradeAtEnd.exec(text)?.[1] ?? gradeAtEnd.exec(text)?.[2]
  return mark === undefined ? null : (standard[mark] ?? mark)
}

export const isGradeOnly = (text: string): boolean => gradeOnly.test(text)
