import { expect, test } from 'vitest'
import { framesFor, nationalFrame, nationalFrames } from './national-frame.ts'

test('国の総合戦略の符号は一つずつで、決定の日の古い順', () => {
  const codes = nationalFrames.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  const days = nationalFrames.map(({ decidedOn }) => decidedOn)
  expect(days).toEqual(days.toSorted())
})

test('期間の重なる代を挙げる', () => {
  const codes = (first: number | null, last: number | null) => framesFor(first, last).map(({ code }) => code)
  expect(codes(2025, 2029)).toEqual(['digital-garden-city', 'regional-revitalization-2', 'strategy-2025'])
  expect(codes(2015, 2019)).toEqual(['first-period', 'regional-revitalization-2'])
  expect(codes(null, null)).toHaveLength(nationalFrames.length)
})

test('2025年の総合戦略は令和11年度まで', () => {
  expect(nationalFrame('strategy-2025')).toMatchObject({ decidedOn: '2025-12-23', firstYear: 2025, lastYear: 2029 })
  expect(nationalFrame('ない符号')).toBeUndefined()
  expect(nationalFrame(null)).toBeUndefined()
})
