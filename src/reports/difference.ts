import { placedCells } from './grid.ts'
import type { Block, Report, Row, Section, Table } from './report.ts'

/** 帳票の変わったところ一つ。`where` は章・行・列の名。なかったものは null。 */
export type ReportChange = {
  readonly section: string
  readonly row: string
  readonly column: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * 二つの帳票の、紙に出る字の違い。訂正した公表が「何が変わったか」を言うのに使う。
 * 行は見出しの字で、列は見出しの段を重ねた字で突き合わせるので、行が増えても後の行は違いにならない。
 *
 * @example reportDifference(前, 後) // → [{ section: '進捗', row: '創業件数', column: '令和5年度', before: '47件', after: '46件' }]
 */
export const reportDifference = (before: Report, after: Report): readonly ReportChange[] => {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    const at = was ?? is
    if (!at || was?.text === is?.text) return []
    const { section, row, column } = at
    return [{ section, row, column, before: was?.text ?? null, after: is?.text ?? null }]
  })
}

type Word = Pick<ReportChange, 'section' | 'row' | 'column'> & { readonly text: string }

/** 紙に出る字を、どこの字かを鍵にして。同じ名の行が続くときは、何番目かを鍵に足す。 */
const wordsOf = (report: Report): ReadonlyMap<string, Word> => {
  const words = new Map<string, Word>()
  const add = (key: string, word: Word) => {
    const place = `${key}\n${word.row}\n${word.column}`
    for (let nth = 0; ; nth++) {
      const own = `${place}\n${nth}`
      if (words.has(own)) continue
      words.set(own, word)
      return
    }
  }
  add('report', { section: report.title, row: '', column: '', text: report.title })
  add('report', { section: report.title, row: '', column: '時点', text: report.asOf ?? '' })
  for (const section of report.sections) for (const word of sectionWords(section)) add(section.key, word)
  return words
}

const sectionWords = (section: Section): readonly Word[] => {
  const name = section.title ?? section.name
  const word = (row: string, column: string, text: string): Word => ({ section: name, row, column, text })
  return [
    ...section.lead.map((text) => word('', '', text)),
    ...section.blocks.flatMap((block) => blockWords(block, word)),
    ...section.notes.map(({ mark, text }) => word('', mark ?? '注', text)),
  ]
}

type MakeWord = (row: string, column: string, text: string) => Word

const blockWords = (block: Block, word: MakeWord): readonly Word[] => {
  switch (block.kind) {
    case 'heading':
      return [word('', '', block.text)]
    case 'paragraphs':
      return block.paragraphs.map((text) => word('', '', text))
    case 'list':
      return block.items.map((text) => word('', '', text))
    case 'cover':
      return block.lines.map(({ text }) => word('', '', text))
    case 'table':
      return tableWords(block.table, word)
    // 図は表と同じ値を描いたもの、目次は章の題を並べたものなので、二度言わない。
    case 'chart':
    case 'contents':
      return []
  }
}

const tableWords = (table: Table, word: MakeWord): readonly Word[] => {
  const columns = columnNames(table)
  return table.groups.flatMap(({ rows }) => {
    const label = rowLabel(rows)
    return placedCells(rows).map(({ cell, column }) => word(label, columns[column] ?? '', cell.text))
  })
}

/** 列の名。見出しの段を上から重ねる。 */
const columnNames = ({ header, columns }: Table): readonly string[] => {
  const names: string[][] = columns.map(() => [])
  for (const { cell, column, columns: wide } of placedCells(header))
    for (let at = column; at < column + wide; at++) names[at]?.push(cell.text.replaceAll('\n', ''))
  return names.map((parts) => parts.filter((part) => part !== '').join(' '))
}

/** 行の名。行の見出しの升目か、なければ初めの字のある升目。 */
const rowLabel = (rows: readonly Row[]): string => {
  const cells = rows.flatMap((row) => row.cells)
  const headings = cells.filter(({ heading, text }) => heading && text !== '')
  const named = headings.length > 0 ? headings : cells.filter(({ text, number }) => text !== '' && !number).slice(0, 1)
  return named.map(({ text }) => text.replaceAll('\n', '')).join(' ')
}
