import Big from 'big.js'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { NumberCell, NumberRow } from './number-rows.ts'
import type { Phrase } from './phrase.ts'
import type { TableYears } from './stream-pages.ts'

/** 数の行の値。年度の順。値のない升目は null。 */
export type RowValues = {
  readonly targets: readonly (Big | null)[]
  readonly total: Big | null
  readonly actuals: readonly (Big | null)[]
  readonly actualTotal: Big | null
  /** 実績の出ている年度の、目標と実績。 */
  readonly target: Big | null
  readonly actual: Big | null
  /** 同じ値の行かどうかを比べるための字面。 */
  readonly spelling: string
}

export const amountIn = (raw: string | undefined): Big | null => {
  if (raw === undefined) return null
  const { value } = readFigure(raw, { year: null, place: { line: 0 } })
  return value === null ? null : new Big(value)
}

/** 目標の表記の値と単位。組ごとに何度も聞くので、一度だけ読む。 */
const readPhrases = new WeakMap<Phrase, { readonly value: Big | null; readonly unit: string | null }>()

const phraseAmount = (phrase: Phrase) => {
  const known = readPhrases.get(phrase)
  if (known) return known
  const { value, unit } = readFigure(phrase.amount, { year: null, place: phrase.place })
  const read = { value: value === null ? null : new Big(value), unit }
  readPhrases.set(phrase, read)
  return read
}

export const phraseValue = (phrase: Phrase | null): Big | null => (phrase ? phraseAmount(phrase).value : null)

export const phraseUnit = (phrase: Phrase | null): string | null => (phrase ? phraseAmount(phrase).unit : null)

/**
 * 実績の段の升目を年度に当てる。升目は初めの年度から並び、最後が合計。
 * 報告の年度が初年度でないのに年度の升目が一つだけなら、その年度の値とする。
 */
export const spreadActuals = (
  cells: readonly NumberCell[],
  { years, total, reported }: TableYears,
): { readonly yearly: readonly (NumberCell | null)[]; readonly total: NumberCell | null } => {
  const hasTotal = total && cells.length > 1
  const values = hasTotal ? cells.slice(0, -1) : cells
  const at = reported === null ? 0 : Math.max(0, years.indexOf(reported))
  const shift = values.length === 1 && at > 0 ? at : 0
  return {
    yearly: years.map((_, index) => values[index - shift] ?? null),
    total: hasTotal ? (cells.at(-1) ?? null) : null,
  }
}

/** 目標の段の升目を年度に当てる。 */
export const spreadTargets = (
  cells: readonly NumberCell[],
  { years, total }: TableYears,
): { readonly yearly: readonly (NumberCell | null)[]; readonly total: NumberCell | null } => ({
  yearly: years.map((_, index) => cells[index] ?? null),
  total: total ? (cells[years.length] ?? null) : null,
})

export const rowValues = (row: NumberRow, years: TableYears): RowValues => {
  const targets = spreadTargets(row.targets, years)
  const actuals = spreadActuals(row.actuals, years)
  const values = (cells: readonly (NumberCell | null)[]) => cells.map((cell) => amountIn(cell?.raw))
  const at = years.reported === null ? 0 : Math.max(0, years.years.indexOf(years.reported))
  const [targetValues, actualValues] = [values(targets.yearly), values(actuals.yearly)]
  return {
    targets: targetValues,
    total: amountIn(targets.total?.raw),
    actuals: actualValues,
    actualTotal: amountIn(actuals.total?.raw),
    target: targetValues[at] ?? null,
    actual: actualValues[at] ?? null,
    spelling: `${row.targets.map(spell).join(' ')} / ${row.actuals.map(spell).join(' ')}`,
  }
}

// 「―」の長さや前後の空白の違いは、値の違いではない。
const spell = (cell: NumberCell): string => (/^[―－ー—‐–─-]+$/u.test(cell.raw) ? '-' : cell.raw.normalize('NFKC'))
