import { eraYearOf } from './era.ts'

/** 年度。令和6年度は startYear 2024（2024-04-01 から 2025-03-31 まで）。 */
export type FiscalYear = { readonly startYear: number }

/** 年の書き方。era 令和5年度、short R5、western 2023年度。 */
export type YearStyle = 'era' | 'short' | 'western'

export const firstDayOf = ({ startYear }: FiscalYear): string => `${startYear}-04-01`

export const lastDayOf = ({ startYear }: FiscalYear): string => `${startYear + 1}-03-31`

/** その月を含む年度。`fiscalYearOfMonth(2024, 3)` → 令和5年度（2023） */
export const fiscalYearOfMonth = (year: number, month: number): FiscalYear => ({
  startYear: month >= 4 ? year : year - 1,
})

/** その日（`2024-03-31`）を含む年度。 */
export const fiscalYearOf = (day: string): FiscalYear =>
  fiscalYearOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))

/** 年度の呼び名。`fiscalYearInWords({ startYear: 2019 }, 'era')` → '令和元年度'（short R1、western 2019年度） */
export const fiscalYearInWords = ({ startYear }: FiscalYear, style: YearStyle = 'era'): string =>
  style === 'short' ? shortYear(startYear) : `${yearStem(startYear, style)}年度`

/** 暦年の呼び名。改元の年は新しい元号で呼ぶ。`calendarYearInWords(2019)` → '令和元年' */
export const calendarYearInWords = (year: number, style: 'era' | 'western' = 'era'): string =>
  `${yearStem(year, style)}年`

const yearStem = (year: number, style: 'era' | 'western'): string => {
  const named = style === 'era' ? eraYearOf(year) : undefined
  return named ? `${named.era}${named.n === 1 ? '元' : named.n}` : String(year)
}

const shortYear = (year: number): string => {
  const named = eraYearOf(year)
  return named ? `${named.letter}${named.n}` : String(year)
}
