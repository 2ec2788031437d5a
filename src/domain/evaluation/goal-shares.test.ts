import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GradeCount } from '#domain/plan/draft.ts'
import { goalShares, gradeLetters, wholeShares } from './goal-shares.ts'

const row = (node: string | null, kind: string, counts: GradeCount['counts'], total = false): GradeCount => ({
  node,
  class: kind,
  counts,
  total,
  place: { line: 1 },
})

test('数値目標と KPI を合わせて、目標ごとに割る。印刷された合計の行は数えない', () => {
  const rows = [
    row('n-1', '数値目標', { A: null, B: 2 }),
    row('n-1', 'KPI', { A: 8, B: 9 }),
    row('n-2', 'KPI', { A: 1, B: null }),
    row(null, 'KPI', { A: 9, B: 11 }, true),
  ]
  expect(goalShares(rows)).toEqual([
    { node: 'n-1', counts: { A: 8, B: 11 }, total: 19, shares: { A: '42.1', B: '57.9' } },
    { node: 'n-2', counts: { A: 1, B: null }, total: 1, shares: { A: '100.0', B: null } },
  ])
  expect(wholeShares(rows)).toMatchObject({ counts: { A: 9, B: 11 }, total: 20, shares: { A: '45.0', B: '55.0' } })
})

test('すべて空欄の目標は、合計も割合もない（0％ではない）', () => {
  expect(goalShares([row('n-1', 'KPI', { A: null })])).toEqual([
    { node: 'n-1', counts: { A: null }, total: null, shares: { A: null } },
  ])
})

test('評価の符号は、表に出てきた順', () => {
  expect(gradeLetters([row('n-1', 'KPI', { S: 1, A: 2 }), row('n-2', 'KPI', { A: 1, C: 2 })])).toEqual(['S', 'A', 'C'])
})

test('目標ごとの数を足すと、全体の数になる', () => {
  const count = fc.option(fc.nat(50), { nil: null })
  const rows = fc.array(
    fc
      .tuple(fc.constantFrom('n-1', 'n-2', null), fc.constantFrom('数値目標', 'KPI'), count, count)
      .map(([node, kind, a, b]) => row(node, kind, { A: a, B: b })),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, (given) => {
      const sum = goalShares(given).reduce((all, { total }) => all + (total ?? 0), 0)
      expect(sum).toBe(wholeShares(given).total ?? 0)
    }),
  )
})
