import type { Place } from '#domain/provenance.ts'
import type { Cell, Line } from '../../document.ts'
import { fragmentsOf } from './fragments.ts'
import { contentOf } from './priority-list.ts'
import { filled, spanAt, spansOf } from './rows.ts'

/** 事業内容と、番号で書かれた視点・SDGs。絵だけで字のない欄は `blank` に見出しの所在を置く。 */
export type SheetContent = {
  readonly content: string | null
  readonly tags: Readonly<Record<string, readonly string[]>>
  readonly blank: readonly Place[]
}

/** 「1. 住民の愛着心の深化  2. 認知度の上昇」「Love: 1.住民の…」「8 働きがいも経済成長も」の番号。 */
const numberedWords = /(?<=^|[\s:：])(\d{1,2})\s*[.．:：]?\s*(?=[^\s\d.．:：])/gu

export const readContent = (header: Line | null, lines: readonly Line[]): SheetContent => {
  if (!header) return { content: null, tags: {}, blank: [] }
  const spans = spansOf(header)
  const groups = spans.slice(1)
  const cells = lines.flatMap(filled)
  const inGroup = (from: number): readonly Cell[] => cells.filter(({ column }) => spanAt(groups, column)?.from === from)
  const tags = groups.map(({ word, from }) => [tagName(word), inGroup(from).flatMap(numbersIn)] as const)
  const texts = cells.filter(({ column }) => spanAt(groups, column) === undefined)
  return {
    content:
      texts
        .map(contentOf)
        .filter((text) => text !== null)
        .join('\n') || null,
    tags: Object.fromEntries(tags.filter(([, numbers]) => numbers.length > 0)),
    blank: groups.flatMap(({ cell }, index) => (tags[index]?.[1].length === 0 ? [cell.place] : [])),
  }
}

const tagName = (word: string): string => (/SDGs/iu.test(word) ? 'SDGs' : word)

const numbersIn = (cell: Cell): readonly string[] =>
  fragmentsOf(cell).flatMap(({ text }) => [...text.matchAll(numberedWords)].flatMap(([, number]) => number ?? []))
