import { describe, expect, test } from 'vitest'
import { isDatedAmount, looksLikeTargetText, readPhrase, readTargetText } from './phrase.ts'

const at = { line: 3, column: 1, length: 40 } as const

describe('「／基準→目標」', () => {
  test.each([
    ['／36.7％（令和元年）→40.0％（5年間）', '36.7％', 2019, '40.0％', 'period', null],
    ['／525件（令和元年)→670枚（各年度）', '525件', 2019, '670枚', 'each-year', null],
    ['／27.4％（令和2年）→100％（令和7年）', '27.4％', 2020, '100％', 'at-end', 2025],
    ['／－社（令和2年）→5社（各年度）', '－社', 2020, '5社', 'each-year', null],
    ['/115件(令和元年度)→87件(各年度)', '115件', 2019, '87件', 'each-year', null],
    ['／3人（第1期6年間）→4人（5年間）', '3人', null, '4人', 'period', null],
    ['／50人（R5）→60人（R9）', '50人', 2023, '60人', 'at-end', 2027],
  ])('%s', (text, before, since, after, meaning, year) => {
    const { baseline, target } = readTargetText(text, { ...at, length: text.length })
    expect([baseline?.amount, baseline?.year, target?.amount, target?.meaning, target?.year]).toEqual([
      before,
      since,
      after,
      meaning,
      year,
    ])
  })

  test('所在は行の中のその字句だけを指す', () => {
    const text = '／0人（令和元年）→15人（5年間）'
    const { baseline, target } = readTargetText(text, { line: 8, column: 1, length: text.length })
    expect(baseline?.place).toEqual({ line: 8, column: 2, length: 8 })
    expect(target?.place).toEqual({ line: 8, column: 11, length: 8 })
  })

  test('年の幅は終わりの年を取る', () => {
    expect(readPhrase('△5.13％（令和2年～令和7年）', at)).toMatchObject({
      amount: '△5.13％',
      year: 2025,
      span: true,
      meaning: 'at-end',
    })
  })

  test.each(['／100％（令和元年）→100％（各年度)', '0人→5人'])('%s は目標の表記らしい', (text) => {
    expect(looksLikeTargetText(text)).toBe(true)
  })

  test.each(['情報交換を実施した団体数（３年で一巡）', '今後も続けていく。', ''])('%s は違う', (text) => {
    expect(looksLikeTargetText(text)).toBe(false)
  })
})

describe('年を添えた値', () => {
  test.each(['6,300人（令和7年）', '△7.04％（平成27年～令和２年）', '74人（R元）', '－件（令和2年）'])('%s', (word) => {
    expect(isDatedAmount(word)).toBe(true)
  })

  test.each(['団体数（３年で一巡）', '就業者数', '6,300人', '3件の創業', '（令和7年）'])('%s は違う', (word) => {
    expect(isDatedAmount(word)).toBe(false)
  })
})
