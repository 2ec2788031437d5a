import type { Note, PlanNode } from '#domain/plan/draft.ts'
import { type IdMaker, idMaker } from '../../assemble/ids.ts'
import type { Line } from '../../document.ts'
import { type Binding, bindColumns } from './binding.ts'
import type { Block } from './blocks.ts'
import { type Entry, entriesOf } from './entries.ts'
import { type ReadEntry, readEntry } from './indicator.ts'
import { addLevels } from './level-columns.ts'
import { entryNotes, type ReadTable, tableNotes } from './notes.ts'
import { type Listed, nameWithoutMark } from './repeats.ts'
import type { TableHeader } from './table-header.ts'
import { growTree, type Tree } from './tree.ts'

/** 図書のまとまりを読んだ結果。`stray` は表の外にある表らしい行。 */
export type ReadBlocks = {
  readonly nodes: readonly PlanNode[]
  readonly rows: readonly Listed[]
  readonly tables: readonly ReadTable[]
  readonly stray: readonly Line[]
  readonly notes: readonly Note[]
}

/** まとまりを上から読み、見出しは木に、表の行は指標にする。 */
export const readBlocks = (blocks: readonly Block[]): ReadBlocks => {
  const id = idMaker()
  const tree = growTree(id)
  const rows: Listed[] = []
  const tables: ReadTable[] = []
  const stray: Line[] = []
  const notes: Note[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') tree.addHeading(block.heading)
    if (block.kind === 'passage') tree.addPassage(block.passage)
    if (block.kind === 'stray') stray.push(block.line)
    if (block.kind !== 'table') continue
    const table = bindTable(block.header, block.rows)
    if (!table) {
      stray.push(...block.rows)
      continue
    }
    for (const entry of table.entries) {
      const read = readEntry(entry, table.binding)
      const listed = listRow(entry, read, tables.length, tree, table.binding, id)
      rows.push(listed)
      notes.push(...entryNotes(listed.indicator, entry, read))
    }
    tables.push(table)
    notes.push(...tableNotes(table))
  }
  return { nodes: tree.nodes(), rows, tables, stray, notes }
}

const bindTable = (header: TableHeader, rows: readonly Line[]): ReadTable | null => {
  const binding = bindColumns(header, rows)
  return binding && { header, binding, ...entriesOf(rows, binding) }
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
