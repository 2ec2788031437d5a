import type { PlanNode } from '../plan/draft.ts'
import type { EntryOf, RevisableKind } from './revisable.ts'

/**
 * 新しい行・よその節へ移した行の、並びの中の所。節は上の節のまとまりの終わりに、指標と事業は同じ節の行の終わりに置く。
 * 表は中身の並びで印刷されるので、節をまたいで散らばらせない。
 */
export const placedByDefault = <K extends RevisableKind>(
  kind: K,
  entries: readonly EntryOf[K][],
  entry: EntryOf[K],
  nodes: readonly PlanNode[],
): readonly EntryOf[K][] => entries.toSpliced(defaultPlace(kind, entries, entry, nodes), 0, entry)

const defaultPlace = <K extends RevisableKind>(
  kind: K,
  entries: readonly EntryOf[K][],
  entry: EntryOf[K],
  nodes: readonly PlanNode[],
): number => {
  if (kind === 'node') return placeOfNode(entries as readonly PlanNode[], entry as PlanNode)
  const ranks = ranksOf(nodes)
  const rank = rankOf(entry, ranks)
  return entries.findLastIndex((each) => rankOf(each, ranks) <= rank) + 1
}

const placeOfNode = (nodes: readonly PlanNode[], { parent }: PlanNode): number => {
  if (parent === null) return nodes.length
  const parents = new Map(nodes.map((node) => [node.id, node.parent]))
  const isUnder = (id: string) => {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === parent) return true
      seen.add(at)
    }
    return false
  }
  const last = nodes.findLastIndex(({ id }) => isUnder(id))
  return last < 0 ? nodes.length : last + 1
}

// 中身は値で変わらないので、節の並びの番号は一度だけ数える。
const known = new WeakMap<readonly PlanNode[], ReadonlyMap<string, number>>()

/** 木をたどった順の番号。 */
const ranksOf = (nodes: readonly PlanNode[]): ReadonlyMap<string, number> => {
  const ranks = known.get(nodes) ?? walked(nodes)
  known.set(nodes, ranks)
  return ranks
}

const walked = (nodes: readonly PlanNode[]): ReadonlyMap<string, number> => {
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

const rankOf = (entry: EntryOf[RevisableKind], ranks: ReadonlyMap<string, number>): number => {
  const node = 'nodes' in entry ? entry.nodes[0] : 'node' in entry ? entry.node : null
  return ranks.get(node ?? '') ?? Number.POSITIVE_INFINITY
}

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
