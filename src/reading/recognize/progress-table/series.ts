import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { Cell } from '../../document.ts'
import type { RowRole } from '../headers.ts'
import { type Binding, cellAt, type ValueColumn } from './binding.ts'
import type { Entry, EntryLine } from './entries.ts'

/** 値の列に立つ升目。 */
export type ValueCell = { readonly column: ValueColumn; readonly cell: Cell }

/** 一つの指標の行を、値の系列と達成率に分けたもの。`series` は上から（二つ目からは「面積」のような続きの行）。 */
export type EntrySeries = {
  readonly series: readonly Series[]
  readonly targets: readonly ValueCell[]
  readonly rates: readonly ValueCell[]
  /** 行の見出しが「達成率」なのに、値（4.17ha）が並んでいた行。 */
  readonly mislabelled: readonly EntryLine[]
  /** 行の見出しがなく、実績値とみた行。 */
  readonly assumed: readonly EntryLine[]
  /** 案に欄のない行（評価・事業費の行）。 */
  readonly unread: readonly EntryLine[]
}

type Series = { readonly line: EntryLine; readonly actuals: readonly ValueCell[] }

type Sorted = {
  readonly line: EntryLine
  readonly index: number
  readonly role: RowRole | 'none'
  readonly cells: readonly ValueCell[]
}

const rateLike = /^[\s△▲−-]*[0-9０-９.,．，]+\s*[%％]$/u
const dashLike = /^[-－‐―–ー─…]*$/u

/** 行ごとに、値の列の升目が何かを決めて集める。列の見出しが役を言うとき（R5実績）はそれに従う。 */
export const seriesOf = (entry: Entry, binding: Binding): EntrySeries => {
  const sorted = sortedLines(entry, binding)
  const pick = (role: ValueColumn['role']) =>
    sorted.flatMap((line) => line.cells.filter(({ column }) => (column.role ?? openRole(line)) === role))
  return {
    series: sorted.flatMap(seriesIn),
    targets: pick('target'),
    rates: pick('rate'),
    mislabelled: sorted.filter(({ line, role }) => line.role === 'rate' && role === 'actual').map(({ line }) => line),
    assumed: sorted.filter(isAssumed).map(({ line }) => line),
    unread: sorted.filter(({ role }) => role === 'grade' || role === 'cost').map(({ line }) => line),
  }
}

const sortedLines = (entry: Entry, { values }: Binding): readonly Sorted[] => {
  let hasActuals = false
  return entry.lines.map((line, index) => {
    const cells = valueCells(line, values)
    const role = roleOfLine(
      line,
      cells.filter(({ column }) => column.role === null),
      hasActuals,
      index,
    )
    hasActuals ||= role === 'actual'
    return { line, index, role, cells }
  })
}

const valueCells = ({ line }: EntryLine, columns: readonly ValueColumn[]): readonly ValueCell[] =>
  columns.flatMap((column) => {
    const cell = cellAt(line, column.column)
    return cell ? [{ column, cell }] : []
  })

const openRole = ({ role }: Sorted): ValueColumn['role'] =>
  role === 'actual' || role === 'rate' || role === 'target' ? role : null

/** 実績の系列。初めの行は空欄でも系列とし（空欄という値になる）、続きの行は字のあるものだけ。 */
const seriesIn = (sorted: Sorted): readonly Series[] => {
  const actuals = sorted.cells.filter(({ column }) => (column.role ?? openRole(sorted)) === 'actual')
  const written = actuals.some(({ cell }) => cell.text !== '')
  return written || (actuals.length > 0 && sorted.index === 0) ? [{ line: sorted.line, actuals }] : []
}

const isAssumed = ({ line, index, role, cells }: Sorted): boolean =>
  line.role === null && index === 0 && role === 'actual' && cells.some(({ column }) => column.role === null)

/**
 * その行の年度の列が何か。行の見出しに従うが、「達成率」の行に率でない値（4.17ha、0ha）が並ぶときは値の続きとする
 * （小千谷市の工業用地の行から）。見出しのない続きの行は、率ばかりなら達成率、そうでなければ値の続き。
 */
const roleOfLine = (
  line: EntryLine,
  open: readonly ValueCell[],
  hasActuals: boolean,
  index: number,
): RowRole | 'none' => {
  const texts = open.map(({ cell }) => cell.text).filter((text) => !dashLike.test(text))
  if (line.role === 'rate') return texts.length > 0 && !texts.some(isRate) && hasActuals ? 'actual' : 'rate'
  if (line.role) return line.role
  if (index === 0) return 'actual'
  if (texts.length === 0) return 'none'
  return texts.every((text) => rateLike.test(text)) && hasActuals ? 'rate' : 'actual'
}

/** 「75.6%」か、単位のない数（見出しに％がある表）。 */
const isRate = (text: string): boolean => rateLike.test(text) || /^[△▲−-]?[0-9０-９.,．，]+$/u.test(text)

/** 系列が二つ以上あるときの値。初めの系列の値を主とし、`parts` に全部を並べる（「0か所」と「0ha」）。 */
export const combined = (figures: readonly Figure[]): Figure | null => {
  const [first, ...others] = figures
  if (!first) return null
  const more = others.filter(({ status }) => status !== 'blank')
  return more.length === 0 ? first : { ...first, parts: [...(first.parts ?? [first]), ...more] }
}

/** 年度の列の値を読む。単位は升目、単位の列、見出しの順。 */
export const figureIn = (
  { cell, column }: { readonly cell: Cell; readonly column: Pick<ValueColumn, 'header'> },
  year: number | null,
  unit: string | null,
  scope?: Figure['scope'],
): Figure =>
  readFigure(cell.text, {
    year,
    place: cell.place,
    unit: unit ?? column.header.unit,
    ...(scope === undefined ? {} : { scope }),
  })
