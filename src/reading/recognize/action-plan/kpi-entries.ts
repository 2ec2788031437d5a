import { plainText } from '#domain/language/plain-text.ts'
import { type Piece, part } from './fragments.ts'
import type { Side, SidedCell, SidedPiece } from './kpi-sides.ts'
import { sidedPieces } from './kpi-sides.ts'
import { bare } from './likeness.ts'
import { type Phrase, phrasesOf, type When } from './phrases.ts'

/** 数量と、それに書き添えた年・札。 */
export type Value = { readonly figure: Piece; readonly when: When | null; readonly label: Piece | null }

/** 設定指標か実績の一つ。名だけのもの、数量だけのもの、いくつもの数量を持つものがある。 */
export type Entry = {
  readonly mark: string | null
  readonly name: Piece | null
  readonly values: readonly Value[]
  readonly place: Piece
}

export type Entries = { readonly targets: readonly Entry[]; readonly actuals: readonly Entry[] }

/** 設定指標・実績の升目を、目標の側と実績の側の並びにする。 */
export const entriesOf = (cells: readonly SidedCell[]): Entries =>
  cells.flatMap(sidedPieces).reduce<Entries>(withPiece, { targets: [], actuals: [] })

const withPiece = (entries: Entries, piece: SidedPiece): Entries => {
  const phrases = phrasesOf(piece)
  if (piece.side === 'mixed') return phrases.reduce((all, phrase) => withMixed(all, phrase, piece), entries)
  return (
    groupsWithHeading(entries, phrases, piece) ??
    phrases.reduce((all, phrase) => withPhrase(all, phrase, piece, piece.side), entries)
  )
}

/** 名だけの行の下に、札つきの数量が二つ以上ある（「医療費助成件数」「小学校就学前児 58,000件 小中学生 44,000件」）。 */
const groupsWithHeading = (entries: Entries, phrases: readonly Phrase[], piece: SidedPiece): Entries | undefined => {
  const last = sideOf(entries, piece.side).at(-1)
  if (!last || last.name === null || last.values.length > 0 || phrases.length < 2) return undefined
  if (!phrases.every(({ name, figure, mark }) => name !== null && figure !== null && mark === null)) return undefined
  const values = phrases.flatMap(({ figure, when, name }) => (figure ? [{ figure, when, label: name }] : []))
  return replaceLast(entries, piece.side, { ...last, values, place: piece })
}

const withPhrase = (entries: Entries, phrase: Phrase, piece: Piece, side: Side): Entries => {
  const last = sideOf(entries, side).at(-1)
  const name = named(phrase)
  // 目標の側に書かれた年つきの数量（「R3.2.1 7,697頭」）は、その指標の実績。
  if (side === 'target' && last?.name && phrase.figure && phrase.when && (!name || within(name.text, last.name.text)))
    return phrase.when.kind === 'as-of' || !name
      ? withDated(entries, last, phrase, piece)
      : append(entries, 'actual', entryOf(phrase, piece))
  const continues = last && !name && phrase.figure && (phrase.mark === null || phrase.mark === last.mark)
  if (!continues || !phrase.figure) return append(entries, side, entryOf(phrase, piece))
  const value = { figure: phrase.figure, when: phrase.when, label: null }
  return replaceLast(entries, side, {
    ...last,
    values: [...last.values, value],
    place: last.values.length === 0 ? piece : last.place,
  })
}

/** 時点の書かれた数量。すでに目標の数量があれば実績、調査年だけが書かれていれば目標のまま。 */
const withDated = (entries: Entries, last: Entry, phrase: Phrase, piece: Piece): Entries =>
  phrase.when?.kind === 'survey' && phrase.figure
    ? replaceLast(entries, 'target', {
        ...last,
        values: [...last.values, { figure: phrase.figure, when: phrase.when, label: null }],
      })
    : append(entries, 'actual', { ...entryOf(phrase, piece), name: last.name })

/** 札が「設定指標 実績」と並び、値も一つの升目に入っている。年の札、同じ名の二度め、名のない二つめの数量は実績。 */
const withMixed = (entries: Entries, phrase: Phrase, piece: Piece): Entries => {
  const name = named(phrase)
  const once = name && singleName(name)
  if (once && phrase.figure) return append(entries, 'target', { ...entryOf(phrase, piece), name: once })
  const last = entries.targets.at(-1)
  const again =
    name !== null && entries.targets.some((target) => target.name && bare(target.name.text) === bare(name.text))
  const second = !name && last !== undefined && last.values.length > 0
  const outcome = phrase.figure === null && last !== undefined && last.values.length > 0 && isOutcome(name?.text ?? '')
  return append(entries, phrase.when || again || second || outcome ? 'actual' : 'target', entryOf(phrase, piece))
}

/** 実績のことば（数でないもの）。 */
export const isOutcome = (text: string): boolean =>
  /^(?:(?:開催|事業)?中止|未実施|延期|未定|なし|実施済み?|(?:整備|策定)?(?:完了|済み?))$/u.test(plainText(text))

/** 「年間利用者数      年間利用者数」（左右の列の同じ名が一行に並んだもの）。 */
const singleName = (name: Piece): Piece | undefined => {
  const half = name.text.length > 200 ? null : /^(\S+(?: \S+)*)\s{2,}\1$/u.exec(name.text)
  return half ? part(name, 0, (half[1] ?? '').length) : undefined
}

/** かっこ書きだけの名（「(肥育)」）は名とみない。 */
const named = ({ name }: Phrase): Piece | null =>
  name && !/^[(（【[][^()（）]*[)）】\]]$/u.test(name.text) ? name : null

const within = (short: string, long: string): boolean => bare(long).includes(bare(short))

const entryOf = (phrase: Phrase, place: Piece): Entry => ({
  mark: phrase.mark,
  name: named(phrase),
  values: phrase.figure ? [{ figure: phrase.figure, when: phrase.when, label: null }] : [],
  place,
})

const sideOf = (entries: Entries, side: Side): readonly Entry[] =>
  side === 'actual' ? entries.actuals : entries.targets

const append = (entries: Entries, side: Side, entry: Entry): Entries =>
  side === 'actual'
    ? { ...entries, actuals: [...entries.actuals, entry] }
    : { ...entries, targets: [...entries.targets, entry] }

const replaceLast = (entries: Entries, side: Side, entry: Entry): Entries =>
  side === 'actual'
    ? { ...entries, actuals: [...entries.actuals.slice(0, -1), entry] }
    : { ...entries, targets: [...entries.targets.slice(0, -1), entry] }
