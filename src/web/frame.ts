import type { webWords } from '#domain/language/catalogue/web.ts'
import type { Language, Params } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { type Addresses, addressesIn } from './addresses.ts'

export type WebCode = keyof typeof webWords

/** 頁の枠。どのことばで、どの番地を見ているか。頁はこれと見せる値だけを受け取る。 */
export type Frame = {
  readonly lang: Language
  /** いまの頁の番地（`?` を含む）。 */
  readonly path: string
  readonly to: Addresses
  readonly t: (code: WebCode, params?: Params) => string
  readonly styles: readonly string[]
  readonly icon: string
}

export const frameFor = (lang: Language, path: string, styles: readonly string[] = [], icon = ''): Frame => ({
  lang,
  path,
  to: addressesIn(lang),
  t: (code, params = {}) => say({ code, params }, lang),
  styles,
  icon,
})

/** 年度を元号と西暦で。「令和5年度（2023）」、英語は「FY2023 (R5)」。 */
export const yearInWords = (frame: Frame, year: number): string =>
  frame.lang === 'ja'
    ? `${fiscalYearInWords({ startYear: year })}（${year}）`
    : `FY${year} (${fiscalYearInWords({ startYear: year }, 'short')})`

/** 文の中の年度。「令和5年度」、英語は「FY2023」。 */
export const yearInSentence = (frame: Frame, year: number): string =>
  frame.lang === 'ja' ? fiscalYearInWords({ startYear: year }) : `FY${year}`

/** 表の見出しの年度。「R5」。 */
export const yearShort = (year: number): string => fiscalYearInWords({ startYear: year }, 'short')

/** 計画期間。「平成27年度～令和6年度」 */
export const periodInWords = (frame: Frame, first: number | null, last: number | null): string => {
  if (first === null && last === null) return frame.t('plan.period-unknown')
  if (first !== null && first === last) return yearInWords(frame, first)
  const word = (year: number | null) => (year === null ? '' : yearInSentence(frame, year))
  return `${word(first)}${frame.lang === 'ja' ? '～' : '–'}${word(last)}`
}
