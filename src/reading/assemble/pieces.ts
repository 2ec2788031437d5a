import type { Place } from '#domain/provenance.ts'
import { placeInText } from './places.ts'

/** 升目や行の中の一区切り。`text` は前後の空白を落とした字面、`place` はその所在。 */
export type Piece = { readonly text: string; readonly place: Place }

/**
 * 字面を印（箇条書きの「○」「・」）で区切る。`mark` は印そのものに合う大域（g）の正規表現。
 * 印の前の字句も一区切りにする。空の区切りは捨てる。
 *
 * @example piecesAt('○一つめ ○二つめ', place, /○/g) // → 「一つめ」「二つめ」とそれぞれの所在
 */
export const piecesAt = (text: string, place: Place, mark: RegExp): readonly Piece[] => {
  const marks = [...text.matchAll(mark)]
  const starts = [0, ...marks.map((match) => match.index + match[0].length)]
  const ends = [...marks.map((match) => match.index), text.length]
  return starts.flatMap((start, index) => trimmed(text, place, start, ends[index] ?? text.length))
}

/** 字面の `start` から `end` までを、前後の空白を落として一区切りにする。 */
export const trimmed = (text: string, place: Place, start: number, end: number): readonly Piece[] => {
  const written = text.slice(start, end)
  const piece = written.trim()
  if (piece === '') return []
  const offset = start + written.length - written.trimStart().length
  return [{ text: piece, place: placeInText(text, place, offset, piece.length) }]
}

/**
 * 箇条書きの「・」。行頭か、空白・句点・閉じかっこ付きの句点のあとにあるものだけ。
 * 「まち・ひと・しごと」「文化・スポーツ」の中黒は印ではない。
 */
export const bulletDot = /(?<=^|[\s。>])・/gu
