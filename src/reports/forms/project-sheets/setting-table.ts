import { actualFor } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure, PeriodKind } from '#domain/quantity/figure.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, Cell, Column, ReportNote, RowGroup } from '../../report.ts'
import { textCell } from '../cells.ts'
import { yearHeading, yearWords } from '../years.ts'
import { emptyRow, nameIn } from './related-table.ts'
import type { Sheet } from './sheet.ts'
import { type BaselineColumn, baselineColumn, figuresCell, valueCell } from './value-cells.ts'

/**
 * 設定指標。基準値・目標と、年度ごとの予定・実績の二段。年度ごとの予定のない指標は実績の一段。
 * 目標は期間を通したものか最終のもの、予定は年度ごとに置いたもの。図書は両方を書くので欄を分ける。
 */
export const settingTable = ({ settings, years }: Sheet, { yearStyle }: ReportChoices): Block => {
  const baselines = baselineColumn(settings, yearStyle)
  const columns: readonly Column[] = [
    { key: 'name', width: 13, align: 'start' },
    ...baselines.map((): Column => ({ key: 'baseline', width: 7, align: 'end' })),
    { key: 'target', width: 7, align: 'end' },
    { key: 'line', width: 4, align: 'center' },
    ...years.map((year): Column => ({ key: `year-${year}`, width: 6, align: 'end' })),
  ]
  const headings = [
    '設定指標',
    ...baselines.map(({ heading }) => heading),
    '目標',
    '区分',
    ...years.map((year) => yearHeading(year, yearStyle)),
  ]
  return {
    kind: 'table',
    table: {
      caption: '設定指標',
      showCaption: true,
      columns,
      header: [{ cells: headings.map((each) => textCell(each, { align: 'center' })) }],
      groups:
        settings.length === 0
          ? [emptyRow(columns)]
          : settings.map((indicator) => entryOf(indicator, years, baselines, yearStyle)),
    },
  }
}

const entryOf = (
  indicator: Indicator,
  years: readonly number[],
  baselines: readonly BaselineColumn[],
  style: ReportChoices['yearStyle'],
): RowGroup => {
  const planned = years.map((year) => plannedIn(indicator, year))
  const rows = planned.some((figure) => figure !== undefined) ? 2 : 1
  const span = rows > 1 ? { rows } : {}
  const lead: readonly Cell[] = [
    textCell(nameIn(indicator), { heading: true, ...span }),
    ...baselines.map(({ cell }) => ({ ...cell(indicator), ...span })),
    {
      ...figuresCell(
        indicator.targets.filter((target) => !isYearly(target)),
        style,
      ),
      ...span,
    },
  ]
  const actual = [textCell('実績'), ...years.map((year) => valueCell(actualFor(indicator, year)))]
  if (rows === 1) return { kind: 'entry', rows: [{ cells: [...lead, ...actual] }] }
  return {
    kind: 'entry',
    rows: [{ cells: [...lead, textCell('予定'), ...planned.map(valueCell)] }, { cells: actual }],
  }
}

/** 年度ごとに置いた目標か。年度が書かれていても、期間を通した目標と最終の目標は目標の欄に書く。 */
const isYearly = ({ year, scope }: Figure): boolean => year !== null && scope !== 'period' && scope !== 'final'

const plannedIn = ({ targets }: Indicator, year: number): Figure | undefined =>
  targets.find((target) => isYearly(target) && target.year === year)

// ---- 注

const kindWords = {
  'calendar-year': '暦年の値',
  'shifted-year': '年度と始まりの違う一年の値',
  'as-of': 'ある時点の値',
  span: '複数年の値',
  survey: '調査年の値',
} as const satisfies Partial<Record<PeriodKind, string>>

/** 年度の欄にあっても年度の値でないものを、注で断る。 */
export const periodNotes = ({ settings, years }: Sheet, { yearStyle }: ReportChoices): readonly ReportNote[] =>
  settings.flatMap((indicator) =>
    Object.entries(kindWords).flatMap(([kind, words]) => {
      const own = years.filter((year) => actualFor(indicator, year)?.periodKind === kind)
      if (own.length === 0) return []
      const when = own.map((year) => yearWords(year, yearStyle)).join('・')
      return [{ mark: null, text: `「${indicator.name}」の${when}の実績は、${words}です。` }]
    }),
  )
