import { expect, test } from 'vitest'
import { nextTitle, nextYears } from './next-title.ts'

test.each([
  ['第2期小千谷市総合戦略', '第3期小千谷市総合戦略'],
  ['第２期小千谷市総合戦略（改訂版）', '第3期小千谷市総合戦略'],
  ['第5次総合計画', '第6次総合計画'],
  ['小千谷市総合戦略', '第2期小千谷市総合戦略'],
])('%s の次は %s', (title, next) => {
  expect(nextTitle(title)).toBe(next)
})

test('期間は翌年度から同じ長さ。始まりが分からなければ五年度、終わりが分からなければ決めない', () => {
  expect(nextYears(2020, 2024)).toEqual({ firstYear: 2025, lastYear: 2029 })
  expect(nextYears(2015, 2024)).toEqual({ firstYear: 2025, lastYear: 2034 })
  expect(nextYears(null, 2024)).toEqual({ firstYear: 2025, lastYear: 2029 })
  expect(nextYears(2020, null)).toEqual({ firstYear: null, lastYear: null })
})
