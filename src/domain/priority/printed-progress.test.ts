import { describe, expect, test } from 'vitest'
import { printedProgress } from './printed-progress.ts'

const target = (text: string, unit: string | null) => ({ text, value: null, unit, due: null, indicatorId: null })
const item = { targets: [target('セミナーへの参加 12回以上', '回'), target('登録 3,000件', '件')] }
const printed = (lines: readonly string[], figures: readonly (string | null)[]) =>
  printedProgress(item, { lines, figures })

describe('調書に刷る進捗', () => {
  test('数の欄に打たれた数は、目標のことばとともに文のあとに添える', () => {
    expect(printed(['説明会を開いた。'], ['7', '2810'])).toEqual([
      '説明会を開いた。',
      'セミナーへの参加 12回以上：7回',
      '登録 3,000件：2,810件',
    ])
  })

  test('文にもう書いてある数は、重ねない。全角でも、三桁に区切ってあっても', () => {
    expect(printed(['７回参加し、登録は2,810件。'], ['7', '2810'])).toEqual(['７回参加し、登録は2,810件。'])
  })

  test('17 の中の 7 は、7 と書いたことにならない', () => {
    expect(printed(['17社が参加。'], ['7', null])).toEqual(['17社が参加。', 'セミナーへの参加 12回以上：7回'])
  })

  test('報告がなければ、空', () => {
    expect(printedProgress(item, undefined)).toEqual([])
  })
})
