import { expect, test } from 'vitest'
import type { Achievement } from './achievement.ts'
import { agreementOf } from './printed-rate.ts'

const rate = (shown: string): Achievement => ({
  kind: 'rate',
  percent: shown,
  shown,
  met: false,
  working: { code: 'w', params: {} },
})
const none: Achievement = { kind: 'none', why: 'qualitative', working: { code: 'w', params: {} } }
const printed = (words: string) => ({ year: 2023, printed: words, place: { line: 1 } })

test.each([
  ['104.4', rate('104.4'), 'same'],
  ['104.4%', rate('104.4'), 'same'],
  ['１０４．４％', rate('104.4'), 'same'],
  ['100%', rate('100.0'), 'same'],
  ['1,234.5%', rate('1234.5'), 'same'],
  ['14.3%', rate('7.1'), 'differs'],
  ['14.3%', none, 'not-computed'],
  ['-', none, 'not-printed'],
  ['―', rate('50.0'), 'not-printed'],
  ['', rate('50.0'), 'not-printed'],
] as const)('印刷「%s」', (words, achievement, expected) => {
  expect(agreementOf(printed(words), achievement)).toBe(expected)
})

test('印刷がなければ not-printed', () => {
  expect(agreementOf(undefined, rate('50.0'))).toBe('not-printed')
})
