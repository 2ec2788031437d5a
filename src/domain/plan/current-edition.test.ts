import { expect, test } from 'vitest'
import { currentEditionOf, currentEditions, currentIds, editionsOfPlan } from './current-edition.ts'
import type { EditionHistory } from './edition.ts'

const history = (number: number, supersededBy: string | null, planId = 'p'): EditionHistory => ({
  planId,
  number,
  basedOn: null,
  supersededBy,
  decidedOn: null,
  decidedBy: null,
  frame: null,
})

const first = { id: 'a', history: history(1, 'b') }
const second = { id: 'b', history: history(2, 'c') }
const third = { id: 'c', history: history(3, null) }
const other = { id: 'x', history: history(1, null, 'q') }
const all = [third, other, first, second]

test('旧版はいまの版ではない', () => {
  expect(currentEditions(all).map(({ id }) => id)).toEqual(['c', 'x'])
  expect(currentEditions([{ id: 'n' }]).map(({ id }) => id)).toEqual(['n'])
})

test('いく度改訂されていても、いちばん新しい版に至る', () => {
  expect(currentEditionOf(all, 'a')?.id).toBe('c')
  expect(currentEditionOf(all, 'c')?.id).toBe('c')
  expect(currentEditionOf(all, 'zz')).toBeUndefined()
})

test('次の版が見つからなければ、その版にとどまる', () => {
  expect(currentEditionOf([first], 'a')?.id).toBe('a')
})

test('いまの版の id は、並びの順に一度だけ', () => {
  expect(currentIds(all, ['x', 'a', 'b', '知らない'])).toEqual(['x', 'c', '知らない'])
})

test('同じ計画の版は、番号の順', () => {
  expect(editionsOfPlan(all, third).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(editionsOfPlan(all, other).map(({ id }) => id)).toEqual(['x'])
})
