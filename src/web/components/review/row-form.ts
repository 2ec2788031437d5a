import type { Accumulation } from '#domain/plan/draft.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { Correction, EntryKey, FigureRole } from '#domain/review/correction.ts'
import type { Form } from '../../form.ts'

/** 送られた訂正と、それを言った欄の名。食い違ったときに、その欄だけを落とせるように。 */
export type Sent = { readonly source: string; readonly correction: Correction }

/** 頁を作ったときの値を持つ、隠れた欄の名。変えた欄だけを訂正にするため。 */
export const wasName = (field: string): string => `was ${field}`

/** 頁にある欄の名の並びを持つ、隠れた欄の名。 */
export const fieldList = 'field'

/** 値の欄と、値の年度の欄の名。 */
export const valueField = (key: string): string => `value ${key}`
export const yearField = (key: string): string => `year ${key}`

/** 書き足しの欄と、取り込まないわけの欄。前の値と比べず、書いてあれば訂正になる。 */
export const plainFields = ['add-role', 'add-year', 'add-raw', 'reason'] as const

/** 担当課の並びの書き方。 */
export const departmentsJoined = (departments: readonly string[]): string => departments.join('、')

/** 内訳・再掲の元の、欄に出ることばから鍵へ。 */
export type RowWords = ReadonlyMap<string, EntryKey>

/**
 * 送られた欄のうち、頁を作ったときから変えたものを訂正にする。`skip` の欄は入れない（ほかの人の値を残すとき）。
 * 断る符号は `intake-row-unknown`（内訳・再掲の元が、行の名でない）・`intake-year-needed`（書き足す値に年度がない）。
 */
export const correctionsIn = (
  form: Form,
  entry: EntryKey,
  rows: RowWords,
  skip: ReadonlySet<string> = new Set(),
): Result<readonly Sent[]> => {
  const changed = form
    .all(fieldList)
    .filter((field) => form.text(field).trim() !== form.text(wasName(field)).trim())
    .map((field) => (field === 'since' ? 'accumulation' : field))
  const sent: Sent[] = []
  for (const field of new Set(changed.filter((each) => !skip.has(each)))) {
    const read = correctionOf(form, entry, field, rows)
    if (!read.ok) return read
    if (read.value) sent.push({ source: field, correction: read.value })
  }
  const added = skip.has('add-raw') ? done(undefined) : addedIn(form, entry)
  if (!added.ok) return added
  return done([...sent, ...(added.value ? [{ source: 'add-raw', correction: added.value }] : [])])
}

/** 押したボタンの言う、行ぜんたいについての訂正。 */
export const wholeRowIn = (form: Form, entry: EntryKey): Correction | undefined => {
  const act = form.text('do')
  if (act === 'accept') return { what: 'checked', entry }
  if (act === 'leave-out') return { what: 'left-out', entry, reason: form.text('reason').trim() }
  const choice = /^alternative (\d{1,2})$/.exec(act)?.[1]
  return choice === undefined ? undefined : { what: 'alternative', entry, choice: Number(choice) }
}

const correctionOf = (form: Form, entry: EntryKey, field: string, rows: RowWords): Result<Correction | undefined> => {
  const text = form.text(field).trim()
  switch (field) {
    case 'name':
      return done({ what: 'name', entry, name: text })
    case 'class':
      return done({ what: 'class', entry, class: text })
    case 'unit':
      return done({ what: 'unit', entry, unit: text === '' ? null : text })
    case 'node':
      return done({ what: 'node', entry, node: text === '' ? null : text })
    case 'departments':
      return done({ what: 'departments', entry, departments: departmentsIn(text) })
    case 'accumulation':
      return done({ what: 'accumulation', entry, accumulation: accumulationIn(form) })
    case 'breakdown-of':
    case 'repeat-of':
      return referenceTo(entry, field, text, rows)
    default:
      return done(figureCorrection(entry, field, form.text(field)))
  }
}

const figureCorrection = (entry: EntryKey, field: string, text: string): Correction | undefined => {
  if (field.startsWith('value ')) return { what: 'value', entry, at: field.slice('value '.length), raw: text.trim() }
  if (!field.startsWith('year ')) return undefined
  return { what: 'year', entry, at: field.slice('year '.length), year: yearIn(text) }
}

const referenceTo = (
  entry: EntryKey,
  what: 'breakdown-of' | 'repeat-of',
  text: string,
  rows: RowWords,
): Result<Correction> => {
  if (text === '') return done({ what, entry, of: null })
  const of = rows.get(text)
  return of === undefined ? refused('intake-row-unknown', { text: text.slice(0, 60) }) : done({ what, entry, of })
}

const addedIn = (form: Form, entry: EntryKey): Result<Correction | undefined> => {
  const raw = form.text('add-raw').trim()
  if (raw === '') return done(undefined)
  const role = roles.find((each) => each === form.text('add-role')) ?? 'actual'
  const year = yearIn(form.text('add-year'))
  if (year === null && role === 'actual') return refused('intake-year-needed', { raw: raw.slice(0, 60) })
  return done({ what: 'added-value', entry, role, year, raw })
}

export const roles: readonly FigureRole[] = ['actual', 'target', 'baseline']

/** 年度の選び。空は「年度なし」（計画期間の合計など）。 */
const yearIn = (text: string): number | null => (/^\d{4}$/.test(text) ? Number(text) : null)

const departmentsIn = (text: string): readonly string[] => {
  const names = text.split(/[、，,\n]/).map((name) => name.trim())
  return names.filter((name) => name !== '')
}

export const accumulationKinds = ['unstated', 'single-year', 'cumulative', 'level', 'period-total'] as const

const accumulationIn = (form: Form): Accumulation => {
  const kind = accumulationKinds.find((each) => each === form.text('accumulation')) ?? 'unstated'
  return kind === 'cumulative' ? { kind, since: yearIn(form.text('since')) } : { kind }
}
