import { expect, test } from 'vitest'
import { fill } from './message.ts'
import { catalogues, say } from './say.ts'

const entries = catalogues.flatMap((catalogue) => Object.entries(catalogue))
const slots = (wording: string) => [...wording.matchAll(/\{(\w+)\}/g)].map(([slot]) => slot).toSorted()

test.each(entries)('%s は日英がそろい、同じ欄を持つ', (_, { ja, en }) => {
  expect(ja).not.toBe('')
  expect(en).not.toBe('')
  expect([...new Set(slots(en))]).toEqual([...new Set(slots(ja))])
})

test('同じ符号は二つの目録にない', () => {
  const codes = entries.map(([code]) => code)
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('欄に値を入れて読み上げる', () => {
  expect(say({ code: 'unknown-command', params: { command: 'reed' } })).toBe('「reed」という命令はありません。')
  expect(say({ code: 'unknown-command', params: { command: 'reed' } }, 'en')).toBe('There is no command "reed".')
})

test('文の中の語も、そのことばで言う', () => {
  const message = { code: 'total-differs', params: { name: 'A', what: '@what-target', total: '15', sum: '14' } }
  expect(say(message)).toContain('目標値の合計は 15')
  expect(say(message, 'en')).toContain('total of target is 15')
})

test('文の中の日も、そのことばで言う', () => {
  const message = { code: 'rounds.deadline-past', params: { day: '@day-2026-06-12' } }
  expect(say(message)).toContain('締切令和8年6月12日（金）はもう')
  expect(say(message, 'en')).toContain('The deadline Fri, 12 Jun 2026 has')
})

test('値の足りない文と、知らない符号は、書き手の誤りとして投げる', () => {
  expect(() => fill('{a}と{b}', { a: 1 })).toThrow('{b}')
  expect(() => say({ code: 'no-such-code', params: {} })).toThrow('no-such-code')
})
