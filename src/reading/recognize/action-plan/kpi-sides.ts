import { plainText } from '#domain/language/plain-text.ts'
import type { Cell } from '../../document.ts'
import { fragmentsOf, hasTable, type Piece, part, tableRows, type Written } from './fragments.ts'

/** 設定指標（目標）の側か、実績の側か。mixed は両方の札が並び、値も一つの升目に入っているもの。 */
export type Side = 'target' | 'actual' | 'mixed'

export type SidedCell = { readonly side: Side; readonly cell: Cell }

/** 側の決まった字面。`row` は升目の中の行の順（同じ行の名と値を組にする）。 */
export type SidedPiece = Piece & { readonly side: Side }

const targetWord = '設定(?:指標|目標)'
const labels = new RegExp(String.raw`(?<=^|\s)(?:${targetWord}|実績)(?=\s|$|[:：])[:：]?`, 'gu')

/** 札だけの升目（「設定指標」「実績」「設定指標 実績」）の側。値を含む升目なら undefined。 */
export const sideOfLabel = (text: string): Side | undefined => {
  if (hasTable(text)) return undefined
  const plain = plainText(text)
  if (new RegExp(`^${targetWord}実績$`, 'u').test(plain)) return 'mixed'
  if (new RegExp(`^${targetWord}$`, 'u').test(plain)) return 'target'
  return plain === '実績' ? 'actual' : undefined
}

/** 升目の頭にある札の側。年の升目と区別するために、札で始まらない升目は undefined。 */
export const leadingSide = (text: string): Side | undefined => {
  const only = sideOfLabel(text)
  if (only) return only
  const [first] = fragmentsOf({ text, place: { line: 0 } })
  const head = first && new RegExp(labels.source, 'u').exec(first.text)
  if (head?.index !== 0) return undefined
  return head[0].startsWith('実績') ? 'actual' : 'target'
}

/** 升目を、側の決まった字面に分ける。札は字面に入れない。 */
export const sidedPieces = ({ side, cell }: SidedCell): readonly SidedPiece[] =>
  hasTable(cell.text) ? tablePieces(cell) : flatPieces(cell, side)

/** 内側の表。見出しの行の札が列の側を言う。 */
const tablePieces = (cell: Written): readonly SidedPiece[] => {
  const rows = tableRows(cell)
  const header = rows.findIndex((row) => row.some(({ text }) => sideOfLabel(text) !== undefined))
  const sides = (rows[header] ?? []).map(({ text }) => sideOfLabel(text))
  return rows
    .slice(header + 1)
    .flatMap((row) =>
      row.flatMap((piece, index) =>
        piece.text === '' ? [] : [{ ...piece, side: sides[index] ?? sideByOrder(index) }],
      ),
    )
}

const sideByOrder = (index: number): Side => (index === 0 ? 'target' : 'actual')

/** 札で切る。目標の札のすぐあとに実績の札が続けば（「設定指標 実績 …」）、その先は両方が混ざっている。 */
const flatPieces = (cell: Written, from: Side): readonly SidedPiece[] => {
  const pieces: SidedPiece[] = []
  let side = from
  let bare = false
  for (const { word, piece } of fragmentsOf(cell).flatMap(byLabels)) {
    if (word) side = word === 'actual' && bare && side === 'target' ? 'mixed' : word
    if (piece) pieces.push({ ...piece, side })
    bare = piece === undefined && (word !== undefined || bare)
  }
  return pieces
}

type Labelled = { readonly word: Side | undefined; readonly piece: Piece | undefined }

/** 札と、その札から次の札までの字面。 */
const byLabels = (fragment: Piece): readonly Labelled[] => {
  const marks = [...fragment.text.matchAll(labels)]
  const lead = part(fragment, 0, marks[0]?.index)
  return [
    ...(lead ? [{ word: undefined, piece: lead }] : []),
    ...marks.map((mark, index) => ({
      word: mark[0].startsWith('実績') ? ('actual' as const) : ('target' as const),
      piece: part(fragment, mark.index + mark[0].length, marks[index + 1]?.index),
    })),
  ]
}
