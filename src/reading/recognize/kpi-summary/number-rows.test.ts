import { describe, expect, test } from 'vitest'
import { textPage } from '../../formats/text.ts'
import { isNumberWord, numberLine, pairRows } from './number-rows.ts'

const lines = (text: string) => textPage(text).lines.flatMap((line) => numberLine(line) ?? [])
const rows = (text: string, reported = 1) =>
  pairRows(lines(text), 6, reported).map(({ targets, actuals, shaky }) => [
    targets.map(({ raw }) => raw).join(' '),
    actuals.map(({ raw }) => raw).join(' '),
    ...(shaky ? ['shaky'] : []),
  ])

describe('数だけの行', () => {
  test.each(['1,627', '―', '△5.13％', '暫定値43.1', '100.0', '０', '－', '▲3', '未定'])('%s は数の升目', (word) => {
    expect(isNumberWord(word)).toBe(true)
  })

  test.each(['3年度', '令和7年', '7,740人（平成27年）', '実績値', '①', '(1)', '5年間の'])('%s は違う', (word) => {
    expect(isNumberWord(word)).toBe(false)
  })

  test('ことばの混じる行は取らない', () => {
    expect(lines('3年度 4年度 5年度')).toEqual([])
    expect(lines('今年度は 12 34')).toEqual([])
    expect(lines('12')).toEqual([])
  })

  test('升目の位置を字の数で言い、前後の空白は数えない', () => {
    expect(lines(' 11 1,200 ― ')[0]?.cells.map(({ place }) => place)).toEqual([
      { line: 1, column: 2, length: 2 },
      { line: 1, column: 5, length: 5 },
      { line: 1, column: 11, length: 1 },
    ])
  })
})

describe('目標の段と実績の段', () => {
  test('六つの升目の下に二つの升目', () => {
    expect(rows('1 2 3 4 5 15\n1 1\n― ― ― ― 9 ―\n― ―')).toEqual([
      ['1 2 3 4 5 15', '1 1'],
      ['― ― ― ― 9 ―', '― ―'],
    ])
  })

  test('実績の段も六つのことがある', () => {
    expect(rows('100 ― ― ― ― ―\n0 ― ― ― ― ―\n― ― ― ― ― ―\n― ― ― ― ― ―')).toEqual([
      ['100 ― ― ― ― ―', '0 ― ― ― ― ―'],
      ['― ― ― ― ― ―', '― ― ― ― ― ―'],
    ])
  })

  test('二年目の図書では、実績が二つの年度と合計', () => {
    expect(rows('1 2 3 4 5 15\n1 2 3\n7 7 7 7 7 35\n6 8 14', 2)).toEqual([
      ['1 2 3 4 5 15', '1 2 3'],
      ['7 7 7 7 7 35', '6 8 14'],
    ])
  })

  test('実績の段が抜けても、次の目標の段を実績と取り違えない', () => {
    expect(rows('1 2 3 4 5 15\n7 7 7 7 7 35\n6 6')).toEqual([
      ['1 2 3 4 5 15', '', 'shaky'],
      ['7 7 7 7 7 35', '6 6'],
    ])
  })

  test('目標の段が抜けても、ほかの行はずれない', () => {
    expect(rows('1 2 3 4 5 15\n1 1\n6 6\n7 7 7 7 7 35\n8 8')).toEqual([
      ['1 2 3 4 5 15', '1 1'],
      ['', '6 6', 'shaky'],
      ['7 7 7 7 7 35', '8 8'],
    ])
  })
})
