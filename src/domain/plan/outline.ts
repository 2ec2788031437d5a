import { saysSomething } from '../indicator/figures.ts'
import type { Indicator, PlanContent, PlanNode } from './draft.ts'

/**
 * 計画の骨組み。木の道すじ、基本目標のまとまり、値のある年度を、中身から求める。
 */

/** 根からその節までの道すじ。`[全体目標, 基本目標①]` */
export const pathTo = (nodes: ReadonlyMap<string, PlanNode>, id: string | null): readonly PlanNode[] => {
  const path: PlanNode[] = []
  for (let at = id === null ? undefined : nodes.get(id); at && !path.includes(at); ) {
    path.unshift(at)
    at = at.parent === null ? undefined : nodes.get(at.parent)
  }
  return path
}

/**
 * 節の呼び名。「基本目標1 しごとをつくり…」「ii 移住・定住支援」「施策 若者交流の推進」。
 * 番号だけでは何の番号か分からない段と、番号のない段には、段の名を添える。
 */
export const nodeInWords = ({ level, number, title }: PlanNode): string => {
  if (number === null) return title
  return /^[0-9０-９]+$/.test(number) && !title.startsWith(level) ? `${level}${number} ${title}` : `${number} ${title}`
}

export const nodesById = (content: Pick<PlanContent, 'nodes'>): ReadonlyMap<string, PlanNode> =>
  new Map(content.nodes.map((node) => [node.id, node]))

/**
 * 基本目標。同じ番号の目標が「全体目標」と「個別目標」に二度出る計画があるので、
 * 番号が同じものを一つにまとめる（小千谷市の一覧表から）。`key` は番地に載る短い名（「1」）。
 */
export type Goal = {
  readonly key: string
  readonly number: string | null
  readonly level: string
  readonly title: string
  /** 「基本目標1 しごとをつくり…」 */
  readonly words: string
  readonly nodes: readonly PlanNode[]
}

/** 番地に載せる番号。丸数字・全角を平らにする。「①」→「1」 */
const goalKey = (node: PlanNode): string => {
  const plain = (node.number ?? '').normalize('NFKC').replace(/[^0-9A-Za-z.-]/g, '')
  return plain === '' ? node.id : plain
}

/** 基本目標のまとまりを、印刷された順に。「基本目標」という段がない計画では、いちばん上の段。 */
export const goalsOf = (content: Pick<PlanContent, 'nodes'>): readonly Goal[] => {
  const named = content.nodes.filter(({ level }) => level.includes('基本目標'))
  const heads = named.length > 0 ? named : content.nodes.filter(({ parent }) => parent === null)
  const byKey = Map.groupBy(heads, goalKey)
  return [...byKey].map(([key, nodes]) => ({
    key,
    number: nodes[0]?.number ?? null,
    level: nodes[0]?.level ?? '',
    title: nodes[0]?.title ?? '',
    words: nodes[0] ? nodeInWords(nodes[0]) : '',
    nodes,
  }))
}

/** その節がどの基本目標の下にあるか。どれでもなければ undefined。 */
export const goalOver = (
  goals: readonly Goal[],
  nodes: ReadonlyMap<string, PlanNode>,
  id: string | null,
): Goal | undefined => {
  const path = pathTo(nodes, id)
  return goals.find((goal) => goal.nodes.some((node) => path.includes(node)))
}

/** 一度だけ数える行か。再掲・内訳と、KPI に数えない行（「KPIの設定が困難」）は数えない。 */
export const countsOnce = (indicator: Indicator): boolean =>
  indicator.repeatOf === null && indicator.breakdownOf === null && indicator.counted !== false

/** 値の一つでもある年度（実績）。古い順。 */
export const actualYears = (content: Pick<PlanContent, 'indicators'>): readonly number[] => {
  const years = content.indicators.flatMap(({ actuals }) =>
    actuals.filter(saysSomething).flatMap(({ year }) => (year === null ? [] : [year])),
  )
  return [...new Set(years)].toSorted((a, b) => a - b)
}

/** 表の見出しに並べる年度。印刷された欄（値のない年度も）に、計画の終わりまで。 */
export const columnYears = (content: Pick<PlanContent, 'indicators'>, lastYear: number | null): readonly number[] => {
  const printed = content.indicators.flatMap(({ actuals, targets, rates }) => [
    ...actuals.flatMap(({ year }) => (year === null ? [] : [year])),
    ...targets.filter(({ scope }) => scope === 'each-year').flatMap(({ year }) => (year === null ? [] : [year])),
    ...rates.flatMap(({ year }) => (year === null ? [] : [year])),
  ])
  if (printed.length === 0) return []
  const first = Math.min(...printed)
  const last = Math.max(...printed, Math.min(lastYear ?? 0, Math.max(...printed) + 5))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
