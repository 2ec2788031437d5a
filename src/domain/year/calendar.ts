import { plainText } from '../language/plain-text.ts'
import { isDay } from './day.ts'
import { readYear } from './read-year.ts'

const aDay = 86_400_000

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** ある日から、もう一つの日まで何日か（前なら負）。`daysBetween('2026-06-12', '2026-06-15')` → 3 */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / aDay)

/** 何日かあとの日。`addDays('2026-02-28', 1)` → '2026-03-01' */
export const addDays = (day: string, days: number): string =>
  new Date(dateOf(day).getTime() + days * aDay).toISOString().slice(0, 10)

const weekdayOf = (day: string): number => dateOf(day).getUTCDay()

/** 土曜・日曜か。 */
export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day))

/** その日か、土日なら次の月曜。 */
export const orNextMonday = (day: string): string => addDays(day, { 6: 2, 0: 1 }[weekdayOf(day)] ?? 0)

/** 人の読む日。`dayInWords('2026-06-12')` → '6月12日（金）'。`withYear` なら '令和8年6月12日（金）'、英語は 'Fri, 12 Jun 2026'。 */
export const dayInWords = (day: string, language: 'ja' | 'en' = 'ja', withYear = false): string => {
  const date = dateOf(day)
  if (language === 'en') return (withYear ? englishWithYear : english).format(date)
  return `${(withYear ? japaneseWithYear : japanese).format(date)}（${'日月火水木金土'[weekdayOf(day)]}）`
}

/**
 * 決定や改訂の日を、曜日なしで。`dateInWords('2026-03-25')` → '令和8年3月25日'、英語は '25 March 2026'。
 * 月までしか知られていない日（国の総合戦略の閣議決定など）は、月まで。'2014-12' → '平成26年12月'
 */
export const dateInWords = (date: string, language: 'ja' | 'en' = 'ja'): string => {
  const toMonth = /^\d{4}-\d{2}$/.test(date)
  const [day, month] = language === 'en' ? [englishDate, englishMonth] : [japaneseWithYear, japaneseMonth]
  return toMonth ? month.format(dateOf(`${date}-01`)) : day.format(dateOf(date))
}

const utc = { timeZone: 'UTC', day: 'numeric' } as const
const japanese = new Intl.DateTimeFormat('ja-JP', { ...utc, month: 'long' })
const japaneseWithYear = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  ...utc,
  era: 'long',
  year: 'numeric',
  month: 'long',
})
const japaneseMonth = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'UTC',
  era: 'long',
  year: 'numeric',
  month: 'long',
})
const englishDate = new Intl.DateTimeFormat('en-GB', { ...utc, month: 'long', year: 'numeric' })
const englishMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const english = new Intl.DateTimeFormat('en-GB', { ...utc, weekday: 'short', month: 'short' })
const englishWithYear = new Intl.DateTimeFormat('en-GB', { ...utc, weekday: 'short', month: 'short', year: 'numeric' })

/** 打たれた日を読む。欄の字（`2026-06-12`）のほか、「2026/6/12」「令和8年6月12日」「R8.6.12」も。暦にない日は undefined。 */
export const readDay = (typed: string): string | undefined => {
  const plain = plainText(typed).replace(/\([日月火水木金土]\)$/, '')
  const written = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain)
  if (written) return realDay(Number(written[1]), Number(written[2]), Number(written[3]))
  const read = readYear(plain)
  if (read?.month === undefined || read.day === undefined) return undefined
  const year = read.kind === 'fiscal-year' && read.month < 4 ? read.year + 1 : read.year
  return realDay(year, read.month, read.day)
}

const realDay = (year: number, month: number, day: number): string | undefined => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) ? text : undefined
}
