import { actualFor } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Cell, Column, RowGroup } from '../../report.ts'
import { noValue, textCell } from '../cells.ts'
import { yearHeading } from '../years.ts'
import type { Sheet } from './sheet.ts'
import { baselineColumn, figuresCell, valueCell } from './value-cells.ts'

/** 関連する総合戦略の成果目標・KPI。印刷された種類、名、目標と、選ばれた年度の実績。 */
export const relatedTable = ({ related, actualYear }: Sheet, { yearStyle }: ReportChoices): Block => {
  const baselines = baselineColumn(related, yearStyle)
  const columns: readonly Column[] = [
    { key: 'class', width: 12, align: 'start' },
    { key: 'name', width: 20, align: 'start' },
    ...baselines.map((): Column => ({ key: 'baseline', width: 9, align: 'end' })),
    { key: 'target', width: 11, align: 'end' },
    { key: 'actual', width: 9, align: 'end' },
  ]
  const heading = actualYear === undefined ? '実績' : actualHeading(yearHeading(actualYear, yearStyle))
  const headings = ['種別', '指標', ...baselines.map(({ heading: each }) => each), '目標', heading]
  const cellsOf = (indicator: Indicator): readonly Cell[] => [
    textCell(indicator.class),
    textCell(nameIn(indicator), { heading: true }),
    ...baselines.map(({ cell }) => cell(indicator)),
    figuresCell(indicator.targets, yearStyle),
    valueCell(actualYear === undefined ? undefined : actualFor(indicator, actualYear)),
  ]
  return {
    kind: 'table',
    table: {
      caption: '関連する成果目標・重要業績評価指標（KPI）',
      showCaption: true,
      columns,
      header: [{ cells: headings.map((each) => textCell(each, { align: 'center' })) }],
      groups:
        related.length === 0
          ? [emptyRow(columns)]
          : related.map((indicator): RowGroup => ({ kind: 'entry', rows: [{ cells: cellsOf(indicator) }] })),
    },
  }
}

/** 「実績（令和2年度）」。西暦を並べた年（「令和2年度（2020年度）」）では、かっこを重ねない。 */
const actualHeading = (year: string): string => (year.includes('（') ? `実績\n${year}` : `実績\n（${year}）`)

/** 何も書かれていない表の一行。 */
export const emptyRow = (columns: readonly Column[]): RowGroup => ({
  kind: 'entry',
  rows: [{ cells: columns.map(() => textCell(noValue, { align: 'center' })) }],
})

export const nameIn = ({ name }: Indicator): string => (name === '' ? noValue : name)
