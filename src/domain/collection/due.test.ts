import { expect, test } from 'vitest'
import { daysLeft, dueOf, isOverdue, usualDeadlines } from './due.ts'
import type { ResponseState } from './response.ts'

const round = { approval: true, deadlines: { enter: '2026-06-12', approve: '2026-06-19', accept: '2026-06-26' } }
const due = (state: ResponseState, extendedTo: string | null = null) => dueOf(round, { state, extendedTo })

test.each([
  ['not-started', 'enter', '2026-06-12'],
  ['entering', 'enter', '2026-06-12'],
  ['returned', 'enter', '2026-06-12'],
  ['submitted', 'approve', '2026-06-19'],
  ['approved', 'accept', '2026-06-26'],
] as const)('%s の次は %s、%s', (state, stage, day) => {
  expect(due(state)).toEqual({ stage, day })
})

test('受理したものに、締切はない', () => {
  expect(due('accepted')).toBeNull()
})

test('延ばした課は延ばした日。課長の確認も、その日より前には迫らない', () => {
  expect(due('entering', '2026-06-24')).toEqual({ stage: 'enter', day: '2026-06-24' })
  expect(due('submitted', '2026-06-24')).toEqual({ stage: 'approve', day: '2026-06-24' })
  expect(due('submitted', '2026-06-15')).toEqual({ stage: 'approve', day: '2026-06-19' })
})

test('確認を通さない照会では、提出の次は受理', () => {
  const direct = { approval: false, deadlines: { enter: '2026-06-12', approve: null, accept: null } }
  expect(dueOf(direct, { state: 'submitted', extendedTo: null })).toBeNull()
  const dated = { ...direct, deadlines: { ...direct.deadlines, accept: '2026-06-26' } }
  expect(dueOf(dated, { state: 'submitted', extendedTo: null })).toEqual({ stage: 'accept', day: '2026-06-26' })
})

test('締切の日は、その日の終わりまで過ぎない', () => {
  const last = { stage: 'enter', day: '2026-06-12' } as const
  expect([daysLeft(last, '2026-06-11'), daysLeft(last, '2026-06-12'), daysLeft(last, '2026-06-14')]).toEqual([1, 0, -2])
  expect(['2026-06-12', '2026-06-13'].map((today) => isOverdue(last, today))).toEqual([false, true])
})

test('いつもの締切は二・三・四週間後。土日なら次の月曜', () => {
  expect(usualDeadlines('2026-05-11', true)).toEqual({
    enter: '2026-05-25',
    approve: '2026-06-01',
    accept: '2026-06-08',
  })
  expect(usualDeadlines('2026-05-16', false)).toEqual({ enter: '2026-06-01', approve: null, accept: '2026-06-15' })
})
