import { expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '../indicator/rules.ts'
import type { Indicator } from './draft.ts'
import type { Edition } from './edition.ts'
import { emptyContent } from './empty-content.ts'
import { lineCandidates } from './line-candidates.ts'

const plan = (indicators: readonly Indicator[]): Edition => ({
  id: 'e2',
  municipality: { code: '152081', name: '小千谷市' },
  title: '総合計画',
  kind: '総合計画',
  form: 'progress-table',
  firstYear: 2016,
  lastYear: 2025,
  rules: defaultRules,
  sources: [],
  content: { ...emptyContent, indicators },
})

const named = (id: string, name: string, unit: string, more: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator({ name, unit }),
  id,
  ...more,
})

const own = named('a', '空き家バンク登録件数', '件', { departments: ['建設課'] })
const nobody = () => []

test('名も単位も担当も同じものが先に立ち、そのわけを言う', () => {
  const others = [
    named('b', '空き家バンクの登録件数', '件'),
    named('c', '空き家バンク登録件数', '件', { departments: ['建設課'] }),
    named('d', '観光客数', '件'),
  ]
  expect(lineCandidates(own, [plan(others)], nobody).map(({ indicator, grounds }) => [indicator.id, grounds])).toEqual([
    ['c', ['name', 'unit', 'owner']],
    ['b', ['similar-name', 'unit']],
  ])
})

test('単位を直せば比べられるものは案に入り、直せないものは入らない', () => {
  const money = named('a', '補助金の交付額', '千円')
  const others = [named('b', '補助金の交付額', '円'), named('c', '補助金の交付額', '件')]
  expect(lineCandidates(money, [plan(others)], nobody).map(({ indicator }) => indicator.id)).toEqual(['b'])
})

test('再掲と、もう同じ id のものは案にしない', () => {
  const others = [named('b', own.name, '件', { repeatOf: 'x' }), own]
  expect(lineCandidates(own, [plan(others)], nobody)).toEqual([])
})

test('決めた担当の課が同じなら、担当をわけに挙げる', () => {
  const found = lineCandidates(named('a', '相談件数', '件'), [plan([named('b', '相談件数', '件')])], () => ['課1'])
  expect(found[0]?.grounds).toContain('owner')
})
