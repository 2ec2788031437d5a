import { expect, test } from 'vitest'
import { anIndicator, type IndicatorInWords } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { figures } from './datasets/figures.ts'
import { observationsIn } from './observations.ts'

const editionOf = (indicator: Indicator): Edition => ({
  id: 'e1',
  municipality: { code: '152081', name: '小千谷市' },
  title: '計画',
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: 2020,
  lastYear: 2024,
  rules: defaultRules,
  sources: [],
  content: { ...emptyContent, indicators: [indicator] },
})

const seen = (indicator: Indicator, kind: string) =>
  observationsIn(editionOf(indicator)).filter((each) => each.kind === kind)
const actual = (raw: string, rest: IndicatorInWords = {}) =>
  seen(anIndicator({ ...rest, actual: raw }), 'actual').map(({ value, unit, status, component, label }) =>
    [value, unit, status, component, label].join('|'),
  )

test.each([
  ['1,009人', ['1009|人|given|main|']],
  ['0件', ['0|件|given|main|']],
  ['―', ['||dash|main|']],
  ['', ['||blank|main|']],
  ['未測定', ['||not-measured|main|']],
  ['計画策定', ['||text|main|']],
  ['△7.77％', ['-7.77|％|given|main|']],
  ['(1件)', ['1|件|reference|main|']],
  ['暫定値43.1％', ['43.1|％|provisional|main|']],
  ['4校・13回', ['4|校|given|part|', '13|回|given|part|']],
  ['小学校：3校 中学校：4校', ['3|校|given|part|小学校', '4|校|given|part|中学校']],
  ['23人(うち女性8人)', ['23|人|given|main|', '8|人|given|secondary|うち女性']],
])('実績「%s」は、一つの値に一行', (raw, rows) => {
  expect(actual(raw)).toEqual(rows)
})

test('単位がどこにも書かれていなければ、そう書く。空欄にはしない', () => {
  expect(actual('1.58')).toEqual(['1.58|記載なし|given|main|'])
  expect(actual('1.58', { unit: '人' })).toEqual(['1.58|人|given|main|'])
})

test('値なしの身分の升目にある数は、値として出さない', () => {
  const [first] = anIndicator({ actual: '12件' }).actuals
  const indicator = { ...anIndicator(), actuals: first ? [{ ...first, status: 'not-published' as const }] : [] }
  expect(seen(indicator, 'actual')).toMatchObject([{ value: null, unit: null, status: 'not-published', raw: '12件' }])
})

test('印刷された率と計算した率は別の行。率のないわけも一行', () => {
  const rated = anIndicator({ target: '45件', actual: '47件', rates: { 2023: '104.4％' } })
  expect(seen(rated, 'printed-rate')).toMatchObject([{ value: '104.4', unit: '%', status: 'given', raw: '104.4％' }])
  expect(seen(rated, 'computed-rate')).toMatchObject([
    { value: '104.4', unit: '%', status: 'computed', reached: true, raw: null },
  ])
  const worded = anIndicator({ target: '計画策定', actual: '策定済' })
  expect(seen(worded, 'computed-rate')).toMatchObject([{ value: null, status: 'not-computed', noRate: 'qualitative' }])
  expect(seen(anIndicator({ target: '0人', actual: '3人' }), 'computed-rate')).toMatchObject([
    { value: null, status: 'judged', reached: false },
  ])
})

test('人が入れた率は、そのわけとともに', () => {
  const indicator = {
    ...anIndicator({ target: '14校', actual: '2校' }),
    manualRates: [{ year: 2023, shown: '14.3', reason: '2校／全14校' }],
  }
  expect(seen(indicator, 'computed-rate')).toMatchObject([{ value: '14.3', status: 'by-hand', remark: '2校／全14校' }])
})

const cells = (indicator: Indicator, kind: string): Readonly<Record<string, string | null>>[] => {
  const { columns, rows } = figures.make(editionOf(indicator))
  return rows
    .map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])))
    .filter((row) => row.figure_kind === kind)
}

test('幅のある値と、全体のうちの値', () => {
  expect(cells(anIndicator({ target: '20～30人' }), 'target')).toMatchObject([
    { value: '20', value_to: '30', unit: '人' },
  ])
  expect(cells(anIndicator({ actual: '9.4/14問' }), 'actual')).toMatchObject([
    { value: '9.4', value_of: '14', unit: '問' },
  ])
  expect(cells(anIndicator({ target: '67人以下' }), 'target')).toMatchObject([{ value: '67', qualifier: 'at-most' }])
})

test('測った期間は、書かれていればその日、なければ欄の年度と断る', () => {
  const plain = {
    year: '2023',
    year_era: '令和5年度',
    period_kind: 'unstated',
    period_start: '2023-04-01',
    period_end: '2024-03-31',
    period_basis: 'column',
  }
  expect(cells(anIndicator({ actual: '3件' }), 'actual')).toMatchObject([plain])
  const shifted = { ...anIndicator({ actual: '3件' }), measured: '前年10～9月' }
  expect(cells(shifted, 'actual')).toMatchObject([
    {
      year: '2023',
      period_kind: 'shifted-year',
      period_start: '2022-10-01',
      period_end: '2023-09-30',
      period_basis: 'stated',
    },
  ])
  expect(cells(anIndicator({ total: '35人' }), 'target')).toMatchObject([
    { year: null, scope: 'period', period_kind: 'plan-period', period_start: '2020-04-01', period_end: '2025-03-31' },
  ])
})

test('人が直した値は、直したことと、印刷されていた字を添える', () => {
  const [first] = anIndicator({ actual: '47件' }).actuals
  const indicator = { ...anIndicator(), actuals: first ? [{ ...first, printed: '4 7件' }] : [] }
  expect(cells(indicator, 'actual')).toMatchObject([{ raw: '47件', corrected: '1', printed: '4 7件' }])
  expect(cells(anIndicator({ actual: '47件' }), 'actual')).toMatchObject([{ corrected: '0', printed: null }])
})
