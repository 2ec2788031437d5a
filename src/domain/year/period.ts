import { type Era, eraYearOf, eraYearOn } from './era.ts'
import { calendarYearInWords, firstDayOf, fiscalYearInWords, lastDayOf } from './fiscal-year.ts'
import type { YearKind } from './read-year.ts'

/**
 * 測った期間。同じ「R5」の欄に、年度・暦年・前年10～9月・年度末現在が混じるので、欄の年とは別に値として持つ。
 * 月は `2022-10`、日は `2023-05-01` の形。`Figure.periodKind` はこの kind。
 */
export type Period =
  | { readonly kind: 'fiscal-year'; readonly year: number }
  | { readonly kind: 'calendar-year'; readonly year: number }
  /** ずれた一年（前年10～9月）。 */
  | { readonly kind: 'shifted-year'; readonly from: string; readonly to: string }
  /** 時点（年度末現在、5月1日現在）。日まで分からなければ月。 */
  | { readonly kind: 'as-of'; readonly on: string }
  /** 複数年。`to` が null なら続いている（H27～累計）。 */
  | {
      readonly kind: 'span'
      readonly of: YearKind
      readonly from: number
      readonly to: number | null
    }
  /** 調査年（国勢調査）。 */
  | { readonly kind: 'survey'; readonly year: number; readonly survey: string }
  /** 計画期間（年度）。 */
  | { readonly kind: 'plan-period'; readonly from: number; readonly to: number }

export type Days = { readonly first: string; readonly last: string | null }

/** 期間の初日と末日。終わりのない期間の末日は null、日の分からない調査は undefined。 */
export const periodDays = (period: Period): Days | undefined => {
  switch (period.kind) {
    case 'fiscal-year':
      return { first: firstDayOf({ startYear: period.year }), last: lastDayOf({ startYear: period.year }) }
    case 'calendar-year':
      return { first: `${period.year}-01-01`, last: `${period.year}-12-31` }
    case 'shifted-year':
      return { first: `${period.from}-01`, last: lastOfMonth(period.to) }
    case 'as-of':
      return period.on.length === 7
        ? { first: `${period.on}-01`, last: lastOfMonth(period.on) }
        : { first: period.on, last: period.on }
    case 'span':
      return spanDays(period.of, period.from, period.to)
    case 'plan-period':
      return spanDays('fiscal-year', period.from, period.to)
    case 'survey': // 国勢調査は十月一日（国勢調査令）。ほかの調査の日は図書ごとに違う。
      return /国勢調査/.test(period.survey)
        ? { first: `${period.year}-10-01`, last: `${period.year}-10-01` }
        : undefined
  }
}

const spanDays = (of: YearKind, from: number, to: number | null): Days => {
  const first = of === 'fiscal-year' ? firstDayOf({ startYear: from }) : `${from}-01-01`
  if (to === null) return { first, last: null }
  return { first, last: of === 'fiscal-year' ? lastDayOf({ startYear: to }) : `${to}-12-31` }
}

const lastOfMonth = (month: string): string =>
  `${month}-${new Date(Date.UTC(yearOf(month), monthOf(month), 0)).getUTCDate()}`

const yearOf = (day: string): number => Number(day.slice(0, 4))
const monthOf = (day: string): number => Number(day.slice(5, 7))

/** 期間の呼び名。月日のある元号はその日の元号（2019-04 は平成31年4月）。`readPeriod` で元に戻る。 */
export const periodInWords = (period: Period, style: 'era' | 'western' = 'era'): string => {
  switch (period.kind) {
    case 'fiscal-year':
      return fiscalYearInWords({ startYear: period.year }, style)
    case 'calendar-year':
      return calendarYearInWords(period.year, style)
    case 'shifted-year':
      return `${dayInWords(period.from, style)}～${dayInWords(period.to, style)}`
    case 'as-of':
      return `${dayInWords(period.on, style)}現在`
    case 'span':
      return spanInWords(period.of, period.from, period.to, style)
    case 'survey':
      return `${calendarYearInWords(period.year, style)}${period.survey}`
    case 'plan-period':
      return `計画期間（${spanInWords('fiscal-year', period.from, period.to, style)}）`
  }
}

const spanInWords = (of: Period['kind'], from: number, to: number | null, style: 'era' | 'western'): string => {
  const year = (value: number) =>
    of === 'fiscal-year' ? fiscalYearInWords({ startYear: value }, style) : calendarYearInWords(value, style)
  return `${year(from)}～${to === null ? '' : year(to)}`
}

/** 月または日の呼び名。`dayInWords('2019-04-30')` → '平成31年4月30日' */
const dayInWords = (day: string, style: 'era' | 'western' = 'era'): string => {
  const named =
    style === 'era' ? (eraYearOn(day.length === 7 ? lastOfMonth(day) : day) ?? eraYearOf(yearOf(day))) : undefined
  const year = named ? eraStem(named.era, named.n) : String(yearOf(day))
  const rest = day.length > 7 ? `${Number(day.slice(8, 10))}日` : ''
  return `${year}年${monthOf(day)}月${rest}`
}

const eraStem = (era: Era, n: number): string => `${era}${n === 1 ? '元' : n}`
