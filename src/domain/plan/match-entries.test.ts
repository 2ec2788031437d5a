import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Pass, pairUp, similarity } from './match-entries.ts'

const byText: Pass<string> = { when: 'in-order', key: (text) => text }
const onlyOne: Pass<string> = { when: 'only-one', key: (text) => text }

describe('対にする', () => {
  test('同じものどうし、出てきた順に', () => {
    expect(pairUp(['甲', '乙', '甲'], ['甲', '甲', '甲', '丙'], [byText])).toEqual([0, 2, undefined, undefined])
  })

  test('only-one は、どちらかに二つあれば対にしない', () => {
    expect(pairUp(['甲', '甲', '乙'], ['甲', '乙'], [onlyOne])).toEqual([undefined, 2])
  })

  test('先の段で対になったものは、後の段では使わない', () => {
    const initial: Pass<string> = { when: 'in-order', key: (text) => text[0] }
    expect(pairUp(['甲い', '甲ろ'], ['甲ろ', '甲は'], [byText, initial])).toEqual([1, 0])
  })

  test('残りは、似ているものから', () => {
    const likeness = (a: string, b: string) => (similarity(a, b) >= 0.5 ? similarity(a, b) : undefined)
    expect(
      pairUp(['新規就農者数', '観光入込客数'], ['観光客入込数', '新規就農者の数', '出生数'], [byText], likeness),
    ).toEqual([1, 0, undefined])
  })

  test('どんな並びでも、一つの行は一度しか使われない', () => {
    const words = fc.array(fc.constantFrom('甲', '乙', '丙', '甲乙', '乙丙'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        const used = pairUp(before, after, [onlyOne, byText], similarity).filter((index) => index !== undefined)
        expect(new Set(used).size).toBe(used.length)
        expect(used.length).toBe(Math.min(before.length, after.length))
      }),
    )
  })
})

test.each([
  ['同じ', '同じ', 1],
  ['ＫＰＩ', 'KPI', 1],
  ['', '', 1],
  ['甲', '乙', 0],
])('似かた %s と %s', (a, b, expected) => {
  expect(similarity(a, b)).toBe(expected)
})
