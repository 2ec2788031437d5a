import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Response, ResponseItem } from '../collection/response.ts'
import type { OrganisationUnit } from './organisation.ts'
import { heirsOn, joinedState, type Moving, responseMoves } from './response-moves.ts'

const day = '2027-04-01'

const aUnit = (id: string, successors: readonly string[] | null = null): OrganisationUnit => ({
  id,
  name: id,
  parentId: null,
  ordinal: 0,
  phone: null,
  validFrom: '2020-04-01',
  validTo: successors === null ? null : '2027-03-31',
  successors: successors ?? [],
})

const aResponse = (id: string, departmentId: string, roundId = 'r'): Response => ({
  id,
  roundId,
  departmentId,
  state: 'entering',
  revision: 1,
  extendedTo: null,
  extensionReason: null,
  lastAt: null,
  lastBy: null,
})

const anItem = (id: string, responseId: string, departmentId: string): ResponseItem => ({
  id,
  responseId,
  departmentId,
  editionId: 'e',
  kind: 'indicator',
  subjectId: `s-${id}`,
  ordinal: 0,
  name: id,
  unit: null,
})

const owned = (itemId: string, departmentId: string) => ({
  id: `o-${itemId}`,
  indicatorId: `s-${itemId}`,
  departmentId,
  memberId: null,
  from: day,
  to: null,
})

const ids = () => {
  let count = 0
  return () => {
    count += 1
    return `new-${count}`
  }
}

const summary = (moving: Moving) =>
  responseMoves(moving, ids()).map(({ kind, from, to, department, items, emptied }) => ({
    kind,
    from,
    to,
    department,
    items,
    emptied,
  }))

test('後継は、その日まで何代でもたどる。輪でも止まる', () => {
  const units = [aUnit('甲', ['乙']), aUnit('乙', ['丙', '丁']), aUnit('丙'), aUnit('丁'), aUnit('輪', ['輪'])]
  expect(heirsOn(units, '甲', day)).toEqual(['丙', '丁'])
  expect(heirsOn(units, '丙', day)).toEqual(['丙'])
  expect(heirsOn(units, '輪', day)).toEqual([])
})

describe('回答の移りかた', () => {
  const base = { day, owners: [] }

  test('改称：回答ごと。後継のない課は動かさない', () => {
    const units = [aUnit('甲', ['乙']), aUnit('乙'), aUnit('無', [])]
    const responses = [aResponse('1', '甲'), aResponse('2', '無')]
    expect(summary({ ...base, units, responses, items: [anItem('a', '1', '甲')] })).toEqual([
      { kind: 'whole', from: '1', to: '1', department: '乙', items: ['a'], emptied: false },
    ])
  })

  test('統合：初めの回答が移り、つぎの項目はそこに加わる。行き先に回答があれば、みなそこへ', () => {
    const units = [aUnit('甲', ['新']), aUnit('乙', ['新']), aUnit('新')]
    const responses = [aResponse('1', '甲'), aResponse('2', '乙')]
    const items = [anItem('a', '1', '甲'), anItem('b', '2', '乙')]
    expect(summary({ ...base, units, responses, items }).map(({ kind, to, emptied }) => [kind, to, emptied])).toEqual([
      ['whole', '1', false],
      ['joined', '1', true],
    ])
    const there = summary({ ...base, units, responses: [...responses, aResponse('3', '新')], items })
    expect(there.map(({ kind, to, emptied }) => [kind, to, emptied])).toEqual([
      ['joined', '3', true],
      ['joined', '3', true],
    ])
  })

  test('分割：担当の課ごとに。担当のない項目は主な後継へ', () => {
    const units = [aUnit('甲', ['乙', '丙']), aUnit('乙'), aUnit('丙')]
    const items = ['a', 'b', 'c'].map((id) => anItem(id, '1', '甲'))
    const moves = summary({ ...base, owners: [owned('b', '丙')], units, responses: [aResponse('1', '甲')], items })
    expect(moves).toEqual([
      { kind: 'whole', from: '1', to: '1', department: '乙', items: ['a', 'c'], emptied: false },
      { kind: 'new', from: '1', to: 'new-1', department: '丙', items: ['b'], emptied: false },
    ])
  })

  test('どんな改革でも、項目は一つも失われず、一つの課に回答は一つ', () => {
    const old = ['甲', '乙', '丙']
    const fresh = ['子', '丑', '寅']
    const successors = fc.subarray(fresh, { minLength: 1 })
    fc.assert(
      fc.property(
        fc.tuple(successors, successors, successors),
        fc.array(fc.tuple(fc.constantFrom(...old), fc.option(fc.constantFrom(...fresh))), { maxLength: 20 }),
        fc.subarray(fresh),
        (to, assigned, already) => {
          const units = [...old.map((id, at) => aUnit(id, to[at] ?? [])), ...fresh.map((id) => aUnit(id))]
          const responses = [...old, ...already].map((id) => aResponse(`res-${id}`, id))
          const items = assigned.map(([id], at) => anItem(`i${at}`, `res-${id}`, id))
          const owners = assigned.flatMap(([, owner], at) => (owner === null ? [] : [owned(`i${at}`, owner)]))
          const moves = responseMoves({ day, units, owners, responses, items }, ids())
          expect(moves.flatMap((move) => move.items).toSorted()).toEqual(items.map(({ id }) => id).toSorted())
          const holders = new Map<string, string>(already.map((id) => [id, `res-${id}`]))
          for (const { department, to: response } of moves) {
            expect(holders.get(department) ?? response).toBe(response)
            holders.set(department, response)
          }
          expect(new Set(holders.values()).size).toBe(holders.size)
          for (const id of old) {
            const its = moves.filter(({ from }) => from === `res-${id}`)
            const left = its.filter(({ kind, emptied }) => kind === 'whole' || emptied)
            expect(left).toHaveLength(1)
          }
        },
      ),
    )
  })
})

test.each([
  [['accepted', 'accepted'], 'accepted'],
  [['accepted', 'entering'], 'entering'],
  [['submitted', 'not-started'], 'entering'],
  [['not-started', 'not-started'], 'not-started'],
  [['approved', 'submitted'], 'submitted'],
  [['accepted', 'returned'], 'returned'],
] as const)('%j を一つにすると %s', (states, state) => {
  expect(joinedState(states)).toBe(state)
})
