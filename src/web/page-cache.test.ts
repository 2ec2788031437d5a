import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageCache } from './page-cache.ts'

test('版数が同じあいだだけ答える', () => {
  const cache = pageCache<string>(1000)
  cache.keep('/152081', '1', '<p>前</p>')
  expect(cache.get('/152081', '1')).toBe('<p>前</p>')
  expect(cache.get('/152081', '2')).toBeUndefined()
  expect(cache.get('/152081', '1')).toBeUndefined()
})

test('上限を超えたら、長く使われていないものから忘れる', () => {
  const cache = pageCache<string>(40)
  for (const key of ['a', 'b', 'c', 'd']) cache.keep(key, '1', key.repeat(10))
  cache.get('a', '1')
  cache.keep('e', '1', 'e'.repeat(10))
  expect(cache.get('a', '1')).toBeDefined()
  expect(cache.get('b', '1')).toBeUndefined()
})

test('大きすぎる頁は覚えない', () => {
  const cache = pageCache<string>(40)
  cache.keep('big', '1', 'x'.repeat(11))
  expect(cache.get('big', '1')).toBeUndefined()
})

test('何をどれだけ入れても上限を超えず、違う版数の頁を返さない', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    version: fc.constantFrom('1', '2'),
    length: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const cache = pageCache<string>(100)
      for (const { key, version, length } of steps) {
        cache.keep(key, version, `${version}${'x'.repeat(length)}`)
        expect(cache.size()).toBeLessThanOrEqual(100)
        expect(cache.get(key, version)?.startsWith(version) ?? true).toBe(true)
      }
    }),
  )
})
