import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonical,
  compare,
  isDecimal,
  minus,
  percentOf,
  percentRounded,
  plus,
  quotient,
  quotientRounded,
  rounded,
  sameNumber,
  sum,
  times,
} from './decimal.ts'

const tenth = { mode: 'half-up', places: 1 } as const

describe('正確な十進', () => {
  test('二進の浮動小数で崩れる和と商', () => {
    expect(plus('0.1', '0.2')).toBe('0.3')
    expect(minus('1.1', '1')).toBe('0.1')
    expect(times('1.005', '100')).toBe('100.5')
    expect(sum(['1.1', '2.2', '3.3'])).toBe('6.6')
    expect(quotient('1', '3')).toBe('0.33333333333333333333')
  })

  test.each([
    ['643', '800', '80.4'], // 80.375
    ['47', '45', '104.4'],
    ['34', '45', '75.6'],
    ['1687', '450', '374.9'],
    ['1', '800', '0.1'], // 0.125
    ['-1', '800', '-0.1'],
    ['0', '5', '0.0'],
  ])('%s ÷ %s は %s％', (part, whole, percent) => expect(percentRounded(part, whole, tenth)).toBe(percent))

  test('四捨五入の境は零から遠い方、切捨て・切上げは一度で', () => {
    expect(rounded('-12.5', { mode: 'half-up', places: 0 })).toBe('-13')
    expect(rounded('79.96', tenth)).toBe('80.0')
    expect(rounded('-0.04', tenth)).toBe('0.0')
    expect(quotientRounded('2', '3', { mode: 'down', places: 2 })).toBe('0.66')
    expect(quotientRounded('1', '3', { mode: 'up', places: 0 })).toBe('1')
    expect(quotientRounded('4', '2', { mode: 'up', places: 0 })).toBe('2')
  })

  test('丸めた商をもう一度丸めることはしない', () => {
    // 0.4499… を 2 桁に丸めると 0.45、それを 1 桁に丸めると 0.5 になってしまう。
    expect(quotientRounded('4499', '10000', tenth)).toBe('0.4')
  })

  test('数でないものと零の除数は、書き手の誤りとして投げる', () => {
    for (const text of ['', '1,000', '１', 'NaN', '1e3', '-', '08', '.5']) {
      expect(isDecimal(text)).toBe(false)
      expect(() => plus(text, '1')).toThrow('decimal string')
    }
    expect(() => quotient('1', '0')).toThrow('division by zero')
  })

  test('字面が違っても同じ数', () => {
    expect(sameNumber('100.0', '100')).toBe(true)
    expect(canonical('-0.00')).toBe('0')
    expect(compare('9', '10')).toBe(-1)
  })
})

describe('割り算の性質', () => {
  const integer = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  const divisor = fc.bigInt({ min: 1n, max: 10n ** 9n })

  test('四捨五入した商は、整数だけで計算した答えと同じ', () => {
    fc.assert(
      fc.property(integer, divisor, (a, b) => {
        const size = a < 0n ? -a : a
        const tenths = (size * 20n + b) / (2n * b)
        const expected = `${a < 0n && tenths !== 0n ? '-' : ''}${tenths / 10n}.${tenths % 10n}`
        expect(quotientRounded(String(a), String(b), tenth)).toBe(expected)
      }),
    )
  })

  test('単位を千円から円に替えても率は変わらない', () => {
    fc.assert(
      fc.property(integer, divisor, (a, b) => {
        expect(percentOf(times(String(a), '1000'), times(String(b), '1000'))).toBe(percentOf(String(a), String(b)))
      }),
    )
  })
})
