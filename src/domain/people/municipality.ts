import { plainText } from '#domain/language/plain-text.ts'
import { done, type Result, refused } from '#domain/problem.ts'

/** 地方公共団体。`code` は検査数字つき 6 桁の団体コード（文字列）。 */
export type Municipality = { readonly code: string; readonly name: string }

const weights = [6, 5, 4, 3, 2] as const

/**
 * 団体コードの検査数字（全国地方公共団体コードの設定方法、手引き §7）。初めの 5 桁に 6・5・4・3・2 を掛けて足し、
 * 11 で割った余りを 11 から引いた数の下 1 桁（余り 0 なら 1、1 なら 0）。`checkDigit('15208')` → '1'
 */
export const checkDigit = (five: string): string => {
  if (!/^\d{5}$/.test(five)) throw new Error(`five digits were expected, got "${five}"`)
  const sum = weights.reduce((total, weight, i) => total + weight * Number(five[i]), 0)
  return String((11 - (sum % 11)) % 10)
}

/**
 * 団体コードを読む。全角・区切りは直すが、桁や検査数字の合わないものは断り、どうすればよいかを言う。
 * `municipalityCode('１５２０８１')` → '152081'
 */
export const municipalityCode = (text: string): Result<string> => {
  const digits = plainText(text).replaceAll('-', '')
  if (!/^\d{6}$/.test(digits)) return refused('municipality-code-shape', { text })
  const prefecture = Number(digits.slice(0, 2))
  if (prefecture < 1 || prefecture > 47) return refused('municipality-code-prefecture', { text })
  const expected = digits.slice(0, 5) + checkDigit(digits.slice(0, 5))
  return digits === expected ? done(digits) : refused('municipality-code-check-digit', { text, expected })
}
