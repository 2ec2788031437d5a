import { expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '../indicator/rules.ts'
import type { Edition } from './edition.ts'
import { emptyContent } from './empty-content.ts'
import { hasChangedTarget, targetHistory } from './target-history.ts'

const edition = (number: number, target: string, unit = '件', decidedOn: string | null = null): Edition => ({
  id: `e${number}`,
  municipality: { code: '152081', name: '小千谷市' },
  title: `第${number}版`,
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: 2020,
  lastYear: 2024,
  rules: defaultRules,
  sources: [],
  history: {
    planId: 'p',
    number,
    basedOn: null,
    supersededBy: null,
    decidedOn,
    decidedBy: decidedOn && '推進本部',
    frame: null,
  },
  content: { ...emptyContent, indicators: [anIndicator({ target, unit })] },
})

test('版ごとの最終目標と、改められた版を言う', () => {
  const history = targetHistory('i1', [edition(1, '45件'), edition(2, '60件', '件', '2026-03-25')])
  expect(history.map(({ target, changed }) => [target?.value, changed])).toEqual([
    ['45', false],
    ['60', true],
  ])
  expect(history[1]?.edition.history?.decidedOn).toBe('2026-03-25')
  expect(hasChangedTarget(history)).toBe(true)
})

test('字のゆれ（全角・カンマ）は、改めたことにならない', () => {
  const history = targetHistory('i1', [edition(1, '1,200件'), edition(2, '１２００件')])
  expect(hasChangedTarget(history)).toBe(false)
})

test('載っていない版は入らない', () => {
  const without = { ...edition(2, '60件'), content: emptyContent }
  expect(targetHistory('i1', [edition(1, '45件'), without, edition(3, '70件')]).map(({ edition: e }) => e.id)).toEqual([
    'e1',
    'e3',
  ])
  expect(targetHistory('ない', [edition(1, '45件')])).toEqual([])
})

test('単位が変わったことを言い、書き方だけの違いは言わない', () => {
  const changed = (before: string, after: string) =>
    targetHistory('i1', [edition(1, '45', before), edition(2, '45', after)])[1]?.unitChanged
  expect(changed('件', '％')).toBe(true)
  expect(changed('ヶ所', '箇所')).toBe(false)
})
