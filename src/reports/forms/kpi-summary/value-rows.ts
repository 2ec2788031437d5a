import { actualFor, targetInColumn } from '#domain/indicator/figures.ts'
import { type PeriodTotals, periodTotals, type TotalCell } from '#domain/indicator/period-totals.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { printNumber } from '#domain/quantity/print-figure.ts'
import type { Cell } from '../../report.ts'
import { figureCell, noValue, numberCell, textCell } from '../cells.ts'
import { actualMarks, figureMarks } from '../remarks/figure-marks.ts'
import type { Footnotes } from '../remarks/footnotes.ts'

/** 目標の段と実績の段の、年度の欄と合計の欄。 */
export type ValueRows = { readonly target: readonly Cell[]; readonly actual: readonly Cell[] }

/** `total` は合計の欄を置くか（年度で分けた表では、終わりの表だけ）。 */
export const valueRows = (
  indicator: Indicator,
  years: readonly number[],
  total: boolean,
  edition: Edition,
  notes: Footnotes,
): ValueRows => {
  const totals = periodTotals(indicator, edition)
  const targetAt = (year: number): Cell => {
    const target = targetInColumn(indicator, year, edition)
    return figureCell(target, { align: 'end', marks: figureMarks(target, notes) })
  }
  const actualAt = (year: number): Cell => {
    const actual = actualFor(indicator, year)
    return figureCell(actual, { align: 'end', marks: actualMarks(indicator, year, actual, notes) })
  }
  return {
    target: [...years.map(targetAt), ...(total ? [totalCell(indicator, totals.target, notes)] : [])],
    actual: [...years.map(actualAt), ...(total ? [totalCell(indicator, totals.actual, notes)] : [])],
  }
}

/** 期間の合計。印刷があればそのまま（足した数と違えば注に）、なければ足した数を控えめに。 */
const totalCell = ({ name, unit }: Indicator, { printed, added, differs }: TotalCell, notes: Footnotes): Cell => {
  if (added !== undefined) return numberCell(added, unit ?? '', { align: 'end', tone: 'quiet' })
  if (!printed) return textCell(noValue, { align: 'end' })
  const marks = [
    ...figureMarks(printed, notes),
    ...(differs === undefined
      ? []
      : [notes.mark(`${name}の合計は印刷のまま。年度の値を足すと${printNumber(differs)}${unit ?? ''}。`)]),
  ]
  return figureCell(printed, { align: 'end', marks })
}

/** 足した数を置く升目があるか。あれば、そのことを注に書く。 */
export const showsAdded = (indicator: Indicator, edition: Edition): boolean => {
  const { target, actual }: PeriodTotals = periodTotals(indicator, edition)
  return target.added !== undefined || actual.added !== undefined
}

/** 合計の欄に書くものがあるか（「―」だけの合計も、印刷された欄）。 */
export const hasTotal = (indicator: Indicator, edition: Edition): boolean => {
  const { target, actual } = periodTotals(indicator, edition)
  return [target, actual].some(({ printed, added }) => printed !== undefined || added !== undefined)
}
