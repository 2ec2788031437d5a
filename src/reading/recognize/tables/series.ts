import type { Figure } from '#domain/quantity/figure.ts'
import type { Cell } from '../../document.ts'
import type { RowRole } from '../headers.ts'
import { type Binding, cellAt, type ValueColumn } from './binding.ts'
import type { Entry, EntryLine } from './entries.ts'

/** 値の列に立つ升目。 */
export type ValueCell = { readonly column: ValueColumn; readonly cell: Cell; readonly line: EntryLine }

/** 一つの指標の行を、値の系列と達成率に分けたもの。`series` は上から（二つ目からは「面積」のような続きの行）。 */
export type EntrySeries = {
  readonly series: readonly Series[]
  readonly targets: readonly ValueCell[]
  readonly rates: readonly ValueCell[]
  /** 判定・評価の行。 */
  readonly grades: readonly ValueCell[]
  /** 事業費・決算額の行。 */
  readonly costs: readonly ValueCell[]
  /** 行の見出しが「達成率」なのに、値（4.17ha）が並んでいた行。 */
  readonly mislabelled: readonly EntryLine[]
  /** 行の見出しがなく、実績値とみた行。 */
  readonly assumed: readonly EntryLine[]
  /** 見出しがなく、目標か実績か分からない二段目。 */
  readonly unlabelled: readonly (readonly ValueCell[])[]
  /** 案に欄のない行（「全国」の行など）。 */
  readonly unread: readonly EntryLine[]
}

type Series = { readonly line: EntryLine; readonly actuals: readonly ValueCell[] }

type LineRole = RowRole | 'none'

type Sorted = {
  readonly line: EntryLine
  readonly index: number
  readonly role: LineRole
  readonly cells: readonly ValueCell[]
}

/** 達成率。注の印（「75.6％※1」）が付いていてもよい。 */
const rateLike = /^[\s△▲−-]*[0-9０-９.,．，]+\s*[%％](?:\s*[※＊*]\d*)*$/u
const dashLike = /^[-－‐―–ー─…]*$/u

/** 行ごとに、値の列の升目が何かを決めて集める。列の見出しが役を言うとき（R5実績）はそれに従うが、行の見出しのほうが詳しければ行に従う。 */
export const seriesOf = (entry: Entry, binding: Binding): EntrySeries => {
  const sorted = sortedLines(entry, binding)
  const pick = (role: LineRole) =>
    sorted.flatMap((line) => line.cells.filter(({ column }) => roleAt(column, line) === role))
  return {
    series: sorted.flatMap(seriesIn),
    targets: pick('target'),
    rates: pick('rate'),
    grades: pick('grade'),
    costs: pick('cost'),
    mislabelled: sorted.filter(({ line, role }) => line.role === 'rate' && role === 'actual').map(({ line }) => line),
    assumed: sorted.filter(isAssumed).map(({ line }) => line),
    unlabelled: binding.label === null ? sorted.filter(isUnlabelled).map(({ cells }) => cells) : [],
    unread: sorted.filter(isUnread).map(({ line }) => line),
  }
}

const sortedLines = (entry: Entry, { values }: Binding): readonly Sorted[] => {
  let hasActuals = false
  const above: LineRole[] = []
  const shares = entry.lines.filter(({ role }) => role === 'share').length
  const lines = entry.lines.filter(({ isLead }) => !isLead)
  return lines.map((line, index) => {
    const cells = valueCells(line, values)
    const open = cells.filter(({ column }) => column.role === null)
    const role = line.role === 'share' ? shareRole(above.at(-1), shares) : roleOfLine(line, open, hasActuals, index)
    hasActuals ||= role === 'actual'
    above.push(role)
    return { line, index, role, cells }
  })
}

/** 「（％）」の行。目標にも実績にも付いていれば、それぞれの値の言い直し。実績にだけなら達成率。 */
const shareRole = (above: LineRole | undefined, shares: number): LineRole => {
  if (above !== 'target' && above !== 'actual') return 'none'
  return shares > 1 ? above : above === 'actual' ? 'rate' : 'target'
}

const valueCells = (line: EntryLine, columns: readonly ValueColumn[]): readonly ValueCell[] =>
  columns.flatMap((column) => {
    const cell = cellAt(line.line, column.column)
    return cell ? [{ column, cell, line }] : []
  })

/** その行のその列の役。束ねの「実績値」の下でも、行の見出しが「達成率」「目標値」「判定」と言えばそれ。 */
const roleAt = ({ role }: ValueColumn, sorted: Sorted): LineRole => {
  const ofLine = sorted.line.role
  const narrower = ofLine !== null && ofLine !== 'actual'
  return role === null || (role === 'actual' && narrower) ? sorted.role : role
}

/** 実績の系列。初めの行は空欄でも系列とし（空欄という値になる）、続きの行は字のあるものだけ。 */
const seriesIn = (sorted: Sorted): readonly Series[] => {
  const actuals = sorted.cells.filter(({ column }) => roleAt(column, sorted) === 'actual')
  const written = actuals.some(({ cell }) => cell.text !== '')
  return written || (actuals.length > 0 && sorted.index === 0) ? [{ line: sorted.line, actuals }] : []
}

const isAssumed = ({ line, index, role, cells }: Sorted): boolean =>
  line.role === null && index === 0 && role === 'actual' && cells.some(({ column }) => column.role === null)

/** 二段目に値があるのに、目標か実績かを言う見出しも断りもない行（年度の行が続く表では、段ではない）。 */
const isUnlabelled = ({ line, index, role, cells }: Sorted): boolean =>
  index === 1 &&
  line.role === null &&
  line.year === null &&
  role === 'actual' &&
  cells.filter(({ cell }) => cell.text !== '').length >= 2

const isUnread = ({ line, role, cells }: Sorted): boolean =>
  role === 'none' && (line.label?.text ?? '') !== '' && cells.some(({ cell }) => cell.text !== '')

/**
 * その行の年度の列が何か。行の見出しに従うが、「達成率」の行に率でない値（4.17ha、0ha）が並ぶときは値の続きとする
 * （小千谷市の工業用地の行から）。見出しのない続きの行は、率ばかりなら達成率、そうでなければ値の続き。
 * 値の役でない見出し（「全国」）の続きの行は、指標の値ではない。
 */
const roleOfLine = (line: EntryLine, open: readonly ValueCell[], hasActuals: boolean, index: number): LineRole => {
  const texts = open.map(({ cell }) => cell.text).filter((text) => !dashLike.test(text))
  if (line.role === 'rate') return texts.length > 0 && !texts.some(isRate) && hasActuals ? 'actual' : 'rate'
  if (line.role) return line.role
  if (index === 0 || line.year !== null) return 'actual'
  if (texts.length === 0 || (line.label?.text ?? '') !== '') return 'none'
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
