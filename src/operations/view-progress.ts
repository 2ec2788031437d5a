import { finalTarget, hasYearlyTargets } from '#domain/indicator/figures.ts'
import { type Standing, standings } from '#domain/indicator/standing.ts'
import { enteredBands } from '#domain/plan/bands.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce, type Goal, goalOver, goalsOf, nodesById, pathTo } from '#domain/plan/outline.ts'
import { type DifferingRate, type IndicatorReckoning, reckon } from '#domain/plan/reckoning.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { fold } from '#domain/search/fold.ts'
import { hasAll, wordsIn } from '#domain/search/words.ts'
import { pageNumber, pagesOf } from './row-pages.ts'

/**
 * 絞り込みと頁。どれも番地に載る。`rate: 'differs'` は印刷の率と計算の違うものだけ、`node` はその節の下だけ、
 * `q` は名・担当課・備考にその語のあるものだけ、`page: 'all'` は頁に分けずに（印刷のため）。
 */
export type ProgressFilter = {
  readonly goal?: string | undefined
  readonly node?: string | undefined
  readonly q?: string | undefined
  readonly department?: string | undefined
  readonly standing?: string | undefined
  readonly rate?: string | undefined
  readonly year?: number | undefined
  readonly page?: number | 'all' | undefined
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
      /** 再掲なら、元の行とその頁（いまの頁なら 'here'、絞り込みで落ちていれば undefined）。 */
      readonly first: { readonly indicator: Indicator; readonly page: number | 'here' | undefined } | undefined
    }

