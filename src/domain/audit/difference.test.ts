import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { auditDifference } from './difference.ts'

describe('監査記録の前と後', () => {
  test('変わった欄だけを、前と後で', () => {
    expect(
      auditDifference(
        { name: '佐藤', mail: 'a@example.jp', phone: null },
        { name: '佐藤', mail: 'b@example.jp', phone: '12' },
      ),
    ).toEqual([
      { path: ['mail'], before: 'a@example.jp', after: 'b@example.jp' },
      { path: ['phone'], before: null, after: '12' },
    ])
  })

  test('初めてなら後の欄すべて、消したなら前の欄すべて', () => {
    expect(auditDifference(null, { name: '商工課' })).toEqual([{ path: ['name'], before: null, after: '商工課' }])
    expect(auditDifference({ name: '商工課' }, null)).toEqual([{ path: ['name'], before: '商工課', after: null }])
  })

  test('回答の記録は、欄ごとに前の値と突き合わせる', () => {
    const answer = (raw: string) => ({ itemId: 'i1', field: 'actual', value: { raw } })
    expect(auditDifference([answer('27')], { written: [answer('270')], removed: [] })).toEqual([
      { path: ['i1', 'actual', 'value', 'raw'], before: '27', after: '270' },
    ])
  })

  test('取り込みの記録は、指標と欄ごとに', () => {
    const side = (value: string) => ({
      changes: [
        {
          kind: 'indicator',
          id: 'x',
          name: '起業件数',
          change: 'changed',
          fields: [{ field: 'target', year: 2024, value }],
        },
      ],
    })
    expect(auditDifference(side('30'), side('35'))).toEqual([
      { path: ['changes', 'indicator', 'x', 'fields', 'target', '2024', 'value'], before: '30', after: '35' },
    ])
  })

  test('同じものの違いは、いつも空', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => auditDifference(value, value).length === 0))
  })
})
