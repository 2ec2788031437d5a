import type { Message } from '../language/message.ts'
import type { Answer, AnswerField, AnswerValue } from './answer.ts'
import { fieldsAsked } from './asked-fields.ts'
import type { ResponseItem } from './response.ts'
import {
  type FieldCells,
  type FixedColumn,
  type ReadSheet,
  type ReadSheetCell,
  type ReadSheetRow,
  type SheetColumn,
  type SheetTag,
  sheetColumns,
  sheetHeading,
} from './response-sheet.ts'
import type { CollectionRound } from './round.ts'
import { answerInCells, saysTheSame } from './sheet-field.ts'

/**
 * 用紙の値と、いまの値の違い。change 書き出してからだれも触れていないので、用紙の値にしてよい。
 * conflict 書き出したあとに、しるべでも変わった。no-tag 名札がなく、いつの値と比べればよいか分からない。
 * name-differs 整理番号と名が合わない（並べ替えで行がずれたかもしれない）。change のほかは、一つずつ選んでもらう。
 */
export type SheetDifference = {
  readonly itemId: string
  readonly field: AnswerField
  /** 用紙の升目の番地。 */
  readonly cell: string
  readonly why: 'change' | 'conflict' | 'no-tag' | 'name-differs'
  readonly value: AnswerValue | null
  readonly now: Answer | null
  /** 式の結果を値として読んだ。 */
  readonly formula: boolean
}

/** 読めなかった欄。いまの値のままにする。 */
export type SheetUnreadable = {
  readonly itemId: string
  readonly field: AnswerField
  readonly cell: string
  readonly message: Message
}

/** 変えてはならない欄の、変わっていたところ。取り込まない。 */
export type SheetAltered = {
  readonly itemId: string
  readonly column: FixedColumn
  readonly cell: string
  readonly was: string
  readonly is: string
}

export type SheetComparison = {
  readonly differences: readonly SheetDifference[]
  readonly unreadable: readonly SheetUnreadable[]
  readonly altered: readonly SheetAltered[]
  /** 用紙に行のない項目。いまの値のまま。 */
  readonly missing: readonly string[]
  /** どの項目か分からない行（足された行、整理番号の消えた行）。 */
  readonly unknownLines: readonly number[]
  /** 同じ整理番号の行が二つ以上ある項目。どれが本当か分からないので、取り込まない。 */
  readonly repeated: readonly { readonly itemId: string; readonly lines: readonly number[] }[]
  /** なくなっていた列の見出し。 */
  readonly missingColumns: readonly string[]
  /** 用紙といまの値が同じ欄の数。 */
  readonly same: number
}

export type SheetComparisonInput = {
  readonly round: Pick<CollectionRound, 'asks' | 'fiscalYear'>
  readonly items: readonly ResponseItem[]
  readonly answers: readonly Answer[]
  readonly read: ReadSheet
  /** 信じてよい名札。なければ null。 */
  readonly tag: SheetTag | null
  /** 欄の字の指紋。書き出したときと同じものを渡す。 */
  readonly fingerprint: (cells: FieldCells) => string
}

/** 用紙といまの値を、欄ごとに比べる。何も書かない。 */
export const compareSheet = (input: SheetComparisonInput): SheetComparison => {
  const { items, read, round } = input
  const columns = sheetColumns(round.asks, round.fiscalYear)
  const known = new Set(items.map(({ id }) => id))
  const rowsOf = Map.groupBy(
    read.rows.filter(({ key }) => known.has(key)),
    ({ key }) => key,
  )
  const found = items.map((item) => ({ item, rows: rowsOf.get(item.id) ?? [] }))
  const single = found.flatMap(({ item, rows: [row, ...others] }) =>
    row && others.length === 0 ? [{ item, row }] : [],
  )
  const judged = single.flatMap(({ item, row }) => judgedFields(input, columns, item, row))
  return {
    differences: judged.flatMap((each) => (each.kind === 'difference' ? [each.difference] : [])),
    unreadable: judged.flatMap((each) => (each.kind === 'unreadable' ? [each.unreadable] : [])),
    altered: single.flatMap(({ item, row }) => alteredIn(input.tag, columns, item, row)),
    missing: found.flatMap(({ item, rows }) => (rows.length === 0 ? [item.id] : [])),
    unknownLines: read.rows.filter(({ key }) => !known.has(key)).map(({ line }) => line),
    repeated: found.flatMap(({ item, rows }) =>
      rows.length > 1 ? [{ itemId: item.id, lines: rows.map(({ line }) => line) }] : [],
    ),
    missingColumns: columns.flatMap((column) =>
      column.kind === 'answer' && !read.headings.includes(sheetHeading(column.heading)) ? [column.heading] : [],
    ),
    same: judged.filter(({ kind }) => kind === 'same').length,
  }
}