export type ProgressView = {
  readonly edition: Edition
  readonly columns: readonly number[]
  readonly year: number | null
  readonly rows: readonly ProgressRow[]
  /** 絞り込みに合う行の数と、そのうちこの頁の行（`from` から `to` まで）。 */
  readonly shown: { readonly rows: number; readonly counted: number; readonly of: number }
  readonly page: {
    readonly number: number
    readonly of: number
    readonly from: number
    readonly to: number
    /** すべてを一頁にしているか。 */
    readonly all: boolean
    /** すべてを一頁にできるか（`allRows` 行まで）。 */
    readonly canShowAll: boolean
    readonly goals: readonly (readonly Goal[])[]
  }
  /** 絞り込んでいる節。 */
  readonly node: PlanNode | undefined
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

/** 一頁の指標の行。 */
const rowsOnPage = 100

/** 頁に分けずに見せる行の限り。これより多い表は、ブラウザーも印刷機も扱いに困る。 */
export const allRows = 1000

/** 進捗状況一覧表。印刷された順のまま、絞り込みに合う行とその帯だけを、多ければ頁に分けて並べる。 */
export const progressView = (edition: Edition, asked: ProgressFilter = {}): ProgressView => {
  const { columns, figured, printed } = reckon(edition)
  const { indicators, nodes } = edition.content
  const goals = goalsOf(edition.content)
  const goalOf = goalFinder(edition, goals)
  const filter = cleanFilter(asked)
  const year = filter.year !== undefined && columns.includes(filter.year) ? filter.year : (figured.at(-1) ?? null)
  const kept = indicators.filter(keeperOf(edition, filter, year, goalOf))
  const paging = pageIn(kept, goalOf, filter.page)
  return {
    edition,
    columns,
    year,
    rows: withBands(paging.here, edition, rowMaker(edition, paging)),
    shown: { rows: kept.length, counted: kept.filter(countsOnce).length, of: indicators.length },
    page: paging.page,
    node: nodes.find(({ id }) => id === filter.node),
    goals,
    departments: departmentsIn(indicators),
    filter,
    printed,
    has: columnsOf(indicators),
  }
}

type GoalOf = (indicator: Indicator) => Goal | undefined

/** 同じ節の指標は多いので、節ごとに一度だけたどる。 */
const goalFinder = (edition: Edition, goals: readonly Goal[]): GoalOf => {
  const nodes = nodesById(edition.content)
  const known = new Map<string | null, Goal | undefined>()
  return ({ node }) => {
    if (!known.has(node)) known.set(node, goalOver(goals, nodes, node))
    return known.get(node)
  }
}

type Paging = {
  readonly here: readonly Indicator[]
  readonly page: ProgressView['page']
  readonly pageOf: ReadonlyMap<string, number>
}

const pageIn = (kept: readonly Indicator[], goalOf: GoalOf, asked: ProgressFilter['page']): Paging => {
  const all = asked === 'all' && kept.length <= allRows
  const pages = pagesOf(kept, goalOf, ({ node }) => node, all ? allRows : rowsOnPage)
  const number = pageNumber(typeof asked === 'number' ? asked : undefined, pages.length)
  const here = pages[number - 1]?.items ?? []
  const before = pages.slice(0, number - 1).reduce((sum, { items }) => sum + items.length, 0)
  return {
    here,
    page: {
      number,
      of: pages.length,
      from: before + 1,
      to: before + here.length,
      all,
      canShowAll: kept.length <= allRows,
      goals: pages.map((page) => page.goals.filter((goal) => goal !== undefined)),
    },
    pageOf: new Map(pages.flatMap(({ items }, index) => items.map(({ id }) => [id, index + 1] as const))),
  }
}

const rowMaker = (edition: Edition, { page, pageOf }: Paging) => {
  const { byId } = reckon(edition)
  const firstOf = (id: string | null) => {
    const indicator = id === null ? undefined : byId.get(id)?.indicator
    const at = pageOf.get(id ?? '')
    return indicator && { indicator, page: at === page.number ? ('here' as const) : at }
  }
  return (indicator: Indicator): ProgressRow => ({
    kind: 'indicator',
    indicator,
    target: finalTarget(indicator),
    total: indicator.targets.find(({ scope }) => scope === 'period'),
    reckoning: byId.get(indicator.id) ?? { indicator, years: new Map() },
    first: firstOf(indicator.repeatOf),
  })
}

const cleanFilter = (asked: ProgressFilter): ProgressFilter => ({
  goal: asked.goal || undefined,
  node: asked.node || undefined,
  q: asked.q?.trim() || undefined,
  department: asked.department || undefined,
  standing: standings.includes(asked.standing as Standing) ? asked.standing : undefined,
  rate: asked.rate === 'differs' ? 'differs' : undefined,
  year: asked.year,
  page: asked.page,
})

const keeperOf = (edition: Edition, filter: ProgressFilter, year: number | null, goalOf: GoalOf) => {
  const { byId, printed } = reckon(edition)
  const differing = new Set(printed.differing.map(({ indicator }) => indicator.id))
  const under = filter.node === undefined ? undefined : nodesUnder(edition, filter.node)
  const words = wordsIn(filter.q ?? '')
  const isTheirs = departmentTest(edition, filter.department)
  return (indicator: Indicator): boolean => {
    if (filter.goal && goalOf(indicator)?.key !== filter.goal) return false
    if (under && !under.has(indicator.node)) return false
    if (words.length > 0 && !hasAll(foldedWords(indicator), words)) return false
    if (!indicator.departments.some(isTheirs) && filter.department) return false
    if (filter.rate && !differing.has(indicator.id)) return false
    if (!filter.standing) return true
    const now = year === null ? undefined : byId.get(indicator.id)?.years.get(year)
    return (now?.standing ?? 'not-judged') === filter.standing
  }
}

/** その名の課。課が多い計画では名を打つので、そのとおりの課がなければ、その語を含む課。 */
const departmentTest = ({ content }: Edition, asked = ''): ((name: string) => boolean) => {
  const exact = content.indicators.some(({ departments }) => departments.includes(asked))
  const word = fold(asked)
  return exact ? (name) => name === asked : (name) => fold(name).includes(word)
}

/** 絞り込みの語を探す字。升目をまたいで語が見つからないように、間に改行を置く。 */
const foldedWords = (indicator: Indicator): string => {
  const known = foldedOf.get(indicator)
  if (known !== undefined) return known
  const { name, departments, remarks } = indicator
  const folded = [name, ...departments, remarks ?? ''].map(fold).join('\n')
  foldedOf.set(indicator, folded)
  return folded
}

const foldedOf = new WeakMap<Indicator, string>()

/** その節と、その下の節。 */
const nodesUnder = ({ content }: Edition, id: string): ReadonlySet<string | null> => {
  const children = Map.groupBy(content.nodes, ({ parent }) => parent)
  const under = new Set<string>([id])
  for (const at of under) for (const child of children.get(at) ?? []) under.add(child.id)
  return under
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
    const bands = enteredBands(before, path).map((band) => ({ kind: 'band' as const, ...band }))
    before = path
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
