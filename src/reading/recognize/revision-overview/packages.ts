import { plainText } from '#domain/language/plain-text.ts'
import type { Note, PlanNode, RevisionItem } from '#domain/plan/draft.ts'
import { note } from '#domain/plan/note.ts'
import type { IdMaker } from '../../assemble/ids.ts'
import { type Piece, piecesAt, trimmed } from '../../assemble/pieces.ts'
import type { Cell, Line } from '../../document.ts'
import { isBlankMark } from '../blank-mark.ts'
import { onlyCell, readHeading } from '../headings.ts'
import { cellIn, circleMark, written } from './lines.ts'

/** 基本目標と、その下の戦略パッケージ・主な変更内容。 */
export type Packages = {
  readonly nodes: readonly PlanNode[]
  readonly items: readonly RevisionItem[]
  readonly notes: readonly Note[]
}

type PackageColumns = { readonly level: string; readonly name: number; readonly changes: number }

/** 「戦略パッケージ | 主な変更内容」。 */
export const packageHeader = (line: Line): PackageColumns | null => {
  const name = line.cells.find(({ text }) =>
    /^(?:戦略)?パッケージ(?:名)?$|^(?:基本的方向|施策(?:分野|名)?|具体的施策|主要施策)$/.test(plainText(text)),
  )
  const changes = line.cells.find(({ text }) =>
    /^(?:主な)?(?:変更|見直し|改訂|修正)の?(?:内容|点)$/.test(plainText(text)),
  )
  return name && changes ? { level: plainText(name.text), name: name.column, changes: changes.column } : null
}

/** 読みながら持つもの。`named` は、表の変更内容に「」で名を挙げた、後の文で説明される項目。 */
type Reading = {
  goal: Growing | null
  columns: PackageColumns | null
  /** 表の見出しが一度だけで、基本目標がその下の帯になっているか。 */
  banded: boolean
  pack: Growing | null
  lastItem: string
  detail: Growing | null
}

type Growing = { readonly node: PlanNode; readonly text: string[] }

/**
 * 基本目標の見出しと、その下の「戦略パッケージ | 主な変更内容」の表を読む。表が一つで、基本目標が帯になっているものも読む。
 * 変更内容は「○」で分ける。表の後の文は、すぐ上の変更内容が「」で挙げた項目の説明ならその項目の節に、
 * そうでなければ戦略パッケージの文にする（変更内容の数には入れない）。
 */
export const readPackages = (lines: readonly Line[], title: string, id: IdMaker): Packages => {
  const grown: Growing[] = []
  const items: RevisionItem[] = []
  const notes: Note[] = []
  const at: Reading = { goal: null, columns: null, banded: false, pack: null, lastItem: '', detail: null }
  const grow = (node: PlanNode, text: readonly string[] = []): Growing => {
    const growing = { node, text: [...text] }
    grown.push(growing)
    return growing
  }
  for (const line of lines) {
    if (written(line).length === 0 || plainText(line.text) === title) continue
    const heading = readHeading(line)
    const header = packageHeader(line)
    if (heading?.rank === 1) {
      at.banded ||= at.columns !== null && at.pack === null
      const columns = at.banded ? at.columns : null
      Object.assign(at, { goal: grow(goalNode(heading, id)), columns, pack: null, detail: null })
    } else if (header) {
      Object.assign(at, { columns: header, banded: false, pack: null, detail: null })
    } else if (at.columns && cellIn(line, at.columns.name)?.text && written(line).length >= 2) {
      const read = readPackage(line, at.columns, at.goal?.node.id ?? null, id)
      Object.assign(at, { pack: grow(read.node), lastItem: read.items.at(-1)?.text ?? '', detail: null })
      items.push(...read.items)
      if (!at.goal)
        notes.push(
          note('warning', 'package-without-goal', { name: read.node.title }, [read.node.place], [read.node.id]),
        )
    } else if (at.columns && at.pack && cellIn(line, at.columns.changes)?.text) {
      const more = itemsIn(cellIn(line, at.columns.changes), at.goal?.node.id ?? null, packageName(at.pack.node))
      at.lastItem = more.at(-1)?.text ?? at.lastItem
      items.push(...more)
    } else if (at.pack) {
      const cell = onlyCell(line)
      if (cell) addDetail(at, at.pack, cell, grow, notes, id)
    } else if (at.banded && at.goal) {
      const cell = onlyCell(line)
      if (cell) at.goal.text.push(cell.text)
    }
  }
  return {
    nodes: grown.map(({ node, text }) => ({ ...node, text: text.length > 0 ? text.join('\n') : null })),
    items,
    notes,
  }
}

