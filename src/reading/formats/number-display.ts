import Big from 'big.js'
import { type FormatSection, type FormatToken, formatSections } from './format-sections.ts'

/**
 * 数を、表示形式のとおりの字面にする（表計算の画面で職員が見ている字）。
 * 知らない指定（指数・分数・漢数字）があれば null で、呼ぶ側が元の数を残して気づきを書く。
 *
 * `displayNumber(0.756, '0.0%')` → '75.6%'、`displayNumber(-1234, '#,##0;"△"#,##0')` → '△1,234'
 */
export const displayNumber = (value: number, format: string): string | null => {
  const exact = exactDecimal(value)
  const sections = formatSections(format)
  const chosen = chosenSection(sections, exact)
  return chosen && inSection(chosen.absolute ? exact.abs() : exact, chosen.section)
}

/** 升目に収められた数。表計算の精度は 15 桁なので、二進の端数（0.1+0.2 の …04）をそこで落とす。 */
export const exactDecimal = (value: number): Big => new Big(value.toPrecision(15))

type Chosen = { readonly section: FormatSection; readonly absolute: boolean }

const chosenSection = (sections: readonly FormatSection[], value: Big): Chosen | null => {
  const conditioned = sections.some((section) => conditionOf(section) !== undefined)
  if (conditioned) {
    const section = sections.find((candidate) => holds(conditionOf(candidate), value))
    return section ? { section, absolute: sections.indexOf(section) > 0 && value.lt(0) } : null
  }
  const [first = [], second, third] = sections
  if (second && value.lt(0)) return { section: second, absolute: true }
  if (third && value.eq(0)) return { section: third, absolute: false }
  return { section: first, absolute: false }
}

type Condition = Extract<FormatToken, { kind: 'condition' }>

const conditionOf = (section: FormatSection): Condition | undefined =>
  section.find((token): token is Condition => token.kind === 'condition')

const comparisons: Readonly<Record<string, (value: Big, than: number) => boolean>> = {
  '<': (value, than) => value.lt(than),
  '<=': (value, than) => value.lte(than),
  '>': (value, than) => value.gt(than),
  '>=': (value, than) => value.gte(than),
  '=': (value, than) => value.eq(than),
  '<>': (value, than) => !value.eq(than),
}

/** 条件のない節は、残りすべてに当たる。 */
const holds = (condition: Condition | undefined, value: Big): boolean =>
  condition === undefined || (comparisons[condition.operator]?.(value, condition.than) ?? false)

const inSection = (value: Big, section: FormatSection): string | null => {
  if (section.some(({ kind }) => kind === 'unknown' || kind === 'date')) return null
  const digits = section.filter((token) => token.kind === 'digits')
  if (digits.length > 1 || (digits.length === 1 && looksLikeFraction(section))) return null
  const scaled = value.times(new Big(10).pow(2 * section.filter(({ kind }) => kind === 'percent').length))
  const written = section.map((token) => tokenText(token, scaled.abs())).join('')
  const shown = digits[0]?.kind === 'digits' ? rounded(scaled, digits[0].text) : scaled
  const hasNumber = section.some(({ kind }) => kind === 'digits' || kind === 'general' || kind === 'text')
  return shown.lt(0) && hasNumber ? `-${written}` : written
}

const looksLikeFraction = (section: FormatSection): boolean =>
  section.some((token, at) => token.kind === 'literal' && token.text === '/' && section[at - 1]?.kind === 'digits')

const tokenText = (token: FormatToken, value: Big): string => {
  if (token.kind === 'literal') return token.text
  if (token.kind === 'percent') return '%'
  if (token.kind === 'digits') return withDigits(value, token.text)
  return token.kind === 'general' || token.kind === 'text' ? value.toFixed() : ''
}

/** 末尾のコンマ一つで千分の一。 */
const scale = (pattern: string): number => 3 * (/,*$/.exec(pattern)?.[0].length ?? 0)

const decimalsOf = (pattern: string): string => pattern.split('.')[1]?.replace(/,/g, '') ?? ''

const rounded = (value: Big, pattern: string): Big =>
  value.div(new Big(10).pow(scale(pattern))).round(decimalsOf(pattern).length, Big.roundHalfUp)

const withDigits = (value: Big, pattern: string): string => {
  const [integers = '', fraction = ''] = rounded(value, pattern).toFixed(decimalsOf(pattern).length).split('.')
  const wanted = pattern.split('.')[0] ?? ''
  const least = wanted.replace(/[^0]/g, '').length
  const padded = (integers === '0' && least === 0 ? '' : integers).padStart(least, '0')
  const grouped = /[#0?],[#0?]/.test(wanted) ? padded.replace(/\B(?=(?:\d{3})+$)/g, ',') : padded
  const kept = withoutOptionalZeros(fraction, decimalsOf(pattern))
  return pattern.includes('.') ? `${grouped}.${kept}` : grouped
}

/** 「#」「?」の位置の末尾のゼロは出さない。 */
const withoutOptionalZeros = (fraction: string, pattern: string): string => {
  let end = fraction.length
  while (end > 0 && fraction[end - 1] === '0' && pattern[end - 1] !== '0') end -= 1
  return fraction.slice(0, end)
}
