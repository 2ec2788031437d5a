import { plainText } from '#domain/language/plain-text.ts'
import { type Era, eraNamed, eraNearest, yearOfEra } from './era.ts'
import { type FiscalYear, fiscalYearOfMonth } from './fiscal-year.ts'

export type { Era } from './era.ts'

export type YearKind = 'fiscal-year' | 'calendar-year'

/** 読めた年。月日まで書いてあれば、その日を含む年度と月日（R6.3 は令和5年度の3月）。 */
export type ReadYear = {
  readonly year: number
  readonly kind: YearKind
  readonly month?: number
  readonly day?: number
}

/** `era` は「3年度」のように元号のない見出しのための、計画の元号。`near` があれば最も近い元号を選ぶ（計画の初年度）。 */
export type YearContext = { readonly era?: Era; readonly near?: number }

/**
 * 年の見出しを読む。`readYear('R5')` → `{ year: 2023, kind: 'fiscal-year' }`、読めなければ undefined。
 * 見出しの「R5」「2023」「’22」は年度、「令和6年」は暦年。二通りに書いた年（令和5(2023)年度）は合うときだけ読む。
 * 年のほかの語があるもの（「目標値（R6）」）は `yearIn` で読む。
 */
export const readYear = (label: string, context: YearContext = {}): ReadYear | undefined =>
  readPlainYear(unwrapped(plainText(label)), context)

/** 年度と書いた（または見出しの略記の）年だけを年度として読む。`parseFiscalYear('令和6年')` → undefined */
export const parseFiscalYear = (label: string, context: YearContext = {}): FiscalYear | undefined => {
  const read = readYear(label, context)
  return read?.kind === 'fiscal-year' && read.month === undefined ? { startYear: read.year } : undefined
}

/**
 * 文の中に一つだけ書かれた年。二つ以上の違う年があれば undefined。
 * `yearIn('目標値（R6）')` → 2024年度、`yearIn('2,023人')` → undefined
 */
export const yearIn = (text: string, context: YearContext = {}): ReadYear | undefined => {
  const found = yearsIn(text, context)
  const first = found[0]
  return first && found.every(({ year }) => year === first.year) ? first : undefined
}

/** 文の中の年をすべて、書かれた順に。`yearsIn('H28～R3')` → 2016・2021年度 */
export const yearsIn = (text: string, context: YearContext = {}): readonly ReadYear[] => {
  const plain = plainText(text)
  const whole = readPlainYear(unwrapped(plain), context)
  if (whole) return [whole]
  return [...plain.matchAll(mention)].flatMap(([words]) => readPlainYear(words, context) ?? [])
}

const eraWord = '明治|大正|昭和|平成|令和|[明大昭平令MTSHR]'
const count = '元|\\d{1,2}|[一二三四五六七八九十]{1,3}'
const western = '(?:18[6-9]|19\\d|20\\d|21\\d)\\d'
const stem = `(?:(?<era>${eraWord})\\.?(?<n>${count})|(?:西暦|FY)?(?<western>${western})|'(?<short>\\d{2})|(?<bare>${count})(?=年))`
const asOf = '(?:末|末現在|現在|時点|末時点|分|当初)?'

