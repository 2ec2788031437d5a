import { compare, plus, times } from './decimal.ts'
import { scaleFactor, scaleWords } from './unit.ts'

/** 頭から読めた数。`length` は読んだ文字数。compound は「4億3,000万」のように位をまたいで足し合わせた数。 */
export type Numeral = { readonly value: string; readonly length: number; readonly compound: boolean }

/**
 * 半角にした字面の頭にある数を読む。数で始まらなければ undefined、数の形が壊れていれば 'malformed'
 * （「1,2345」「4億3,0000万」「1 209」）。もっともらしい数に直すことはしない。
 * `readNumeral('1,009人')` → `{ value: '1009', length: 5, compound: false }`
 */
export const readNumeral = (half: string): Numeral | 'malformed' | undefined => {
  const [signed = '', sign = ''] = signMark.exec(half) ?? []
  const first = readDigits(half.slice(signed.length))
  if (first === undefined || first === 'malformed') return first
  const whole = readCompound(half.slice(signed.length), first)
  if (whole === 'malformed') return whole
  return { ...whole, value: withSign(sign, whole.value), length: signed.length + whole.length }
}

/** 負の印。△▲▼ は数が続くときだけ負（△ だけなら評価の印）。 */
const signMark = /^([-−‐‑–△▲▼+±]?)\s*(?=\d)/

const withSign = (sign: string, value: string): string =>
  sign === '' || sign === '+' || sign === '±' || /^[0.]+$/.test(value) ? value : `-${value}`

type Digits = { readonly value: string; readonly length: number }

// 桁区切りは三桁ごと。「1, 209」のように区切りのあとに一つ空くことがある。
const grouped = /^\d{1,3}(?:, ?\d{3})+(?:\.\d+)?/
const bare = /^\d+(?:\.\d+)?/

const readDigits = (text: string): Digits | 'malformed' | undefined => {
  const printed = (grouped.exec(text) ?? bare.exec(text))?.[0]
  if (printed === undefined) return undefined
  if (/^0\d/.test(printed)) return undefined
  const rest = text.slice(printed.length)
  if (/^\s*[.,]|^\s*\d|^[OoQlI|]/.test(rest)) return 'malformed'
  return { value: printed.replace(/[, ]/g, ''), length: printed.length }
}

const scaled = new RegExp(`^\\s*(${scaleWords})(?=\\s*\\d)\\s*`)
const lastScale = new RegExp(`^\\s*(${scaleWords})`)

/** 「4億3,000万」「1万5,000」を一つの数に。下の位の数が上の位をはみ出すもの（3,0000万）は壊れている。 */
const readCompound = (text: string, first: Digits): Numeral | 'malformed' => {
  const scale = scaled.exec(text.slice(first.length))
  if (!scale) return { ...first, compound: false }
  const factor = scaleFactor(scale[1] ?? '') ?? '1'
  const start = first.length + scale[0].length
  const rest = readTail(text.slice(start), factor)
  if (rest === 'malformed' || first.value.includes('.')) return 'malformed'
  return { value: plus(times(first.value, factor), rest.value), length: start + rest.length, compound: true }
}

const readTail = (text: string, above: string): Digits | 'malformed' => {
  const digits = readDigits(text)
  if (digits === undefined || digits === 'malformed' || digits.value.includes('.')) return 'malformed'
  const deeper = readCompound(text, digits)
  if (deeper === 'malformed') return deeper
  const scale = deeper.compound ? null : lastScale.exec(text.slice(digits.length))
  const value = scale ? times(digits.value, scaleFactor(scale[1] ?? '') ?? '1') : deeper.value
  return compare(value, above) < 0 ? { value, length: deeper.length + (scale?.[0].length ?? 0) } : 'malformed'
}
