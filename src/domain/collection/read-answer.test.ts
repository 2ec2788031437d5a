import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '#domain/language/say.ts'
import { anIndicator } from '../indicator/an-indicator.ts'
import type { AnswerValue } from './answer.ts'
import { figureOfAnswer } from './figure-of-answer.ts'
import { answerAbsences, readAnswer, readExpected, type TypedAnswer } from './read-answer.ts'

const actual = (raw: string, unit: string | null = '件', more: Partial<TypedAnswer> = {}) =>
  readAnswer('actual', { raw, ...more }, { unit })

const refusal = (...args: Parameters<typeof actual>): string => {
  const read = actual(...args)
  if (read.ok) throw new Error(`was read: ${JSON.stringify(read.value)}`)
  say(read.problem) // 文が目録にあること
  return read.problem.kind
}

const valueIn = (...args: Parameters<typeof actual>): AnswerValue & { kind: 'actual' } => {
  const read = actual(...args)
  if (!read.ok || read.value?.kind !== 'actual') throw new Error(`not an actual: ${JSON.stringify(read)}`)
  return read.value
}

/** 読んだ数と単位。 */
const number = (raw: string, unit: string | null = '件'): string => {
  const figure = figureOfAnswer(valueIn(raw, unit), anIndicator(unit === null ? {} : { unit }), 2024)
  return `${figure.value}${figure.unit ?? ''}`
}

describe('実績は、役所の書き方のまま受ける', () => {
  test.each([
    ['47', '件', '47件'],
    ['１，２３４件', '件', '1234件'],
    ['1,234', '人', '1234人'],
    ['△7.77％', '％', '-7.77％'],
    ['▲200', '人', '-200人'],
    ['約1,200人', '人', '1200人'],
    ['90%以上', '％', '90%'],
    ['112万', '人', '112万人'],
    ['3箇所', 'か所', '3箇所'],
    ['1200円', '千円', '1200円'],
    ['4億3,000万円', '千円', '430000000円'],
    ['12', null, '12'],
    ['0', '件', '0件'],
  ])('%s（%s）→ %s', (raw, unit, expected) => {
    expect(number(raw, unit)).toBe(expected)
    expect(valueIn(raw, unit).raw).toBe(raw)
  })

  test('空は null（消した）', () => {
    expect(actual('')).toEqual({ ok: true, value: null })
    expect(actual('　 ')).toEqual({ ok: true, value: null })
  })

  test('暫定値は、印でもことばでも', () => {
    expect(valueIn('43.1', '％', { provisional: true }).provisional).toBe(true)
    expect(valueIn('暫定値43.1', '％').provisional).toBe(true)
    expect(valueIn('43.1', '％').provisional).toBe(false)
    const figure = figureOfAnswer(valueIn('43.1', '％', { provisional: true }), anIndicator({ unit: '％' }), 2024)
    expect(figure).toMatchObject({ status: 'provisional', value: '43.1', year: 2024, printed: null })
  })

  test('ことばと内わけは断らない（ことばは尋ねる）', () => {
    expect(valueIn('計画策定', null).raw).toBe('計画策定')
    expect(valueIn('一部着手', '件').raw).toBe('一部着手')
    expect(valueIn('4校・13回', '校').raw).toBe('4校・13回')
  })

  test.each([
    ['1,2345', '件', 'answer-unreadable'],
    ['######', '件', 'answer-unreadable'],
    ['902.9千人', '件', 'answer-unit'],
    ['12％', '件', 'answer-unit'],
    ['―', '件', 'answer-dash'],
    ['未定', '件', 'answer-dash'],
    ['あ'.repeat(201), '件', 'answer-too-long'],
    ['4\u00007', '件', 'answer-unstorable'],
    ['4\ud800', '件', 'answer-unstorable'],
  ])('断る: %s', (raw, unit, code) => {
    expect(refusal(raw, unit)).toBe(code)
  })
})

