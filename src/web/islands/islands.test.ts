import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openAssets } from '../assets/assets.ts'

// 台本はどれも飾り。遅い庁内の線でも、頁の表れるのを待たせない大きさにとどめる。
test.each(['committee', 'entry', 'hearing', 'intake', 'report-job', 'review'])(
  '%s の台本は、詰めて 10 KB に届かない',
  async (name) => {
    const asset = openAssets().find(`${name}.js`)
    if (!asset) throw new Error(`no island ${name}`)
    const { body } = await asset.body('identity')
    expect(body.toString()).not.toMatch(/eval\(|innerHTML|document\.write/)
    expect(gzipSync(body).length).toBeLessThan(10_000)
  },
)
