import type { Message } from '#domain/language/message.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { plus } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readUnit, sameUnit } from '#domain/quantity/unit.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { Formula, PlanYears } from './achievement.ts'
import { amountInWords, inBase, numberInWords, unitOf } from './amounts.ts'
import { actualFor, isAbsent } from './figures.ts'
import type { Amount } from './formulas.ts'

/** 式に入れられる量と、ただし書き（暫定値・換算・使わなかった値）。入れられなければそのわけ。 */
export type Measured =
  | { readonly ok: true; readonly amount: Amount; readonly remarks: readonly Message[] }
  | { readonly ok: false; readonly why: 'units-differ' | 'several-series' | 'no-number'; readonly working: Message }

/**
 * 内わけのある値（「0か所・0ha」）から、目標と同じ単位のもの一つを選ぶ。
 * 一つに決まらなければ undefined（人が選ぶ）。
 */
const partIn = (figure: Figure, unit: string | null): Figure | undefined => {
  const parts = figure.parts ?? []
  if (parts.length === 0) return figure
  if (unit === null) return parts.length === 1 ? parts[0] : undefined
  const same = parts.filter((part) => part.unit !== null && sameUnit(part.unit, unit))
  return same.length === 1 ? same[0] : undefined
}

const statusRemark = ({ status }: Figure): readonly Message[] =>
  status === 'provisional' || status === 'estimated' ? [{ code: `remark-${status}`, params: {} }] : []

const partRemark = (whole: Figure, part: Figure, indicator: Indicator): readonly Message[] =>
  whole === part
    ? []
    : [
        {
          code: 'remark-part',
          params: {
            whole: (whole.parts ?? []).map((each) => amountInWords(each, indicator)).join('・'),
            part: amountInWords(part, indicator),
          },
        },
      ]

const secondaryRemark = ({ secondary }: Figure): readonly Message[] =>
  secondary ? [{ code: 'remark-secondary', params: { value: secondary.raw } }] : []

const conversionRemark = (own: string | null, unit: string | null): readonly Message[] =>
  own === null || unit === null || readUnit(own).factor === readUnit(unit).factor
    ? []
    : [{ code: 'remark-converted', params: { from: own, to: unit } }]

/** 値を、目標と比べられるように、もとの単位の数にする。 */
export const measured = (figure: Figure, unit: string | null, indicator: Indicator): Measured => {
  const part = partIn(figure, unit)
  if (!part)
    return { ok: false, why: 'several-series', working: { code: 'working-several', params: { text: figure.raw } } }
  if (part.value === null)
    return { ok: false, why: 'no-number', working: { code: 'working-actual-not-number', params: { text: figure.raw } } }
  const own = unitOf(part, indicator)
  const value = inBase(part.value, own, unit)
  if (value === undefined) {
    const params = { actual: amountInWords(part, indicator), unit: unit ?? '' }
    return { ok: false, why: 'units-differ', working: { code: 'working-units-differ', params } }
  }
  const remarks = [
    ...partRemark(figure, part, indicator),
    ...conversionRemark(own, unit),
    ...statusRemark(figure),
    ...secondaryRemark(figure),
  ]
  return { ok: true, amount: { value, words: amountInWords(part, indicator) }, remarks }
}

/**
 * 単年度の実績を足して期間の目標と比べるか（F6）。目標が期間の合計か、指標が「計画期間中に新規5名」の類か、
 * 計画が期間合計の式を選んだとき。起点つき累計・水準・毎年同じ目標は、足すと二重になるので足さない。
 */
export const isSummed = ({ accumulation: { kind } }: Indicator, target: Figure, formula: Formula): boolean => {
  if (kind === 'cumulative' || kind === 'level') return false
  if (target.scope === 'period') return true
  if (target.scope === 'each-year' || formula === 'ratio-to-year') return false
  return kind === 'period-total' || formula === 'period-total'
}

const shortYears = (years: readonly number[]): string =>
  years.map((startYear) => fiscalYearInWords({ startYear }, 'short')).join('・')

/**
 * 計画の始まりからその年度までの、単年度の実績の合計（F6）。値のない年は 0 ではないので、
 * どの年を足し、どの年を足せなかったかを言う。
 */
export const measuredSum = (indicator: Indicator, year: number, unit: string | null, plan: PlanYears): Measured => {
  const known = indicator.actuals.flatMap((actual) => (actual.year === null ? [] : [actual.year]))
  const first = plan.firstYear ?? Math.min(year, ...known)
  const years = Array.from({ length: Math.max(0, year - first + 1) }, (_, i) => first + i)
  const summed: Summand[] = []
  for (const each of years) {
    const figure = actualFor(indicator, each)
    if (!figure || isAbsent(figure) || (figure.value === null && !figure.parts?.length)) continue
    const measure = measured(figure, unit, indicator)
    if (!measure.ok) return measure
    summed.push({ year: each, measure })
  }
  return total(summed, years, unit)
}

type Summand = { readonly year: number; readonly measure: Measured & { ok: true } }

const total = (summed: readonly Summand[], years: readonly number[], unit: string | null): Measured => {
  const base = readUnit(unit ?? '')
  const values = summed.map(({ measure }) => measure.amount.value)
  const value = values.reduce(plus, '0')
  // もとの単位で足すので、位の付いた単位（千人）は、もとの単位（人）で式に書く。
  const words = `${numberInWords(value)}${base.factor === '1' ? (unit ?? '') : base.base}`
  const gaps = years.filter((year) => !summed.some((each) => each.year === year))
  const remarks: readonly Message[] = [
    { code: 'remark-summed', params: { years: shortYears(summed.map(({ year }) => year)) } },
    ...(gaps.length > 0 ? [{ code: 'remark-not-summed', params: { years: shortYears(gaps) } }] : []),
    ...summed.flatMap(({ measure }) => measure.remarks),
  ]
  const sum = { terms: values.map(numberInWords).join('＋'), unit: base.factor === '1' ? (unit ?? '') : base.base }
  return { ok: true, amount: { value, words, ...(summed.length > 1 ? { sum } : {}) }, remarks }
}