describe('値がないわけ', () => {
  test.each(answerAbsences)('選ぶ: %s', (absence) => {
    expect(valueIn('', '件', { absence })).toMatchObject({ raw: '', absence, provisional: false })
  })

  test.each([
    ['未公表', 'not-published'],
    ['中止', 'cancelled'],
    ['未測定', 'not-measured'],
    ['調査年でない', 'not-measured'],
    ['令和６年度新規事業', 'not-started'],
    ['事業終了', 'ended'],
    ['該当なし', 'not-applicable'],
  ])('ことばで打つ: %s', (raw, absence) => {
    expect(valueIn(raw)).toMatchObject({ raw, absence })
  })

  test('読んだものをもう一度読んでも同じ', () => {
    const value = valueIn('未公表', '件', { expected: 'R8.12' })
    expect(valueIn(value.raw, '件', { absence: 'not-published', expected: value.expected ?? '' })).toEqual(value)
  })

  test('値とわけの両方は断る。知らないわけも断る', () => {
    expect(refusal('47', '件', { absence: 'cancelled' })).toBe('answer-both')
    expect(refusal('', '件', { absence: 'undecided' })).toBe('answer-absence-unknown')
  })

  test('値のない値は、数を持たない', () => {
    const figure = figureOfAnswer(valueIn('', '件', { absence: 'cancelled' }), anIndicator({ unit: '件' }), 2024)
    expect(figure).toMatchObject({ value: null, status: 'cancelled', year: 2024 })
  })

  test('公表の見込みは未公表だけ。まだ入れなくても保存はできる', () => {
    expect(valueIn('', '件', { absence: 'not-published' }).expected).toBeNull()
    expect(valueIn('', '件', { absence: 'not-published', expected: '令和8年12月' }).expected).toBe('2026-12')
    expect(valueIn('', '件', { absence: 'ended', expected: '令和8年12月' }).expected).toBeNull()
    expect(refusal('', '件', { absence: 'not-published', expected: '来年' })).toBe('answer-expected')
  })

  test.each([
    ['2026-12', '2026-12'],
    ['2026/3', '2026-03'],
    ['2026-12-20', '2026-12-20'],
    ['2027/1/5', '2027-01-05'],
    ['令和9年1月', '2027-01'],
    ['令和8年12月20日', '2026-12-20'],
    ['R8.12', '2026-12'],
    ['Ｒ８．１２月頃', '2026-12'],
    ['令和8年12月下旬', '2026-12'],
    ['2026-02-30', undefined],
    ['2026-13', undefined],
    ['令和8年度', undefined],
    ['12月', undefined],
  ])('見込み「%s」→ %s', (text, expected) => {
    expect(readExpected(text)).toBe(expected)
  })
})

describe('文・事業費・箇条書き', () => {
  test('文は2000字まで。前後の空きを落とし、改行を残す', () => {
    expect(readAnswer('text-reason', { raw: ' 増えた\r\nため ' }, { unit: null })).toEqual({
      ok: true,
      value: { kind: 'text', text: '増えた\nため' },
    })
    expect(readAnswer('text-reason', { raw: '𠮷'.repeat(2000) }, { unit: null }).ok).toBe(true)
    expect(readAnswer('text-reason', { raw: 'あ'.repeat(2001) }, { unit: null })).toMatchObject({
      ok: false,
      problem: { kind: 'answer-too-long' },
    })
  })

  test.each([
    ['2,588', true],
    ['2,588千円', true],
    ['1.2百万円', true],
    ['0', true],
    ['-5', 'answer-money-negative'],
    ['なし', 'answer-money-not-number'],
    ['―', 'answer-money-not-number'],
    ['12人', 'answer-unit'],
  ])('事業費 %s', (raw, expected) => {
    const read = readAnswer('money', { raw }, { unit: null })
    expect(read.ok || read.problem.kind).toBe(expected)
  })

  test('箇条書きは、空の行を除く', () => {
    expect(readAnswer('items', { raw: '・講座\n\n ・相談 \n' }, { unit: null })).toEqual({
      ok: true,
      value: { kind: 'items', lines: ['・講座', '・相談'] },
    })
  })
})

test('どんな字でも投げず、読めたものは、字のまま残り、もう一度読んでも同じ', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('件', '％', null), (raw, unit) => {
      const read = actual(raw, unit)
      if (!read.ok || read.value?.kind !== 'actual') return
      expect(read.value.raw).toBe(raw.trim())
      expect(actual(read.value.raw, unit, { absence: read.value.absence ?? '' })).toEqual(read)
    }),
    { numRuns: 2000 },
  )
})
