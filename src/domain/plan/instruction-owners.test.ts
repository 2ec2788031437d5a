import { expect, test } from 'vitest'
import type { Place } from '#domain/provenance.ts'
import type { PriorityGoal } from './draft.ts'
import { instructionOwners } from './instruction-owners.ts'

const goal = (department: string, place: Place): PriorityGoal => ({
  department,
  year: 2017,
  number: '1',
  title: '連携の推進',
  items: [],
  place,
})

const ownersOf = (priorityGoals: readonly PriorityGoal[], instructionPlaces: readonly Place[]) =>
  instructionOwners({
    priorityGoals,
    instructions: instructionPlaces.map(() => '取り組むこと。'),
    instructionPlaces,
  }).map(({ department }) => department)

test('部局が一つなら、所在が分からなくてもその部局の指示', () => {
  expect(ownersOf([goal('政策企画部', { line: 10 })], [{ line: 0 }])).toEqual(['政策企画部'])
})

test('部局がいくつもあれば、すぐ上にある重点目標の部局', () => {
  const goals = [goal('政策企画部', { line: 10 }), goal('福祉部', { line: 40 })]
  expect(ownersOf(goals, [{ line: 30 }, { line: 41, column: 5, length: 3 }, { line: 60 }])).toEqual([
    '政策企画部',
    '福祉部',
    '福祉部',
  ])
})

test('表計算では、同じシートの中でだけ比べる', () => {
  const goals = [
    goal('政策企画部', { sheet: '政策企画部', cell: 'A5' }),
    goal('福祉部', { sheet: '福祉部', cell: 'A5' }),
  ]
  const places = [
    { sheet: '政策企画部', cell: 'AB30' },
    { sheet: '福祉部', cell: 'A6' },
    { sheet: '指示', cell: 'A9' },
  ]
  expect(ownersOf(goals, places)).toEqual(['政策企画部', '福祉部', null])
})

test('目標より上にあるもの、所在の分からないもの、別の図書のものは決めない', () => {
  const goals = [goal('政策企画部', { line: 10 }), goal('福祉部', { line: 40 })]
  expect(ownersOf(goals, [{ line: 3 }, { line: 0 }, { sheet: '福祉部', cell: 'A50' }])).toEqual([null, null, null])
  const unknown = [goal('政策企画部', { line: 0 }), goal('福祉部', { line: 0 })]
  expect(ownersOf(unknown, [{ line: 50 }])).toEqual([null])
})
