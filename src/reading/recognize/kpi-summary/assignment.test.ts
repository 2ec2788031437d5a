import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Costs, leastCost } from './assignment.ts'
import { bestPairs } from './margins.ts'

const totalOf = (costs: Costs, chosen: readonly (number | null)[], alone: number): number => {
  const columns = costs[0]?.length ?? 0
  const paired = chosen.filter((column) => column !== null).length
  const sum = chosen.reduce<number>(
    (each, column, row) => each + (column === null ? 0 : (costs[row]?.[column] ?? 0)),
    0,
  )
  return sum + (costs.length + columns - 2 * paired) * alone
}

/** 総当たり。 */
const everyWay = (rows: number, columns: number): readonly (readonly (number | null)[])[] =>
  rows === 0
    ? [[]]
    : everyWay(rows - 1, columns).flatMap((way) => [
        [...way, null],
        ...Array.from({ length: columns }, (_, column) => column)
          .filter((column) => !way.includes(column))
          .map((column) => [...way, column]),
      ])

describe('費用の最も小さい割り当て', () => {
  test('たすき掛けの方が安ければそちらを取る', () => {
    expect(
      leastCost(
        [
          [1, 5],
          [5, 1],
        ],
        10,
      ),
    ).toEqual([0, 1])
    expect(
      leastCost(
        [
          [5, 1],
          [1, 5],
        ],
        10,
      ),
    ).toEqual([1, 0])
  })

  test('高い相手しかいなければ、相手なしにする', () => {
    expect(leastCost([[3], [50]], 10)).toEqual([0, null])
    expect(leastCost([], 10)).toEqual([])
    expect(leastCost([[], []], 10)).toEqual([null, null])
  })

  test('総当たりと同じ費用になる', () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(matrix, fc.integer({ min: 0, max: 30 }), (costs, alone) => {
        const best = Math.min(...everyWay(costs.length, costs[0]?.length ?? 0).map((way) => totalOf(costs, way, alone)))
        const chosen = leastCost(costs, alone)
        expect(totalOf(costs, chosen, alone)).toBe(best)
        const used = chosen.filter((column) => column !== null)
        expect(new Set(used).size).toBe(used.length)
      }),
      { numRuns: 300 },
    )
  })

  test('とても大きな表も、限られた時間で答える', () => {
    const costs = Array.from({ length: 700 }, (_, row) =>
      Array.from({ length: 700 }, (_, column) => (row * column) % 97),
    )
    const before = performance.now()
    expect(leastCost(costs, 100)).toHaveLength(700)
    expect(performance.now() - before).toBeLessThan(3000)
  })
})

describe('組のはっきりさ', () => {
  test('次によい組み方との点の差を言う', () => {
    expect(
      bestPairs([
        [5, 0],
        [0, 5],
      ]),
    ).toEqual([
      { row: 0, column: 0, margin: 10 },
      { row: 1, column: 1, margin: 10 },
    ])
  })

  test('どちらでも同じなら差はない', () => {
    expect(
      bestPairs([
        [3, 3],
        [3, 3],
      ]).map(({ margin }) => margin),
    ).toEqual([0, 0])
  })
})
