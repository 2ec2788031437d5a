import { expect, test } from 'vitest'
import type { NewNotice } from './notice.ts'
import { audienceOf, type Candidate, recipientsFor } from './recipients.ts'

const one = (memberId: string, role: Candidate['role'], level = 0, active = true): Candidate => ({
  memberId,
  role,
  level,
  active,
})
const told = (...of: Parameters<typeof recipientsFor>) =>
  recipientsFor(...of).map(({ memberId, fallback }) => `${memberId}${fallback ? '（代わり）' : ''}`)

const everyone = [
  one('担当', 'editor'),
  one('課長', 'approver'),
  one('部長', 'approver', 1),
  one('企画課', 'planner'),
  one('管理者', 'administrator'),
]

test('担当・課長・企画課に、それぞれ', () => {
  expect(told('clerks', everyone)).toEqual(['担当'])
  expect(told('heads', everyone)).toEqual(['課長'])
  expect(told('planners', everyone)).toEqual(['企画課'])
})

test('いなければ、担当 → 課長 → 部長 → 企画課 → 管理者', () => {
  const without = (...names: string[]) => everyone.filter(({ memberId }) => !names.includes(memberId))
  expect(told('clerks', without('担当'))).toEqual(['課長（代わり）'])
  expect(told('clerks', without('担当', '課長'))).toEqual(['部長（代わり）'])
  expect(told('clerks', without('担当', '課長', '部長'))).toEqual(['企画課（代わり）'])
  expect(told('heads', without('課長'))).toEqual(['部長'])
  expect(told('planners', without('企画課'))).toEqual(['管理者（代わり）'])
  expect(told('clerks', [])).toEqual([])
})

test('招きに応じていない人にも届けておき、ログインできる人まで上る', () => {
  expect(told('clerks', [one('招かれた担当', 'editor', 0, false), ...everyone.slice(1)])).toEqual([
    '招かれた担当',
    '課長（代わり）',
  ])
})

test('二つの役を持つ人にも、一度だけ', () => {
  expect(told('clerks', [one('甲', 'editor', 0, false), one('甲', 'approver')])).toEqual(['甲'])
})

const notice = (kind: NewNotice['kind'], params: NewNotice['params'] = {}, departmentId: string | null = 'd') => ({
  kind,
  departmentId,
  roundId: null,
  responseId: null,
  params,
})

test.each([
  ['round-opened', {}, 'not-started', 'clerks'],
  ['returned', {}, 'returned', 'clerks'],
  ['submitted', {}, 'submitted', 'heads'],
  ['withdrawn', {}, 'entering', 'heads'],
  ['approved', {}, 'approved', 'planners'],
  ['due-soon', { stage: 'enter' }, 'entering', 'clerks'],
  ['overdue', { stage: 'approve' }, 'submitted', 'heads'],
  ['overdue', { stage: 'accept' }, 'approved', 'planners'],
  ['reminder', {}, 'entering', 'clerks'],
  ['reminder', {}, 'submitted', 'heads'],
] as const)('%s %j（%s）は %s に', (kind, params, state, audience) => {
  expect(audienceOf(notice(kind, params), { state, approval: true })).toBe(audience)
})

test('課長の確認のない照会では、提出は企画課に。課を言わないものも企画課に', () => {
  expect(audienceOf(notice('submitted'), { state: 'submitted', approval: false })).toBe('planners')
  expect(audienceOf(notice('round-closed', {}, null), { state: null, approval: true })).toBe('planners')
})
