import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compressed, encodingFor } from './compression.ts'

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip;q=0', 'identity'],
  ['deflate', 'identity'],
  ['', 'identity'],
  [undefined, 'identity'],
] as const)('「%s」と名のるブラウザーには %s で', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})

test('どの詰めかたでも、ほどけば元の頁', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async (html) => {
      const plain = Buffer.from(html)
      expect(await compressed(plain, 'identity', 'page')).toBe(plain)
      expect(gunzipSync(await compressed(plain, 'gzip', 'page')).equals(plain)).toBe(true)
      expect(brotliDecompressSync(await compressed(plain, 'br', 'asset')).equals(plain)).toBe(true)
    }),
    { numRuns: 30 },
  )
})
