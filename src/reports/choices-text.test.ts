import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ordinaryChoices, type ReportChoices } from './choices.ts'
import { keptChoices, readChoices, writeChoices } from './choices-text.ts'

const read = (text: string) => readChoices(new URLSearchParams(text))

describe('帳票の選びを番地から読む', () => {
  test('何も言わなければ、普通の選び', () => {
    expect(read('')).toEqual(ordinaryChoices)
    expect(writeChoices(ordinaryChoices).toString()).toBe('')
  })

  test('年度は古い順に、同じ年度は一度だけ', () => {
    expect(read('years=2023&years=2021&years=2023').years).toEqual([2021, 2023])
  })

  test.each(['years=abc', 'years=99999', 'year=1200', 'paper=B5-landscape', 'rows=3', 'formula=eval', 'places=9'])(
    '読めない %s は、普通の選びのまま',
    (text) => expect(read(text)).toEqual(ordinaryChoices),
  )

  test('印は「no」で外れ、欄がなければ初めのまま', () => {
    expect(read('money=no').money).toBe(false)
    expect(read('findings=yes').findings).toBe(true)
    expect(read('money=maybe').money).toBe(false)
  })

  test('資料番号や課の名が長すぎても、多すぎても、投げずに限る', () => {
    expect(read(`documentNumber=${'資'.repeat(500)}`).documentNumber?.length).toBe(60)
    const many = Array.from({ length: 2000 }, (_, nth) => `departments=課${nth}`).join('&')
    expect(read(many).departments?.length).toBe(500)
  })
})

const year = fc.integer({ min: 1868, max: 2999 })
const name = fc
  .string({ minLength: 1, maxLength: 20 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const choices: fc.Arbitrary<ReportChoices> = fc.record({
  years: fc.option(
    fc.uniqueArray(year, { minLength: 1, maxLength: 20 }).map((years) => years.toSorted((a, b) => a - b)),
  ),
  year: fc.option(year),
  goals: fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 5 })),
  departments: fc.option(fc.uniqueArray(name, { minLength: 1, maxLength: 5 })),
  rules: fc.option(
    fc.record({
      formula: fc.constantFrom('ratio-to-final', 'ratio-to-year', 'progress', 'pro-rata', 'period-total', 'cumulative'),
      rounding: fc.record({
        mode: fc.constantFrom('half-up', 'down', 'up'),
        places: fc.constantFrom(0 as const, 1 as const, 2 as const),
      }),
      floor: fc.option(fc.constantFrom('0', '50.5')),
      cap: fc.option(fc.constantFrom('100', '150')),
    }),
  ),
  rows: fc.constantFrom(1 as const, 2 as const, 4 as const),
  pair: fc.constantFrom('actual-rate', 'target-actual'),
  yearStyle: fc.constantFrom('era', 'both', 'western'),
  money: fc.boolean(),
  grades: fc.boolean(),
  comments: fc.boolean(),
  findings: fc.boolean(),
  names: fc.boolean(),
  stage: fc.constantFrom('goals', 'interim', 'final'),
  extent: fc.constantFrom('changed' as const, 'all' as const),
  audience: fc.constantFrom('office' as const, 'public' as const),
  commentPeriod: fc.option(name),
  commentTo: fc.option(name),
  documentNumber: fc.option(name),
  asOf: fc.option(name),
  paper: fc.option(
    fc.record({ size: fc.constantFrom('A3', 'A4'), orientation: fc.constantFrom('landscape', 'portrait') }),
  ),
})

test('書いた選びは、番地からも、残したものからも、元に戻る', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const written = writeChoices(chosen)
      expect(readChoices(written)).toEqual(chosen)
      expect(keptChoices(written.toString())).toEqual(chosen)
    }),
  )
})

test('どんな番地でも投げない', () => {
  fc.assert(fc.property(fc.string(), (text) => readChoices(new URLSearchParams(text)) !== undefined))
  for (const kept of [null, undefined, 3, {}, [], { rows: 4 }]) expect(keptChoices(kept)).toEqual(ordinaryChoices)
})
