import { finalTarget, hasYearlyTargets } from '#domain/indicator/figures.ts'
import { type Standing, standings } from '#domain/indicator/standing.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type DifferingRate, type IndicatorReckoning, reckon } from './reckoning.ts'

/** 絞り込み。どれも番地に載る。`rate: 'differs'` は印刷の率と計算の違うものだけ。 */
export type ProgressFilter = {
  readonly goal?: string | undefined
  readonly department?: string | undefined
  readonly standing?: string | undefined
  readonly rate?: string | undefined
  readonly year?: number | undefined
}

/** 表の一行。帯（節の見出し）か、指標。 */
export type ProgressRow =
  | { readonly kind: 'band'; readonly node: PlanNode; readonly depth: number }
  | {
      readonly kind: 'indicator'
      readonly indicator: Indicator
      readonly target: Figure | undefined
      readonly total: Figure | undefined
      readonly reckoning: IndicatorReckoning
      readonly first: Indicator | undefined
    }

export type ProgressView = {
  readonly edition: Edition
  readonly columns: readonly number[]
  readonly year: number | null
  readonly rows: readonly ProgressRow[]
  readonly shown: { readonly rows: number; readonly counted: number; readonly of: number }
  readonly goals: readonly Goal[]
  readonly departments: readonly string[]
  readonly filter: ProgressFilter
  readonly printed: { readonly total: number; readonly same: number; readonly differing: readonly DifferingRate[] }
  /** 表に出す欄。一つも値のない欄は出さない。 */
  readonly has: {
    readonly yearlyTargets: boolean
    readonly totals: boolean
    readonly costs: boolean
    readonly departments: boolean
    readonly remarks: boolean
    readonly sheetNo: boolean
    readonly baseline: boolean
    readonly finalTarget: boolean
  }
}

/** 進捗状況一覧表。印刷された順のまま、絞り込みに合う行とその帯だけを並べる。 */
export const progressView = (edition: Edition, asked: ProgressFilter = {}): ProgressView => {
  const { columns, figured, printed, byId } = reckon(edition)
  const { indicators } = edition.content
  const filter = cleanFilter(asked)
  const year = filter.year !== undefined && columns.includes(filter.year) ? filter.year : (figured.at(-1) ?? null)
  const keeps = keeperOf(edition, filter, year)
  const kept = indicators.filter(keeps)
  const firstOf = new Map(indicators.map((each) => [each.id, each]))
  const rowOf = (indicator: Indicator): ProgressRow => ({
    kind: 'indicator',
    indicator,
    target: finalTarget(indicator),
    total: indicator.targets.find(({ scope }) => scope === 'period'),
    reckoning: byId.get(indicator.id) ?? { indicator, years: new Map() },
    first: indicator.repeatOf === null ? undefined : firstOf.get(indicator.repeatOf),
  })
  return {
    edition,
    columns,
    year,
    rows: withBands(kept, edition, rowOf),
    shown: {
      rows: kept.length,
      counted: kept.filter(countsOnce).length,
      of: indicators.length,
    },
    goals: goalsOf(edition.content),
    departments: departmentsIn(indicators),
    filter,
    printed,
    has: columnsOf(indicators),
  }
}

const cleanFilter = (asked: ProgressFilter): ProgressFilter => ({
  goal: asked.goal || undefined,
  department: asked.department || undefined,
  standing: standings.includes(asked.standing as Standing) ? asked.standing : undefined,
  rate: asked.rate === 'differs' ? 'differs' : undefined,
  year: asked.year,
})

const keeperOf = (edition: Edition, filter: ProgressFilter, year: number | null) => {
  const goals = goalsOf(edition.content)
  const nodes = nodesById(edition.content)
  const { byId, printed } = reckon(edition)
  const differing = new Set(printed.differing.map(({ indicator }) => indicator.id))
  return (indicator: Indicator): boolean => {
    if (filter.goal && goalOver(goals, nodes, indicator.node)?.key !== filter.goal) return false
    if (filter.department && !indicator.departments.includes(filter.department)) return false
    if (filter.rate && !differing.has(indicator.id)) return false
    if (!filter.standing) return true
    const now = year === null ? undefined : byId.get(indicator.id)?.years.get(year)
    return (now?.standing ?? 'not-judged') === filter.standing
  }
}

/** 行の前に、新しく入った節の帯を置く。 */
const withBands = (
  indicators: readonly Indicator[],
  edition: Edition,
  rowOf: (indicator: Indicator) => ProgressRow,
): readonly ProgressRow[] => {
  const nodes = nodesById(edition.content)
  let before: readonly PlanNode[] = []
  return indicators.flatMap((indicator) => {
    const path = pathTo(nodes, indicator.node)
    const same = path.findIndex((node, depth) => before[depth] !== node)
    const entered = same === -1 ? [] : path.slice(same)
    before = path
    const bands = entered.map((node) => ({ kind: 'band' as const, node, depth: path.indexOf(node) }))
    return [...bands, rowOf(indicator)]
  })
}

const departmentsIn = (indicators: readonly Indicator[]): readonly string[] => [
  ...new Set(indicators.flatMap(({ departments }) => departments)),
]

const columnsOf = (indicators: readonly Indicator[]): ProgressView['has'] => ({
  yearlyTargets: indicators.some(hasYearlyTargets),
  totals: indicators.some(({ targets }) => targets.some(({ scope }) => scope === 'period')),
  costs: indicators.some(({ costs }) => costs.length > 0),
  departments: indicators.some(({ departments }) => departments.length > 0),
  remarks: indicators.some(({ remarks }) => remarks !== null),
  sheetNo: indicators.some(({ sheetNo }) => sheetNo !== null),
  baseline: indicators.some(({ baseline }) => baseline !== null),
  finalTarget: indicators.some((each) => !hasYearlyTargets(each) && each.targets.length > 0),
})
