import { countUnder } from '#domain/findings/counts.ts'
import { hasTotals, type PeriodTotals, periodTotals } from '#domain/indicator/period-totals.ts'
import { type Standing, standings, tallyStandings } from '#domain/indicator/standing.ts'
import { enteredBands, leftNodes } from '#domain/plan/bands.ts'
import type { Indicator, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import { type IndicatorReckoning, reckon, type YearReckoning } from '#domain/plan/reckoning.ts'
import { type SubtotalLine, subtotalLine } from '#domain/plan/subtotal-lines.ts'
import { pageNumber, pagesOf } from './row-pages.ts'

/** 絞り込みと頁。どれも番地に載る。 */
export type SummaryFilter = {
  readonly goal?: string | undefined
  readonly department?: string | undefined
  readonly standing?: string | undefined
  readonly year?: number | undefined
  readonly page?: number | undefined
}

/** 集計表の一行。帯（節の見出し）、指標、小計。 */
export type SummaryRow =
  | { readonly kind: 'band'; readonly node: PlanNode; readonly depth: number }
  | SummaryIndicator
  | ({ readonly kind: 'subtotal' } & SubtotalLine)

export type SummaryIndicator = {
  readonly kind: 'indicator'
  readonly indicator: Indicator
  /** 前の行と同じ事業なら、その事業は前の行に書いてある。 */
  readonly project: Project | undefined
  readonly continued: boolean
  readonly reckoning: IndicatorReckoning
  /** 見ている年度の計算。 */
  readonly now: YearReckoning | undefined
  readonly totals: PeriodTotals
  /** 再掲なら、元の指標。 */
  readonly first: Indicator | undefined
}

/** 基本目標ごとの小計と、状態ごとの数。 */
export type GoalSubtotal = SubtotalLine & {
  readonly goal: Goal | undefined
  readonly standings: Readonly<Record<Standing, number>>
}

export type SummaryView = {
  readonly edition: Edition
  readonly columns: readonly number[]
  readonly years: readonly number[]
  readonly year: number | null
  readonly rows: readonly SummaryRow[]
  readonly shown: { readonly rows: number; readonly counted: number; readonly of: number }
  readonly page: { readonly number: number; readonly of: number; readonly goals: readonly (readonly Goal[])[] }
  readonly subtotals: readonly GoalSubtotal[]
  readonly goals: readonly Goal[]
  readonly departments: readonly string[]
  readonly filter: SummaryFilter
  readonly has: {
    readonly projects: boolean
    readonly totals: boolean
    readonly remarks: boolean
    readonly departments: boolean
  }
}

/** 一頁の指標の行。 */
const rowsOnPage = 100

/** 数値目標・KPI集計表。印刷された順に、年度ごとの目標と実績、期間の合計、所見、小計を並べる。 */
export const summaryView = (edition: Edition, asked: SummaryFilter = {}): SummaryView => {
  const { columns, figured } = reckon(edition)
  const { indicators } = edition.content
  const year = asked.year !== undefined && columns.includes(asked.year) ? asked.year : (figured.at(-1) ?? null)
  const filter = cleanFilter(asked)
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const goalOf = (indicator: Indicator) => goalOver(goals, nodes, indicator.node)
  const kept = indicators.filter(keeperOf(edition, filter, year, goalOf))
  const pages = pagesOf(kept, goalOf, ({ node }) => node, rowsOnPage)
  const number = pageNumber(asked.page, pages.length)
  const here = pages[number - 1]?.items ?? []
  const rows = rowsFor(edition, kept, here, year, filter)
  return {
    edition,
    columns,
    years: figured,
    year,
    rows,
    shown: { rows: kept.length, counted: kept.filter(countsOnce).length, of: indicators.length },
    page: { number, of: pages.length, goals: pages.map((page) => page.goals.filter((goal) => goal !== undefined)) },
    subtotals: goalSubtotals(edition, goals, goalOf, year),
    goals,
    departments: [...new Set(indicators.flatMap(({ departments }) => departments))],
    filter,
    has: {
      projects: edition.content.projects.length > 0,
      totals: rows.some((row) => row.kind === 'indicator' && hasTotals(row.totals)),
      remarks: indicators.some(({ remarks }) => remarks !== null),
      departments: indicators.some(({ departments }) => departments.length > 0),
    },
  }
}

const cleanFilter = ({ goal, department, standing, year }: SummaryFilter): SummaryFilter => ({
  goal: goal || undefined,
  department: department || undefined,
  standing: standings.find((each) => each === standing),
  year,
})

const keeperOf =
  (
    edition: Edition,
    { goal, department, standing }: SummaryFilter,
    year: number | null,
    goalOf: (indicator: Indicator) => Goal | undefined,
  ) =>
  (indicator: Indicator): boolean =>
    (goal === undefined || goalOf(indicator)?.key === goal) &&
    (department === undefined || indicator.departments.includes(department)) &&
    (standing === undefined || standingOf(edition, indicator, year) === standing)

const standingOf = (edition: Edition, { id }: Indicator, year: number | null): Standing =>
  (year === null ? undefined : reckon(edition).byId.get(id)?.years.get(year)?.standing) ?? 'not-judged'

/** `here` の行に、入った節の帯と、出た節の小計を添える。続きの行が次の頁にある節の小計は、次の頁に出る。 */
const rowsFor = (
  edition: Edition,
  kept: readonly Indicator[],
  here: readonly Indicator[],
  year: number | null,
  filter: SummaryFilter,
): readonly SummaryRow[] => {
  const nodes = nodesById(edition.content)
  const line = indicatorLines(edition, year)
  const last = here.at(-1)
  const next = last && kept[kept.indexOf(last) + 1]
  const leaving = subtotalMaker(edition, filter)
  let before: readonly PlanNode[] = []
  const rows = here.flatMap((indicator): readonly SummaryRow[] => {
    const path = pathTo(nodes, indicator.node)
    const rows = [...leaving(before, path), ...bandsBetween(before, path), line(indicator)]
    before = path
    return rows
  })
  return [...rows, ...(next ? leaving(before, pathTo(nodes, next.node)) : leaving(before, undefined))]
}

const bandsBetween = (before: Path, path: Path): readonly SummaryRow[] =>
  enteredBands(before, path).map((band) => ({ kind: 'band', ...band }))

type Path = readonly PlanNode[]
type Leaving = (from: Path, to: Path | undefined) => readonly SummaryRow[]

/**
 * 出た節のうち、小計が印刷されているものと、基本目標。計画の終わりでは全体の合計も。
 * 行を落とす絞り込みのあいだは、見えている行の数と合わなくなるので出さない（目標で絞ったときは、その目標の小計だけ）。
 */
const subtotalMaker = (edition: Edition, { goal, department, standing }: SummaryFilter): Leaving => {
  if (department !== undefined || standing !== undefined) return () => []
  const goalNodes = new Set(goalsOf(edition.content).flatMap(({ nodes }) => nodes))
  const printed = new Set(edition.content.subtotals.map((each) => each.node))
  const row = (node: PlanNode | null): SummaryRow => ({ kind: 'subtotal', ...subtotalLine(edition.content, node) })
  return (from, to) => {
    const left = leftNodes(from, to)
    const whole = to === undefined && goal === undefined && from.length > 0 ? [row(null)] : []
    return [...left.filter((node) => goalNodes.has(node) || printed.has(node.id)).map(row), ...whole]
  }
}

const indicatorLines = (edition: Edition, year: number | null) => {
  const { byId } = reckon(edition)
  const projects = new Map(edition.content.projects.map((project) => [project.id, project]))
  const firstOf = new Map(edition.content.indicators.map((each) => [each.id, each]))
  let above: Project | undefined
  return (indicator: Indicator): SummaryIndicator => {
    const project = indicator.project === null ? undefined : projects.get(indicator.project)
    const reckoning = byId.get(indicator.id) ?? { indicator, years: new Map() }
    const continued = project !== undefined && project === above
    above = project
    return {
      kind: 'indicator',
      indicator,
      project,
      continued,
      reckoning,
      now: year === null ? undefined : reckoning.years.get(year),
      totals: periodTotals(indicator, edition),
      first: indicator.repeatOf === null ? undefined : firstOf.get(indicator.repeatOf),
    }
  }
}

const goalSubtotals = (
  edition: Edition,
  goals: readonly Goal[],
  goalOf: (indicator: Indicator) => Goal | undefined,
  year: number | null,
): readonly GoalSubtotal[] => {
  const counted = edition.content.indicators.filter(countsOnce)
  const byGoal = Map.groupBy(counted, goalOf)
  const standingsIn = (its: readonly Indicator[]) => tallyStandings(its.map((each) => standingOf(edition, each, year)))
  const ofGoal = (goal: Goal): GoalSubtotal => {
    const [first] = goal.nodes
    const its = goal.nodes.map(({ id }) => countUnder(edition.content, id))
    return {
      node: first ?? null,
      counted: {
        projects: its.reduce((all, { projects }) => all + projects, 0),
        indicators: its.reduce((all, { indicators }) => all + indicators, 0),
      },
      // 一つの目標が二か所に分かれて載る計画では、片方の小計を目標の小計とは言えない。
      printed: first && goal.nodes.length === 1 ? subtotalLine(edition.content, first).printed : undefined,
      goal,
      standings: standingsIn(byGoal.get(goal) ?? []),
    }
  }
  const whole = subtotalLine(edition.content, null)
  return [...goals.map(ofGoal), { ...whole, goal: undefined, standings: standingsIn(counted) }]
}
