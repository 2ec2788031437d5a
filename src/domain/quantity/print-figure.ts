import { isNegative, isZero } from './decimal.ts'
import type { Absence, Figure, Qualifier } from './figure.ts'

/** 数の書き方。minus は負の印（官公庁の表は △）。`scope: true` なら「各年度」「計画期間中に」も書く（表では欄が言うので書かない）。 */
export type PrintStyle = {
  readonly minus?: '△' | '▲' | '－' | '-'
  readonly commas?: boolean
  readonly scope?: boolean
}

/** 数を三桁ごとに区切って書く。`printNumber('-28000')` → '△28,000' */
export const printNumber = (value: string, { minus = '△', commas = true }: PrintStyle = {}): string => {
  const negative = isNegative(value) && !isZero(value)
  const [whole = '0', fraction] = value.replace('-', '').split('.')
  const grouped = commas ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${negative ? minus : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
}

const words = {
  'at-least': '以上',
  'at-most': '以下',
  below: '未満',
  above: '超',
  within: '以内',
  about: '',
  keep: '維持',
} as const satisfies Record<Qualifier, string>

/** 値のないわけの、表に書くことば。「―」は訳の分からないものに限り、空欄は空欄のまま。 */
const absenceWords = {
  'not-measured': '未測定',
  'not-published': '未公表',
  'not-started': '未開始',
  ended: '事業終了',
  cancelled: '中止',
  'not-applicable': '対象外',
  undecided: '未定',
  withheld: '秘匿',
  blank: '',
  dash: '―',
  unreadable: '######',
} as const satisfies Record<Absence, string>

/**
 * 値を、官公庁の表の書き方で書く。数・単位・限り・身分・副の値を保ち、`readFigure` で同じ値に戻る。
 * 印刷された字面そのものは `raw`。`printFigure(figure)` → '暫定値43.1'、'約1,625千人'、'4校・13回'
 */
export const printFigure = (figure: Figure, style: PrintStyle = {}): string => {
  if (figure.parts) return printParts(figure.parts, style)
  if (figure.value === null) return figure.text ?? absent(figure)
  const printed = printValue(figure, figure.value, style)
  const secondary = figure.secondary ? `(${figure.secondary.label ?? ''}${printFigure(figure.secondary, style)})` : ''
  if (figure.status === 'reference') return `(${printed})`
  return printed + secondary
}

const absent = ({ status, unit }: Figure): string => {
  if (status === 'dash' && unit) return `${absenceWords.dash}${unit}`
  return status in absenceWords ? absenceWords[status as Absence] : ''
}

const printValue = (figure: Figure, value: string, style: PrintStyle): string => {
  const unit = figure.unit ?? ''
  const number = printNumber(value, style)
  const body =
    figure.upTo !== undefined
      ? `${number}～${printNumber(figure.upTo, style)}${unit}`
      : figure.outOf !== undefined
        ? `${number}${unit}/${printNumber(figure.outOf, style)}${unit}`
        : `${number}${unit}`
  return `${lead(figure, style)}${body}${figure.qualifier ? words[figure.qualifier] : ''}`
}

const scopeWords = { 'each-year': '各年度', period: '計画期間中に', final: '' } as const satisfies Record<
  NonNullable<Figure['scope']>,
  string
>

const lead = ({ status, qualifier, scope }: Figure, style: PrintStyle): string =>
  (status === 'provisional' ? '暫定値' : status === 'estimated' ? '見込' : '') +
  (style.scope && scope ? scopeWords[scope] : '') +
  (qualifier === 'about' ? '約' : '')

const printParts = (parts: readonly Figure[], style: PrintStyle): string => {
  const labelled = parts.every(({ label }) => label !== undefined)
  const circled = parts.every(({ label }) => /^[①-⑳]$/.test(label ?? ''))
  const printed = parts.map(
    (part) => `${part.label ?? ''}${labelled && !circled ? '：' : ''}${printFigure(part, style)}`,
  )
  return printed.join(labelled ? ' ' : '・')
}
