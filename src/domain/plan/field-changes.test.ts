import { expect, test } from 'vitest'
import { anIndicator } from '../indicator/an-indicator.ts'
import { fieldChanges } from './field-changes.ts'

const before = anIndicator({ actual: '47件', rates: { 2023: '104.4%' } })
const place = { line: 9 }

test('所在・直した跡・読みの確かさの違いは数えない', () => {
  const [actual] = before.actuals
  if (!actual) throw new Error('no actual')
  const after = {
    ...before,
    place,
    actuals: [{ ...actual, place, printed: '43件' }],
    certainty: { level: 'certain', evidence: ['人が見た'] },
  }
  expect(fieldChanges(before, after)).toEqual([])
})

test('印刷された達成率の字の違いは数える', () => {
  const after = { ...before, rates: [{ year: 2023, printed: '104.5%', place }] }
  expect(fieldChanges(before, after)).toMatchObject([
    { field: 'rates', year: 2023, before: { printed: '104.4%' }, after: { printed: '104.5%' } },
  ])
})
