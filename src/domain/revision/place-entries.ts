import type { PlanNode } from '../plan/draft.ts'
import type { EntryOf, RevisableKind } from './revisable.ts'

/**
 * 新しい行・よその節へ移した行を、並びに入れる。節は上の節のまとまりの終わりに、指標と事業は同じ節の行の終わりに置く。
 * 表は中身の並びで印刷されるので、節をまたいで散らばらせない。
 */
export const placedByDefault = <K extends RevisableKind>(
  kind: K,
  entries: readonly EntryOf[K][],
  arriving: readonly EntryOf[K][],
  nodes: readonly PlanNode[],
): readonly EntryOf[K][] => {
  if (arriving.length === 0) return entries
  if (kind !== 'node') return placedByNode(entries, arriving, ranksOf(nodes))
  return placedInTree(entries as readonly PlanNode[], arriving as readonly PlanNode[]) as readonly EntryOf[K][]
}

/** 節を、上の節とその下のまとまりの終わりに、一つずつ入れる。上の節のないものは、終わりに。 */
const placedInTree = (nodes: readonly PlanNode[], arriving: readonly PlanNode[]): readonly PlanNode[] => {
  const placed = [...nodes]
  const parents = new Map(nodes.map((node) => [node.id, node.parent]))
  for (const node of arriving) {
    const last = node.parent === null ? -1 : placed.findLastIndex(({ id }) => isUnder(parents, id, node.parent))
    placed.splice(last < 0 ? placed.length : last + 1, 0, node)
    parents.set(node.id, node.parent)
  }
  return placed
}

/** 節の段の数の限り（互いの下に入れた節をたどり続けないため）。 */
const deepest = 100

const isUnder = (parents: ReadonlyMap<string, string | null>, id: string, goal: string | null): boolean => {
  let at: string | null = id
  for (let depth = 0; at !== null && depth < deepest; depth++) {
    if (at === goal) return true
    at = parents.get(at) ?? null
  }
  return false
}

type Placed = EntryOf['indicator' | 'project']

/** 指標・事業を、木の順で同じ節か前の節の、終わりの行のあとに。 */
const placedByNode = <E extends EntryOf[RevisableKind]>(
  entries: readonly E[],
  arriving: readonly E[],
  ranks: ReadonlyMap<string, number>,
): readonly E[] => {
  const known = entries.map((entry) => rankOf(entry as Placed, ranks))
  const goingTo = arriving.map((entry) => {
    const rank = rankOf(entry as Placed, ranks)
    return { entry, rank, at: known.findLastIndex((each) => each <= rank) + 1 }
  })
  const following = Map.groupBy(
    goingTo.toSorted((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)),
    ({ at }) => at,
  )
  const at = (index: number) => (following.get(index) ?? []).map(({ entry }) => entry)
  return [...at(0), ...entries.flatMap((entry, index) => [entry, ...at(index + 1)])]
}

/** 木をたどった順の番号。 */
const ranksOf = (nodes: readonly PlanNode[]): ReadonlyMap<string, number> => {
  const below = Map.groupBy(nodes, ({ parent }) => parent)
  const ranks = new Map<string, number>()
  const visit = (parent: string | null) => {
    for (const { id } of below.get(parent) ?? []) {
      if (ranks.has(id)) continue
      ranks.set(id, ranks.size)
      visit(id)
    }
  }
  visit(null)
  return ranks
}

const rankOf = (entry: Placed, ranks: ReadonlyMap<string, number>): number =>
  ranks.get(('nodes' in entry ? entry.nodes[0] : entry.node) ?? '') ?? Number.POSITIVE_INFINITY

/** 行 → すぐ前に来る行（はじめなら null）。 */
export type Orders = ReadonlyMap<string, string | null>

/**
 * 並びの変更を掛ける。動かす行をいったん除き、前に来る行のすぐあとに入れる。前の行がもうないときは、もとの並びのまま。
 * 動かす行どうしの順は id で決まり、変更の書かれた順によらない。
 */
export const inNewOrder = <T extends { readonly id: string }>(entries: readonly T[], orders: Orders): readonly T[] => {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const moved = [...orders]
    .filter(([id, before]) => byId.has(id) && before !== id && (before === null || byId.has(before)))
    .map(([id]) => id)
    .toSorted()
  if (moved.length === 0) return entries
  const followers = Map.groupBy(moved, (id) => orders.get(id) ?? null)
  const placed = new Set<string>()
  const place = (first: string | null) => {
    const waiting = first === null ? [...(followers.get(null) ?? [])] : [first]
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      placed.add(id)
      waiting.unshift(...(followers.get(id) ?? []))
    }
  }
  place(null)
  const isMoved = new Set(moved)
  for (const { id } of entries) if (!isMoved.has(id)) place(id)
  // 互いに相手のあとに来ると言う行は、終わりに置く。
  for (const id of moved) placed.add(id)
  return [...placed].flatMap((id) => byId.get(id) ?? [])
}
