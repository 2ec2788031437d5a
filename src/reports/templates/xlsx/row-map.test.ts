import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLeaf } from '../language/leaf.ts'
import { pairUp } from '../language/pairing.ts'
import { cellPlace } from '../meaning/place.ts'
import type { Frames } from '../vocabulary/scope.ts'
import { mergesAfter, sqrefAfter, wholeAfter } from './areas.ts'
import { followed, spread } from './follow.ts'
import { layOut, type RowMap, rowMapOf, runsBetween } from './row-map.ts'

/** 行の字から、どの繰り返しも `count` 件あるときの対応を作る。 */
const mapOf = (rows: readonly string[], count: number): RowMap => {
  const leaves = rows.map(readLeaf)
  const { steps } = pairUp(
    leaves.map(({ edges }, at) => edges.map((tag) => ({ tag, place: cellPlace('表', `A${at + 1}`) }))),
  )
  const frames: readonly Frames[] = Array.from({ length: count }, (_, year) => ({ year }))
  const laid = layOut(steps, {
    isMarker: (row) => leaves[row - 1]?.onlyEdges ?? false,
    frames: () => frames,
    limit: 10_000,
  })
  if (!laid.ok) throw new Error('行が多すぎる')
  return rowMapOf(steps, rows.length, laid.rows)
}

/** 題・基本目標の帯・指標・小計・合計。 */
const plan = [
  '題',
  '{{#基本目標}}',
  '帯',
  '{{#指標}}指標{{/指標}}',
  '{{#指標}}',
  '二行の指標',
  'その下',
  '{{/指標}}',
  '小計',
  '{{/基本目標}}',
  '合計',
]

describe('行の行き先', () => {
  const map = mapOf(plan, 2)

  test('印だけの行は消え、繰り返しの行は件の数だけになる', () => {
    expect(map.outputs.map(({ template }) => template)).toEqual([1, 3, 4, 6, 7, 6, 7, 9, 3, 4, 6, 7, 6, 7, 9, 11])
    expect([1, 3, 6, 9, 11, 12].map((row) => map.rowsOf(row))).toEqual([
      [1],
      [2, 9],
      [4, 6, 11, 13],
      [8, 15],
      [16],
      [17],
    ])
  })

  test('同じ件の中だけを見れば、その件の行', () => {
    const second = map.outputs[14]?.path ?? []
    expect(map.rowsOf(3, second)).toEqual([9])
    expect(map.rowsOf(6, second)).toEqual([11, 13])
    expect(map.rowsOf(1, second)).toEqual([1])
  })

  test('範囲は続いた並びに', () => {
    expect(runsBetween(map, 6, 6)).toEqual([
      { from: 4, to: 4 },
      { from: 6, to: 6 },
      { from: 11, to: 11 },
      { from: 13, to: 13 },
    ])
    expect(runsBetween(map, 6, 7)).toEqual([
      { from: 4, to: 7 },
      { from: 11, to: 14 },
    ])
    expect(runsBetween(map, 1, 1_048_576)).toEqual([{ from: 1, to: 1_048_576 }])
    expect(runsBetween(map, 2, 2)).toEqual([])
  })

  test('条件付き書式は分け、印刷範囲は包み、結合は件ごとか伸ばすか', () => {
    expect(sqrefAfter('C6 D9', map)).toBe('C4 C6 C11 C13 D8 D15')
    expect(sqrefAfter('C2', map)).toBeNull()
    expect(wholeAfter('A1:C9', map)).toBe('A1:C15')
    expect(mergesAfter('A6:A7', map)).toEqual(['A4:A5', 'A6:A7', 'A11:A12', 'A13:A14'])
    expect(mergesAfter('A3:A9', map)).toEqual(['A2:A8', 'A9:A15'])
    expect(mergesAfter('A1:A11', map)).toEqual(['A1:A16'])
    expect(mergesAfter('A2:F2', map)).toEqual([])
  })

  test('小計は自分の目標の中だけ、合計は間の小計を足さない', () => {
    const maps = new Map([['表', map]])
    const at = (row: number) => ({ sheet: '表', path: map.outputs[row - 1]?.path ?? [] })
    const formula = (text: string, row: number) => {
      const result = followed(text, at(row), maps)
      return result.ok ? result.formula : result.why
    }
    expect(formula('SUM(C6:C6)', 8)).toBe('SUM(C4:C4,C6:C6)')
    expect(formula('SUM(C6:C6)', 15)).toBe('SUM(C11:C11,C13:C13)')
    expect(formula('SUM(C6:C6)', 16)).toBe('SUM(C4:C4,C6:C6,C11:C11,C13:C13)')
    expect(formula('COUNTIF(C6:C6,1)', 16)).toBe('range')
    expect(formula('C6*2', 16)).toBe('cell')
    expect(formula('C7/C6+$C$1', 12)).toBe('C12/C11+$C$1')
    expect(spread('表!$C$6', { sheet: '表' }, maps)).toMatchObject({
      formula: '(表!$C$4:$C$4,表!$C$6:$C$6,表!$C$11:$C$11,表!$C$13:$C$13)',
    })
  })
})

test('一件もなければ空の行を一つ残し、下の行は上がる', () => {
  const map = mapOf(['題', '{{#指標}}', '指標', '{{/指標}}', '合計'], 0)
  expect(map.outputs.map(({ template, blank }) => [template, blank])).toEqual([
    [1, false],
    [3, true],
    [5, false],
  ])
})

test('何件でも、行き先は重ならず、抜けもなく、順は変わらない', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), (count) => {
      const map = mapOf(plan, count)
      const landed = plan.flatMap((_, index) => map.rowsOf(index + 1))
      expect(landed.toSorted((a, b) => a - b)).toEqual(map.outputs.map((_, index) => index + 1))
      expect(map.rowsOf(plan.length + 5)).toEqual([map.outputs.length + 5])
    }),
  )
})
