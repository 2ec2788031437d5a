import { plainText } from '#domain/language/plain-text.ts'
import type { Period } from './period.ts'
import { type ReadYear, readYear, type YearContext } from './read-year.ts'

/** `year` は欄の年（年度）。「5月1日現在」「前年10～9月」はこれがなければ読めない。 */
export type PeriodContext = YearContext & { readonly year?: number | null }

/**
 * 測った期間を読む。読めなければ undefined。
 * `readPeriod('前年10～9月', { year: 2023 })` → 2022-10 から 2023-09 までの shifted-year、
 * `readPeriod('H28～R3')` → span、`readPeriod('年度末現在', { year: 2023 })` → 2024-03-31 の as-of
 */
export const readPeriod = (text: string, context: PeriodContext = {}): Period | undefined => {
  const plain = plainText(text)
  return (
    readMonths(plain, context.year ?? null) ??
    readPlanPeriod(plain, context) ??
    readSpan(plain, context) ??
    readSurvey(plain, context) ??
    readRelativeDay(plain, context.year ?? null) ??
    readOne(plain, context)
  )
}

const monthRange = /(?:^|[(【])(?<before>前年|前年度)?の?(?<from>\d{1,2})月?~(?<next>翌年)?(?<to>\d{1,2})月(?=$|[)】])/

/** 「1～12月」は暦年、「4月～3月」は年度、ほかの十二か月はずれた一年。十二か月でないものは読まない。 */
const readMonths = (plain: string, year: number | null): Period | undefined => {
  const groups = monthRange.exec(plain)?.groups
  if (!groups || year === null) return undefined
  const [from, to] = [Number(groups.from), Number(groups.to)]
  const first = groups.before ? year - 1 : year
  return twelveMonths(first, from, first + (to < from ? 1 : 0), to)
}

const twelveMonths = (fromYear: number, from: number, toYear: number, to: number): Period | undefined => {
  if (from < 1 || from > 12 || (toYear - fromYear) * 12 + to - from !== 11) return undefined
  if (from === 1) return { kind: 'calendar-year', year: fromYear }
  if (from === 4) return { kind: 'fiscal-year', year: fromYear }
  return { kind: 'shifted-year', from: month(fromYear, from), to: month(toYear, to) }
}

const month = (year: number, m: number): string => `${year}-${String(m).padStart(2, '0')}`

const readPlanPeriod = (plain: string, context: YearContext): Period | undefined => {
  const [, inside] = /^計画期間[(:](.+?)\)?$/.exec(plain) ?? []
  const span = inside ? readSpan(inside, context) : undefined
  return span?.kind === 'span' && span.to !== null ? { kind: 'plan-period', from: span.from, to: span.to } : undefined
}

/** 「H28～R3」「平成27年～令和2年」「2012～22年度」「令和2～6年度」「H27～累計」「令和4年10月～令和5年9月」。 */
const readSpan = (plain: string, context: YearContext): Period | undefined => {
  const [, start, end] = /^\(?([^~]+)~([^~]*?)\)?$/.exec(plain) ?? []
  const suffix = /年度?$/.exec(end ?? '')?.[0] ?? ''
  const from = start && readYear(/年|[./]/.test(start) ? start : start + suffix, context)
  if (!from || end === undefined) return undefined
  if (/^(?:累計|現在|継続)?$/.test(end))
    return from.month === undefined ? { kind: 'span', of: from.kind, from: from.year, to: null } : undefined
  const to = readEnd(end, start, from)
  return to && between(from, to)
}

/** 終わりの年は、始まりの元号や百年紀を略して書かれる。 */
const readEnd = (end: string, start: string, from: ReadYear): ReadYear | undefined => {
  const [, digits, suffix] = /^(\d{1,2})(年度?)?$/.exec(end) ?? []
  if (!digits) return readYear(end)
  if (/^\d{4}/.test(start)) return readYear(`${start.slice(0, 2)}${digits.padStart(2, '0')}${suffix ?? ''}`)
  return readYear(`${digits}年${suffix === '年' ? '' : '度'}`, { near: from.year })
}

const between = (from: ReadYear, to: ReadYear): Period | undefined => {
  if (from.month !== undefined || to.month !== undefined) return betweenMonths(from, to)
  return from.year <= to.year && from.kind === to.kind
    ? { kind: 'span', of: from.kind, from: from.year, to: to.year }
    : undefined
}

const betweenMonths = (from: ReadYear, to: ReadYear): Period | undefined => {
  if (from.month === undefined || to.month === undefined) return undefined
  const wholeYears = from.month === 4 && to.month === 3 && from.year < to.year
  if (wholeYears) return { kind: 'span', of: 'fiscal-year', from: from.year, to: to.year }
  return twelveMonths(calendarYear(from), from.month, calendarYear(to), to.month)
}

const calendarYear = ({ year, month: m = 4 }: ReadYear): number => (m < 4 ? year + 1 : year)

/** 「令和2年国勢調査」。年がなければ、欄の年度までで最も新しい国勢調査の年（西暦の五の倍数）。 */
const readSurvey = (plain: string, context: PeriodContext): Period | undefined => {
  const [, year, survey] = /^(?:(.+年))?((?:国勢調査|[^年()]*(?:センサス|調査|統計)))$/.exec(plain) ?? []
  if (!survey) return undefined
  const read = year ? readYear(year, context)?.year : undefined
  if (read !== undefined) return { kind: 'survey', year: read, survey }
  if (year || context.year == null || survey !== '国勢調査') return undefined
  return { kind: 'survey', year: context.year - (context.year % 5), survey }
}

/** 「年度末現在」「5月1日現在」「年度当初」。一～三月の日は、年度の終わりの年。 */
const readRelativeDay = (plain: string, year: number | null): Period | undefined => {
  if (year === null) return undefined
  if (/^(?:年度末|期末)(?:現在|時点)?$/.test(plain)) return { kind: 'as-of', on: `${year + 1}-03-31` }
  if (/^年度当初(?:現在|時点)?(?:\(4月1日(?:現在|時点)?\))?$/.test(plain)) return { kind: 'as-of', on: `${year}-04-01` }
  const [, m, d] = /^(\d{1,2})月(?:(\d{1,2})日|末)?(?:現在|時点)$/.exec(plain) ?? []
  if (!m || Number(m) < 1 || Number(m) > 12 || Number(d ?? 1) > 31) return undefined
  return { kind: 'as-of', on: day(Number(m) < 4 ? year + 1 : year, Number(m), d) }
}

const day = (year: number, m: number, d: string | number | undefined): string =>
  d === undefined ? month(year, m) : `${month(year, m)}-${String(d).padStart(2, '0')}`

const readOne = (plain: string, context: YearContext): Period | undefined => {
  const read = readYear(plain, context)
  if (!read) return undefined
  if (read.month !== undefined) return { kind: 'as-of', on: day(calendarYear(read), read.month, read.day) }
  if (/年度末(?:現在|時点)?$/.test(plain)) return { kind: 'as-of', on: `${read.year + 1}-03-31` }
  return { kind: read.kind, year: read.year }
}
