import { plainText } from '#domain/language/plain-text.ts'
import type { Cell, Line } from '../../document.ts'
import { type RowRole, rowRole } from '../headers.ts'
import { type Binding, cellAt, textAt } from './binding.ts'

/** 一つの指標の行の集まり（実績値の行と達成率の行…）。 */
export type Entry = { readonly name: Cell; readonly lines: readonly EntryLine[] }

type Growing = { readonly name: Cell; readonly lines: EntryLine[] }

/** `label` は行の見出しの升目（なければ null）、`role` はそれが言う役。 */
export type EntryLine = { readonly line: Line; readonly label: Cell | null; readonly role: RowRole | null }

/** 行を指標ごとにまとめる。`orphans` は、名のない続きの行で、前に指標のないもの。`totals` は小計・合計の行。 */
export type Entries = {
  readonly entries: readonly Entry[]
  readonly orphans: readonly Line[]
  readonly totals: readonly Line[]
}

const total = /^[(【]?(?:小計|合計|総計|総合計|計|平均)[)】]?(?:$|[(:])/u

/**
 * 名のある行から次の名のある行の前までを一つの指標とする。
 * 結合をほどいて同じ名を繰り返した表では、行の見出しが違う続きの行を同じ指標に入れる。
 */
export const entriesOf = (rows: readonly Line[], binding: Binding): Entries => {
  const entries: Growing[] = []
  const orphans: Line[] = []
  const totals: Line[] = []
  let skipping = false
  for (const line of rows) {
    const name = cellAt(line, binding.name.column)
    const entryLine = lineWithLabel(line, binding)
    const last = entries.at(-1)
    if (name && name.text !== '') {
      skipping = total.test(plainText(name.text))
      if (skipping) totals.push(line)
      else if (last && continues(last, name, entryLine)) last.lines.push(entryLine)
      else entries.push({ name, lines: [entryLine] })
    } else if (skipping) totals.push(line)
    else if (last) last.lines.push(entryLine)
    else orphans.push(line)
  }
  return { entries, orphans, totals }
}

const lineWithLabel = (line: Line, binding: Binding): EntryLine => {
  const label = cellAt(line, binding.label)
  return { line, label, role: rowRole(textAt(line, binding.label)) ?? null }
}

const continues = (entry: Entry, name: Cell, { role }: EntryLine): boolean =>
  role !== null &&
  plainText(entry.name.text) === plainText(name.text) &&
  entry.lines.length < 6 &&
  entry.lines.every((line) => line.role !== null && line.role !== role)
