import { describe, expect, test } from 'vitest'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { figureCell, noValue, numberCell } from './cells.ts'

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
