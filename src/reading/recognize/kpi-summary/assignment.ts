/** 費用の表。`costs[row][column]`。 */
export type Costs = readonly (readonly number[])[]

/**
 * 行と列の一対一の割り当てのうち、費用の和が最小のもの（ハンガリー法、行数の三乗）。
 * 行と列の数は違ってよい。`alone` は行または列を相手なしにしておく費用。
 * 答えは行ごとの列の番号、相手がなければ null。
 *
 * @example leastCost([[1, 5], [5, 1]], 10) // → [0, 1]
 */
export const leastCost = (costs: Costs, alone: number): readonly (number | null)[] => {
  const rows = costs.length
  const columns = costs[0]?.length ?? 0
  if (rows === 0) return []
  if (rows + columns > solvable) return inTurn(costs, alone)
  const size = rows + columns
  // 行 i は列 i、または「相手なし」の列（columns 番目から）に行く。正方形にして解く。
  const square = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      if (row < rows && column < columns) return costs[row]?.[column] ?? alone
      return row >= rows && column >= columns ? 0 : alone
    }),
  )
  const chosen = hungarian(square)
  return Array.from({ length: rows }, (_, row) => {
    const column = chosen[row] ?? columns
    return column < columns ? column : null
  })
}

/** 解く大きさの限り（印刷の一頁は多くて数十行）。超えるものは壊れた図書なので、手早く安い順に組む。 */
const solvable = 500

const inTurn = (costs: Costs, alone: number): readonly (number | null)[] => {
  const taken = new Set<number>()
  return costs.map((line) => {
    let best: number | null = null
    line.forEach((cost, column) => {
      if (cost < 2 * alone && !taken.has(column) && (best === null || cost < (line[best] ?? alone))) best = column
    })
    if (best !== null) taken.add(best)
    return best
  })
}

/** Kuhn–Munkres（頂点の値と増加路）。番号 0 は番兵。 */
const hungarian = (costs: Costs): readonly number[] => {
  const n = costs.length
  const rowValue = new Array<number>(n + 1).fill(0)
  const columnValue = new Array<number>(n + 1).fill(0)
  const rowOf = new Array<number>(n + 1).fill(0)
  for (let row = 1; row <= n; row++) {
    const before = new Array<number>(n + 1).fill(0)
    const least = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Array<boolean>(n + 1).fill(false)
    rowOf[0] = row
    let at = 0
    do {
      used[at] = true
      const from = pick(rowOf, at)
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let column = 1; column <= n; column++) {
        if (used[column]) continue
        const reduced = (costs[from - 1]?.[column - 1] ?? 0) - pick(rowValue, from) - pick(columnValue, column)
        if (reduced < pick(least, column)) {
          least[column] = reduced
          before[column] = at
        }
        if (pick(least, column) < delta) {
          delta = pick(least, column)
          next = column
        }
      }
      for (let column = 0; column <= n; column++) {
        if (used[column]) {
          rowValue[pick(rowOf, column)] = pick(rowValue, pick(rowOf, column)) + delta
          columnValue[column] = pick(columnValue, column) - delta
        } else least[column] = pick(least, column) - delta
      }
      at = next
    } while (pick(rowOf, at) !== 0)
    while (at !== 0) {
      const back = pick(before, at)
      rowOf[at] = pick(rowOf, back)
      at = back
    }
  }
  const chosen = new Array<number>(n).fill(0)
  for (let column = 1; column <= n; column++) chosen[pick(rowOf, column) - 1] = column - 1
  return chosen
}

const pick = (values: readonly number[], index: number): number => {
  const value = values[index]
  if (value === undefined) throw new Error(`index ${index} out of ${values.length}`)
  return value
}
