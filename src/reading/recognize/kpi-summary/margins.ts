import { type Costs, leastCost } from './assignment.ts'

/** 割り当ての一組と、それがどれだけはっきりしているか。 */
export type Pairing = {
  readonly row: number
  readonly column: number
  /** この組を禁じたときに、全体の点がどれだけ下がるか。小さいほど疑わしい。 */
  readonly margin: number
}

/**
 * 点の高い組を選ぶ一対一の割り当て。相手が足りなければ余りは組まない。
 * `points[row][column]`、`least` はこれより点の低い組を作らない下限（なければ全部組む）。
 *
 * @example bestPairs([[5, 0], [0, 5]]) // → [{ row: 0, column: 0, margin: 10 }, { row: 1, column: 1, margin: 10 }]
 */
export const bestPairs = (points: Costs, least: number | null = null): readonly Pairing[] => {
  const chosen = solve(points, least)
  const best = total(points, chosen, least)
  if (points.length > manageable)
    return chosen.flatMap((column, row) => (column === null ? [] : [{ row, column, margin: 0 }]))
  return chosen.flatMap((column, row) => {
    if (column === null) return []
    const without = points.map((line, at) =>
      at === row ? line.map((value, to) => (to === column ? forbidden : value)) : line,
    )
    return [{ row, column, margin: best - total(without, solve(without, least), least) }]
  })
}

/** これより多い組は、一組ずつ禁じて解き直すと時間がかかりすぎる。確かさを 0 とし、全部を要確認にする。 */
const manageable = 80

const forbidden = -1e6

const solve = (points: Costs, least: number | null): readonly (number | null)[] =>
  leastCost(
    points.map((line) => line.map((value) => -value)),
    least === null ? 1000 : -least / 2,
  )

/** 割り当ての点。相手のない行・列は、下限の半分ずつの点とみる（下限がなければ 0）。 */
const total = (points: Costs, chosen: readonly (number | null)[], least: number | null): number => {
  const columns = points[0]?.length ?? 0
  const paired = chosen.filter((column) => column !== null).length
  const alone = points.length + columns - 2 * paired
  return (
    chosen.reduce<number>((sum, column, row) => sum + (column === null ? 0 : (points[row]?.[column] ?? 0)), 0) +
    (least === null ? 0 : (alone * least) / 2)
  )
}
