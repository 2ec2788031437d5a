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
 * 行は見出しの字で突き合わせるので、行が増えても後の行は違いにならない。見出しの字だけが変わった行は、
 * 前後の行から同じ行と分かるときだけ、変わった行とする。
 *
 * @example reportDifference(前, 後) // → [{ section: '進捗', row: '創業件数', column: '令和5年度', before: '47件', after: '46件' }]
 */
export const reportDifference = (before: Report, after: Report): readonly ReportChange[] => {
  const heads = changedLines(headLines(before), headLines(after))
  const keys = [...new Set([...before.sections, ...after.sections].map(({ key }) => key))]
  const section = (report: Report, key: string) => report.sections.find((each) => each.key === key)
  return [...heads, ...keys.flatMap((key) => sectionDifference(section(before, key), section(after, key)))]
}

/** 表でない一行。`where` は同じものどうしを比べるための所。 */
type Line = { readonly section: string; readonly where: string; readonly text: string }

const headLines = ({ title, documentNumber, asOf }: Report): readonly Line[] => [
  { section: title, where: '題', text: title },
  { section: title, where: '資料番号', text: documentNumber ?? '' },
  { section: title, where: '時点', text: asOf ?? '' },
]

const sectionDifference = (before: Section | undefined, after: Section | undefined): readonly ReportChange[] => {
  const [old, now] = [tablesIn(before), tablesIn(after)]
  const name = nameOf(after ?? before)
  const tables = Array.from({ length: Math.max(old.length, now.length) }, (_, nth) =>
    tableDifference(name, old[nth], now[nth]),
  )
  return [...changedLines(linesIn(before), linesIn(after)), ...tables.flat()]
}

const nameOf = (section: Section | undefined): string => section?.title ?? section?.name ?? ''

const tablesIn = (section: Section | undefined): readonly Table[] =>
  (section?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block.table] : []))

const linesIn = (section: Section | undefined): readonly Line[] => {
  if (!section) return []
  const line = (where: string, text: string): Line => ({ section: nameOf(section), where, text })
  return [
    ...section.lead.map((text) => line('', text)),
    ...section.blocks.flatMap(textsIn).map((text) => line('', text)),
    ...section.notes.map(({ mark, text }) => line(mark ?? '注', text)),
  ]
}

/** 表のほかの字。図は表と同じ値を描いたもの、目次は章の題を並べたものなので、二度言わない。 */
const textsIn = (block: Block): readonly string[] => {
  if (block.kind === 'heading') return [block.text]
  if (block.kind === 'paragraphs') return block.paragraphs
  if (block.kind === 'list') return block.items
  return block.kind === 'cover' ? block.lines.map(({ text }) => text) : []
}

const changedLines = (before: readonly Line[], after: readonly Line[]): readonly ReportChange[] =>
  paired(
    before,
    after,
    ({ where, text }) => `${where}\n${text}`,
    (old, now) => old.where === now.where,
  ).flatMap(({ before: old, after: now }) => {
    const at = now ?? old
    if (!at || old?.text === now?.text) return []
    return [{ section: at.section, row: '', column: at.where, before: old?.text ?? null, after: now?.text ?? null }]
  })

/** 一件。見出しの字と、その升目を列の名とともに。 */
type Entry = { readonly label: string; readonly cells: readonly { readonly column: string; readonly text: string }[] }

const tableDifference = (
  section: string,
  before: Table | undefined,
  after: Table | undefined,
): readonly ReportChange[] => {
  const shaped = (old: Entry, now: Entry) => old.cells.length === now.cells.length
  return paired(entriesIn(before), entriesIn(after), ({ label }) => label, shaped).flatMap(
    ({ before: old, after: now }) => {
      const count = Math.max(old?.cells.length ?? 0, now?.cells.length ?? 0)
      return Array.from({ length: count }, (_, at) => ({ was: old?.cells[at], is: now?.cells[at] }))
        .filter(({ was, is }) => (was?.text ?? '') !== (is?.text ?? ''))
        .map(({ was, is }) => ({
          section,
          row: old?.label ?? now?.label ?? '',
          column: (is ?? was)?.column ?? '',
          before: was?.text ?? null,
          after: is?.text ?? null,
        }))
    },
  )
}

const entriesIn = (table: Table | undefined): readonly Entry[] => {
  if (!table) return []
  const columns = columnNames(table)
  return table.groups.map(({ rows }) => ({
    label: rowLabel(rows),
    cells: placedCells(rows).map(({ cell, column }) => ({ column: columns[column] ?? '', text: cell.text })),
  }))
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

type Pair<T> = { readonly before: T | undefined; readonly after: T | undefined }

/**
 * 前から順に組にする。鍵の同じものどうしを先に見付け、そのあいだに残ったものは、数が同じで形（`alike`）も合うときだけ
 * 順に組にする。ほかは、なくなったものと加わったもの。
 */
const paired = <T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  alike: (old: T, now: T) => boolean,
): readonly Pair<T>[] => {
  const waiting = Map.groupBy(
    after.map((_, at) => at),
    (at) => keyOf(after[at] as T),
  )
  const pairs: Pair<T>[] = []
  let [oldFrom, nowFrom] = [0, 0]
  const settle = (oldTo: number, nowTo: number) => {
    pairs.push(...between(before.slice(oldFrom, oldTo), after.slice(nowFrom, nowTo), alike))
  }
  before.forEach((old, at) => {
    const same = waiting.get(keyOf(old))?.find((place) => place >= nowFrom)
    if (same === undefined) return
    settle(at, same)
    pairs.push({ before: old, after: after[same] })
    oldFrom = at + 1
    nowFrom = same + 1
  })
  settle(before.length, after.length)
  return pairs
}

const between = <T>(old: readonly T[], now: readonly T[], alike: (a: T, b: T) => boolean): readonly Pair<T>[] => {
  const inOrder = old.length === now.length && old.every((each, at) => alike(each, now[at] as T))
  if (inOrder) return old.map((each, at) => ({ before: each, after: now[at] }))
  return [
    ...old.map((each) => ({ before: each, after: undefined })),
    ...now.map((each) => ({ before: undefined, after: each })),
  ]
}
