import { noChoices, type ReadingChoices } from '#domain/review/correction.ts'
import { titleLine } from '../../assemble/plan-heading.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { type Block, pageBlocks } from './blocks.ts'
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
  const searches = tableSearches(document, choices)
  const pages = document.pages.flatMap((page, at) => {
    const search = searches[at]
    return search ? [{ search, blocks: pageBlocks(page, title, search) }] : []
  })
  const tables = { choices, title, pages }
  remembered.set(document, tables)
  return tables
}

/** 図書ぜんたいのまとまり。頁の切れ目に印を入れる。 */
export const blocksIn = ({ pages }: DocumentTables): readonly Block[] =>
  pages.flatMap(({ blocks }, at) => (at === 0 ? blocks : [{ kind: 'page' } as const, ...blocks]))
