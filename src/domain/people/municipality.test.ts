import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemInWords } from '#domain/problem.ts'
import { checkDigit, municipalityCode } from './municipality.ts'

describe('団体コードの検査数字', () => {
  test.each([
    ['15208', '1', '小千谷市'],
    ['01226', '2', '砂川市'],
    ['05212', '4', '大仙市'],
    ['41205', '8', '伊万里市'],
    ['20203', '7', '上田市'],
    ['01100', '2', '札幌市'],
    ['13101', '6', '千代田区'],
    ['47201', '8', '那覇市'],
  ])('%s → %s（%s）', (five, digit) => {
    expect(checkDigit(five)).toBe(digit)
  })

  test('5桁でなければ書き手の誤り', () => {
    expect(() => checkDigit('1520')).toThrow('five digits')
  })
})

describe('団体コードを読む', () => {
  test.each(['152081', '１５２０８１', ' 152081 ', '15208-1'])('「%s」', (text) => {
    expect(municipalityCode(text)).toEqual({ ok: true, value: '152081' })
  })

  test.each([
    ['15208', 'municipality-code-shape'],
    ['小千谷市', 'municipality-code-shape'],
    ['', 'municipality-code-shape'],
    ['152080', 'municipality-code-check-digit'],
    ['152018', 'municipality-code-check-digit'],
    ['482081', 'municipality-code-prefecture'],
    ['002081', 'municipality-code-prefecture'],
  ])('「%s」は断る（%s）', (text, kind) => {
    expect(municipalityCode(text)).toMatchObject({ ok: false, problem: { kind } })
  })

  test('正しい番号を示して断る', () => {
    const read = municipalityCode('152080')
    expect(read.ok ? '' : problemInWords(read.problem)).toContain('152081')
  })

  test('検査数字が一つ違っても断る', () => {
    const five = fc.tuple(fc.integer({ min: 1, max: 47 }), fc.integer({ min: 0, max: 999 }))
    fc.assert(
      fc.property(five, fc.nat(9), ([prefecture, rest], digit) => {
        const stem = `${String(prefecture).padStart(2, '0')}${String(rest).padStart(3, '0')}`
        const right = checkDigit(stem)
        expect(municipalityCode(stem + right).ok).toBe(true)
        expect(municipalityCode(stem + digit).ok).toBe(String(digit) === right)
      }),
    )
  })
})
