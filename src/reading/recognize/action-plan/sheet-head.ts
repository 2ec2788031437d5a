import { plainText } from '#domain/language/plain-text.ts'
import type { Place } from '#domain/provenance.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type Doubt, doubt } from './doubt.ts'
import { fragmentsOf, type Piece, part, readable } from './fragments.ts'
import { type Goals, type GoalTitle, numberedTitles } from './goals.ts'
import { implementersOf } from './implementers.ts'
import { filled, type Span, spanAt, spansOf } from './rows.ts'

/** 関連する指標一つ。`label` は「成果目標」か「重要業績評価指標(KPI)」、`value` は名と目標の字面。 */
export type Related = { readonly label: string; readonly value: Piece }

/** 個票の上の部分。 */
export type SheetHead = {
  readonly goals: readonly GoalTitle[]
  /** 総合計画の関連施策（「13. 農林水産業の振興」「13-4畜産業の振興」）。 */
  readonly policies: readonly string[]
  /** 上段 事務事業名、下段 事業名。 */
  readonly names: readonly Piece[]
  readonly implementers: readonly string[]
  readonly period: { readonly from: number | null; readonly to: number | null } | null
  readonly related: readonly Related[]
  readonly doubts: readonly Doubt[]
}

type Role = 'goal' | 'policy' | 'name' | 'implementer' | 'period' | 'related' | undefined

const roleOf = (word: string): Role => {
  if (/成果目標|KPI|重要業績/u.test(word)) return 'related'
  if (/施策$/u.test(word)) return 'policy'
  if (/事業名/u.test(word)) return 'name'
  if (/主体$/u.test(word)) return 'implementer'
  if (/期間$/u.test(word)) return 'period'
  return /^基本目標/u.test(word) ? 'goal' : undefined
}

/** 升目と、それが何かの読み。列だけでなく、字面（指標の札、基本目標の題）で決める。 */
type Read =
  | { readonly kind: 'labels'; readonly labels: readonly string[]; readonly cell: Cell; readonly role: Role }
  | { readonly kind: 'goals'; readonly goals: readonly GoalTitle[]; readonly cell: Cell; readonly role: Role }
  | { readonly kind: 'other'; readonly cell: Cell; readonly role: Role }

const labelWord = /成果目標|数値目標|重要業績評価指標(?:\(KPI\))?|KPI/gu
const onlyLabels = new RegExp(`^(?:${labelWord.source})+$`, 'u')

const labelsIn = (text: string): readonly string[] => {
  const plain = plainText(text)
  return onlyLabels.test(plain) ? (plain.match(labelWord) ?? []) : []
}

const readCell = (cell: Cell, spans: readonly Span[], goals: Goals): Read => {
  const role = roleOf(spanAt(spans, cell.column)?.word ?? '')
  const labels = labelsIn(cell.text)
  if (labels.length > 0) return { kind: 'labels', labels, cell, role }
  const titles = fragmentsOf(cell).flatMap(numberedTitles)
  const known = titles.filter((title) => goals.of(title) !== undefined)
  return known.length > 0 && known.length === titles.length
    ? { kind: 'goals', goals: titles, cell, role }
    : { kind: 'other', cell, role }
}

export const readHead = (header: Line, lines: readonly Line[], goals: Goals): SheetHead => {
  const spans = spansOf(header)
  const rows = lines.map((line) => filled(line).map((cell) => readCell(cell, spans, goals)))
  const others = rows.map((row) => row.filter((read) => read.kind === 'other'))
  const cellsOf = (role: Role): readonly Cell[] =>
    others.flat().flatMap((read) => (read.role === role ? [read.cell] : []))
  const related = relatedOf(rows)
  const period = cellsOf('period')[0]
  return {
    goals: rows.flat().flatMap((read) => (read.kind === 'goals' ? read.goals : [])),
    policies: policiesOf([...cellsOf('goal'), ...cellsOf('policy')].toSorted(byLine)),
    names: namesOf(cellsOf('name')),
    implementers: cellsOf('implementer').flatMap(implementersOf),
    period: period ? periodOf(period.text) : null,
    related: related.value,
    doubts: [...related.doubts, ...displaced(rows.flat())],
  }
}

