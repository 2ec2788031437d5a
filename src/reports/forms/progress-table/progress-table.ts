import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { done, type Result, refused } from '#domain/problem.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, Column, Paper, Report, ReportNote, Section } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { headingRow, textCell } from '../cells.ts'
import { chosenYears, indicatorsFor, narrowedWords, ruledEdition, yearWithFigures } from '../chosen.ts'
import type { Form } from '../form.ts'
import { headedReport } from '../headed-report.ts'
import { findingsNotes } from '../remarks/findings-notes.ts'
import { type Footnotes, footnotes, plainNote } from '../remarks/footnotes.ts'
import { noRateNotes, noValueNotes, referenceNotes, yearsInWords } from '../remarks/none-notes.ts'
import { rulesInWords, rulesNotes } from '../remarks/rules-note.ts'
import { countingNotes } from '../rows/subtotal-group.ts'
import { textWidth, widthFor } from '../text-width.ts'
import { yearHeading, yearParts } from '../years.ts'
import { hasLabels, type Layout } from './entry-group.ts'
import { entryLines, hasYearlyGrades } from './entry-lines.ts'
import { leadColumns } from './lead-columns.ts'
import { progressGroups } from './progress-rows.ts'
import { showsComputed, showsJudged } from './rate-cell.ts'
import { type SideColumn, sideColumns } from './side-columns.ts'

const title = reportTitles['progress-table']

/**
 * 進捗状況一覧表。指標ごとに、計画期間の年度を横に、実績・達成率（または目標・評価）を縦に並べる。
 * 列と行の並びは小千谷市の一覧表（A3 横）による。年度が一枚に収まらなければ、年度で分けた表を続ける。
 */
export const progressTable: Form = {
  name: 'progress-table',
  asks: [
    'years',
    'year',
    'goals',
    'departments',
    'rules',
    'rows',
    'pair',
    'yearStyle',
    'money',
    'grades',
    'comments',
    'findings',
    'documentNumber',
    'asOf',
    'paper',
  ],
  make: (edition, choices) => {
    const indicators = indicatorsFor(edition, choices, title)
    if (!indicators.ok) return indicators
    const year = yearWithFigures(edition, choices)
    if (!year.ok) return year
    const years = chosenYears(edition, choices)
    if (years.length === 0 && choices.years !== null) return refused('report-no-years')
    return reportOf(edition, choices, indicators.value, year.value, years)
  },
}

const usualPaper: Paper = { size: 'A3', orientation: 'landscape' }

const reportOf = (
  edition: Edition,
  choices: ReportChoices,
  indicators: readonly Indicator[],
  year: number | null,
  years: readonly number[],
): Result<Report> => {
  const parts = partsOf(edition, choices, indicators, year, years)
  return done(
    headedReport(edition, choices, {
      form: 'progress-table',
      title,
      sections: parts.map((part, at) => section(part, at, parts.length)),
    }),
  )
}

/** 一枚の表になる分。年度がすべて収まれば一つ。 */
type Part = {
  /** 版と、選ばれた式の版（式を選んでいなければ同じ）。 */
  readonly edition: Edition
  readonly ruled: Edition
  /** 選ばれた式が版の決まりと違うので、印刷の率でなく、その式で計算した率を載せる。 */
  readonly recompute: boolean
  readonly choices: ReportChoices
  readonly indicators: readonly Indicator[]
  readonly layout: Layout
  readonly yearWidth: number
  readonly notes: Footnotes
}

const nameWidth = 20
const labelWidth = 4.5

const partsOf = (
  edition: Edition,
  choices: ReportChoices,
  indicators: readonly Indicator[],
  year: number | null,
  years: readonly number[],
): readonly Part[] => {
  const ruled = ruledEdition(edition, choices)
  const recompute = rulesInWords(ruled.rules) !== rulesInWords(edition.rules)
  const layoutWith = (of: readonly number[], notes: Footnotes): Layout => ({
    lead: leadColumns(ruled, indicators, choices, notes),
    lines: entryLines(ruled, choices, { recompute, findings: choices.findings }, notes),
    years: of,
    side: sideColumns(ruled, indicators, choices, year, notes),
  })
  const whole = layoutWith(years, footnotes())
  const yearWidth = yearColumnWidth(ruled, indicators, whole, choices)
  const fixed = widthOf(whole.lead) + widthOf(whole.side) + nameWidth + (hasLabels(whole) ? labelWidth : 0)
  return yearParts(years, choices.paper ?? usualPaper, fixed, yearWidth).map((of) => {
    const notes = footnotes()
    return { edition, ruled, recompute, choices, indicators, layout: layoutWith(of, notes), yearWidth, notes }
  })
}

const widthOf = (columns: readonly SideColumn[]): number => columns.reduce((sum, { width }) => sum + width, 0)

