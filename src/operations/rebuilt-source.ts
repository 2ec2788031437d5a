import { type Citation, citationsIn } from '#domain/plan/citations.ts'
import type { Edition, SourceRecord } from '#domain/plan/edition.ts'
import type { CellPlace, LinePlace, Place } from '#domain/provenance.ts'
import type { Cell, Line, Page, SourceDocument } from '#reading/document.ts'

/**
 * 原本を預かっていない図書（見本や、案だけを取り込んだもの）を、読み取った値とその所在から組み直す。
 * 読み取らなかった字は分からないので、行は読み取ったものだけになる。
 */
export const rebuiltDocument = (
  record: Pick<SourceRecord, 'file' | 'sha256'>,
  { content }: Pick<Edition, 'content'>,
): SourceDocument => {
  const citations = citationsIn(content)
  const bySheet = Map.groupBy(citations, ({ place }) => ('cell' in place ? place.sheet : null))
  return {
    source: { file: record.file, sha256: record.sha256 },
    format: bySheet.has(null) ? 'text' : 'xlsx',
    encoding: null,
    pages: [...bySheet].map(([name, its]) => pageOf(name, its)),
    remarks: [],
  }
}

const pageOf = (name: string | null, citations: readonly Citation[]): Page => {
  const byLine = Map.groupBy(citations, ({ place }) => lineOf(place))
  const numbers = [...byLine.keys()].filter((number) => number > 0).toSorted((a, b) => a - b)
  return { name, lines: numbers.map((number) => lineFrom(number, byLine.get(number) ?? [])) }
}

const lineOf = (place: Place): number =>
  'line' in place ? place.line : 'cell' in place ? Number(/\d+$/.exec(place.cell)?.[0] ?? 0) : 0

const lineFrom = (number: number, citations: readonly Citation[]): Line => {
  const byColumn = new Map<number, Cell>()
  for (const { place, raw } of citations) {
    const column = columnOf(place)
    if (!byColumn.has(column)) byColumn.set(column, { column, text: raw, place })
  }
  const cells = [...byColumn.values()].toSorted((a, b) => a.column - b.column)
  return {
    number,
    text: cells.map(({ text }) => text).join('\t'),
    cells,
    place: citations[0]?.place ?? { line: number },
  }
}

/** 文章では文字の位置、表計算では列の番号（A が 0）。 */
const columnOf = (place: Place): number =>
  'line' in place ? ((place as LinePlace).column ?? 0) : 'cell' in place ? columnNumber(place) : 0

const columnNumber = ({ cell }: CellPlace): number =>
  [...(/^[A-Z]+/.exec(cell)?.[0] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
