import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from '../provenance.ts'
import { aDraftOf, aFigureAt, aNodeAt, anIndicatorAt } from './a-review.ts'
import { figureKeysOf, keysOf } from './keys.ts'

test('行の鍵は、種類と所在。文章は行と列、表計算はシートとセル', () => {
  const draft = aDraftOf({
    nodes: [aNodeAt(5, 'n1', 'しごと')],
    indicators: [
      anIndicatorAt(7, 'i1', '件数'),
      anIndicatorAt(8, 'i2', '人数', { place: { line: 49, column: 1, length: 3 } }),
    ],
  })
  expect(keysOf(draft).entries.map(({ key }) => key)).toEqual(['n:指標!A5', 'i:指標!B7', 'i:L49C1'])
  expect(keysOf(draft).find('i:L49C1')?.id).toBe('i2')
  expect(keysOf(draft).keyOf('indicator', 'i1')).toBe('i:指標!B7')
})

test('同じ所在の二つ目からは番号が付く', () => {
  const twice = [1, 2, 3].map((n) => anIndicatorAt(7, `i${n}`, `件数${n}`))
  expect(keysOf(aDraftOf({ indicators: twice })).entries.map(({ key }) => key)).toEqual([
    'i:指標!B7',
    'i:指標!B7#2',
    'i:指標!B7#3',
  ])
})

test('名の列を選び直しても、同じ行に一つだけの指標なら、前の鍵で見つかる', () => {
  const moved = aDraftOf({ indicators: [anIndicatorAt(7, 'i1', '件数', { place: { sheet: '指標', cell: 'C7' } })] })
  expect(keysOf(moved).find('i:指標!B7')?.id).toBe('i1')
  expect(keysOf(moved).find('i:指標!B8')).toBeUndefined()
  expect(keysOf(moved).find('n:指標!B7')).toBeUndefined()
  const two = aDraftOf({
    indicators: ['C7', 'D7'].map((cell) => anIndicatorAt(7, cell, cell, { place: { sheet: '指標', cell } })),
  })
  expect(keysOf(two).find('i:指標!B7')).toBeUndefined()
})

test('値の鍵は役と所在。書き足した値は年で指す', () => {
  const added = { ...aFigureAt('B7', '40', 2021), printed: null }
  const indicator = anIndicatorAt(7, 'i1', '件数', { actuals: [added, aFigureAt('F7', '34', 2022)] })
  expect(figureKeysOf(indicator).map(({ key, role, index }) => [key, role, index])).toEqual([
    ['baseline:指標!D7', 'baseline', 0],
    ['target:指標!E7', 'target', 0],
    ['actual:+2021', 'actual', 0],
    ['actual:指標!F7', 'actual', 1],
  ])
})

test('どんな所在が並んでも、鍵は一つずつ違い、その鍵で同じ行が見つかる', () => {
  const cell = fc.constantFrom('A1', 'B7', 'B7#2', 'B7#2#2', '')
  const place: fc.Arbitrary<Place> = fc.oneof(
    fc.record({ line: fc.nat(3) }),
    fc.record({ line: fc.nat(3), column: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ sheet: fc.constantFrom('指標', '指標!B7'), cell }),
    fc.record({ page: fc.constant(1), box: fc.constant([0, 0, 1, 1] as const) }),
  )
  fc.assert(
    fc.property(fc.array(place, { maxLength: 20 }), (places) => {
      const indicators = places.map((each, n) => anIndicatorAt(7, `i${n}`, '件数', { place: each }))
      const keys = keysOf(aDraftOf({ indicators }))
      expect(new Set(keys.entries.map(({ key }) => key)).size).toBe(places.length)
      for (const { key, id } of keys.entries) expect(keys.find(key)?.id).toBe(id)
    }),
  )
})
