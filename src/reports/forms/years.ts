import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { ReportChoices } from '../choices.ts'

/** 年度の書き方。both は「令和5年度（2023年度）」。 */
export const yearWords = (year: number, style: ReportChoices['yearStyle']): string => {
  const era = fiscalYearInWords({ startYear: year })
  const western = fiscalYearInWords({ startYear: year }, 'western')
  if (style === 'western') return western
  return style === 'era' || era === western ? era : `${era}（${western}）`
}

/** 表の見出しの年度。狭い欄のために、both は二行にする。 */
export const yearHeading = (year: number, style: ReportChoices['yearStyle']): string =>
  style === 'both' ? yearWords(year, style).replace('（', '\n（') : yearWords(year, style)
