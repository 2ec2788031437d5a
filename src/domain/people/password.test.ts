import { describe, expect, test } from 'vitest'
import { passwordFrom } from './password.ts'

describe('合言葉', () => {
  test('12 字あれば、字の種類は問わない', () => {
    expect(passwordFrom('みどりの川にかかる長い橋', [])).toEqual({ ok: true, value: 'みどりの川にかかる長い橋' })
    expect(passwordFrom('correct horse battery', []).ok).toBe(true)
  })

  test('11 字では短い。絵文字も一字と数える', () => {
    expect(passwordFrom('abcdefghijk', [])).toMatchObject({
      problem: { code: 'password-too-short', params: { count: 11 } },
    })
    expect(passwordFrom('abcdefghij🌸', [])).toMatchObject({ problem: { params: { count: 11 } } })
    expect(passwordFrom('abcdefghijk🌸', []).ok).toBe(true)
  })

  test('全角で打っても、半角と同じ合言葉になる', () => {
    expect(passwordFrom('ＡＢＣＤ１２３４５６７８', [])).toEqual({ ok: true, value: 'ABCD12345678' })
  })

  test('長すぎる・同じ字だけ・宛先そのまま、は断る', () => {
    expect(passwordFrom('ab'.repeat(65), [])).toMatchObject({ problem: { code: 'password-too-long' } })
    expect(passwordFrom('1'.repeat(12), [])).toMatchObject({ problem: { code: 'password-one-letter' } })
    expect(passwordFrom('Yamada@city.example', ['yamada@city.example'])).toMatchObject({
      problem: { code: 'password-is-name' },
    })
  })
})
