import { done, type Result, refused } from '#domain/problem.ts'
import { isNegative } from '#domain/quantity/decimal.ts'
import type { Absence, Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { comparableUnits } from '#domain/quantity/unit.ts'
import { readYear } from '#domain/year/read-year.ts'
import type { AnswerField, AnswerValue } from './answer.ts'

/** 欄に打たれたもの。字のまま。 */
export type TypedAnswer = {
  readonly raw: string
  /** 値がないわけ（`answerAbsences`）。選んでいなければ空。 */
  readonly absence?: string
  /** 公表の見込み（「令和8年12月」「2026-12-20」）。 */
  readonly expected?: string
  readonly provisional?: boolean
  /** 「このままでよい」と答えた尋ねの符号。 */
  readonly confirmed?: readonly string[]
}

/** 入力で選べる、値がないわけ。未測定・未公表・未開始・終了・中止・対象外・秘匿。 */
export const answerAbsences = [
  'not-measured',
  'not-published',
  'not-started',
  'ended',
  'cancelled',
  'not-applicable',
  'withheld',
] as const satisfies readonly Absence[]
export type AnswerAbsence = (typeof answerAbsences)[number]

export const isAnswerAbsence = (word: string): word is AnswerAbsence =>
  (answerAbsences as readonly string[]).includes(word)

const longest = { actual: 200, money: 60, text: 2000, line: 500, lines: 50 } as const

/**
 * 打たれた字を、欄の値に読む。null は、空にしたということ。
 * 数は打たれた字のまま持ち（`readFigure` が読む）、単位は欄で決まっている。換算できない単位と、壊れた数は断る。
 * おかしいかもしれないだけのもの（ことば、桁違い…）は断らず、`questionsOf` が尋ねる。
 *
 * @example readAnswer('actual', { raw: '１，２３４件' }, { unit: '件' }) // → raw '１，２３４件' の値
 * @example readAnswer('actual', { raw: '', absence: 'cancelled' }, { unit: '件' }) // → 中止
 */
export const readAnswer = (
  field: AnswerField,
  typed: TypedAnswer,
  item: { readonly unit: string | null },
): Result<AnswerValue | null> => {
  const all = `${typed.raw}${typed.expected ?? ''}`
  if (!all.isWellFormed() || all.includes('\0')) return refused('answer-unstorable')
  if (field === 'actual') return readActual(typed, item.unit)
  if (field === 'money') return readMoney(typed.raw.trim())
  if (field === 'items') return readItems(typed.raw)
  return readText(typed.raw)
}

const tooLong = (text: string, most: number) =>
  [...text].length > most ? refused('answer-too-long', { most, length: [...text].length }) : undefined

const readText = (raw: string): Result<AnswerValue | null> => {
  const text = raw.replaceAll('\r\n', '\n').trim()
  return tooLong(text, longest.text) ?? done(text === '' ? null : { kind: 'text', text })
}

const readItems = (raw: string): Result<AnswerValue | null> => {
  const lines = raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > longest.lines) return refused('answer-too-many-lines', { most: longest.lines })
  const long = lines.map((line) => tooLong(line, longest.line)).find((each) => each !== undefined)
  return long ?? done(lines.length === 0 ? null : { kind: 'items', lines })
}

const aPlace = { line: 1 }

/** 事業費は千円の数だけ。ないときは 0（空欄と区別する）。 */
const readMoney = (raw: string): Result<AnswerValue | null> => {
  if (raw === '') return done(null)
  const long = tooLong(raw, longest.money)
  if (long) return long
  const { value, unit, upTo, status } = readFigure(raw, { year: null, place: aPlace, unit: '千円' })
  if (value === null || upTo !== undefined || status === 'reference') return refused('answer-money-not-number', { raw })
  if (isNegative(value)) return refused('answer-money-negative', { raw })
  return comparableUnits(unit, '千円') ? done({ kind: 'money', raw }) : refused('answer-unit', { raw, unit: '千円' })
}

