import { enteredBands } from '#domain/plan/bands.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import { type Goal, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, RowGroup, Table } from '../../report.ts'
import { headingRow, textCell } from '../cells.ts'
import { bandGroup, bandLevel, joinedBands } from '../rows/band-groups.ts'
import { type Around, entryRows, goalBand } from './entry-rows.ts'
import { kpiName } from './kpi-name.ts'
import { columnsOf, lastHeadings } from './layout.ts'

/**
 * 施策ごとの指標（KPI）の表。施策の帯の下に、事業とその指標を並べる。
 * 二か所に分かれて載る基本目標（全体目標と個別目標）も、目標の帯は初めに一つだけ置く。
 */
export const kpiTable = (
  indicators: readonly Indicator[],
  goal: Goal | undefined,
  reported: string,
  choices: ReportChoices,
  around: Around,
  ending: readonly RowGroup[],
): Table => {
  const { layout, last, edition } = around
  const columns = columnsOf(layout, last)
  const remarks = `${reported}実績値の増減理由及び今後の取り組み`
  const groups = runsOf(indicators, around, goal?.nodes ?? []).flatMap(({ bands, run }) => [
    ...bands.map(({ node, level }) => bandGroup(node, level, columns.length)),
    runGroup(run, choices, around, severalClasses(edition.content.indicators)),
  ])
  return {
    caption: `${goal?.words ?? ''} 重要業績評価指標（KPI）`.trim(),
    showCaption: false,
    columns,
    header: [headingRow([...headings(layout.projects), ...lastHeadings(layout, last, remarks)])],
    groups: joinedBands([...goalBand(goal, around), ...groups, ...ending]),
  }
}

const headings = (projects: boolean): readonly Cell[] =>
  projects
    ? [textCell('施策名・事業名'), textCell('重要業績評価指標（KPI）', { columns: 2 })]
    : [textCell('重要業績評価指標（KPI）', { columns: 3 })]

/** 種類がいくつもある計画（成果目標・設定指標…）では、種類を名の上に書く。数値目標は別の表なので数えない。 */
const severalClasses = (indicators: readonly Indicator[]): boolean =>
  new Set(indicators.filter(({ class: kind }) => !kind.includes('数値目標')).map(({ class: kind }) => kind)).size > 1

/** 同じ節の同じ事業の、続く指標。事業の升目は一つにまとめる。 */
type Run = { readonly bands: readonly LevelledBand[]; readonly run: readonly Indicator[] }

/** 基本目標の帯が 1 なので、その下と、上の「全体目標」は 2 か 3。 */
type LevelledBand = { readonly node: PlanNode; readonly level: 2 | 3 }

/** 一まとまりの指標の限り。これより多い事業は、事業の名を繰り返して分ける（頁をまたいで切れないまとまりを、頁より高くしない）。 */
const mostInRun = 4

const runsOf = (
  indicators: readonly Indicator[],
  { edition }: Around,
  goalNodes: readonly PlanNode[],
): readonly Run[] => {
  const nodes = nodesById(edition.content)
  const goals = new Set(goalNodes)
  const runs: { bands: readonly LevelledBand[]; run: Indicator[] }[] = []
  let before: readonly PlanNode[] = []
  for (const indicator of indicators) {
    const path = pathTo(nodes, indicator.node)
    const bands = enteredBands(before, path)
      .filter(({ node }) => !goals.has(node))
      .map(({ node, depth }): LevelledBand => ({ node, level: bandLevel(depth, path, goals) === 3 ? 3 : 2 }))
    const open = runs.at(-1)
    const same = indicator.project !== null && open?.run[0]?.project === indicator.project
    if (open && same && bands.length === 0 && open.run.length < mostInRun) open.run.push(indicator)
    else runs.push({ bands, run: [indicator] })
    before = path
  }
  return runs
}

const runGroup = (
  run: readonly Indicator[],
  { yearStyle }: ReportChoices,
  around: Around,
  showClass: boolean,
): RowGroup => {
  const { edition, layout } = around
  const nodes = nodesById(edition.content)
  const project = edition.content.projects.find(({ id }) => id === run[0]?.project)
  const projectCell = textCell(project?.name ?? '', { rows: run.length * 2, heading: true, align: 'start' })
  return {
    kind: 'entry',
    rows: run.flatMap((indicator, at) => {
      const name = kpiName(indicator, pathTo(nodes, indicator.node), edition, yearStyle, showClass)
      const nameCell = textCell(name, { rows: 2, columns: layout.projects ? 2 : 3, heading: true, align: 'start' })
      const heads = layout.projects && at === 0 ? [projectCell, nameCell] : [nameCell]
      return entryRows(indicator, heads, around)
    }),
  }
}
