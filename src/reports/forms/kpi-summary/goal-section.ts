import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, nodesById } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { subtotalLine } from '#domain/plan/subtotal-lines.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Block, ReportNote, RowGroup, Section } from '../../report.ts'
import { reportTitles } from '../../report-name.ts'
import { narrowedWords } from '../chosen.ts'
import { findingsNotes } from '../remarks/findings-notes.ts'
import { footnotes, plainNote } from '../remarks/footnotes.ts'
import { noValueNotes, yearsInWords } from '../remarks/none-notes.ts'
import { countingNotes, subtotalGroup } from '../rows/subtotal-group.ts'
import { yearWords } from '../years.ts'
import type { Around } from './entry-rows.ts'
import { kpiTable } from './kpi-table.ts'
import { columnsOf, isGoalTarget, type Layout } from './layout.ts'
import { targetTable } from './target-table.ts'
import { showsAdded } from './value-rows.ts'

/** 一つの基本目標の、年度で分けた一枚。 */
export type GoalPart = {
  readonly edition: Edition
  readonly choices: ReportChoices
  /** どの基本目標にも属さない指標の章では undefined。 */
  readonly goal: Goal | undefined
  readonly indicators: readonly Indicator[]
  readonly layout: Layout
  readonly year: number | null
  /** 何枚目か（1 から）と、何枚あるか。 */
  readonly part: { readonly at: number; readonly of: number }
  /** 計画の終わりの章。全体の合計を添える。 */
  readonly ends: boolean
}

const title = reportTitles['kpi-summary']

/** 基本目標一つの章。数値目標の表、KPI の表と小計。 */
export const goalSection = (part: GoalPart): Section => {
  const { edition, choices, goal, indicators, layout, part: sheet } = part
  const last = sheet.at === sheet.of
  const around: Around = { edition, layout, last, year: part.year, notes: footnotes() }
  const [targets, others] = [indicators.filter(isGoalTarget), indicators.filter((each) => !isGoalTarget(each))]
  const reported = reportedYear(edition)
  const ending = last ? endingGroups(part, around) : []
  const kpis = kpiTable(others, goal, reported, choices, around, ending)
  const blocks: readonly Block[] = [
    ...(targets.length > 0
      ? [{ kind: 'table' as const, table: targetTable(targets, goal, reported, choices, around) }]
      : []),
    ...(others.length > 0 || ending.length > 0 ? [{ kind: 'table' as const, table: kpis }] : []),
  ]
  const split = `年度：${yearsInWords(layout.years, choices.yearStyle)}（${sheet.of}枚のうち${sheet.at}枚目）`
  return {
    key: `kpi-summary-${keyOf(goal)}${sheet.of === 1 ? '' : `-${sheet.at}`}`,
    name: `${shortName(goal)}${sheet.of === 1 ? '' : `（${sheet.at}）`}`,
    paper: choices.paper ?? { size: 'A3', orientation: 'landscape' },
    title: `${edition.title} ${title}`,
    lead: [...narrowedWords(edition, { ...choices, goals: null }), ...(sheet.of === 1 ? [] : [split])],
    outline: 1,
    blocks,
    notes: sectionNotes(part, around),
  }
}

/** 所見は、実績のあるいちばん新しい年度についてのもの。 */
const reportedYear = (edition: Edition): string => {
  const year = reckon(edition).figured.at(-1)
  return year === undefined ? '' : yearWords(year, 'era')
}

const keyOf = (goal: Goal | undefined): string => goal?.key.toLowerCase().replace(/[^a-z0-9]+/g, '-') ?? 'others'

const shortName = (goal: Goal | undefined): string =>
  goal === undefined ? 'その他' : goal.number === null ? goal.title : `${goal.level}${goal.number}`

/** 基本目標の小計と、計画の終わりでは全体の合計。行を落としてしぼった表では、行の数と合わないので出さない。 */
const endingGroups = (
  { edition, choices, goal, layout, ends }: GoalPart,
  { last, notes }: Around,
): readonly RowGroup[] => {
  if (choices.departments !== null) return []
  const columns = columnsOf(layout, last).length
  const nodes = goal?.nodes ?? []
  const parents = nodesById(edition.content)
  // 「全体目標」と「個別目標」の二か所に載る基本目標では、どちらの小計かを言う。
  const placeOf = (node: PlanNode) => parents.get(node.parent ?? '')?.title ?? node.title
  const group = (node: PlanNode | null, label: string) =>
    subtotalGroup(edition.content, subtotalLine(edition.content, node), label, columns, notes)
  return [
    ...nodes.map((node) => group(node, nodes.length > 1 ? `小計（${placeOf(node)}）` : '小計')),
    ...(ends && choices.goals === null ? [group(null, '合計')] : []),
  ]
}

const sectionNotes = (
  { edition, choices, indicators, layout }: GoalPart,
  { last, notes }: Around,
): readonly ReportNote[] => [
  ...notes.notes(),
  ...noValueNotes(edition.content.indicators, layout.years, choices.yearStyle),
  ...(last && choices.departments === null ? countingNotes(edition.content) : []),
  ...(last && indicators.some((each) => showsAdded(each, edition))
    ? [plainNote('細い字の合計は、図書に印刷がなく、年度の値を足した数。')]
    : []),
  ...(choices.findings ? findingsNotes(edition, indicators, ['total-differs', 'subtotal-differs']) : []),
]