type Judged =
  | { readonly kind: 'same' }
  | { readonly kind: 'difference'; readonly difference: SheetDifference }
  | { readonly kind: 'unreadable'; readonly unreadable: SheetUnreadable }

const judgedFields = (
  input: SheetComparisonInput,
  columns: readonly SheetColumn[],
  item: ResponseItem,
  row: ReadSheetRow,
): readonly Judged[] =>
  fieldsAsked(input.round.asks, item.kind).flatMap((field) => {
    const its = columns.filter((column) => column.kind === 'answer' && column.field === field)
    const cells = its.map((column) => ({ column, cell: row.cells.get(sheetHeading(column.heading)) }))
    const present = cells.flatMap(({ column, cell }) => (cell ? [{ name: column.name, cell }] : []))
    // 列が一つでも消されていれば、この欄は読まない（空にしたのか、列ごと消したのか分からない）。
    return present.length === its.length ? [judged(input, columns, item, row, field, present)] : []
  })

type NamedCell = { readonly name: SheetColumn['name']; readonly cell: ReadSheetCell }

const judged = (
  input: SheetComparisonInput,
  columns: readonly SheetColumn[],
  item: ResponseItem,
  row: ReadSheetRow,
  field: AnswerField,
  present: readonly NamedCell[],
): Judged => {
  const cells: FieldCells = Object.fromEntries(present.map(({ name, cell }) => [name, cell.text]))
  const base = input.tag?.entries.find(
    (entry) => entry.key === item.id && entry.name === field && entry.revision !== null,
  )
  // 結合に隠れた升目や計算されていない式は、空と同じ字に見えても、書いた人は空のつもりではない。
  const hidden = present.some(({ cell }) => cell.doubt === 'merged' || cell.doubt === 'no-result')
  if (!hidden && base?.text === input.fingerprint(cells)) return { kind: 'same' }
  const first = present.find(({ cell }) => cell.text !== '' || cell.doubt !== null) ?? present[0]
  const cell = first?.cell.cell ?? ''
  const unreadable = (message: Message, at = cell): Judged => ({
    kind: 'unreadable',
    unreadable: { itemId: item.id, field, cell: at, message },
  })
  const doubtful = present.find((each) => doubtIn(each) !== undefined)
  if (doubtful)
    return unreadable(
      { code: `sheet-cell-${doubtIn(doubtful)}`, params: { raw: doubtful.cell.text } },
      doubtful.cell.cell,
    )
  const value = answerInCells(field, cells, item)
  if (!value.ok) return unreadable({ code: value.problem.code, params: value.problem.params })
  const now = input.answers.find((answer) => answer.itemId === item.id && answer.field === field) ?? null
  if (saysTheSame(value.value, now?.value ?? null, item.unit)) return { kind: 'same' }
  const why = !input.tag
    ? 'no-tag'
    : nameDiffers(input.tag, columns, item, row)
      ? 'name-differs'
      : (base?.revision ?? 0) === (now?.revision ?? 0)
        ? 'change'
        : 'conflict'
  const formula = present.some((each) => each.cell.formula)
  return { kind: 'difference', difference: { itemId: item.id, field, cell, why, value: value.value, now, formula } }
}

/** 値の欄の日付は、「3/5」や「1-2」が化けたものかもしれない。公表の見込みの日付は、そのまま読む。 */
const doubtIn = ({ name, cell }: NamedCell): string | undefined =>
  cell.doubt ?? (cell.date && (name === 'actual' || name === 'money') ? 'date' : undefined)

const fixedText = (row: ReadSheetRow, column: SheetColumn): ReadSheetCell | undefined =>
  row.cells.get(sheetHeading(column.heading))

const nameDiffers = (tag: SheetTag, columns: readonly SheetColumn[], item: ResponseItem, row: ReadSheetRow): boolean =>
  alteredIn(tag, columns, item, row).some(({ column }) => column === 'name')

const alteredIn = (
  tag: SheetTag | null,
  columns: readonly SheetColumn[],
  item: ResponseItem,
  row: ReadSheetRow,
): readonly SheetAltered[] =>
  columns.flatMap((column) => {
    if (column.kind !== 'fixed') return []
    const was = tag?.entries.find(
      (entry) => entry.key === item.id && entry.name === column.name && entry.revision === null,
    )
    const cell = fixedText(row, column)
    if (!was || !cell || sameText(was.text, cell.text)) return []
    return [{ itemId: item.id, column: column.name, cell: cell.cell, was: was.text, is: cell.text }]
  })

const sameText = (a: string, b: string): boolean => a.replace(/\s+/g, '') === b.replace(/\s+/g, '')
