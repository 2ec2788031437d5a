import { halfWidth } from '../language/half-width.ts'
import { readFigure } from '../quantity/read-figure.ts'
import { isUnit } from '../quantity/unit.ts'
import { isDay } from '../year/day.ts'
import { fiscalYearOf } from '../year/fiscal-year.ts'
import type { SheetTarget } from './priority-sheet.ts'

/** 書かれた数値目標の数。 */
type Amount = Pick<SheetTarget, 'value' | 'unit'>

const none: Amount = { value: null, unit: null }

/**
 * 期限・数値目標の一行を読む。文はそのまま残し、数と期限は、一つに決まるときだけ読む（二つあれば、どちらとも決めない）。
 * `year` は調書の年度。
 *
 * @example readTarget('推進協議会の開催 5月末', 2026).due // → '2026-05-31'
 * @example readTarget('物件登録件数30件以上', 2026).value // → '30'
 */
export const readTarget = (text: string, year: number): Omit<SheetTarget, 'indicatorId'> => ({
  text,
  ...amountIn(text),
  due: dueIn(text, year),
})

/** 間をおいて書かれた数が一つならそれ、なければ、文のただ一つの数が末尾に単位つきであるとき。 */
const amountIn = (text: string): Amount => {
  const words = text.trim().split(/[\s　]+/u)
  const apart = words.flatMap((word) => numberIn(word) ?? [])
  if (apart.length > 1) return none
  const [only] = apart
  if (only && numberIn(words.at(-1) ?? '')) return only
  if (only || (halfWidth(text).match(/\d[\d,.]*/g) ?? []).length !== 1) return none
  const tail = /[0-9０-９][0-9０-９,，.．]*[^0-9０-９]*$/u.exec(text.replace(/^[（(](.*)[)）]$/u, '$1'))?.[0]
  const read = tail === undefined ? undefined : numberIn(tail)
  return read && read.unit !== null && isUnit(read.unit) ? read : none
}

const numberIn = (word: string): Amount | undefined => {
  if (!/[0-9０-９]/u.test(word)) return undefined
  const { status, value, unit, upTo, outOf } = readFigure(word, { year: null, place: { line: 1 } })
  if (status !== 'given' || value === null || upTo !== undefined || outOf !== undefined) return undefined
  return /^[年月日時]/.test(unit ?? '') ? undefined : { value, unit }
}

/** 年度のうちの区切りのことば。月日は、年度の中の日にする。 */
const words: readonly (readonly [pattern: RegExp, month: number, day: number])[] = [
  [/年度(?:内|中|末)/g, 3, 31],
  [/(?<!年度)年[内末](?!度)/g, 12, 31],
  [/(?:上半期|前期中|上期)/g, 9, 30],
]

const monthAndDay = /(?<![\d年./か])(\d{1,2})月(?:(\d{1,2})日|(末|中|下旬))?(?!間|[以]?前)/g

/** 期限の日。違う日が二つ書かれているもの、年の書かれた日（「令和9年3月」）で年度の外のもの、月の途中のこと（「上旬」）は読まない。 */
const dueIn = (text: string, year: number): string | null => {
  const plain = halfWidth(text)
  if (/毎月|毎年|\d\s*[~～〜-]\s*\d{1,2}月|\d月\s*[~～〜-]/.test(plain)) return null
  const named = words.flatMap(([pattern, month, day]) =>
    [...plain.matchAll(pattern)].map(() => dayIn(year, month, day)),
  )
  const dated = [...plain.matchAll(monthAndDay)].map(([, month = '', day]) =>
    day === undefined ? lastDay(year, Number(month)) : dayIn(year, Number(month), Number(day)),
  )
  const yearly = /(?:令和|平成|R|20\d\d|\d)\s*\d*年\s*\d{1,2}月/.test(plain)
  const found = [...new Set([...named, ...dated])]
  const [only] = found
  return found.length === 1 && only !== undefined && !yearly && !/月(?:上旬|中旬|初旬)/.test(plain) ? only : null
}

/** 年度の中の、その月日。なければ undefined。 */
const dayIn = (year: number, month: number, day: number): string | undefined => {
  const text = `${month >= 4 ? year : year + 1}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(text) && fiscalYearOf(text).startYear === year ? text : undefined
}

const lastDay = (year: number, month: number): string | undefined =>
  [31, 30, 29, 28].map((day) => dayIn(year, month, day)).find((day) => day !== undefined)