/** 年度の列の幅。数は折り返さず、ことば（「アンケート実施」）は折り返してよい。 */
const yearColumnWidth = (
  edition: Edition,
  indicators: readonly Indicator[],
  { lines, years }: Layout,
  { yearStyle }: ReportChoices,
): number => {
  const { byId } = reckon(edition)
  const least = Math.max(5, ...years.map((year) => textWidth(yearHeading(year, yearStyle))))
  const cells = indicators.flatMap((indicator) => {
    const reckoning = byId.get(indicator.id)
    return reckoning ? years.flatMap((year) => lines.map(({ cell }) => cell(reckoning, year))) : []
  })
  const widthOfCells = (numbers: boolean, most: number) =>
    widthFor(
      cells.filter(({ number }) => (number !== undefined) === numbers).map(({ text }) => text),
      least,
      most,
    )
  return Math.max(widthOfCells(true, 9), widthOfCells(false, 7))
}

const section = (part: Part, at: number, of: number): Section => {
  const { edition, ruled, choices, layout, notes } = part
  const groups = progressGroups(ruled, part.indicators, layout, columnsOf(part).length, choices, notes)
  const split = of === 1 ? [] : [`年度：${yearsInWords(layout.years, choices.yearStyle)}（${of}枚のうち${at + 1}枚目）`]
  return {
    key: of === 1 ? 'progress-table' : `progress-table-${at + 1}`,
    name: of === 1 ? title : `${title}（${at + 1}）`,
    paper: choices.paper ?? usualPaper,
    title: `${edition.title} ${title}`,
    lead: [...narrowedWords(edition, choices), ...split],
    outline: at === 0 ? 1 : 2,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: `${edition.title} ${title}`,
          showCaption: false,
          columns: columnsOf(part),
          header: [headingRow(headerCells(part))],
          groups,
        },
      },
    ],
    notes: sectionNotes(part),
  }
}

const columnsOf = ({ layout, yearWidth }: Part): readonly Column[] => [
  { key: 'name', width: nameWidth, align: 'start' },
  ...(hasLabels(layout) ? [{ key: 'line', width: labelWidth, align: 'center' } as const] : []),
  ...layout.lead.map(columnOnly),
  ...layout.years.map((year) => ({ key: `y-${year}`, width: yearWidth, align: 'end' as const })),
  ...layout.side.map(columnOnly),
]

const columnOnly = ({ key, width, align }: SideColumn): Column => ({ key, width, align })

const headerCells = ({ edition, indicators, choices, layout }: Part): readonly Cell[] => [
  textCell(nameHeading(indicators.length > 0 ? indicators : edition.content.indicators)),
  ...(hasLabels(layout) ? [textCell('区分')] : []),
  ...layout.lead.map((column) => textCell(column.title)),
  ...layout.years.map((year) => textCell(yearHeading(year, choices.yearStyle))),
  ...layout.side.map((column) => textCell(column.title)),
]

/** どの指標も KPI なら「重要業績評価指標（KPI）」、いろいろあれば「指標名」。 */
const nameHeading = (indicators: readonly Indicator[]): string => {
  const classes = new Set(indicators.map(({ class: kind }) => kind))
  const [only = '指標名'] = classes
  if (classes.size > 1) return '指標名'
  return only === 'KPI' ? '重要業績評価指標（KPI）' : only
}

const sectionNotes = ({
  edition,
  ruled,
  recompute,
  choices,
  indicators,
  layout,
  notes,
}: Part): readonly ReportNote[] => {
  const { byId } = reckon(ruled)
  const reckonings = indicators.flatMap(({ id }) => byId.get(id) ?? [])
  const rates = layout.lines.some(({ label }) => label === '達成率')
  const computed = rates && !recompute && reckonings.some((each) => showsComputed(each, layout.years))
  const standings = layout.lines.some(({ label }) => label === '進み具合') && !hasYearlyGrades(edition)
  return [
    ...notes.notes(),
    ...noValueNotes(indicators, layout.years, choices.yearStyle),
    ...referenceNotes(indicators, layout.years),
    ...(choices.departments === null ? countingNotes(edition.content) : []),
    ...(hasLabels(layout) ? [] : [plainNote('各年度の欄は実績値。')]),
    ...(rates ? rulesNotes(edition, choices) : []),
    ...(computed ? [plainNote('細い字の達成率は、図書に印刷がなく、計算した値。')] : []),
    ...(rates && reckonings.some((each) => showsJudged(each, layout.years, recompute))
      ? [plainNote('達成率の欄の「達成」「未達成」は、目標が0であるなど率を計算できないので、実績と目標を比べた結果。')]
      : []),
    ...(rates ? noRateNotes(reckonings, layout.years) : []),
    ...(standings
      ? [
          plainNote(
            '進み具合は、基準値から目標まで毎年同じだけ進むとしたときの線と比べた計算の結果で、市の評価ではない。',
          ),
        ]
      : []),
    ...(choices.findings ? findingsNotes(edition, indicators, ['rate-differs', 'rate-by-hand']) : []),
  ]
}
