import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aChart } from '../a-report.ts'
import { chartSvg } from './chart.ts'
import { niceScale, ticksOf } from './scale.ts'

const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)
const count = (svg: string, tag: string) => svg.split(`<${tag} `).length - 1

test('棒の図：棒は値の数だけ立ち、値のない年は「―」', () => {
  const svg = chartSvg(aChart({ lines: [] }))
  // 地の四角のほかに、四本の棒。
  expect(count(svg, 'rect')).toBe(1 + 4)
  expect(texts(svg)).toContain('―')
  expect(texts(svg)).toContain('1,241')
})

test('0 の値は「0」と書き、値なしと区別する', () => {
  const svg = chartSvg(aChart({ series: [{ name: '実績', values: [0, null, 3, 1, 2] }], lines: [] }))
  expect(texts(svg).filter((text) => text === '―')).toHaveLength(1)
  expect(count(svg, 'rect')).toBe(1 + 4)
})

test('折れ線は、値のないところで切れる', () => {
  expect(count(chartSvg(aChart({ kind: 'line' })), 'polyline')).toBe(2)
})

test('折れ線の目盛も 0 から始まる。0 から遠い値ばかりの線だけは途中から始め、そう断る', () => {
  const line = (values: readonly number[]) =>
    texts(chartSvg(aChart({ kind: 'line', labels: ['a', 'b', 'c'], series: [{ name: '実績', values }], lines: [] })))
  const words = '※ 縦の目盛は 0 から始まっていない'
  expect(line([45, 76, 98])).toContain('0')
  expect(line([45, 76, 98])).not.toContain(words)
  expect(line([9_800, 9_700, 9_650])).not.toContain('0')
  expect(line([9_800, 9_700, 9_650])).toContain(words)
})

test('積み上げの目盛は、積んだ高さまである', () => {
  const svg = chartSvg(
    aChart({
      kind: 'stacked',
      labels: ['基本目標１'],
      series: [
        { name: '達成', values: [40] },
        { name: '遅れ', values: [50] },
      ],
      lines: [],
    }),
  )
  expect(texts(svg)).toContain('100')
  expect(texts(svg)).toEqual(expect.arrayContaining(['達成', '遅れ', '40', '50']))
})

test('目標の線は点線で、名は凡例に出る', () => {
  const svg = chartSvg(aChart())
  expect(texts(svg)).toContain('目標（R6）1,300件')
  expect(svg).toContain('stroke-dasharray="8 4"')
})

test('図書の字は、SVG の命令にならない', () => {
  const svg = chartSvg(aChart({ title: '<script>"&', summary: '"><b>', labels: ['<a>', 'b', 'c', 'd', 'e'] }))
  expect(svg).not.toMatch(/<script|<b>|<a>/)
  expect(svg).toContain('&lt;script&gt;"&amp;')
})

test('読み上げのための一文と題がある', () => {
  const svg = chartSvg(aChart())
  expect(svg).toContain('role="img"')
  expect(svg).toMatch(/aria-label="店を開いた事業者の数は、/)
  expect(svg).toContain('<title>店を開いた事業者の数</title>')
})

test('値が一つもない図も描ける', () => {
  for (const kind of ['bar', 'line', 'stacked'] as const) {
    const svg = chartSvg(
      aChart({ kind, series: [{ name: '実績', values: [null, null, null, null, null] }], lines: [] }),
    )
    expect(svg).not.toMatch(/NaN|Infinity/)
  }
})

test('目盛はいつも値を囲み、棒の図では 0 を含む', () => {
  // 図に出る値は、小数二桁までの数。
  const hundredths = fc.integer({ min: -100_000_000, max: 100_000_000 }).map((value) => value / 100)
  const values = fc.array(hundredths, { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(values, fc.boolean(), (given, fromZero) => {
      const scale = niceScale(given, { fromZero })
      const slack = scale.step * 1e-6
      expect(scale.low).toBeLessThanOrEqual(Math.min(...given) + slack)
      expect(scale.high).toBeGreaterThanOrEqual(Math.max(...given) - slack)
      if (fromZero) expect(scale.low * scale.high).toBeLessThanOrEqual(0)
      expect(ticksOf(scale).length).toBeGreaterThanOrEqual(2)
      expect(ticksOf(scale).length).toBeLessThanOrEqual(8)
    }),
  )
})
