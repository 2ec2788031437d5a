import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dependentCharacters, plainCharacters, writtenCharacters } from './plain-characters.ts'

test.each([
  ['㈱小千谷の①と②', '(株)小千谷の(1)と(2)'],
  ['農地 3,000㎡以上', '農地 3,000m2以上'],
  ['Ⅲ期・№5・℡', 'III期・No5・TEL'],
  ['令和５年度（２０２３）～〜', '令和5年度（2023）~~'],
  ['ｶﾌｪ ㋿ ㍻', 'カフェ 令和 平成'],
  ['⑴ ⒈ ⓬ ❸ ➁ ㊿', '(1) 1. (12) (3) (2) (50)'],
  ['髙橋・𠮷田・﨑山・葛󠄀城', '髙橋・𠮷田・﨑山・葛󠄀城'],
  ['「」、。・（株）', '「」、。・（株）'],
])('文章「%s」', (written, plain) => {
  expect(plainCharacters(written, 'text')).toBe(plain)
})

test.each([
  ['％', '%'],
  ['ＫＰＩ', 'KPI'],
  ['（内訳）', '(内訳)'],
  ['①', '(1)'],
])('語「%s」は幅もそろえる', (written, plain) => {
  expect(plainCharacters(written, 'word')).toBe(plain)
})

test.each([
  [' 農林　課\n', '農林 課'],
  ['4校\r\n13回', '4校 13回'],
  ['ゼロ\u200b幅\ufeff', 'ゼロ幅'],
  ['㈱・①はそのまま', '㈱・①はそのまま'],
  ['', ''],
])('書かれたままの字「%j」', (written, kept) => {
  expect(writtenCharacters(written)).toBe(kept)
})

const dependent = new RegExp(`[${dependentCharacters}]`, 'u')
const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0x2000, max: 0xffff }).map((at) => String.fromCharCode(at)),
    fc.constantFrom(...'①㈱㎡ⅣＡ　 \n\t漢字'),
  ),
})

test('読みかえる字は、一つ残らず読みかえる', () => {
  const every = Array.from({ length: 0x10000 }, (_, at) => String.fromCharCode(at)).filter((char) =>
    char.isWellFormed(),
  )
  const left = every.filter(
    (char) => dependent.test(plainCharacters(char, 'text')) || dependent.test(plainCharacters(char, 'word')),
  )
  expect(left).toEqual([])
})

test('どの字でも、機種依存文字・改行・余りの空白は残らず、二度読みかえても同じ', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('text' as const, 'word' as const), (text, kind) => {
      const plain = plainCharacters(text, kind)
      expect(plain).not.toMatch(dependent)
      expect(plain).not.toMatch(/[\r\n\t\u3000]|\s\s|^\s|\s$/)
      expect(plainCharacters(plain, kind)).toBe(plain)
    }),
    { numRuns: 2000 },
  )
})
