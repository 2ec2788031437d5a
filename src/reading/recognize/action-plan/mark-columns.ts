import type { Cell } from '../../document.ts'
import { isNumberHeader, isProjectHeader } from './header-rows.ts'
import type { MatrixTable } from './outline.ts'
import { filled, type Span, spanAt, spansOf, wholeNumber } from './rows.ts'

/** 印の列の役。tag は「新たな視点」「シティプロモーションの視点」のように番号で選ぶ組。 */
export type MarkRole = 'number' | 'name' | 'goal' | 'tag' | 'sdgs' | 'priority' | 'implementer' | 'other'

/** 列一つ。`group` は一段目の見出し、`number` は二段目の番号（番号の列がなければ null）。 */
export type MarkColumn = { readonly role: MarkRole; readonly group: string; readonly number: string | null }

/** 列の割り当て。`how` が restarts なら、見出しの列がずれていて番号の並び（1～4、1～2、1～5）から決めた。 */
export type MarkColumns = {
  readonly how: 'spans' | 'restarts'
  readonly at: (column: number) => MarkColumn | undefined
  readonly groups: readonly Span[]
}

/**
 * 二段の見出しから、列ごとの役を決める。一段目の組は次の組の手前まで広がり、二段目の番号がその中の位置を言う。
 * 抽出で一段目の空の升目が落ちていると番号が組の範囲に合わない。そのときは番号が 1 に戻るところで組を分ける。
 */
export const markColumns = ({ header, numbers }: MatrixTable): MarkColumns => {
  const spans = spansOf(header)
  const numberCells = numbers ? filled(numbers) : []
  return aligned(spans, numberCells) ? bySpans(spans, numberCells) : byRestarts(spans, numberCells)
}

const roleOf = (word: string): MarkRole => {
  if (isNumberHeader(word)) return 'number'
  if (isProjectHeader(word)) return 'name'
  if (/SDGs/iu.test(word)) return 'sdgs'
  if (/^重点/u.test(word)) return 'priority'
  if (/基本目標/u.test(word)) return 'goal'
  if (/視点|戦略|分野/u.test(word)) return 'tag'
  return /主体|担当|所管|課$/u.test(word) ? 'implementer' : 'other'
}

/** 番号で選ぶ組か。 */
const isNumbered = (word: string): boolean => ['goal', 'tag'].includes(roleOf(word))

/** どの番号の列も、番号で選ぶ組の範囲にあり、組の中で 1 から順に並ぶ。 */
const aligned = (spans: readonly Span[], numbers: readonly Cell[]): boolean =>
  spans
    .filter(({ word }) => isNumbered(word))
    .every(({ from, to }) => {
      const own = numbers.filter(({ column }) => from <= column && column < to)
      return own.length > 0 && own.every(({ text }, index) => wholeNumber(text) === String(index + 1))
    }) && numbers.every(({ column }) => isNumbered(spanAt(spans, column)?.word ?? ''))

const bySpans = (spans: readonly Span[], numbers: readonly Cell[]): MarkColumns => ({
  how: 'spans',
  groups: spans,
  at: (column) => {
    const span = spanAt(spans, column)
    const number = numbers.find((cell) => cell.column === column)
    return (
      span && { role: roleOf(span.word), group: span.word, number: number ? (wholeNumber(number.text) ?? null) : null }
    )
  },
})

/** 番号が 1 に戻るところで分けた列の並びを、番号で選ぶ組に順に当てる。余る列は残りの見出しに順に当てる。 */
const byRestarts = (spans: readonly Span[], numbers: readonly Cell[]): MarkColumns => {
  const runs = runsOf(numbers)
  const groups = spans.filter(({ word }) => isNumbered(word))
  const lastNumbered = numbers.at(-1)?.column ?? -1
  const lead = spans.filter(({ word }) => ['number', 'name'].includes(roleOf(word)))
  const rest = spans.slice(spans.findLastIndex(({ word }) => isNumbered(word)) + 1)
  const sound = runs.length === groups.length
  return {
    how: 'restarts',
    groups: spans,
    at: (column) => {
      const run = runs.findIndex((cells) => cells.some((cell) => cell.column === column))
      const group = groups[run]
      const number = numbers.find((cell) => cell.column === column)
      if (sound && group && number)
        return { role: roleOf(group.word), group: group.word, number: wholeNumber(number.text) ?? null }
      if (column > lastNumbered) return trailing(rest, column - lastNumbered - 1)
      const head = lead.find((span) => span.from === column)
      return head && { role: roleOf(head.word), group: head.word, number: null }
    },
  }
}

const runsOf = (numbers: readonly Cell[]): readonly (readonly Cell[])[] => {
  const starts = numbers.flatMap((cell, index) => (index === 0 || wholeNumber(cell.text) === '1' ? [index] : []))
  return starts.map((start, index) => numbers.slice(start, starts[index + 1]))
}

/** 番号の列より右の列。見出しの数で足りないところは最後の見出しの続きとみる。 */
const trailing = (rest: readonly Span[], index: number): MarkColumn | undefined => {
  const span = rest[index] ?? rest.at(-1)
  return span && { role: roleOf(span.word), group: span.word, number: null }
}