const byLine = (a: Cell, b: Cell): number => lineOf(a.place) - lineOf(b.place)
const lineOf = (place: Place): number => ('line' in place ? place.line : 0)

/** 「28. 移住・定住の促進 28-4シティ…」のように一つの升目に並ぶ施策を分ける。 */
const policiesOf = (cells: readonly Cell[]): readonly string[] =>
  cells.flatMap(fragmentsOf).flatMap(({ text }) =>
    readable(text)
      .split(/\s+(?=\d{1,2}(?:-\d{1,2})?[.．]?\s*\D)/u)
      .filter((policy) => policy !== ''),
  )

/** 上段と下段。一行に潰れた升目は、空白の両側がどちらも「…事業」のときだけ分ける。 */
const namesOf = (cells: readonly Cell[]): readonly Piece[] => {
  const pieces = cells.flatMap(fragmentsOf)
  const [only, ...others] = pieces
  if (!only || others.length > 0) return pieces
  const split = /^(?<upper>\S+事業)\s+(?<lower>\S+事業)$/u.exec(only.text)?.groups
  const upper = split && part(only, 0, (split.upper ?? '').length)
  const lower = split && part(only, (split.upper ?? '').length)
  return upper && lower ? [upper, lower] : [only]
}

/** 「R2 ~ R6」。 */
export const periodOf = (text: string): SheetHead['period'] => {
  const [from, to] = text.split(/\s*[~～〜－–—-]\s*/u)
  const [start, end] = [readYear(from ?? '')?.year ?? null, readYear(to ?? '')?.year ?? null]
  return start === null && end === null ? null : { from: start, to: end ?? (to === undefined ? start : null) }
}

/** 札の右（右になければ指標の列）にある字面を、その札の指標とする。 */
const relatedOf = (rows: readonly (readonly Read[])[]): { value: readonly Related[]; doubts: readonly Doubt[] } => {
  let current: readonly string[] = []
  const found = rows.flatMap((row) => {
    const labelled = row.find((read) => read.kind === 'labels')
    if (labelled?.kind === 'labels') current = labelled.labels
    const values = row.filter(
      ({ kind, role, cell }) => kind === 'other' && (role === 'related' || isRightOf(cell, labelled)),
    )
    return values.flatMap(({ cell }) => bound(current, cell))
  })
  return { value: found.flatMap(({ related }) => related), doubts: found.flatMap(({ doubts }) => doubts) }
}

const isRightOf = (cell: Cell, labelled: Read | undefined): boolean =>
  labelled?.role === 'related' && cell.column > labelled.cell.column

/** 札が一つの升目に二つあるときは、二つ以上の空白で分けた字面を順に当てる。 */
const bound = (labels: readonly string[], cell: Cell): { related: readonly Related[]; doubts: readonly Doubt[] } => {
  const [first] = labels
  const pieces = fragmentsOf(cell)
  if (first === undefined)
    return {
      related: [],
      doubts: [doubt('warning', 'sheet-cell-unread', { text: cell.text.slice(0, 40) }, [cell.place])],
    }
  if (labels.length === 1) return { related: pieces.map((value) => ({ label: first, value })), doubts: [] }
  const split = pieces.flatMap(byWideSpace)
  const related = split.map((value, index) => ({ label: labels[index] ?? labels.at(-1) ?? first, value }))
  return {
    related,
    doubts: [doubt('warning', 'sheet-labels-in-one-cell', { labels: labels.join('・') }, [cell.place])],
  }
}

const byWideSpace = (piece: Piece): readonly Piece[] =>
  [...piece.text.matchAll(/\S+(?:\s\S+)*/gu)].flatMap(
    ({ 0: text, index }) => part(piece, index, index + text.length) ?? [],
  )

/** 札や基本目標が、見出しと違う列にある（抽出で升目が入れ替わった）。 */
const displaced = (reads: readonly Read[]): readonly Doubt[] =>
  reads.flatMap(({ kind, role, cell }) =>
    (kind === 'labels' && role !== 'related') || (kind === 'goals' && role !== 'goal')
      ? [doubt('warning', 'sheet-cell-displaced', { text: cell.text.slice(0, 40) }, [cell.place])]
      : [],
  )
