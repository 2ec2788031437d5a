import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateInWords, dayInWords, daysBetween, isWeekend, orNextMonday, readDay } from './calendar.ts'

test.each([
  ['2026-06-12', '2026-06-12'],
  ['2026/6/2', '2026-06-02'],
  ['２０２６年６月１２日', '2026-06-12'],
  ['令和8年6月12日', '2026-06-12'],
  ['令和8年6月12日（金）', '2026-06-12'],
  ['R8.6.12', '2026-06-12'],
  ['R8.3.31', '2026-03-31'],
  ['令和8年3月31日', '2026-03-31'],
])('「%s」は %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})

test.each(['', '2026-02-30', '2026-13-01', '6月12日', '令和8年度', 'あした', '99999-01-01'])(
  '「%s」は日でない',
  (typed) => {
    expect(readDay(typed)).toBeUndefined()
  },
)

test('日を足すことと、日のあいだを数えることは、逆', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 9000 }), (days, start) => {
      const from = addDays('2020-02-29', start)
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})

test('人の読む日', () => {
  expect(dayInWords('2026-06-12')).toBe('6月12日（金）')
  expect(dayInWords('2026-06-12', 'ja', true)).toBe('令和8年6月12日（金）')
  expect(dayInWords('2026-06-12', 'en', true)).toBe('Fri, 12 Jun 2026')
})

test('土日と、その次の月曜', () => {
  expect(['2026-06-12', '2026-06-13', '2026-06-14'].map(isWeekend)).toEqual([false, true, true])
  expect(['2026-06-12', '2026-06-13', '2026-06-14'].map(orNextMonday)).toEqual([
    '2026-06-12',
    '2026-06-15',
    '2026-06-15',
  ])
})

describe('決定や改訂の日', () => {
  test.each([
    ['2026-03-25', '令和8年3月25日', '25 March 2026'],
    ['2019-04-30', '平成31年4月30日', '30 April 2019'],
    ['2019-05-01', '令和元年5月1日', '1 May 2019'],
    ['2014-12', '平成26年12月', 'December 2014'],
  ])('%s', (date, japanese, english) => {
    expect(dateInWords(date)).toBe(japanese)
    expect(dateInWords(date, 'en')).toBe(english)
  })
})
