import { describe, expect, test } from 'vitest'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '#operations/reports/choices.ts'
import { formChoice } from '#operations/reports/make-report.ts'
import { frameFor } from '../../frame.ts'
import { choicesLine } from './choices-in-words.ts'
import { sizeInWords } from './size-words.ts'

const edition = sampleEdition('152081-ojiya')
const asks = formChoice('progress-table')?.asks ?? []
const [ja, en] = [frameFor('ja', '/'), frameFor('en', '/en')]
const line = (choices: Partial<ReportChoices>, frame = ja) =>
  choicesLine(frame, edition, asks, { ...ordinaryChoices, ...choices })

describe('載せ方のことば', () => {
  test('ふつうと違うところだけを言う', () => {
    expect(line({})).toBe('ふつうの載せ方')
    expect(line({ rows: 4, money: false, documentNumber: '資料１' })).toBe(
      '四行（目標・実績・達成率・評価）、事業費なし、資料番号：資料１',
    )
    expect(line({ findings: true })).toBe('突合の気づき（注に）つき')
  })

  test('年度と基本目標は、計画のことばで', () => {
    expect(line({ years: [2022, 2023] })).toBe('載せる年度：令和4年度・令和5年度')
    expect(line({ goals: ['2'] })).toContain('基本目標：基本目標2 新しいひとの流れをつくる')
  })

  test('計画にもうない基本目標は、選ばれた鍵のまま言う', () => {
    expect(line({ goals: ['99'] })).toBe('基本目標：99')
  })

  test('その様式で尋ねないものは言わない', () => {
    expect(line({ stage: 'final' })).toBe('ふつうの載せ方')
  })

  test('英語でも', () => {
    expect(line({ rows: 1, money: false }, en)).toMatch(/without money/)
    expect(line({ rows: 1, money: false }, en)).toMatch(/one \(actual\)/)
  })
})

test.each([
  [0, '0バイト'],
  [1023, '1023バイト'],
  [1024, '1KB'],
  [765_023, '747KB'],
  [1024 * 1024 - 1, '1.0MB'],
  [1024 * 1024, '1.0MB'],
  [4_780_055, '4.6MB'],
])('%i バイトは %s', (bytes, words) => {
  expect(sizeInWords(ja, bytes)).toBe(words)
})
