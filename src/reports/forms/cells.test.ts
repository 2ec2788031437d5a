import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printNumber } from '#domain/quantity/print-figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { figureCell, noValue, numberCell, writtenCell } from './cells.ts'

const figure = (text: string) => readFigure(text, { year: 2023, place: { line: 1 } })

describe('値の升目', () => {
  test.each([
    ['45件', { value: '45', before: '', after: '件', places: 0, commas: false, minus: '-' }],
    ['1,625千人', { value: '1625', before: '', after: '千人', places: 0, commas: true, minus: '-' }],
    ['約1,625千人', { value: '1625', before: '約', after: '千人', places: 0, commas: true, minus: '-' }],
    ['80.50％', { value: '80.50', before: '', after: '％', places: 2, commas: false, minus: '-' }],
    ['△120人', { value: '-120', before: '', after: '人', places: 0, commas: false, minus: '△' }],
    ['暫定値43.1', { value: '43.1', before: '暫定値', after: '', places: 1, commas: false, minus: '-' }],
    ['5件以上', { value: '5', before: '', after: '件以上', places: 0, commas: false, minus: '-' }],
  ])('%s は、Excel でも数で、見た目は同じ', (text, number) => {
    expect(figureCell(figure(text))).toMatchObject({ text, number })
  })

  test.each(['4校・13回', '20～30件', '計画策定', '未測定', '(1件)'])('%s は字のまま置く', (text) => {
    expect(figureCell(figure(text)).text).toBe(text)
    expect(figureCell(figure(text)).number?.value).toSatisfy((value) => value === undefined || text === '(1件)')
  })

  test('値のない升目は「―」で、0 にはならない', () => {
    expect(figureCell(undefined)).toEqual({ text: noValue })
    expect(figureCell(figure(''))).toEqual({ text: noValue })
    expect(figureCell(figure('0件')).number?.value).toBe('0')
    expect(figureCell(readFigure('―', { year: 2023, place: { line: 1 }, unit: '人' })).text).toBe(noValue)
    expect(figureCell(figure('－社')).text).toBe('―社')
  })

  test('計算した数', () => {
    expect(numberCell('104.4', '％')).toMatchObject({ text: '104.4％', number: { value: '104.4', places: 1 } })
  })
})

describe('書かれたとおりの値の升目', () => {
  test.each([
    ['10件(累計)', { value: '10', unit: '件' }, { before: '', after: '件(累計)' }],
    ['全体の90%', { value: '90', unit: '%' }, { before: '全体の', after: '%' }],
    ['1,500人 (年間延)', { value: '1500', unit: '人' }, { before: '', after: '人 (年間延)', commas: true }],
    ['8院', { value: '8', unit: '病院' }, { before: '', after: '院' }],
  ])('%s は、前後のことばごと数になる', (raw, read, number) => {
    expect(writtenCell({ ...figure('1'), raw, ...read })).toMatchObject({ text: raw, number })
  })

  test('書かれた字が値を言っていなければ、値から書く', () => {
    expect(writtenCell({ ...figure('10件'), value: '12' }).text).toBe('12件')
    expect(writtenCell({ ...figure('110件'), value: '10' }).text).toBe('10件')
    expect(writtenCell({ ...figure('43.1%'), status: 'provisional' }).text).toBe('暫定値43.1%')
    expect(writtenCell(figure('△120人')).text).toBe('△120人')
  })

  test('同じ数が二度出る字は、数にせず字のまま', () => {
    expect(writtenCell({ ...figure('3回'), raw: '3回以上(小学3年生以上)' })).toEqual({ text: '3回以上(小学3年生以上)' })
  })

  test('値のないわけは書かれたとおり、「―」と空欄は「―」', () => {
    expect(writtenCell({ ...figure('中止'), raw: '開催中止' }).text).toBe('開催中止')
    expect([undefined, figure(''), figure('－')].map((each) => writtenCell(each).text)).toEqual([
      noValue,
      noValue,
      noValue,
    ])
  })

  test('どんな数でも、数に付けた書式は、紙の字と同じに見える', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.constantFrom('', '.5', '.05'), (whole, fraction) => {
        const value = `${whole}${fraction}`
        const cell = writtenCell(figure(`約${printNumber(value)}人以上`))
        expect(cell.number && `${cell.number.before}${printNumber(cell.number.value)}${cell.number.after}`).toBe(
          cell.text,
        )
      }),
    )
  })
})
