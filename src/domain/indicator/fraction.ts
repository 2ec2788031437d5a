import { compare, isNegative, isZero, negated, percentOf, percentRounded, times } from '#domain/quantity/decimal.ts'
import type { Rounding } from '../quantity/decimal.ts'

/**
 * 率（割る前の分数のまま）。割り算は丸めるときに一度だけするので、643/800 = 80.375 は 80.4 になり、
 * 1/3 のような割り切れない率も、端数の決まりどおりに正しく丸まる。分母は必ず正。
 */
export type Fraction = { readonly numerator: string; readonly denominator: string }

/** 分母が 0 の率はない。呼ぶ前に「率のないわけ」に分けておく。 */
export const fraction = (numerator: string, denominator: string): Fraction => {
  if (isZero(denominator)) throw new Error(`a fraction needs a denominator other than zero: ${numerator} ÷ 0`)
  return isNegative(denominator)
    ? { numerator: negated(numerator), denominator: negated(denominator) }
    : { numerator, denominator }
}

/** 丸めない百分率（小数 20 桁まで）。`percentIn(643/800)` → '80.375' */
export const percentIn = ({ numerator, denominator }: Fraction): string => percentOf(numerator, denominator)

/** 決まりどおり丸めた百分率。`percentShown(643/800, { mode: 'half-up', places: 1 })` → '80.4' */
export const percentShown = ({ numerator, denominator }: Fraction, rounding: Rounding): string =>
  percentRounded(numerator, denominator, rounding)

/** 下限・上限との比べ。割らずに比べる。 */
export const comparePercent = ({ numerator, denominator }: Fraction, limit: string): -1 | 0 | 1 =>
  compare(times(numerator, '100'), times(denominator, limit))
