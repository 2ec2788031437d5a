import { type EraYear, eraYearOn } from '#domain/year/era.ts'
import { type FormatSection, formatSections } from './format-sections.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const days = ['日', '月', '火', '水', '木', '金', '土'] as const
const englishDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

/**
 * 日付・時刻を、表示形式のとおりの字面にする。知らない指定（通算時間 [h] など）があれば null。
 * 日は世界時の年月日をその地の年月日とみなす（表計算の日付には時差がない）。
 *
 * `displayDate(new Date('2026-04-01'), '[$-411]ggge"年"m"月"d"日"')` → '令和8年4月1日'
 */
export const displayDate = (date: Date, format: string): string | null => {
  const section = formatSections(format)[0] ?? []
  const known = section.every(({ kind }) => kind === 'literal' || kind === 'date' || kind === 'text')
  if (!known || Number.isNaN(date.getTime())) return null
  const texts = section.map((_, at) => tokenText(section, at, date))
  return texts.includes(null) ? null : texts.join('')
}

const tokenText = (section: FormatSection, at: number, date: Date): string | null => {
  const token = section[at]
  if (token?.kind === 'literal') return token.text
  if (token?.kind !== 'date') return ''
  if (token.text.startsWith('m') && isMinute(section, at)) return padded(date.getUTCMinutes(), token.text)
  return codes[token.text[0] ?? '']?.(date, token.text, section) ?? null
}

/** m は、前に時（h）、または後に秒（s）があれば分。 */
const isMinute = (section: FormatSection, at: number): boolean => {
  const codeOf = (index: number): string => {
    const token = section[index]
    return token?.kind === 'date' ? token.text : ''
  }
  const others = section.map((_, index) => index).filter((index) => codeOf(index) !== '')
  const position = others.indexOf(at)
  return codeOf(others[position - 1] ?? -1).startsWith('h') || codeOf(others[position + 1] ?? -1).startsWith('s')
}

const padded = (value: number, code: string): string => String(value).padStart(Math.min(code.length, 2), '0')

type Code = (date: Date, code: string, section: FormatSection) => string | null

const codes: Readonly<Record<string, Code>> = {
  y: (date, code) => (code.length <= 2 ? String(date.getUTCFullYear()).slice(-2) : String(date.getUTCFullYear())),
  m: (date, code) => (code.length <= 2 ? padded(date.getUTCMonth() + 1, code) : monthName(date, code)),
  d: (date, code) => (code.length <= 2 ? padded(date.getUTCDate(), code) : (englishDays[date.getUTCDay()] ?? null)),
  a: (date, code) => `${days[date.getUTCDay()]}${code.length === 4 ? '曜日' : ''}`,
  h: (date, code, section) => padded(hourOf(date, section), code),
  s: (date, code) => padded(date.getUTCSeconds(), code),
  g: (date, code) => eraName(date, code),
  e: (date, code, section) => eraYear(date, code, section),
  A: (date) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
}

const hourOf = (date: Date, section: FormatSection): number => {
  const halfDay = section.some((token) => token.kind === 'date' && token.text === 'AM/PM')
  return halfDay ? ((date.getUTCHours() + 11) % 12) + 1 : date.getUTCHours()
}

const monthName = (date: Date, code: string): string | null =>
  code.length === 3 ? (months[date.getUTCMonth()] ?? null) : null

const eraOf = (date: Date): EraYear | undefined => eraYearOn(date.toISOString().slice(0, 10))

const eraName = (date: Date, code: string): string | null => {
  const year = eraOf(date)
  if (!year) return null
  return code.length === 1 ? year.letter : code.length === 2 ? year.era.slice(0, 1) : year.era
}

/** 元号の年。漢字の元号（ggg）に続く一年目は「元」。 */
const eraYear = (date: Date, code: string, section: FormatSection): string | null => {
  const year = eraOf(date)
  if (!year) return null
  const inWords = section.some((token) => token.kind === 'date' && token.text === 'ggg')
  return year.n === 1 && inWords ? '元' : padded(year.n, code)
}
