import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Period, periodDays, periodInWords } from './period.ts'
import { readPeriod } from './read-period.ts'

const span = (from: number, to: number | null, of = 'fiscal-year') => ({ kind: 'span', of, from, to })

describe('測った期間を読む', () => {
  test.each([
    ['H28～R3', span(2016, 2021)],
    ['平成27年～令和2年', span(2015, 2020, 'calendar-year')],
    ['令和2年～令和７年', span(2020, 2025, 'calendar-year')],
    ['令和2～6年度', span(2020, 2024)],
    ['令和2年度〜6年度', span(2020, 2024)],
    ['H27～29年度', span(2015, 2017)],
    ['2012～22年度', span(2012, 2022)],
    ['2023～27年度', span(2023, 2027)],
    ['H27～累計', span(2015, null)],
    ['H31.4～R6.3', span(2019, 2023)],
    ['令和5年度', { kind: 'fiscal-year', year: 2023 }],
    ['令和5年', { kind: 'calendar-year', year: 2023 }],
    ['令和5年度末現在', { kind: 'as-of', on: '2024-03-31' }],
    ['R6.3', { kind: 'as-of', on: '2024-03' }],
    ['R5.4.1現在', { kind: 'as-of', on: '2023-04-01' }],
    ['令和2年国勢調査', { kind: 'survey', year: 2020, survey: '国勢調査' }],
    ['令和2年10月～令和3年9月', { kind: 'shifted-year', from: '2020-10', to: '2021-09' }],
  ])('%s', (text, period) => expect(readPeriod(text)).toEqual(period))

  test.each([
    ['前年10～9月', { kind: 'shifted-year', from: '2022-10', to: '2023-09' }],
    ['県人口移動調査(前年10～9月)', { kind: 'shifted-year', from: '2022-10', to: '2023-09' }],
    ['県観光統計(1～12月)', { kind: 'calendar-year', year: 2023 }],
    ['4月~3月', { kind: 'fiscal-year', year: 2023 }],
    ['年度末現在', { kind: 'as-of', on: '2024-03-31' }],
    ['5月1日現在', { kind: 'as-of', on: '2023-05-01' }],
    ['3月31日現在', { kind: 'as-of', on: '2024-03-31' }],
    ['年度当初（4月1日現在）', { kind: 'as-of', on: '2023-04-01' }],
    ['国勢調査', { kind: 'survey', year: 2020, survey: '国勢調査' }],
  ])('令和5年度の欄の %s', (text, period) => expect(readPeriod(text, { year: 2023 })).toEqual(period))

  test.each(['前年10～9月', '5月1日現在', '20～30', '計画策定', '5～7回/年', '10～15月', 'R3～H28', '', '4月～9月'])(
    '%s だけでは期間にならない',
    (text) => expect(readPeriod(text)).toBeUndefined(),
  )
})

describe('期間の日', () => {
  test.each([
    [{ kind: 'shifted-year', from: '2022-10', to: '2023-09' }, '2022-10-01', '2023-09-30'],
    [{ kind: 'calendar-year', year: 2024 }, '2024-01-01', '2024-12-31'],
    [{ kind: 'as-of', on: '2024-02' }, '2024-02-01', '2024-02-29'],
    [{ kind: 'survey', year: 2020, survey: '国勢調査' }, '2020-10-01', '2020-10-01'],
    [{ kind: 'span', of: 'fiscal-year', from: 2015, to: null }, '2015-04-01', null],
    [{ kind: 'plan-period', from: 2020, to: 2024 }, '2020-04-01', '2025-03-31'],
  ] as const)('%o', (period, first, last) => expect(periodDays(period)).toEqual({ first, last }))

  test('日の決まらない調査は日を言わない', () =>
    expect(periodDays({ kind: 'survey', year: 2020, survey: '市民意識調査' })).toBeUndefined())
})

test('改元の前の月は前の元号で書く', () => {
  expect(periodInWords({ kind: 'as-of', on: '2019-04-01' })).toBe('平成31年4月1日現在')
  expect(periodInWords({ kind: 'as-of', on: '2019-05-01' })).toBe('令和元年5月1日現在')
})

describe('書いて読むと元に戻る', () => {
  const year = fc.integer({ min: 1868, max: 2100 })
  const month = fc.integer({ min: 1, max: 12 })
  const two = (n: number) => String(n).padStart(2, '0')
  const spans = fc.tuple(fc.constantFrom('fiscal-year', 'calendar-year'), year, fc.option(fc.nat(40)))
  const periods: fc.Arbitrary<Period> = fc.oneof(
    year.map((y): Period => ({ kind: 'fiscal-year', year: y })),
    year.map((y): Period => ({ kind: 'calendar-year', year: y })),
    fc
      .tuple(year, month)
      .filter(([, m]) => m !== 1 && m !== 4)
      .map(([y, m]): Period => ({ kind: 'shifted-year', from: `${y}-${two(m)}`, to: `${y + 1}-${two(m - 1)}` })),
    fc
      .tuple(year, month, fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]): Period => ({ kind: 'as-of', on: `${y}-${two(m)}-${two(d)}` })),
    fc.tuple(year, month).map(([y, m]): Period => ({ kind: 'as-of', on: `${y}-${two(m)}` })),
    spans.map(
      ([of, from, n]): Period => ({ kind: 'span', of, from, to: n === null ? null : Math.min(from + n, 2100) }),
    ),
    spans.map(([, from, n]): Period => ({ kind: 'plan-period', from, to: Math.min(from + (n ?? 0), 2100) })),
    year.map((y): Period => ({ kind: 'survey', year: y, survey: '国勢調査' })),
  )
  test.each(['era', 'western'] as const)('%s', (style) => {
    fc.assert(
      fc.property(periods, (period) => {
        expect(readPeriod(periodInWords(period, style))).toEqual(period)
      }),
      { numRuns: 500 },
    )
  })
})
