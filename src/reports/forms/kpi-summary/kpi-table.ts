import { enteredBands } from '#domain/plan/bands.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import { type Goal, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell, RowGroup, Table } from '../../report.ts'
import { headingRow, textCell } from '../cells.ts'
import { bandGroup, bandLevel, joinedBands } from '../rows/band-groups.ts'
import { type Around, entryRows, goalBand } from './entry-rows.ts'
import { kpiName } from './kpi-name.ts'
import { columnsOf, isGoalTarget, lastHeadings } from './layout.ts'

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
  const showClass = severalClasses(edition.content.indicators)
  const groups = runsOf(indicators, around, goal?.nodes ?? []).flatMap((run) => [
    ...run.bands.map(({ node, level }) => bandGroup(node, level, columns.length)),
    runGroup(run, choices, around, showClass),
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
  new Set(indicators.filter((each) => !isGoalTarget(each)).map(({ class: kind }) => kind)).size > 1

/** 同じ節の同じ事業の、続く指標。事業の升目は一つにまとめる。 */
type Run = {
  readonly bands: readonly LevelledBand[]
  readonly project: Project | undefined
  readonly rows: readonly KpiRow[]
}

type KpiRow = { readonly indicator: Indicator; readonly path: readonly PlanNode[] }

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
  const projects = new Map(edition.content.projects.map((project) => [project.id, project]))
  const goals = new Set(goalNodes)
  const runs: (Run & { readonly rows: KpiRow[] })[] = []
  let before: readonly PlanNode[] = []
  for (const indicator of indicators) {
    const path = pathTo(nodes, indicator.node)
    const bands = enteredBands(before, path)
      .filter(({ node }) => !goals.has(node))
      .map(({ node, depth }): LevelledBand => ({ node, level: bandLevel(depth, path, goals) === 3 ? 3 : 2 }))
    const project = indicator.project === null ? undefined : projects.get(indicator.project)
    const open = runs.at(-1)
    const continues = project !== undefined && open?.project === project && bands.length === 0
    if (open && continues && open.rows.length < mostInRun) open.rows.push({ indicator, path })
    else runs.push({ bands, project, rows: [{ indicator, path }] })
    before = path
  }
  return runs
}

const runGroup = (
  { project, rows }: Run,
  { yearStyle }: ReportChoices,
  around: Around,
  showClass: boolean,
): RowGroup => {
  const { edition, layout } = around
  const projectCell = textCell(project?.name ?? '', { rows: rows.length * 2, heading: true, align: 'start' })
  return {
    kind: 'entry',
    rows: rows.flatMap(({ indicator, path }, at) => {
      const name = kpiName(indicator, path, edition, yearStyle, showClass)
      const nameCell = textCell(name, { rows: 2, columns: layout.projects ? 2 : 3, heading: true, align: 'start' })
      const heads = layout.projects && at === 0 ? [projectCell, nameCell] : [nameCell]
      return entryRows(indicator, heads, around)
    }),
  }
}
