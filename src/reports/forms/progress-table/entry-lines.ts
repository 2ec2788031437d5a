import { targetInColumn } from '#domain/indicator/figures.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { IndicatorReckoning } from '#domain/plan/reckoning.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell } from '../../report.ts'
import { figureCell, noValue, textCell } from '../cells.ts'
import { actualMarks, figureMarks } from '../remarks/figure-marks.ts'
import type { Footnotes } from '../remarks/footnotes.ts'
import { standingName } from '../standing-names.ts'
import { moneyCell, yearlyCostUnit } from './money.ts'
import { type RateChoices, rateCell } from './rate-cell.ts'

/** 一件の指標の段の一つ。`label` は段の名、`cell` はその年度の升目。 */
export type EntryLine = {
  readonly label: string
  readonly cell: (reckoning: IndicatorReckoning, year: number) => Cell
}

type Lines = Readonly<Record<'target' | 'actual' | 'rate' | 'grade', EntryLine>>

/** 選ばれた段。一段は実績、二段は 実績／達成率 か 目標／実績、四段はすべて。年度ごとの事業費があれば、その段も。 */
export const entryLines = (
  edition: Edition,
  choices: ReportChoices,
  rates: RateChoices,
  notes: Footnotes,
): readonly EntryLine[] => {
  const { target, actual, rate, grade } = linesOf(edition, rates, notes)
  const four = choices.grades ? [target, actual, rate, grade] : [target, actual, rate]
  const two = choices.pair === 'actual-rate' ? [actual, rate] : [target, actual]
  return [
    ...(choices.rows === 1 ? [actual] : choices.rows === 2 ? two : four),
    ...(choices.money ? costLines(edition) : []),
  ]
}

const linesOf = (edition: Edition, rates: RateChoices, notes: Footnotes): Lines => ({
  target: {
    label: '目標値',
    cell: ({ indicator }, year) => {
      const target = targetInColumn(indicator, year, edition)
      return figureCell(target, { align: 'end', marks: figureMarks(target, notes) })
    },
  },
  actual: {
    label: '実績値',
    cell: ({ indicator, years }, year) => {
      const actual = years.get(year)?.actual
      return figureCell(actual, { align: 'end', marks: actualMarks(indicator, year, actual, notes) })
    },
  },
  rate: { label: '達成率', cell: (reckoning, year) => rateCell(reckoning, year, rates, notes) },
  grade: gradeLine(edition),
})

/** 年度ごとの評価が一つでも書かれているか。なければ、代わりに計算した進み具合を置く。 */
export const hasYearlyGrades = ({ content }: Edition): boolean =>
  content.indicators.some(({ printedGrades = [] }) => printedGrades.some(({ year }) => year !== null))

const gradeLine = (edition: Edition): EntryLine =>
  hasYearlyGrades(edition)
    ? {
        label: '評価',
        cell: ({ indicator: { printedGrades = [] } }, year) => {
          const printed = printedGrades.filter((grade) => grade.year === year).map((grade) => grade.printed)
          return textCell(printed.length > 0 ? printed.join('・') : noValue, { align: 'center', tone: 'strong' })
        },
      }
    : {
        label: '進み具合',
        cell: ({ years }, year) => {
          const standing = years.get(year)?.standing ?? 'not-judged'
          const tone = standing === 'behind' ? 'alert' : 'quiet'
          return textCell(standing === 'not-judged' ? noValue : standingName(standing), { align: 'center', tone })
        },
      }

const costLines = (edition: Edition): readonly EntryLine[] => {
  const unit = yearlyCostUnit(edition.content)
  if (unit === undefined) return []
  return [
    {
      label: unit === null ? '事業費' : `事業費（${unit}）`,
      cell: ({ indicator: { costs } }, year) =>
        moneyCell(
          costs.filter((cost) => cost.year === year),
          unit,
        ),
    },
  ]
}
