import { expect, test } from 'vitest'
import type { Member, Membership } from '../people/member.ts'
import { type BoardFacts, boardLines, boardTotals, isIn } from './board.ts'
import type { ResponseState } from './response.ts'
import { newRound } from './round-starts.ts'

const today = '2026-06-15'
const round = {
  ...newRound('2026-05-01', ['e']),
  id: 'r',
  number: 1,
  deadlines: { enter: '2026-06-12', approve: '2026-06-19', accept: '2026-06-26' },
  status: 'open' as const,
  opensAt: null,
  openedAt: '2026-05-01T00:00:00.000Z',
  closedAt: null,
  reopenedReason: null,
  revision: 1,
}
const fact = (departmentId: string, state: ResponseState, more: Partial<BoardFacts> = {}): BoardFacts => ({
  id: `r-${departmentId}`,
  roundId: 'r',
  departmentId,
  state,
  revision: 1,
  extendedTo: null,
  extensionReason: null,
  lastAt: null,
  lastBy: null,
  asked: 8,
  answered: 2,
  lastStep: null,
  returns: 0,
  ...more,
})
const unit = (id: string, ordinal: number) => ({
  id,
  name: `${id}課`,
  parentId: null,
  ordinal,
  phone: '200',
  validFrom: '2026-04-01',
  validTo: null,
})
const units = ['甲', '乙', '丙', '丁'].map(unit)
const working = (role: 'editor' | 'approver', departmentId: string, acting = false): Membership => ({
  id: 'x',
  role,
  departmentId,
  from: '2026-04-01',
  to: null,
  acting,
})
const member = (name: string, memberships: readonly Membership[], more: Partial<Member> = {}): Member => ({
  id: name,
  name,
  mail: null,
  phone: null,
  accountId: null,
  status: 'active',
  absence: null,
  memberships,
  ...more,
})

test('締切を過ぎたものが先、延ばした課はその日、受理したものは終わり', () => {
  const facts = [
    fact('甲', 'accepted'),
    fact('乙', 'submitted'),
    fact('丙', 'entering', { extendedTo: '2026-06-18' }),
    fact('丁', 'entering'),
  ]
  const lines = boardLines({ round, facts, units, members: [], today })
  expect(lines.map(({ departmentId, left, overdue }) => [departmentId, left, overdue])).toEqual([
    ['丁', -3, true],
    ['丙', 3, false],
    ['乙', 4, false],
    ['甲', null, false],
  ])
  expect(boardTotals(lines)).toMatchObject({ departments: 4, unsubmitted: 2, overdue: 1, asked: 32, answered: 8 })
  expect(lines.filter((line) => isIn(line, 'overdue')).map(({ departmentId }) => departmentId)).toEqual(['丁'])
})

test('閉じた照会に、締切は迫らない', () => {
  const closed = { ...round, status: 'closed' as const }
  const [line] = boardLines({ round: closed, facts: [fact('甲', 'entering')], units, members: [], today })
  expect([line?.due, line?.left, line?.overdue]).toEqual([null, null, false])
})

test('電話する相手は、出す前は担当者、出したあとは課長。不在の人は後ろ、代理は代理と言い、電話のない人は課の電話', () => {
  const away = { from: '2026-06-01', to: '2026-06-30' }
  const members = [
    member('課長', [working('approver', '甲')], { absence: away, phone: '11' }),
    member('代理', [working('approver', '甲', true)], { phone: '12' }),
    member('担当', [working('editor', '甲')]),
    member('去った人', [working('editor', '甲')], { status: 'left' }),
    member('よその人', [working('editor', '乙')]),
  ]
  const names = (state: ResponseState) =>
    boardLines({ round, facts: [fact('甲', state)], units, members, today })[0]?.contacts.map(
      ({ name, phone, absent, acting }) => `${name} ${phone}${absent ? ' 不在' : ''}${acting ? ' 代理' : ''}`,
    )
  expect(names('entering')).toEqual(['担当 200', '代理 12 代理', '課長 11 不在'])
  expect(names('submitted')).toEqual(['代理 12 代理', '担当 200', '課長 11 不在'])
  expect(names('accepted')).toEqual([])
})
