import { type Citation, citationsIn } from '#domain/plan/citations.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import type { Line, SourceDocument } from '#reading/document.ts'
import type { OpenSource } from './shelf.ts'

/** 所在に書かれている字。`read` は、そこから読み取った値（何の、いつの値か）。読み取ったものがなければ図書の字だけ。 */
export type Quote = { readonly place: Place; readonly text: string; readonly read: Citation | undefined }

/** 引用に並べる字の限り。長い升目（個票の一年分など）は初めだけ。 */
const longest = 80

/**
 * 所在の字を引く。読み取った値ならその字面、そうでなければ図書の行・セルの字。
 * どちらも分からなければ字は空（原本を預かっていない図書の、読み取らなかった所）。
 *
 * @param about 気づきが指す行の id。同じ所在から二つ読んでいれば、その行のものを採る。
 */
export const quoterFor = (edition: Edition, source: OpenSource | undefined) => {
  const read = citationsByPlace(edition)
  const lines = source?.document ? linesOf(source.document) : undefined
  return (place: Place, about: readonly string[] = []): Quote => {
    const here = read.get(keyOf(place)) ?? []
    const citation = here.find((each) => about.includes(each.about.id)) ?? here[0]
    const text = citation?.raw ?? (lines ? textAt(lines, place) : '')
    return { place, text: shortened(text), read: citation }
  }
}

const keyOf = (place: Place): string => {
  if ('line' in place) return `${place.line},${place.column ?? ''}`
  return 'cell' in place ? `${place.sheet}!${place.cell}` : `${place.page},${place.box.join()}`
}

// 版も図書も値であり変わらないので、同じものの索引は一度でよい。
const citations = new WeakMap<Edition, ReadonlyMap<string, readonly Citation[]>>()
const lineIndexes = new WeakMap<SourceDocument, ReadonlyMap<string, Line>>()

const citationsByPlace = (edition: Edition): ReadonlyMap<string, readonly Citation[]> => {
  const known = citations.get(edition) ?? Map.groupBy(citationsIn(edition.content), ({ place }) => keyOf(place))
  citations.set(edition, known)
  return known
}

/** 行を、行の番号（文章）かセルの番地（表計算）で引く。 */
const linesOf = (document: SourceDocument): ReadonlyMap<string, Line> => {
  const known =
    lineIndexes.get(document) ??
    new Map(document.pages.flatMap(({ lines }) => lines.flatMap((line) => keysOf(line).map((key) => [key, line]))))
  lineIndexes.set(document, known)
  return known
}

const keysOf = ({ place, cells }: Line): readonly string[] => [
  ...('line' in place ? [String(place.line)] : []),
  ...cells.flatMap((cell) => ('cell' in cell.place ? [keyOf(cell.place)] : [])),
]

const textAt = (lines: ReadonlyMap<string, Line>, place: Place): string => {
  if ('cell' in place) {
    const cells = lines.get(keyOf(place))?.cells ?? []
    return cells.find((cell) => keyOf(cell.place) === keyOf(place))?.text ?? ''
  }
  if (!('line' in place)) return ''
  const { text = '' } = lines.get(String(place.line)) ?? {}
  if (place.column === undefined) return text
  const from = place.column - 1
  const tab = text.indexOf('\t', from)
  return text.slice(from, place.length === undefined ? (tab === -1 ? undefined : tab) : from + place.length)
}

const shortened = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  const letters = [...plain]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : plain
}