const yearOnly = new RegExp(`^${stem}(?<suffix>年度|年|FY)?${asOf}$`)
const dated = new RegExp(
  `^${stem}(?:年|[./])(?<month>\\d{1,2})(?:月(?:(?<day>\\d{1,2})日)?|[./](?<dayAfterDot>\\d{1,2}))?(?:頃|ごろ)?${asOf}$`,
)
const iso = /^(?<western>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/

// 文中では、年と断れる形（元号つき、年・年度つき、かっこや行末に立つ西暦）だけを拾う。
const mention = new RegExp(
  [
    `(?<![A-Za-z0-9])(?:明治|大正|昭和|平成|令和|[SHR])(?:${count})(?:年度|年(?:\\d{1,2}月(?:\\d{1,2}日)?)?|[./]\\d{1,2}(?:[./]\\d{1,2})?)?(?!\\d|[./]\\d)`,
    `(?<![\\d,.])${western}(?:年度|年(?!間|度|代)(?:\\d{1,2}月(?:\\d{1,2}日)?)?)`,
    `(?<=[(\\[])${western}(?=[)\\]])`,
    `(?<![\\d,.])${western}(?=目標|実績|計画|見込|$)`,
    `(?<![\\dA-Za-z])'\\d{2}(?!\\d)`,
    `(?<![\\d,.])\\d{1,2}年度`,
  ].join('|'),
  'g',
)

const readPlainYear = (plain: string, context: YearContext): ReadYear | undefined =>
  readDate(plain) ?? readStem(yearOnly.exec(plain)?.groups, context) ?? readTwice(plain, context)

const readStem = (groups: Groups, context: YearContext): ReadYear | undefined => {
  const year = groups && yearOf(groups, context)
  return year === undefined ? undefined : { year, kind: groups?.suffix === '年' ? 'calendar-year' : 'fiscal-year' }
}

type Groups = Record<string, string | undefined> | undefined

const yearOf = (groups: NonNullable<Groups>, { era, near }: YearContext): number | undefined => {
  if (groups.western) return Number(groups.western)
  if (groups.short) return Number(groups.short) + (Number(groups.short) < 69 ? 2000 : 1900)
  const n = counted(groups.n ?? groups.bare ?? '')
  const named = groups.era ? eraNamed(groups.era) : near === undefined ? era : eraNearest(n, near)
  return named && yearOfEra(named, n)
}

const kanjiDigits = '〇一二三四五六七八九'

const counted = (word: string): number => {
  if (word === '元') return 1
  if (/^\d/.test(word)) return Number(word)
  const [tens, ones] = word.includes('十') ? word.split('十') : ['零', word]
  const ten = tens === '' ? 1 : Math.max(0, kanjiDigits.indexOf(tens ?? ''))
  return (tens === '零' ? 0 : ten * 10) + (ones ? kanjiDigits.indexOf(ones) : 0)
}

const readDate = (plain: string): ReadYear | undefined => {
  const groups = (dated.exec(plain) ?? iso.exec(plain))?.groups
  const year = groups && yearOf(groups, {})
  if (!groups || year === undefined) return undefined
  const month = Number(groups.month)
  const day = groups.day ?? groups.dayAfterDot
  if (month < 1 || month > 12 || (day && (Number(day) < 1 || Number(day) > 31))) return undefined
  return {
    year: fiscalYearOfMonth(year, month).startYear,
    kind: 'fiscal-year',
    month,
    ...(day ? { day: Number(day) } : {}),
  }
}

/** 「令和5(2023)年度」「2023年度(令和5年度)」「H31・R1」: 二つとも読めて同じ年のときだけ。 */
const readTwice = (plain: string, context: YearContext): ReadYear | undefined => {
  const bracketed = /^([^()]+)\(([^()]+)\)(年度|年)?(末|現在|時点)?$/.exec(plain)
  const beside = /^([^・/]+)[・/]([^・/]+)$/.exec(plain)
  const [, one, other, suffix = ''] = bracketed ?? beside ?? []
  if (!one || !other) return undefined
  const tail = suffix || /年度?$/.exec(other)?.[0] || ''
  const readings = [one, other].map((word) =>
    readStem(yearOnly.exec(/年度?$/.test(word) ? word : word + tail)?.groups, context),
  )
  const [a, b] = readings
  return a && b && a.year === b.year ? (a.kind === b.kind ? a : { ...a, kind: 'fiscal-year' }) : undefined
}

/** 全体を包むかっこを外す。 */
const unwrapped = (plain: string): string => /^[([【〈「](.+)[)\]】〉」]$/.exec(plain)?.[1] ?? plain
