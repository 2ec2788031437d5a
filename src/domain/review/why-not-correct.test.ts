import { expect, test } from 'vitest'
import { problemInWords } from '../problem.ts'
import type { Correction } from './correction.ts'
import { whyNotCorrect } from './why-not-correct.ts'

const entry = 'i:L49C1'

test.each([
  ['review-text-empty', { what: 'name', entry, name: '　' }],
  ['review-text-empty', { what: 'heading', field: 'title', text: '' }],
  ['review-text-empty', { what: 'departments', entry, departments: ['農林課', ''] }],
  ['review-reason-empty', { what: 'left-out', entry, reason: ' ' }],
  ['review-text-too-long', { what: 'value', entry, at: 'actual:L49C30', raw: '九'.repeat(1001) }],
  ['review-text-unstorable', { what: 'unit', entry, unit: '件\0' }],
  ['review-text-unstorable', { what: 'name', entry, name: '\ud800' }],
  ['review-year-impossible', { what: 'year', entry, at: 'actual:L49C30', year: 6 }],
  ['review-year-impossible', { what: 'added-value', entry, role: 'actual', year: 2024.5, raw: '1' }],
] as const)('%s: %j', (code, correction) => {
  const problem = whyNotCorrect(correction as Correction)
  expect(problem?.code).toBe(code)
  for (const language of ['ja', 'en'] as const) if (problem) expect(problemInWords(problem, language)).not.toBe('')
})

test.each([
  { what: 'value', entry, at: 'actual:L49C30', raw: '' },
  { what: 'unit', entry, unit: null },
  { what: 'departments', entry, departments: [] },
  { what: 'year', entry, at: 'actual:L49C30', year: null },
  { what: 'heading', field: 'lastYear', year: 2024 },
] as const)('受け取れる: %j', (correction) => {
  expect(whyNotCorrect(correction as Correction)).toBeUndefined()
})
