import { type Costs, leastCost } from './assignment.ts'

/** 割り当ての一組と、それがどれだけはっきりしているか。 */
export type Pairing = {
  readonly row: number
  readonly column: number
  /** この組を禁じたときに、全体の点がどれだけ下がるか。小さいほど疑わしい。 */
  readonly margin: number
}

/**
 * 点の和の最も高い一対一の割り当てと、組ごとのはっきりさ。相手が足りなければ余りは組まない。
 * `points[row][column]`。
 *
 * @example bestPairs([[5, 0], [0, 5]]) // → [{ row: 0, column: 0, margin: 10 }, { row: 1, column: 1, margin: 10 }]
 */
export const bestPairs = (points: Costs): readonly Pairing[] => {
  const chosen = solve(points)
  const marginOf = points.length <= resolvable ? marginByResolving(points, chosen) : marginByExchange(points, chosen)
  return chosen.flatMap((column, row) => (column === null ? [] : [{ row, column, margin: marginOf(row, column) }]))
}

/** これより多い組では、一組ずつ禁じて解き直す代わりに、二組の入れ替えとだけ比べる。 */
const resolvable = 40

const forbidden = -1e6

type Chosen = readonly (number | null)[]

const marginByResolving = (points: Costs, chosen: Chosen) => {
  const best = total(points, chosen)
  return (row: number, column: number): number => {
    const without = points.map((line, at) =>
      at === row ? line.map((value, to) => (to === column ? forbidden : value)) : line,
    )
    return best - total(without, solve(without))
  }
}

const marginByExchange =
  (points: Costs, chosen: Chosen) =>
  (row: number, column: number): number => {
    const at = (r: number, c: number | null) => (c === null ? 0 : (points[r]?.[c] ?? 0))
    const losses = chosen.map((other, to) =>
      to === row ? Number.POSITIVE_INFINITY : at(row, column) + at(to, other) - at(row, other) - at(to, column),
    )
    return Math.max(0, Math.min(...losses, at(row, column) + 1000))
  }

const solve = (points: Costs): Chosen =>
  leastCost(
    points.map((line) => line.map((value) => -value)),
    1000,
  )

const total = (points: Costs, chosen: Chosen): number =>
  chosen.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (points[row]?.[column] ?? 0)), 0)
