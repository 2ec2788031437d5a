import { plainText } from '#domain/language/plain-text.ts'
import type { Line } from '../../document.ts'
import type { Heading } from '../headings.ts'
import { readHeading } from '../headings.ts'
import { type Binding, cellAt } from './binding.ts'
import type { Column } from './header-columns.ts'
import type { Tree } from './tree.ts'

/** 節の列（基本目標・施策…）の見出しに、表の外の見出しより深い段を与える。 */
const columnRank = 10

/**
 * 節の列を読んで木に足す。空の升目は上の行から続き（結合）、同じ字の繰り返しも同じ節とする。
 * 左の列が変われば、右の列はやり直す。
 */
export const addLevels = (tree: Tree, line: Line, { levels }: Binding): void => {
  for (const [depth, column] of levels.entries()) addLevel(tree, line, column, columnRank + depth)
}

const addLevel = (tree: Tree, line: Line, column: Column, rank: number): void => {
  const cell = cellAt(line, column.column)
  if (!cell || cell.text === '') return
  const read = readHeading({ ...line, cells: [cell] })
  const heading: Heading = {
    level: read && read.level !== '区分' && read.level !== '施策分野' ? read.level : column.header.word || '区分',
    rank,
    number: read?.number ?? null,
    title: read?.title ?? cell.text,
    repeated: read?.repeated ?? /[(（]再掲[)）]/u.test(cell.text),
    place: read?.place ?? cell.place,
  }
  const open = tree.path().find((branch) => branch.rank === rank)
  const same = open && plainText(open.node.title) === plainText(heading.title) && open.node.number === heading.number
  if (!same) tree.addHeading(heading)
}
