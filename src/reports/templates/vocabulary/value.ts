import { isNegative, isZero, printedNumber, rounded } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { printNumber } from '#domain/quantity/print-figure.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { ReportChoices } from '../../choices.ts'
import { figureCell, noValue, numberCell } from '../../forms/cells.ts'
import { yearWords } from '../../forms/years.ts'
import type { CellNumber } from '../../report.ts'

/**
 * 差し込む値。字だけでなく数も運ぶので、Excel では数のまま入る。
 * none は値なしで、書き方が決めるまで「―」とも空白とも決まらない。ゼロではない。
 */
export type Value =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'amount'; readonly value: string; readonly unit: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'year'; readonly year: number }

export const none: Value = { kind: 'none' }

/** 字の値。空の字は値なし。 */
export const textValue = (text: string | null | undefined): Value =>
  text === null || text === undefined || text === '' ? none : { kind: 'text', text }

export const listValue = (texts: readonly string[]): Value => (texts.length === 0 ? none : { kind: 'list', texts })

export const yearValue = (year: number | null | undefined): Value =>
  year === null || year === undefined ? none : { kind: 'year', year }

/** 印（○）。立っていなければ値なし。 */
export const markValue = (on: boolean): Value => (on ? { kind: 'text', text: '○' } : none)

export const amountValue = (value: string | number | null | undefined, unit = ''): Value =>
  value === null || value === undefined ? none : { kind: 'amount', value: String(value), unit }

/** 書かれたとおりの値。空欄と「―」は値なし。わけ（未公表・調査年でない）が書かれていれば、そのことばが値。 */
export const figureValue = (figure: Figure | null | undefined): Value =>
  !figure || figureCell(figure).text === noValue ? none : { kind: 'figure', figure }

/** 印刷された率。読み取りが落とした「％」を戻す。線だけの印は値なし、数として書き直せないものは書かれた字のまま。 */
export const rateValue = (printed: string): Value => {
  const text = printed.trim().replace(/[%％]$/u, '')
  if (isDash(text)) return none
  const value = printedNumber(text)
  if (value !== null && printNumber(value) === text) return amountValue(value, '％')
  return textValue(/\d/u.test(text.normalize('NFKC')) ? `${text}％` : text)
}

/** 線だけの字か。 */
export const isDash = (text: string): boolean => /^[\s\-－―ー–—…‐‑‒−]*$/u.test(text)

/** 書き方を決めたもの。`number` があれば、Excel では数として入る。 */
export type Printed = { readonly text: string; readonly number?: CellNumber }

/** 値の書き方。印の `|` の後に書いたことばから決まる。 */
export type Style = {
  readonly none: string
  readonly commas: boolean
  readonly unit: 'as-written' | 'without' | 'percent'
  readonly places: 0 | 1 | 2 | null
  readonly year: ReportChoices['yearStyle'] | 'short'
  readonly between: string
}

export const plainStyle = (yearStyle: ReportChoices['yearStyle']): Style => ({
  none: noValue,
  commas: true,
  unit: 'as-written',
  places: null,
  year: yearStyle,
  between: '、',
})

/** `printed({ kind: 'amount', value: '1625', unit: '人' }, …)` → `{ text: '1,625人', number: … }` */
export const printed = (value: Value, style: Style): Printed => {
  switch (value.kind) {
    case 'none':
      return { text: style.none }
    case 'text':
      return { text: value.text }
    case 'list':
      return { text: value.texts.join(style.between) }
    case 'year':
      return { text: yearText(value.year, style) }
    case 'amount': {
      const rounding = roundedTo(value.value, style)
      return commasAsAsked(numberCell(rounding, unitAsAsked(value.unit, style) ?? ''), style)
    }
    case 'figure':
      return commasAsAsked(figureCell(figureAsAsked(value.figure, style)), style)
  }
}

const yearText = (year: number, { year: style }: Style): string =>
  style === 'short' ? fiscalYearInWords({ startYear: year }, 'short') : yearWords(year, style)

const roundedTo = (value: string, { places }: Style): string =>
  places === null ? value : rounded(value, { mode: 'half-up', places })

const unitAsAsked = (unit: string | null, { unit: asked }: Style): string | null =>
  asked === 'without' ? null : asked === 'percent' && !unit ? '％' : unit

/** 「約」「以上」「暫定値」は単位ではないので、単位なしでも残る。いくつもの数（4校・13回）は、単位がなければ読めないのでそのまま。 */
const figureAsAsked = (figure: Figure, style: Style): Figure =>
  figure.parts || figure.value === null
    ? figure
    : {
        ...figure,
        value: roundedTo(figure.value, style),
        unit: unitAsAsked(figure.unit, style),
        ...(figure.upTo === undefined ? {} : { upTo: roundedTo(figure.upTo, style) }),
      }

const commasAsAsked = ({ text, number }: Printed, { commas }: Style): Printed => {
  if (!number) return { text }
  if (commas || !number.commas) return { text, number }
  const { value, before, after } = number
  const minus = isNegative(value) && !isZero(value) ? '△' : '-'
  return {
    text: `${before}${printNumber(value, { commas: false })}${after}`,
    number: { ...number, commas: false, minus },
  }
}
