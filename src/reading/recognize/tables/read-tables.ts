import { plainText } from '#domain/language/plain-text.ts'
import type { Note, PlanNode } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { Era } from '#domain/year/read-year.ts'
import { type IdMaker, idMaker } from '../../assemble/ids.ts'
import type { Cell, Line } from '../../document.ts'
import type { Heading } from '../headings.ts'
import { type Binding, bindColumns } from './binding.ts'
import type { Block } from './blocks.ts'
import { type Entry, entriesOf } from './entries.ts'
import { type ReadEntry, readEntry } from './indicator.ts'
import { addLevels } from './level-columns.ts'
import { entryNotes, type ReadTable, tableNotes } from './notes.ts'
import { type Listed, nameWithoutMark } from './repeats.ts'
import { surroundingsOf } from './surroundings.ts'
import type { TableHeader } from './table-header.ts'
import { bandRank, growTree, type Tree } from './tree.ts'

/** 図書のまとまりを読んだ結果。`stray` は表の外にある表らしい行、`footnotes` は表の下の注。 */
export type ReadBlocks = {
  readonly nodes: readonly PlanNode[]
  readonly rows: readonly Listed[]
  readonly tables: readonly ReadTable[]
  readonly stray: readonly Line[]
  readonly footnotes: readonly Line[]
  /** 見出しのない二段の値のあった指標。 */
  readonly unlabelled: readonly Unlabelled[]
  readonly notes: readonly Note[]
}

type Unlabelled = { readonly id: string; readonly places: readonly Place[] }

type TableBlock = Extract<Block, { readonly kind: 'table' }>

/** まとまりを上から読み、見出しと帯は木に、表の行は指標にする。`title` は図書の題名の行。 */
export const readBlocks = (blocks: readonly Block[], title: Line | null, era: Era | undefined): ReadBlocks => {
  const id = idMaker()
  const tree = growTree(id)
  const rows: Listed[] = []
  const tables: ReadTable[] = []
  const stray: Line[] = []
  const footnotes: Line[] = []
  const unlabelled: Unlabelled[] = []
  const notes: Note[] = []
  const allRows = rowsByHeader(blocks)
  let before: TableBlock | null = null
  for (const block of blocks) {
    if (block.kind === 'page') tree.closeAfter('page')
    if (block.kind === 'heading') tree.addHeading(block.heading)
    if (block.kind === 'group') tree.addHeading(bandHeading(block.cell))
    if (block.kind === 'passage') tree.addPassage(block.passage)
    if (block.kind === 'footnote') footnotes.push(block.line)
    if (block.kind === 'stray') stray.push(block.line)
    if (block.kind !== 'table') continue
    if (before && !sameHeadings(before, block)) tree.closeAfter('table')
    before = block
    const table = bindTable(block, allRows.get(block.header) ?? block.rows, title, era)
    if (!table) {
      stray.push(...block.rows)
      continue
    }
    for (const entry of table.entries) {
      if (entry.after) tree.closeAfter(entry.after)
      const read = readEntry(entry, table.binding)
      const listed = listRow(entry, read, tables.length, tree, table.binding, id)
      rows.push(listed)
      const places = read.series.unlabelled.flatMap((cells) => cells.map(({ cell }) => cell.place))
      if (places.length > 0) unlabelled.push({ id: listed.indicator.id, places })
      notes.push(...entryNotes(listed.indicator, entry, read))
    }
    if (table.endsWith) tree.closeAfter(table.endsWith)
    tables.push(table)
    notes.push(...tableNotes(table))
  }
  return { nodes: tree.nodes(), rows, tables, stray, footnotes, unlabelled, notes }
}

const bandHeading = (cell: Cell): Heading => ({
  level: '区分',
  rank: bandRank,
  number: null,
  title: cell.text,
  repeated: /[(]再掲[)]/u.test(plainText(cell.text)),
  place: cell.place,
})

/** 見出しや帯で切れた同じ表の行をまとめたもの。列の役は、表ぜんたいの行を見て決める。 */
export const rowsByHeader = (blocks: readonly Block[]): ReadonlyMap<TableHeader, readonly Line[]> => {
  const tables = blocks.filter((block) => block.kind === 'table')
  const groups = Map.groupBy(tables, ({ header }) => header)
  return new Map([...groups].map(([header, parts]) => [header, parts.flatMap(({ rows }) => rows)]))
}

/** 頁をまたいで見出しを繰り返した、同じ表の続きか。 */
const sameHeadings = (a: TableBlock, b: TableBlock): boolean =>
  a.header === b.header ||
  (a.header.columns.length === b.header.columns.length &&
    a.header.columns.every(({ title }, at) => title === b.header.columns[at]?.title))

const bindTable = (
  block: TableBlock,
  rows: readonly Line[],
  title: Line | null,
  era: Era | undefined,
): ReadTable | null => {
  const binding = bindColumns(block.header, rows, surroundingsOf(block, title, era), era)
  return binding && { header: block.header, binding, ...entriesOf(block.rows, binding) }
}

const listRow = (entry: Entry, read: ReadEntry, table: number, tree: Tree, binding: Binding, id: IdMaker): Listed => {
  for (const { line } of entry.lines) addLevels(tree, line, binding)
  const at = tree.path().at(-1)
  const node = at?.node.id ?? null
  return {
    indicator: { id: id('i', node, entry.name.text), node, ...read.indicator, breakdownOf: null, repeatOf: null },
    table,
    underRepeat: tree.path().some(({ repeated }) => repeated),
    nodeTitle: at ? nameWithoutMark(at.node.title) : null,
  }
}
