import type { PlanYears } from '#domain/indicator/achievement.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { calendarYearInWords, fiscalYearInWords } from '#domain/year/fiscal-year.ts'
import { yearsIn } from '#domain/year/read-year.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell } from '../../report.ts'
import { figureCell } from '../cells.ts'

type Style = ReportChoices['yearStyle']

/**
 * 基準値・目標値の、いつの値かのことば。「令和7年」「5年間」「各年度」。どこにも書かれていなければ undefined。
 * 図書にかっこで書かれていれば、そのことば（「平成27年」を「平成27年度」に変えない）。
 */
export const whenInWords = (figure: Figure, plan: PlanYears, style: Style): string | undefined => {
  const written = bracketed(figure)
  // いくつもの年にわたる値（「平成27年～令和2年」）は、一つの年に言い換えない。
  if (written !== undefined && (style === 'era' || figure.year === null || figure.periodKind === 'span')) return written
  if (figure.scope === 'each-year' && figure.year === null) return '各年度'
  if (figure.scope === 'period') return periodWords(plan)
  if (figure.year === null) return undefined
  const isCalendar = figure.periodKind === 'calendar-year' || (written !== undefined && /年$/u.test(written))
  return isCalendar ? calendarWords(figure.year, style) : fiscalWords(figure.year, style)
}

const periodWords = ({ firstYear, lastYear }: PlanYears): string =>
  firstYear === null || lastYear === null ? '計画期間の合計' : `${lastYear - firstYear + 1}年間`

const calendarWords = (year: number, style: Style): string =>
  inStyle(calendarYearInWords(year), calendarYearInWords(year, 'western'), style)

const fiscalWords = (year: number, style: Style): string =>
  inStyle(fiscalYearInWords({ startYear: year }), fiscalYearInWords({ startYear: year }, 'western'), style)

/** かっこの中に書くので、両方なら「令和元年度・2019年度」とし、かっこを重ねない。 */
const inStyle = (era: string, western: string, style: Style): string =>
  style === 'western' ? western : style === 'era' || era === western ? era : `${era}・${western}`

/** 書かれた字の終わりのかっこ（「5年間」「第1期6年間」「累計」）。年度の値では、その年度を言うものだけ（年度だけが直されていれば使わない）。 */
const bracketed = ({ raw, year }: Figure): string | undefined => {
  const inside = /[（(]([^（()）]*)[)）]\s*$/u.exec(raw.trim())?.[1]?.trim()
  if (inside === undefined || /^[（(]/u.test(raw.trim())) return undefined
  if (year === null) return inside
  return yearsIn(inside).some((each) => each.year === year) ? inside : undefined
}

/** どの値も同じ年度なら、その年度。見出しに書けば、升目に書かずにすむ。年度のない値が一つでもあれば undefined。 */
export const commonYear = (figures: readonly Figure[]): number | undefined => {
  const years = new Set(figures.map(({ scope, year }) => (scope === 'period' ? null : year)))
  const [year] = years
  return years.size === 1 && year != null ? year : undefined
}

/** 値の升目。見出しが年度を言わないときは、値の後にかっこで添える。「36.7％（令和元年）」 */
export const datedCell = (
  figure: Figure | undefined,
  stated: number | undefined,
  plan: PlanYears,
  style: Style,
  rest: Omit<Cell, 'text' | 'number'> = {},
): Cell => {
  const cell = figureCell(figure, rest)
  if (!figure || stated !== undefined) return cell
  const when = whenInWords(figure, plan, style)
  if (when === undefined) return cell
  const text = `${cell.text}（${when}）`
  return { ...cell, text, ...(cell.number && { number: { ...cell.number, after: `${cell.number.after}（${when}）` } }) }
}
