import type { Indicator } from '#domain/plan/draft.ts'
import { compare } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { inBaseUnit, readUnit } from '#domain/quantity/unit.ts'

/** 値の単位。升目に書かれていなければ指標の単位。 */
export const unitOf = (figure: Figure, indicator: Indicator): string | null => figure.unit ?? indicator.unit

/**
 * 比べられる単位か。千円と円、ha と ㎡ は換算して比べる。年度の値なので「組／年」と「組」は同じ。
 * 単位の書かれていない値は、相手と同じ単位と見る。件と千人は比べられない。
 */
const comparable = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true
  const [one, other] = [readUnit(a), readUnit(b)]
  return one.base === other.base && (one.per ?? '年') === (other.per ?? '年')
}

/** もとの単位（千人なら人）での数。比べられない単位なら undefined。 */
export const inBase = (value: string, own: string | null, against: string | null): string | undefined =>
  comparable(own, against) ? inBaseUnit(value, own ?? against) : undefined

/** 二つの値を比べる。単位が合わないか数でなければ undefined。 */
export const compareAmounts = (a: Figure, b: Figure, indicator: Indicator): -1 | 0 | 1 | undefined => {
  if (a.value === null || b.value === null) return undefined
  const [unitA, unitB] = [unitOf(a, indicator), unitOf(b, indicator)]
  const [one, other] = [inBase(a.value, unitA, unitB), inBase(b.value, unitB, unitA)]
  return one === undefined || other === undefined ? undefined : compare(one, other)
}

/** 数を人が読む形に。`numberInWords('-1069.5')` → '−1,069.5' */
export const numberInWords = (value: string): string => {
  const [whole = '', rest] = value.replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${value.startsWith('-') ? '−' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`
}

/** 値と単位。`amountInWords(1069人)` → '1,069人' */
export const amountInWords = (figure: Figure, indicator: Indicator): string =>
  figure.value === null ? figure.raw.trim() : `${numberInWords(figure.value)}${unitOf(figure, indicator) ?? ''}`
