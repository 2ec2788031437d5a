import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleFor } from './chart-scale.ts'
import { escapeHtml } from './escape.ts'
import { pointsOf, seriesChart } from './series-chart.ts'
import { columnName } from './source-sheet.tsx'

describe('目盛り', () => {
  test('棒は 0 から、件数はきりのよい整数で', () => {
    expect(scaleFor([34, 38, 43, 47, 45], true).ticks.map(({ words }) => words)).toEqual(['0', '20', '40', '60'])
    expect(scaleFor([0, 2, 2], true).ticks.map(({ words }) => words)).toEqual(['0', '1', '2', '3'])
  })

  test('幅の小さい水準は下を切り、負の値は 0 をまたぐ', () => {
    expect(scaleFor([96.1, 97.3], false).low).toBeGreaterThan(90)
    expect(scaleFor([-350, -200], false).high).toBe(0)
  })

  test('どんな値でも、値はみな目盛りの中に収まり、目盛りは多すぎない', () => {
    const value = fc.oneof(
      fc.integer({ min: -2_000_000, max: 2_000_000 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((each) => each / 1000),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), fc.boolean(), (values, fromZero) => {
        const { low, high, ticks } = scaleFor(values, fromZero)
        for (const each of values) {
          expect(each).toBeGreaterThanOrEqual(low - Math.abs(low) * 1e-9)
          expect(each).toBeLessThanOrEqual(high + Math.abs(high) * 1e-9)
        }
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(12)
      }),
    )
  })
})

describe('図', () => {
  test('数でない値や年のない値は描かず、書かれた字は字のまま', () => {
    const place = { line: 1 }
    const figure = {
      year: 2023,
      raw: '<b>',
      value: '3',
      unit: '件',
      qualifier: null,
      status: 'given',
      text: null,
      place,
    } as const
    expect(
      pointsOf(
        [
          { ...figure, value: null },
          { ...figure, year: null },
        ],
        null,
      ),
    ).toEqual([])
    const chart = seriesChart({
      title: '<t>',
      description: '',
      unit: '件',
      shape: 'line',
      points: pointsOf([figure, { ...figure, year: 2024 }], null),
      targets: [],
      words: { target: '目標', actual: '実績' },
      yearWord: String,
    })
    expect(chart).not.toContain('<b>')
    expect(chart).not.toContain('<t>')
    expect(chart).not.toContain('NaN')
  })

  test('点がなければ何も描かない', () => {
    const words = { target: '', actual: '' }
    expect(
      seriesChart({
        title: '',
        description: '',
        unit: '',
        shape: 'bars',
        points: [],
        targets: [],
        words,
        yearWord: String,
      }),
    ).toBe('')
  })
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('%d 列目は %s', (column, name) => {
  expect(columnName(column)).toBe(name)
})

test('どんな字も、印（タグ）や引用符として働かない', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeHtml(text)
      expect(escaped).not.toMatch(/[<>"']/)
      expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
    }),
  )
})
