import { expect, test } from 'vitest'
import { dueKey, dueNotice } from './due-notice.ts'
import { retryAt } from './mail-retry.ts'
import { morningOf } from './morning.ts'

const due = { stage: 'enter', day: '2026-06-12' } as const

test.each([
  ['2026-06-04', null],
  ['2026-06-05', ['due-soon', 7, 7]],
  ['2026-06-07', ['due-soon', 7, 5]],
  ['2026-06-09', ['due-soon', 3, 3]],
  ['2026-06-11', ['due-soon', 1, 1]],
  ['2026-06-12', ['due-soon', 1, 0]],
  ['2026-06-13', ['overdue', 1, 1]],
  ['2026-06-14', ['overdue', 1, 2]],
  ['2026-06-15', ['overdue', 3, 3]],
  ['2026-06-19', ['overdue', 7, 7]],
  ['2026-06-25', ['overdue', 7, 13]],
  ['2026-06-26', ['overdue', 14, 14]],
  ['2027-06-12', ['overdue', 364, 365]],
] as const)('%s には', (today, expected) => {
  const found = dueNotice(due, today)
  expect(found && [found.kind, found.mark, found.days]).toEqual(expected)
})

test('締切が延びれば、同じ節目でも別の鍵', () => {
  const told = { kind: 'due-soon', mark: 7, days: 5 } as const
  expect(dueKey('r', due, told)).toBe('due-soon/r/enter/2026-06-12/7')
  expect(dueKey('r', { ...due, day: '2026-06-19' }, told)).not.toBe(dueKey('r', due, told))
})

test.each([
  ['2026-06-04T23:29:59Z', null],
  ['2026-06-04T23:30:00Z', '2026-06-05'],
  ['2026-06-05T14:59:00Z', '2026-06-05'],
  ['2026-06-05T15:00:00Z', null],
])('%s は、朝になったか', (now, day) => {
  expect(morningOf(new Date(now))).toBe(day)
})

test('待ちは三倍ずつ、六時間まで。三日で諦める', () => {
  const madeAt = '2026-06-05T00:00:00.000Z'
  const waits = [1, 2, 3, 4, 5, 9].map((attempts) => {
    const now = new Date('2026-06-05T12:00:00Z')
    const next = retryAt({ madeAt, attempts }, now)
    return next && (next.getTime() - now.getTime()) / 60_000
  })
  expect(waits).toEqual([5, 15, 45, 135, 360, 360])
  expect(retryAt({ madeAt, attempts: 9 }, new Date('2026-06-08T00:00:01Z'))).toBeNull()
})
