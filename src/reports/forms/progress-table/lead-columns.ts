import { finalTarget, saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { ReportChoices } from '../../choices.ts'
import { figureCell, textCell } from '../cells.ts'
import { figureMarks } from '../remarks/figure-marks.ts'
import type { Footnotes } from '../remarks/footnotes.ts'
import { commonYear, datedCell } from '../rows/dated-cell.ts'
import { widthFor } from '../text-width.ts'
import { yearHeading } from '../years.ts'
import type { SideColumn } from './side-columns.ts'

/** 年度の左の、種類・基準値・目標値の列。どの指標も同じ年度なら見出しに、違えば升目に年度を書く。一つも書かれていない列は出さない。 */
export const leadColumns = (
  edition: Edition,
  indicators: readonly Indicator[],
  choices: ReportChoices,
  notes: Footnotes,
): readonly SideColumn[] => [
  ...classColumn(indicators),
  ...valueColumn('baseline', '基準値', ({ baseline }) => baseline ?? undefined, {
    edition,
    indicators,
    choices,
    notes,
  }),
  ...valueColumn('target', '目標値', finalTarget, { edition, indicators, choices, notes }),
]

/** 種類（数値目標・KPI・成果目標…）がいくつもある計画だけ。一つだけなら、名の列の見出しが言う。 */
const classColumn = (indicators: readonly Indicator[]): readonly SideColumn[] => {
  const classes = [...new Set(indicators.map(({ class: kind }) => kind))]
  if (classes.length < 2) return []
  return [
    {
      key: 'class',
      title: '種類',
      width: widthFor(classes, 4, 11),
      align: 'center',
      cell: ({ indicator }) => textCell(indicator.class),
    },
  ]
}

type Around = {
  readonly edition: Edition
  readonly indicators: readonly Indicator[]
  readonly choices: ReportChoices
  readonly notes: Footnotes
}

const valueColumn = (
  key: string,
  title: string,
  figureOf: (indicator: Indicator) => Figure | undefined,
  { edition, indicators, choices: { yearStyle }, notes }: Around,
): readonly SideColumn[] => {
  const figures = indicators.flatMap((indicator) => figureOf(indicator) ?? [])
  if (figures.length === 0) return []
  const stated = commonYear(figures)
  // 「―」と印刷された目標は、いつの目標でもない。基準値の「―（令和元年）」は、その年の値がないこと。
  const cellOf = (figure: Figure | undefined) =>
    figure && key === 'target' && !saysSomething(figure)
      ? figureCell(figure)
      : datedCell(figure, stated, edition, yearStyle)
  return [
    {
      key,
      title: stated === undefined ? title : `${title}\n${yearHeading(stated, yearStyle)}`,
      width: widthFor(
        figures.map((figure) => cellOf(figure).text),
        6,
        8,
      ),
      align: 'end',
      cell: ({ indicator }) => {
        const figure = figureOf(indicator)
        const marks = figureMarks(figure, notes)
        return { ...cellOf(figure), ...(marks.length > 0 && { marks }) }
      },
    },
  ]
}
