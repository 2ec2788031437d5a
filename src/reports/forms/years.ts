import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import type { ReportChoices } from '../choices.ts'
import type { Paper } from '../report.ts'

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

/** 紙の幅に、読める大きさの字（9 ポイントほど）で並ぶ全角の字の数。列の幅の合計がこれを超えると字が小さくなりすぎる。 */
const lettersAcross = {
  A3: { landscape: 128, portrait: 88 },
  A4: { landscape: 88, portrait: 60 },
} as const satisfies Record<Paper['size'], Record<Paper['orientation'], number>>

/** 表を読めるままに縮めてよい限り。 */
const shrink = 1.25

/**
 * 一枚の紙に並ぶだけの年度ずつに分ける。`fixed` は年度でない列の幅の合計、`each` は年度の列一つの幅。
 * 分けるときは、どの紙もほぼ同じ数にする。三百年の計画でも、字が読めないほど細い列にはしない。
 */
export const yearParts = (
  years: readonly number[],
  { size, orientation }: Paper,
  fixed: number,
  each: number,
): readonly (readonly number[])[] => {
  const room = Math.max(fewestYears, Math.floor((lettersAcross[size][orientation] * shrink - fixed) / each))
  const parts = Math.max(1, Math.ceil(years.length / room))
  const perPart = Math.ceil(years.length / parts)
  return Array.from({ length: parts }, (_, at) => years.slice(at * perPart, (at + 1) * perPart))
}

/** ほかの列がどれだけ広くても、これだけの年度は並べる。 */
const fewestYears = 3
