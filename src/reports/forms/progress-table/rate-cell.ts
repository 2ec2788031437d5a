import type { Achievement } from '#domain/indicator/achievement.ts'
import { say } from '#domain/language/say.ts'
import type { Indicator, PrintedRate } from '#domain/plan/draft.ts'
import type { IndicatorReckoning, YearReckoning } from '#domain/plan/reckoning.ts'
import { printedNumber } from '#domain/quantity/decimal.ts'
import { printNumber } from '#domain/quantity/print-figure.ts'
import type { Cell } from '../../report.ts'
import { noValue, numberCell, textCell } from '../cells.ts'
import type { Footnotes } from '../remarks/footnotes.ts'
import { yearWords } from '../years.ts'

/** 率の載せ方。`recompute` は、印刷された率でなく、選んだ式で計算した率を載せる。`findings` は、違いを注に言う。 */
export type RateChoices = { readonly recompute: boolean; readonly findings: boolean }

type Shown = Omit<Cell, 'text' | 'number'>

/**
 * 達成率の升目。市が印刷した率は印刷のまま（計算と違えば注に言う）、印刷のない年度は計算した率を控えめに置く。
 * 市が「-」と印刷した年度は、計算できても「―」のままにする。
 */
export const rateCell = (
  { indicator, years }: IndicatorReckoning,
  year: number,
  { recompute, findings }: RateChoices,
  notes: Footnotes,
): Cell => {
  const reckoning = years.get(year)
  if (!reckoning) return textCell(noValue, { align: 'end' })
  if (recompute) return computedCell(reckoning.achievement, {}, notes)
  const printed = reckoning.printed ?? markIn(indicator, year)
  if (printed === undefined) return computedCell(reckoning.achievement, { tone: 'quiet' }, notes)
  const marks = findings ? differenceMarks(indicator, reckoning, notes) : []
  return printedCell(printed, { align: 'end', ...(marks.length > 0 && { marks }) })
}

const markIn = ({ rateMarks = [] }: Indicator, year: number): PrintedRate | undefined =>
  rateMarks.find((mark) => mark.year === year)

/** 印刷された率。読み取りが落とした「％」を戻す。小数の桁は印刷のまま。 */
const printedCell = ({ printed }: PrintedRate, rest: Shown): Cell => {
  const number = printedNumber(printed)
  const text = printed.trim()
  if (number !== null && printNumber(number, { commas: text.includes(',') }) === text)
    return text.includes(',') || number.length < 4 || number.includes('.')
      ? numberCell(number, '％', rest)
      : textCell(`${text}％`, rest)
  if (!/\d/u.test(text.normalize('NFKC'))) return textCell(isDash(text) ? noValue : text, rest)
  return textCell(/[%％]$/u.test(text) ? text : `${text}％`, rest)
}

const isDash = (text: string): boolean => /^[\s\-－―ー–—…‐‑‒−]*$/u.test(text)

/** 計算した率。率にならず達成・未達成だけを言うものは、そのことば。手で入れた率は、わけを注に。 */
const computedCell = (achievement: Achievement, rest: Shown, notes: Footnotes): Cell => {
  const shown = { align: 'end' as const, ...rest }
  if (achievement.kind === 'rate') return numberCell(achievement.shown, '％', shown)
  if (achievement.kind === 'judged') return textCell(achievement.met ? '達成' : '未達成', shown)
  if (achievement.kind === 'none') return textCell(noValue, shown)
  return manualCell(achievement, shown, notes)
}

const manualCell = (manual: Extract<Achievement, { kind: 'manual' }>, rest: Shown, notes: Footnotes): Cell => {
  const marks = [notes.mark(`式でなく、手で入れた達成率：${manual.reason}`)]
  const number = printedNumber(manual.shown)
  return number === null
    ? textCell(`${manual.shown}％`, { ...rest, marks })
    : numberCell(number, '％', { ...rest, marks })
}

/** 印刷された率が計算と違うことの注。 */
const differenceMarks = (
  { name }: Indicator,
  { year, printed, achievement, agreement }: YearReckoning,
  notes: Footnotes,
): readonly string[] => {
  if (agreement !== 'differs' && agreement !== 'not-computed') return []
  const what = `${name}の${yearWords(year, 'era')}の達成率は印刷のまま（${printed?.printed}％）`
  return [notes.mark(`${what}。計算では、${say(achievement.working)}。`)]
}

/** 計算した率を載せる升目があるか。あれば、そのことを注に書く。 */
export const showsComputed = (reckoning: IndicatorReckoning, shown: readonly number[]): boolean =>
  shown.some((year) => !isPrinted(reckoning, year) && achievementIn(reckoning, year) !== 'none')

/** 率の代わりに「達成」「未達成」とだけ書く升目があるか。`recompute` なら、印刷された率のある年度も計算する。 */
export const showsJudged = (reckoning: IndicatorReckoning, shown: readonly number[], recompute: boolean): boolean =>
  shown.some((year) => (recompute || !isPrinted(reckoning, year)) && achievementIn(reckoning, year) === 'judged')

const achievementIn = ({ years }: IndicatorReckoning, year: number): Achievement['kind'] =>
  years.get(year)?.achievement.kind ?? 'none'

const isPrinted = ({ indicator, years }: IndicatorReckoning, year: number): boolean =>
  years.get(year)?.printed !== undefined || markIn(indicator, year) !== undefined
