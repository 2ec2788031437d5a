import { expect, test } from 'vitest'
import { momentInWords } from './moment.ts'

test.each([
  ['2026-04-01T09:30:00.000Z', '2026/04/01 18:30'],
  ['2026-03-31T15:00:00.000Z', '2026/04/01 0:00'],
])('%s は日本の時で %s', (iso, words) => {
  expect(momentInWords(iso)).toBe(words)
})
