import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lettering } from './lettering.ts'
import { linesOf, withBreaks } from './words.ts'

const letters = lettering('noto-sans')

test('欄に入る語と数は、途中で切らない', () => {
  expect(withBreaks('1,234,567件', 8, letters)).toBe('1,234,567件')
  expect(withBreaks('新たに雇用した人の数の累計', 3, letters)).toBe('新たに雇用した人の数の累計')
})

test('欄より長い URL は、欄に入る長さで折る', () => {
  const url = 'https://www.city.example.lg.jp/soshiki/kikaku/index.html?id=1234567890'
  const lines = withBreaks(url, 8, letters).split('\n')
  expect(lines.join('')).toBe(url)
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(letters.width(line)).toBeLessThanOrEqual(8)
})

test('どんな字も失わず、どの語も欄に入る', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcWM.-/?=&0189ー…（）'), maxLength: 80, size: 'max' })
  fc.assert(
    fc.property(word, fc.integer({ min: 3, max: 20 }), (text, width) => {
      const lines = withBreaks(text, width, letters).split('\n')
      expect(lines.join('')).toBe(text)
      for (const line of lines) expect(letters.width(line)).toBeLessThanOrEqual(width)
    }),
  )
})

test('行の数は、字の幅を欄の幅で割ったものより少なくは見積もらない', () => {
  const japanese = fc.string({ unit: fc.constantFrom(...'基本目標ー（）。、「」っABC123'), maxLength: 80, size: 'max' })
  fc.assert(
    fc.property(japanese, fc.integer({ min: 4, max: 30 }), (text, width) => {
      expect(linesOf(text, width, letters)).toBeGreaterThanOrEqual(Math.ceil(letters.width(text) / width))
    }),
  )
})

test('改行は、そのまま行の切れ目になる', () => {
  expect(linesOf('商工観光課\n企画政策課', 6, letters)).toBe(2)
})
