import type { webWords } from '#domain/language/catalogue/web.ts'
import type { Language, Params } from '#domain/language/message.ts'
import { say } from '#domain/language/say.ts'
import type { Person } from '#domain/people/person.ts'
import { fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { type Addresses, addressesIn } from './addresses.ts'
import { workbench } from './workbench.ts'

export type WebCode = keyof typeof webWords

/** 頁の枠。どのことばで、どの番地を見ているか。頁はこれと見せる値だけを受け取る。 */
export type Frame = {
  readonly lang: Language
  /** いまの頁の番地（`?` を含む）。 */
  readonly path: string
  readonly to: Addresses
  readonly t: (code: WebCode, params?: Params) => string
  /** 年の書き方。読み手が選ぶ。 */
  readonly years: YearsShown
  /** 訪れた人。 */
  readonly person: Person
  readonly styles: readonly string[]
  /** 書体の宣言。 */
  readonly fonts: string
  readonly icon: string
  /** 手もとの台本（`src/web/islands/<名>.ts`）の番地。 */
  readonly script: (name: string) => string
}

/** 年の書き方。both 令和5年度（2023）、era 令和5年度、western 2023年度。 */
export type YearsShown = (typeof yearsShown)[number]
export const yearsShown = ['both', 'era', 'western'] as const

export const readYearsShown = (text: string | undefined): YearsShown =>
  yearsShown.find((each) => each === text) ?? 'both'

type Given = Partial<Pick<Frame, 'styles' | 'fonts' | 'icon' | 'years' | 'script' | 'person'>>

export const frameFor = (lang: Language, path: string, given: Given = {}): Frame => ({
  lang,
  path,
  to: addressesIn(lang),
  t: (code, params = {}) => say({ code, params }, lang),
  years: 'both',
  person: workbench(''),
  styles: [],
  fonts: '',
  icon: '',
  script: (name) => `/assets/${name}.js`,
  ...given,
})

/** 年度を、読み手の選んだ書き方で。「令和5年度（2023）」「令和5年度」「2023年度」、英語は「FY2023 (R5)」「R5」「FY2023」。 */
export const yearInWords = (frame: Frame, year: number): string => {
  const { lang, years } = frame
  if (lang === 'ja') {
    const era = fiscalYearInWords({ startYear: year })
    return years === 'both' ? `${era}（${year}）` : years === 'era' ? era : `${year}年度`
  }
  const short = fiscalYearInWords({ startYear: year }, 'short')
  return years === 'both' ? `FY${year} (${short})` : years === 'era' ? short : `FY${year}`
}

/** 文の中の年度。「令和5年度」か「2023年度」、英語は「FY2023」か「R5」。 */
export const yearInSentence = ({ lang, years }: Frame, year: number): string => {
  if (lang === 'ja') return fiscalYearInWords({ startYear: year }, years === 'western' ? 'western' : 'era')
  return years === 'era' ? fiscalYearInWords({ startYear: year }, 'short') : `FY${year}`
}

/** 表の見出しの年度。「R5」か「2023」。 */
export const yearShort = ({ years }: Frame, year: number): string =>
  years === 'western' ? String(year) : fiscalYearInWords({ startYear: year }, 'short')

/** 計画期間。「平成27年度～令和6年度」 */
export const periodInWords = (frame: Frame, first: number | null, last: number | null): string => {
  if (first === null && last === null) return frame.t('plan.period-unknown')
  if (first !== null && first === last) return yearInWords(frame, first)
  const word = (year: number | null) => (year === null ? '' : yearInSentence(frame, year))
  return `${word(first)}${frame.lang === 'ja' ? '～' : '–'}${word(last)}`
}
