import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times } from '#domain/quantity/decimal.ts'
import type { CellNumber } from '../../report.ts'
import { hundredth, keptNumber } from './number-formats.ts'

const number = (value: string, rest: Partial<CellNumber> = {}): CellNumber => ({
  value,
  places: value.split('.')[1]?.length ?? 0,
  commas: false,
  before: '',
  after: '',
  minus: '△',
  ...rest,
})

describe('様式の表示形式のままでよいか', () => {
  test.each<[string, CellNumber, string | undefined]>([
    ['#,##0', number('1625'), '1625'],
    ['0.0', number('80.4'), '80.4'],
    ['#,##0.00', number('80.4'), '80.4'],
    ['0', number('80.4'), undefined],
    ['General', number('80.4'), '80.4'],
    ['General', number('80.0'), undefined],
    ['General', number('1625', { commas: true }), undefined],
    ['General', number('-5'), undefined],
    ['General', number('45', { after: '件' }), undefined],
    ['@', number('80'), undefined],
    ['#,##0,', number('1625000'), undefined],
    ['yyyy/m/d', number('45'), undefined],
    ['#,##0', number('1625', { before: '約' }), undefined],
    ['#,##0', number('45', { after: '件' }), undefined],
    ['0.0%', number('104.4', { after: '％' }), '1.044'],
    ['0%', number('104.4', { after: '％' }), undefined],
    ['0.0%', number('45', { after: '件' }), undefined],
    ['0.0%', number('45'), undefined],
    ['#,##0;[Red]-#,##0', number('-5'), '-5'],
    ['#,##0;#,##0', number('-5'), undefined],
    ['#,##0_ ', number('5'), '5'],
  ])('%s に %o', (format, value, expected) => {
    expect(keptNumber(format, value)).toBe(expected)
  })

  test('百分の一は、百倍すれば元の数', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 3 }), (digits, places) => {
        const value = times(String(digits), places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`)
        expect(times(hundredth(value), '100')).toBe(value)
      }),
    )
  })
})
