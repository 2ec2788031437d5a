import { plainText } from '#domain/language/plain-text.ts'
import type { ReadYear } from '#domain/year/read-year.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { Cell, Line } from '../../document.ts'
import { type RowRole, readHeader, rowRole } from '../headers.ts'
import { type Binding, cellAt, textAt } from './binding.ts'

/** 一つの指標の行の集まり（実績値の行と達成率の行…）。 */
export type Entry = {
  readonly name: Cell
  readonly lines: readonly EntryLine[]
  /** 前の指標との間に、小計か合計の行があった。 */
  readonly after: 'subtotal' | 'total' | null
}

type Growing = Omit<Entry, 'lines'> & { readonly lines: EntryLine[] }

/** `label` は行の見出しの升目（なければ null）、`role` はそれが言う役、`year` は行の年度（年度の列か、「R5実績」の年）。 */
export type EntryLine = {
  readonly line: Line
  readonly label: Cell | null
  readonly role: RowRole | null
  readonly year: ReadYear | null
  /** 名だけの行。下の行の名の列に「目標」「実績」が立ち、値はそちらにある。 */
  readonly isLead?: true
}

/** 行を指標ごとにまとめる。`orphans` は、名のない続きの行で、前に指標のないもの。`totals` は小計・合計の行。 */
export type Entries = {
  readonly entries: readonly Entry[]
  readonly orphans: readonly Line[]
  readonly totals: readonly Line[]
  /** 小計か合計の行で終わった。 */
  readonly endsWith: Entry['after']
}

/** 小計・合計の字か。 */
export const isTotal = (text: string): boolean => total.test(plainText(text))

const total = /^[(【]?(?:小計|合計|総計|総合計|計|平均)[)】]?(?:$|[(:])/u

/**
 * 名のある行から次の名のある行の前までを一つの指標とする。
 * 結合をほどいて同じ名を繰り返した表では、行の見出しか年度が違う続きの行を同じ指標に入れる。
 */
export const entriesOf = (rows: readonly Line[], binding: Binding): Entries => {
  const entries: Growing[] = []
  const orphans: Line[] = []
  const totals: Line[] = []
  let after: Entry['after'] = null
  let skipping = false
  for (const line of rows) {
    const name = cellAt(line, binding.name.column)
    const named = name !== null && name.text !== ''
    const sum = totalIn(line, name, binding)
    if (named || sum) skipping = sum !== null
    if (skipping) {
      totals.push(line)
      after = sum ?? after
      continue
    }
    const last = after === null ? entries.at(-1) : undefined
    const own = entryLine(line, entries.at(-1)?.lines.length ?? 0, binding)
    if (name && named) {
      if (last && startsStack(last, name, binding)) last.lines.push(labelInName(line, name, binding))
      else if (last && continues(last, name, own)) last.lines.push(own)
      else {
        entries.push({ name, lines: [entryLine(line, 0, binding)], after })
        after = null
      }
    } else if (last) last.lines.push(own)
    else orphans.push(line)
  }
  return { entries, orphans, totals, endsWith: after }
}

/**
 * 名の列に行の見出し（「目標」「実績」）が立つ行か。値のない名だけの行の下にあるときだけ。
 * 名だけの行には印を付ける。
 */
const startsStack = (last: Growing, name: Cell, binding: Binding): boolean => {
  const [lead, ...others] = last.lines
  if (!lead || binding.label !== null || rowRole(name.text) === undefined) return false
  if (lead.isLead) return others.every(({ role }) => role !== rowRole(name.text))
  if (others.length > 0 || binding.values.some(({ column }) => textAt(lead.line, column) !== '')) return false
  last.lines[0] = { ...lead, isLead: true }
  return true
}

const labelInName = (line: Line, name: Cell, binding: Binding): EntryLine => ({
  line,
  label: name,
  role: rowRole(name.text) ?? null,
  year: yearOf(line, name.text, binding),
})

/** 集計の行か。名の升目か、名が空なら行の初めの升目（節や番号の列）が「小計」「合計」と言う。 */
const totalIn = (line: Line, name: Cell | null, { label }: Binding): Entry['after'] => {
  const cell = name && name.text !== '' ? name : line.cells.find(({ text }) => text !== '')
  if (!cell || cell.column === label) return null
  const text = plainText(cell.text)
  if (!isTotal(text)) return null
  return /小計/.test(text) ? 'subtotal' : 'total'
}

/** `index` は指標の中の何段目か（0 から）。行の見出しがなければ、上段・下段の断りに従う。 */
const entryLine = (line: Line, index: number, binding: Binding): EntryLine => {
  const label = cellAt(line, binding.label)
  const text = textAt(line, binding.label)
  const stacked = stackedRole(text, index, binding)
  return { line, label, role: rowRole(text) ?? stacked ?? null, year: yearOf(line, text, binding) }
}

const stackedRole = (label: string, index: number, { around: { stack } }: Binding): RowRole | undefined => {
  if (stack.length === 0) return undefined
  const place = ['上段', '中段', '下段'].indexOf(plainText(label))
  if (place < 0) return label === '' ? stack[index] : undefined
  return place === 2 ? stack.at(-1) : stack[place]
}

const yearOf = (line: Line, label: string, { rowYear, era }: Binding): ReadYear | null => {
  const context = era ? { era } : {}
  const written = rowYear === null ? undefined : readYear(textAt(line, rowYear.column), context)
  return written ?? (rowRole(label) ? readHeader(label, context).year : null)
}

const continues = (entry: Growing, name: Cell, { role, year }: EntryLine): boolean =>
  plainText(entry.name.text) === plainText(name.text) &&
  entry.lines.length < mostLines &&
  (year !== null
    ? entry.lines.every((line) => line.year !== null && (line.year.year !== year.year || line.role !== role))
    : role !== null && entry.lines.every((line) => line.role !== null && line.role !== role))

/** 同じ名を繰り返した行を一つの指標とみるのは、年度の行が並んでもこの数まで。 */
const mostLines = 24
