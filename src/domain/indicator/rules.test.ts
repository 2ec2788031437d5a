import { describe, expect, test } from 'vitest'
import { say } from '#domain/language/say.ts'
import type { FormName } from '#domain/plan/draft.ts'
import { anIndicator, type IndicatorInWords } from './an-indicator.ts'
import { defaultRules, proposeRules } from './rules.ts'

const propose = (rows: readonly IndicatorInWords[], form: FormName = 'progress-table') =>
  proposeRules({
    indicators: rows.map(anIndicator),
    plan: { title: '計画', kind: '総合戦略', firstYear: 2020, lastYear: 2024, form },
  })

const common = { baseline: '100件', target: '200件' }

describe('印刷された率を最も多く再現する決まりを選ぶ', () => {
  test('実績÷最終目標・四捨五入・小数1桁', () => {
    const found = propose([
      { target: '45件', actual: '47件', rates: { 2023: '104.4%' } },
      { target: '800百万円', actual: '643百万円', rates: { 2023: '80.4%' } },
      { target: '計画策定', actual: '計画策定', rates: { 2023: '-' } },
      { target: '各校1回以上', actual: '2回', rates: { 2023: '14.3%' } },
    ])
    expect(found).toMatchObject({ rules: defaultRules, printed: 3, reproduced: 2 })
    expect(say(found.why)).toBe('印刷された達成率3件のうち2件が「実績÷最終目標」で一致する')
  })

  test('基準比・整数・負は0（岐阜県の類）', () => {
    const found = propose([
      { ...common, actual: '150件', rates: { 2023: '50%' } },
      { ...common, actual: '90件', rates: { 2023: '0%' } },
      { ...common, actual: '378件', rates: { 2023: '278%' } },
    ])
    expect(found.rules).toEqual({
      formula: 'progress',
      rounding: { mode: 'half-up', places: 0 },
      floor: '0',
      cap: null,
    })
  })

  test('100％で止める', () => {
    const found = propose([
      { target: '100件', actual: '150件', rates: { 2023: '100.0%' } },
      { target: '100件', actual: '50件', rates: { 2023: '50.0%' } },
    ])
    expect(found.rules).toEqual({ ...defaultRules, cap: '100' })
  })

  test('切捨て', () => {
    const found = propose([{ target: '300件', actual: '200件', rates: { 2023: '66.6%' } }])
    expect(found.rules.rounding).toEqual({ mode: 'down', places: 1 })
  })

  test('その年度の目標で割る', () => {
    const found = propose([{ targets: { 2023: '50件', 2024: '60件' }, actual: '40件', rates: { 2023: '80.0%' } }])
    expect(found.rules.formula).toBe('ratio-to-year')
  })
})

describe('率の印刷がなければ様式から', () => {
  const yearly = { targets: { 2021: '41', 2022: '51' }, actuals: { 2021: '40' } }

  test('年度ごとに目標を置く集計表は、その年度の目標で割る', () => {
    expect(propose([yearly], 'kpi-summary').rules).toEqual({ ...defaultRules, formula: 'ratio-to-year' })
  })

  test('ほかは実績÷最終目標', () => {
    expect(propose([{ target: '3件', actual: '2件' }], 'action-plan').rules).toEqual(defaultRules)
    expect(propose([]).rules).toEqual(defaultRules)
  })
})
