import type { Place } from '#domain/provenance.ts'
import { type Piece, trimmed } from '../../assemble/pieces.ts'
import { withoutMarkup } from '../../repair/markup.ts'

export type { Piece }

/** 所在つきの字面（升目でも、その一部でもよい）。 */
export type Written = { readonly text: string; readonly place: Place }

/** 行や升目の切れ目になる HTML の札（`&lt;br&gt;` と二重に書かれたものも）。 */
const breaks =
  /<\/?(?:li|ul|ol|p|div|tr|td|th|table|thead|tbody|h[1-6]|br|small)(?:\s[^<>]{0,200})?\/?>|&lt;br\s{0,3}\/?&gt;/giu

/**
 * 升目の中の HTML の断片を外して、一区切りずつの所在を持たせる。断片がなければ升目そのもの。
 *
 * @example fragmentsOf(cell('<ul> <li>新規事業者5社</li> <li>新返礼品100品</li> </ul>')) // → 「新規事業者5社」「新返礼品100品」
 */
export const fragmentsOf = ({ text, place }: Written): readonly Piece[] => between(text, place, breaks)

/** 印で挟まれたところ。 */
const between = (text: string, place: Place, mark: RegExp): readonly Piece[] => {
  const marks = [...text.matchAll(mark)]
  const starts = [0, ...marks.map((match) => match.index + match[0].length)]
  const ends = [...marks.map((match) => match.index), text.length]
  return starts.flatMap((start, index) => trimmed(text, place, start, ends[index] ?? text.length))
}

/** 内側に表（`<table>`）を持つ升目か。 */
export const hasTable = (text: string): boolean => text.length < 20_000 && /<table\b/iu.test(text)

/** 内側の表の行と升目。空の升目は空の字面で残す（列がずれないように）。 */
export const tableRows = ({ text, place }: Written): readonly (readonly Piece[])[] =>
  [...text.matchAll(/<tr\b[^<>]{0,200}>(.*?)<\/tr>/gisu)].map((row) =>
    [...(row[1] ?? '').matchAll(/<t[dh]\b[^<>]{0,200}>(.*?)<\/t[dh]>/gisu)].map((cell) => {
      const start = row.index + row[0].indexOf('>') + 1 + cell.index + cell[0].indexOf('>') + 1
      const [piece] = trimmed(text, place, start, start + (cell[1] ?? '').length)
      return piece ?? { text: '', place }
    }),
  )

/** 人が読む字面（文字参照と飾りの札を外す）。長すぎる空白は一つにする（字面でなく、表の桁そろえ）。 */
export const readable = (text: string): string =>
  withoutMarkup(text.replace(/\s{30,}/gu, ' '))
    .join(' ')
    .trim()

/** 一区切りの一部。前後の空白は落とす。空なら undefined。 */
export const part = ({ text, place }: Written, start: number, end = text.length): Piece | undefined =>
  trimmed(text, place, start, end)[0]
