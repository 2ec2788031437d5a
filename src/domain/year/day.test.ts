import { expect, test } from 'vitest'
import { dayAfter, dayBefore, isDay, nextApril } from './day.ts'

test.each(['2026-04-01', '2024-02-29'])('%s はある日', (text) => {
  expect(isDay(text)).toBe(true)
})

test.each(['', '2026-02-30', '2025-02-29', '令和8年4月1日', '2026-4-1', '2026-13-01'])('「%s」は日でない', (text) => {
  expect(isDay(text)).toBe(false)
})

test('前の日と次の日は、月も年も越える', () => {
  expect(dayBefore('2026-04-01')).toBe('2026-03-31')
  expect(dayBefore('2024-03-01')).toBe('2024-02-29')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})

test.each([
  ['2026-11-26', '2027-04-01'],
  ['2026-04-01', '2026-04-01'],
  ['2026-04-02', '2027-04-01'],
  ['2026-01-10', '2026-04-01'],
])('%s の次の 4 月 1 日は %s', (day, april) => {
  expect(nextApril(day)).toBe(april)
})
