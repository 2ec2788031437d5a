import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test.each([
  [{ b: 1, a: [undefined, 'x'] }, '{"a":[null,"x"],"b":1}'],
  [{ a: undefined, か: { z: 1, y: null } }, '{"か":{"y":null,"z":1}}'],
  [['b', 'a'], '["b","a"]'],
  [null, 'null'],
])('鍵の順によらない形 %j', (value, expected) => {
  expect(canonicalJson(value)).toBe(expected)
})

test('読み戻せば同じ値で、もう一度書いても同じ', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})
