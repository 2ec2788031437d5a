import { type ColumnChoice, noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { titleLine } from '../../assemble/plan-heading.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { type Block, headersOn, pageBlocks } from './blocks.ts'
import { headingsOf } from './table-header.ts'
import { type TableSearch, tableSearches } from './table-search.ts'

/** 図書を、題名と、頁ごとのまとまりにしたもの。 */
export type DocumentTables = {
  readonly choices: ReadingChoices
  readonly title: Line | null
  readonly pages: readonly { readonly search: TableSearch; readonly blocks: readonly Block[] }[]
}

/** 一つの図書を、見分け・案・表の概要で何度もたどらないよう、いちばん新しい読み方のものを覚えておく。 */
const remembered = new WeakMap<SourceDocument, DocumentTables>()

export const documentTables = (document: SourceDocument, choices: ReadingChoices = noChoices): DocumentTables => {
  const known = remembered.get(document)
  if (known?.choices === choices) return known
  const title = titleLine(document)
  const searches = withAlike(document, tableSearches(document, choices))
  const pages = document.pages.flatMap((page, at) => {
    const search = searches[at]
    return search ? [{ search, blocks: pageBlocks(page, title, search) }] : []
  })
  const tables = { choices, title, pages }
  remembered.set(document, tables)
  return tables
}

/**
 * 人が列を選んだ表と見出しの同じ表にも、同じ選びを当てる（見出しを繰り返す三十の表で、一つずつ選ばせない）。
 * 同じ見出しの二つの表で違う役が選ばれていれば、それぞれの表に従い、ほかの表には先のほうを当てる。
 */
const withAlike = (document: SourceDocument, searches: readonly TableSearch[]): readonly TableSearch[] => {
  const [first] = searches
  if (!first || first.columns.size === 0) return searches
  const alike = new Map<string, readonly ColumnChoice[]>()
  const headerTexts = new Map<string, number>()
  for (const [at, page] of document.pages.entries())
    for (const header of [...headersOn(page.lines, searches[at] ?? first).values()].flat()) {
      const chosen = first.columns.get(header.key)
      const titled = { from: header.from, columns: header.columns.filter(({ title }) => title !== '') }
      if (!chosen || alike.has(headingsOf(titled))) continue
      alike.set(
        headingsOf(titled),
        chosen.map((choice) => ({ ...choice, column: choice.column - header.from })),
      )
      headerTexts.set(header.lines[0]?.text ?? '', header.lines.length)
    }
  return searches.map((search) => ({ ...search, alike, headerTexts }))
}

/** 図書ぜんたいのまとまり。頁の切れ目に印を入れる。 */
export const blocksIn = ({ pages }: DocumentTables): readonly Block[] =>
  pages.flatMap(({ blocks }, at) => (at === 0 ? blocks : [{ kind: 'page' } as const, ...blocks]))
