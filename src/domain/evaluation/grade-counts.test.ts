import { expect, test } from 'vitest'
import type { GradeCount } from '#domain/plan/draft.ts'
import { crossTables, gradeCounts, sharesOf, sumOfCounts, totalOf } from './grade-counts.ts'

const row = (node: string | null, kind: string, counts: GradeCount['counts'], total = false): GradeCount => ({
  node,
  class: kind,
  counts,
  total,
  place: { line: 1 },
})

const rows = [
  row('g1', 'KPI', { A: 8, B: 9, C: 3, D: null }),
  row('g2', 'KPI', { A: 10, B: 12, C: 12, D: 1 }),
  row(null, 'KPI', { A: 18, B: 21, C: 15, D: 1 }, true),
  row('g1', '数値目標', { A: 1, B: 1, C: null }),
  row('g2', '数値目標', { A: 1, B: 2, C: null }),
  row(null, '数値目標', { A: 2, B: 4, C: 3 }, true),
]

test('空欄はゼロではない', () => {
  expect(sumOfCounts([{ counts: { A: 1, D: null } }, { counts: { A: 2, D: null } }])).toEqual({ A: 3, D: null })
  expect(totalOf({ A: null, B: null })).toBeNull()
  expect(totalOf({ A: 8, B: 9, C: 3, D: null })).toBe(20)
})

test('種別ごとに行を足し、印刷された合計と比べる', () => {
  const [kpi, goals] = crossTables(rows)
  expect(kpi).toMatchObject({ class: 'KPI', summed: { A: 18, B: 21, C: 15, D: 1 }, differences: [] })
  expect(goals?.differences).toEqual([
    { code: 'B', stated: 4, summed: 3 },
    { code: 'C', stated: 3, summed: null },
  ])
})

test('合計の行がなければ比べない', () => {
  expect(crossTables(rows.filter(({ total }) => !total)).flatMap(({ differences }) => differences)).toEqual([])
})

test('区分を数え、構成比を出す', () => {
  expect(gradeCounts(['A', 'B', 'A'], ['A', 'B', 'C'])).toEqual({ A: 2, B: 1, C: 0 })
  expect(sharesOf({ A: 2, B: 1, D: null })).toEqual({ A: '66.7', B: '33.3', D: null })
  expect(sharesOf({ A: 0 })).toEqual({ A: null })
})
