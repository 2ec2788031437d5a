import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { IndicatorReckoning } from '#domain/plan/reckoning.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Column } from '../../report.ts'
import { figureCell, noValue, textCell } from '../cells.ts'
import { projectTitle } from '../project-title.ts'
import { figureMarks } from '../remarks/figure-marks.ts'
import type { Footnotes } from '../remarks/footnotes.ts'
import { textWidth, widthFor } from '../text-width.ts'
import { moneyCell, totalCostUnit } from './money.ts'

/** 一件に一つの升目の列（年度の右）。一件の段の数だけ縦に広がる。 */
export type SideColumn = Column & { readonly title: string; readonly cell: (reckoning: IndicatorReckoning) => Cell }

/** 期間の合計・事業費・評価・事業名・担当課・備考・増減理由など・シートNo。一つも書かれていない列は出さない。 */
export const sideColumns = (
  edition: Edition,
  indicators: readonly Indicator[],
  choices: ReportChoices,
  year: number | null,
  notes: Footnotes,
): readonly SideColumn[] => [
  ...totalColumns(indicators, edition, notes),
  ...(choices.money ? costColumns(edition) : []),
  ...(choices.grades ? gradeColumns(indicators, year, choices.rows === 4) : []),
  ...projectColumns(indicators, edition),
  ...departmentColumns(indicators),
  ...(choices.comments ? [...remarksColumns(indicators, choices), ...commentColumns(indicators, year)] : []),
  ...sheetColumns(indicators),
]

/** 印刷された、実績の期間の合計。 */
const totalColumns = (
  indicators: readonly Indicator[],
  { firstYear, lastYear }: Edition,
  notes: Footnotes,
): readonly SideColumn[] => {
  const totalOf = ({ indicator }: IndicatorReckoning) =>
    indicator.actuals.find(({ scope, year }) => scope === 'period' && year === null)
  if (!indicators.some((indicator) => totalOf({ indicator, years: new Map() }))) return []
  const years = firstYear === null || lastYear === null ? '期間' : `${lastYear - firstYear + 1}年間`
  return [
    {
      key: 'total',
      title: `${years}の\n実績の合計`,
      width: 6,
      align: 'end',
      cell: (reckoning) => figureCell(totalOf(reckoning), { marks: figureMarks(totalOf(reckoning), notes) }),
    },
  ]
}

const costColumns = ({ content }: Edition): readonly SideColumn[] => {
  const unit = totalCostUnit(content)
  if (unit === undefined) return []
  return [
    {
      key: 'cost',
      title: unit === null ? '事業費' : `事業費\n（${unit}）`,
      width: 6,
      align: 'end',
      cell: ({ indicator: { costs } }) =>
        moneyCell(
          costs.filter((cost) => cost.year === null),
          unit,
        ),
    },
  ]
}

/** 印刷された評価の欄。年度のない評価と、この資料の年度の評価。年度の段に載せるとき（四段）は、年度のないものだけ。 */
const gradeColumns = (
  indicators: readonly Indicator[],
  year: number | null,
  inLines: boolean,
): readonly SideColumn[] => {
  const wanted = (of: number | null) => of === null || (!inLines && of === year)
  const headings = new Set(
    indicators.flatMap(({ printedGrades = [] }) =>
      printedGrades.filter((grade) => wanted(grade.year)).map(({ heading }) => heading),
    ),
  )
  return [...headings].map((heading, at) => ({
    key: `grade-${at + 1}`,
    title: heading === '' ? '評価' : heading,
    width: 5,
    align: 'center',
    cell: ({ indicator: { printedGrades = [] } }) => {
      const printed = printedGrades
        .filter((grade) => grade.heading === heading && wanted(grade.year))
        .map((grade) => grade.printed)
      return textCell(printed.length > 0 ? printed.join('\n') : noValue, { tone: 'strong' })
    },
  }))
}

/** 事業ごとに指標を置く計画では、同じ名の指標（「補助金交付件数」）がどの事業のものかを言う。 */
const projectColumns = (indicators: readonly Indicator[], { content }: Edition): readonly SideColumn[] => {
  const titles = new Map(content.projects.map((project) => [project.id, projectTitle(project)]))
  const titleOf = ({ project }: Indicator) => (project === null ? '' : (titles.get(project) ?? ''))
  const own = indicators.map(titleOf).filter((title) => title !== '')
  if (own.length === 0) return []
  return [
    {
      key: 'project',
      title: '事業名',
      width: widthFor(own, 8, 12),
      align: 'start',
      cell: ({ indicator }) => textCell(titleOf(indicator)),
    },
  ]
}

const departmentColumns = (indicators: readonly Indicator[]): readonly SideColumn[] => {
  const names = indicators.flatMap(({ departments }) => departments)
  if (names.length === 0) return []
  return [
    {
      key: 'department',
      title: '担当課',
      width: widthFor(names, 6, 8),
      align: 'start',
      cell: ({ indicator: { departments } }) => textCell(departments.join('\n')),
    },
  ]
}

const remarksColumns = (indicators: readonly Indicator[], choices: ReportChoices): readonly SideColumn[] => {
  const written = indicators.flatMap(({ remarks }) => remarks ?? [])
  if (written.length === 0) return []
  return [
    {
      key: 'remarks',
      title: '備考',
      width: remarksWidth(written, choices),
      align: 'start',
      cell: ({ indicator: { remarks } }) => textCell(remarks ?? ''),
    },
  ]
}

/** 所見のような長い文の備考には、広い紙では広く取る。狭いと、行が高くなり頁がふえる。 */
const remarksWidth = (written: readonly string[], { paper }: ReportChoices): number => {
  const isWide = paper === null || (paper.size === 'A3' && paper.orientation === 'landscape')
  const usual = written.reduce((sum, text) => sum + textWidth(text), 0) / written.length
  return isWide && usual > 24 ? 24 : 14
}

/** 増減理由・所見・出典などの欄。見出しごとに一列。年度のあるものは、この資料の年度のもの。 */
const commentColumns = (indicators: readonly Indicator[], year: number | null): readonly SideColumn[] => {
  const wanted = (of: number | null) => of === null || of === year
  const headings = new Set(
    indicators.flatMap(({ comments = [] }) =>
      comments.filter((each) => wanted(each.year)).map(({ heading }) => heading),
    ),
  )
  return [...headings].map((heading, at) => ({
    key: `comment-${at + 1}`,
    title: heading,
    width: 14,
    align: 'start',
    cell: ({ indicator: { comments = [] } }) =>
      textCell(
        comments
          .filter((each) => each.heading === heading && wanted(each.year))
          .map(({ text }) => text)
          .join('\n'),
      ),
  }))
}

const sheetColumns = (indicators: readonly Indicator[]): readonly SideColumn[] =>
  indicators.some(({ sheetNo }) => sheetNo !== null)
    ? [
        {
          key: 'sheet',
          title: 'シート\nNo.',
          width: 3.5,
          align: 'center',
          // 「08」のような符号で、足す数ではない。字のまま置く。
          cell: ({ indicator: { sheetNo } }) => textCell(sheetNo ?? ''),
        },
      ]
    : []