const readActual = (typed: TypedAnswer, unit: string | null): Result<AnswerValue | null> => {
  const raw = typed.raw.trim()
  const chosen = typed.absence ?? ''
  if (chosen !== '' && !isAnswerAbsence(chosen)) return refused('answer-absence-unknown')
  if (raw === '') return chosen === '' ? done(null) : absent(typed, '', chosen)
  const long = tooLong(raw, longest.actual)
  if (long) return long
  const figure = readFigure(raw, { year: null, place: aPlace, unit })
  const said = absenceIn(figure)
  if (said !== undefined) return wordForAbsence(typed, raw, said, chosen)
  if (chosen !== '') return refused('answer-both', { raw })
  if (figure.status === 'unreadable') return refused('answer-unreadable', { raw })
  if (!unitFits(figure, unit)) return refused('answer-unit', { raw, unit: unit ?? '' })
  const { provisional = false, confirmed = [] } = typed
  const isProvisional = provisional || figure.status === 'provisional'
  return done({ kind: 'actual', raw, absence: null, expected: null, provisional: isProvisional, confirmed })
}

/** 値のないわけを言うことば。数や文なら undefined。 */
const absenceIn = ({ status }: Figure): AnswerAbsence | 'other' | undefined => {
  if (isAnswerAbsence(status)) return status
  return status === 'dash' || status === 'undecided' || status === 'blank' ? 'other' : undefined
}

/** 「未公表」「中止」と打たれた。わけの分からない「―」「未定」には、選んでもらう。選んだわけがあれば、それによる。 */
const wordForAbsence = (
  typed: TypedAnswer,
  raw: string,
  said: AnswerAbsence | 'other',
  chosen: AnswerAbsence | '',
): Result<AnswerValue | null> => {
  if (chosen !== '') return absent(typed, said === chosen ? raw : '', chosen)
  return said === 'other' ? refused('answer-dash', { raw }) : absent(typed, raw, said)
}

/** 未公表の見込みの日は、あとから入れてもよい（提出までに要る。`missingIn`）。 */
const absent = (
  { expected = '', confirmed = [] }: TypedAnswer,
  raw: string,
  absence: AnswerAbsence,
): Result<AnswerValue | null> => {
  const asked = absence === 'not-published' ? expected.trim() : ''
  const day = asked === '' ? null : readExpected(asked)
  if (day === undefined) return refused('answer-expected', { raw: asked.slice(0, 40) })
  return done({ kind: 'actual', raw, absence, expected: day, provisional: false, confirmed })
}

/**
 * 公表の見込みの月か日。`readExpected('令和8年12月')` → '2026-12'、`readExpected('R8.12.20')` → '2026-12-20'
 * 年だけでは、いつ尋ねなおせばよいか分からないので読まない。
 */
export const readExpected = (text: string): string | undefined => {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?:頃|ごろ|予定|公表|公表予定|下旬|中旬|上旬|末)+$/, '')
  const [, western, monthOnly] = /^(\d{4})[-/.](\d{1,2})$/.exec(plain) ?? []
  if (western && monthOnly) return isMonth(Number(monthOnly)) ? `${western}-${two(Number(monthOnly))}` : undefined
  const read = readYear(plain.replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, dashed))
  if (read?.month === undefined) return undefined
  const year = read.month >= 4 ? read.year : read.year + 1
  if (read.day === undefined) return `${year}-${two(read.month)}`
  return isDay(year, read.month, read.day) ? `${year}-${two(read.month)}-${two(read.day)}` : undefined
}

const dashed = (_: string, year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const two = (n: number): string => String(n).padStart(2, '0')
const isMonth = (month: number): boolean => month >= 1 && month <= 12
const isDay = (year: number, month: number, day: number): boolean =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day

/** 単位が同じか、換算できるか。内わけのある値（「4校・13回」）は、単位もそれぞれなので問わない。 */
const unitFits = ({ unit: typed, value }: Figure, unit: string | null): boolean =>
  unit === null || typed === null || value === null || comparableUnits(typed, unit)