const goalNode = (
  { level, number, title, place }: Omit<PlanNode, 'id' | 'parent' | 'text'>,
  id: IdMaker,
): PlanNode => ({
  id: id('n', null, level, number ?? title),
  parent: null,
  level,
  number,
  title,
  text: null,
  place,
})

const numbered = /^[(（]([0-9０-９]{1,2})[)）][\s　]*/u

const packageName = ({ number, title }: PlanNode): string => (number === null ? title : `(${number})${title}`)

const readPackage = (line: Line, columns: PackageColumns, goal: string | null, id: IdMaker) => {
  const cell = cellIn(line, columns.name)
  const printed = cell?.text ?? ''
  const lead = numbered.exec(printed)
  const title = printed.slice(lead?.[0].length ?? 0)
  const number = lead?.[1]?.normalize('NFKC') ?? null
  const node: PlanNode = {
    id: id('n', goal, columns.level, number ?? title),
    parent: goal,
    level: columns.level,
    number,
    title,
    text: null,
    place: cell?.place ?? line.place,
  }
  return { node, items: itemsIn(cellIn(line, columns.changes), goal, printed) }
}

const itemsIn = (cell: Cell | null, goal: string | null, name: string): readonly RevisionItem[] =>
  cell === null || isBlankMark(cell.text)
    ? []
    : piecesAt(cell.text, cell.place, circleMark).map(({ text, place }) => ({ node: goal, package: name, text, place }))

/** 表の後の文。すぐ上の変更内容が「」で挙げた名で始まれば、その項目の節を作り、続きの文をその文とする。 */
const addDetail = (
  at: Reading,
  pack: Growing,
  cell: Cell,
  grow: (node: PlanNode, text?: readonly string[]) => Growing,
  notes: Note[],
  id: IdMaker,
): void => {
  const named = namesIn(at.lastItem)
  const start = named.map((name) => prefixNamed(cell, name)).find((prefix) => prefix !== null)
  if (start) {
    const { id: parent } = pack.node
    const level = /具体的施策/.test(at.lastItem) ? '具体的施策' : '施策'
    const node = {
      id: id('n', parent, level, start.title.text),
      parent,
      level,
      number: null,
      title: start.title.text,
      text: null,
    }
    at.detail = grow({ ...node, place: start.title.place }, start.rest)
    return
  }
  if (at.detail) at.detail.text.push(cell.text)
  else {
    pack.text.push(cell.text)
    notes.push(note('info', 'text-joined-to-package', { name: packageName(pack.node) }, [cell.place], [pack.node.id]))
  }
}

const bare = (text: string): string => plainText(text).replace(/[「」『』]/g, '')

/** 「」の中の名（中の『』は問わない）。 */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/「([^「」]+)」(?:の[^、。「」]{1,6}$)?/gu)]
    .map((match) => bare(match[1] ?? ''))
    .filter((name) => name !== '')

/** 升目がその名で始まるなら、名と、その後の文に分ける。 */
const prefixNamed = (cell: Cell, name: string): { readonly title: Piece; readonly rest: readonly string[] } | null => {
  if (!bare(cell.text).startsWith(name)) return null
  let end = 1
  while (end < Math.min(cell.text.length, name.length * 4) && bare(cell.text.slice(0, end)) !== name) end += 1
  const [title] = trimmed(cell.text, cell.place, 0, end)
  const rest = cell.text.slice(end).trim()
  return title ? { title, rest: rest === '' ? [] : [rest] } : null
}
