import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Column } from '../../report.ts'
import { textCell } from '../cells.ts'
import { footnotes } from '../remarks/footnotes.ts'
import { datedCell } from '../rows/dated-cell.ts'
import { textWidth, widthFor } from '../text-width.ts'
import { yearHeading } from '../years.ts'
import { aimOf } from './kpi-name.ts'
import { hasTotal, valueRows } from './value-rows.ts'

/**
 * 集計表の列。数値目標の表も KPI の表も同じ列の上に置き、KPI の升目は基準値と目標値の二列にまたがる（砂川市の集計表）。
 * どの基本目標の表も同じ列になるよう、計画の全体を見て決める。
 */
export type Layout = {
  readonly years: readonly number[]
  readonly yearWidth: number
  readonly headings: readonly string[]
  /** 数値目標の基準値・目標値の列の幅。二列で、KPI の升目の幅になる。 */
  readonly aimWidth: number
  readonly projects: boolean
  /** 合計の列の見出し。合計の書かれていない計画では null。 */
  readonly total: string | null
  readonly departments: number | null
  readonly grades: readonly string[]
  /** 所見の列の幅。所見のない計画では null。 */
  readonly remarks: number | null
}

export const layoutOf = (
  edition: Edition,
  indicators: readonly Indicator[],
  years: readonly number[],
  choices: ReportChoices,
  year: number | null,
): Layout => {
  const headings = years.map((each) => yearHeading(each, choices.yearStyle))
  const names = indicators.flatMap(({ departments }) => departments)
  const grades = indicators.flatMap(({ printedGrades = [] }) =>
    printedGrades.filter((grade) => grade.year === null || grade.year === year).map(({ heading }) => heading),
  )
  return {
    years,
    yearWidth: yearWidth(edition, indicators, years, headings),
    headings,
    aimWidth: aimWidth(edition, indicators, choices),
    projects: indicators.some(({ project }) => project !== null),
    total: indicators.some((each) => hasTotal(each, edition)) ? totalHeading(edition) : null,
    departments: names.length > 0 ? widthFor(names, 6, 10) : null,
    grades: choices.grades ? [...new Set(grades)] : [],
    remarks: choices.comments && indicators.some(({ remarks }) => remarks !== null) ? remarksWidth(choices) : null,
  }
}

const aimWidth = (edition: Edition, indicators: readonly Indicator[], { yearStyle }: ReportChoices): number => {
  const figures = indicators.filter(isGoalTarget).flatMap((each) => [each.baseline ?? undefined, aimOf(each)])
  const texts = figures.map((figure) => datedCell(figure, undefined, edition, yearStyle).text)
  return widthFor(texts, 9, 14)
}

/** 基本目標の指標（数値目標）か。別の表に分け、小計の KPI 数には数えない。 */
export const isGoalTarget = ({ class: kind }: Indicator): boolean => kind.includes('数値目標')

/** 長い所見のために、広い紙では広く取る。 */
const remarksWidth = ({ paper }: ReportChoices): number =>
  paper === null || (paper.size === 'A3' && paper.orientation === 'landscape') ? 34 : 22

const totalHeading = ({ firstYear, lastYear }: Edition): string =>
  firstYear === null || lastYear === null ? '期間の\n合計' : `${lastYear - firstYear + 1}年間の\n合計`

const yearWidth = (
  edition: Edition,
  indicators: readonly Indicator[],
  years: readonly number[],
  headings: readonly string[],
): number => {
  const texts = indicators.flatMap((indicator) => {
    const { target, actual } = valueRows(indicator, years, false, edition, footnotes())
    return [...target, ...actual].map(({ text }) => text)
  })
  return widthFor(texts, Math.max(5, ...headings.map(textWidth)), 8)
}

/** 年度の左の列の幅の合計と、右の列の幅の合計。 */
export const fixedWidth = (layout: Layout): number =>
  columnsOf({ ...layout, years: [] }, true).reduce((sum, { width }) => sum + width, 0)

/** `last` は、年度で分けた表の終わり（合計・担当課・所見を載せる）か。 */
export const columnsOf = (
  { years, yearWidth: width, aimWidth: aim, ...layout }: Layout,
  last: boolean,
): readonly Column[] => [
  { key: 'project', width: 12, align: 'start' },
  { key: 'baseline', width: aim, align: 'start' },
  { key: 'target', width: aim, align: 'start' },
  { key: 'line', width: 4, align: 'center' },
  ...years.map((year) => ({ key: `y-${year}`, width, align: 'end' as const })),
  ...(last ? lastColumns(layout) : []),
]

const lastColumns = ({
  total,
  departments,
  grades,
  remarks,
}: Omit<Layout, 'years' | 'yearWidth' | 'aimWidth'>): readonly Column[] => [
  ...(total === null ? [] : [{ key: 'total', width: 5.5, align: 'end' as const }]),
  ...grades.map((_, at) => ({ key: `grade-${at + 1}`, width: 5, align: 'center' as const })),
  ...(departments === null ? [] : [{ key: 'department', width: departments, align: 'start' as const }]),
  ...(remarks === null ? [] : [{ key: 'remarks', width: remarks, align: 'start' as const }]),
]

/** 見出しの右の部分（区分・年度・合計・評価・担当課・所見）。 */
export const lastHeadings = (layout: Layout, last: boolean, remarks: string): readonly Cell[] => [
  textCell('区分'),
  ...layout.headings.map((text) => textCell(text)),
  ...(last && layout.total !== null ? [textCell(layout.total)] : []),
  ...(last ? layout.grades.map((heading) => textCell(heading === '' ? '評価' : heading)) : []),
  ...(last && layout.departments !== null ? [textCell('担当課')] : []),
  ...(last && layout.remarks !== null ? [textCell(remarks)] : []),
]
