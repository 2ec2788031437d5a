import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../quantity/decimal.ts'
import { achievementIn } from './achievement.ts'
import { anIndicator, type IndicatorInWords } from './an-indicator.ts'
import { actualFor } from './figures.ts'
import { movementIn, pointsInWords, ranked } from './movement.ts'
import { defaultRules } from './rules.ts'
import { standingIn } from './standing.ts'

const plan = { firstYear: 2020, lastYear: 2024 }

const yearsOf = (words: IndicatorInWords) => {
  const indicator = anIndicator(words)
  return [2020, 2021, 2022, 2023].map((year) => {
    const achievement = achievementIn(indicator, year, defaultRules, plan)
    return {
      year,
      actual: actualFor(indicator, year),
      achievement,
      standing: standingIn(indicator, year, achievement, plan),
    }
  })
}

const moved = (words: IndicatorInWords) => movementIn(yearsOf(words), 2023)

describe('前に測った年度からの動き', () => {
  test('達成率の差を、丸めずに百分点で言う', () => {
    const movement = moved({ baseline: '26件', target: '45件', actuals: { 2022: '43件', 2023: '47件' } })
    expect(movement?.points && pointsInWords(movement.points)).toBe('＋8.9')
    expect(movement).toMatchObject({ crossed: 'reached', from: { year: 2022 }, to: { year: 2023 } })
  })

  test('少ないほどよい指標は、減れば上がったとする', () => {
    const movement = moved({ name: '交通事故死者数', target: '50人', actuals: { 2022: '80人', 2023: '64人' } })
    expect(movement?.points && pointsInWords(movement.points)).toBe('＋15.6')
  })

  test('測らなかった年は飛ばし、測った年と比べる', () => {
    expect(
      moved({ target: '100件', actuals: { 2020: '50件', 2021: '―', 2022: '調査年でない', 2023: '40件' } }),
    ).toMatchObject({
      from: { year: 2020 },
      points: '-10',
    })
  })

  test('達成から外れたことを言う', () => {
    expect(moved({ target: '100件', actuals: { 2022: '110件', 2023: '90件' } })?.crossed).toBe('lost')
  })

  test('率の出せない目標でも、達成したことは言う', () => {
    expect(
      moved({ name: '待機児童数', baseline: '5人', target: '0人', actuals: { 2022: '2人', 2023: '0人' } }),
    ).toMatchObject({
      points: null,
      crossed: 'reached',
    })
  })

  test.each([
    ['新しい年度の値がない', { target: '100件', actuals: { 2022: '50件', 2023: '―' } }],
    ['前に測った年がない', { target: '100件', actuals: { 2023: '50件' } }],
    ['目標が数でない', { target: '計画策定', actuals: { 2022: '検討中', 2023: '計画策定' } }],
    ['目標がない', { actuals: { 2022: '50件', 2023: '60件' } }],
  ])('%sときは、動きを言わない', (_, words) => expect(moved(words)).toBeUndefined())
})

describe('並べる', () => {
  const line = (name: string, before: string, after: string) => {
    const movement = moved({ target: '100件', actuals: { 2022: before, 2023: after } })
    return movement ? [{ name, movement }] : []
  }

  test('上がったものと下がったものを、大きい順に。動かなかったものは入れない', () => {
    const { up, down } = ranked([
      ...line('少し上', '50件', '51件'),
      ...line('同じ', '50件', '50件'),
      ...line('大きく下', '90件', '10件'),
      ...line('大きく上', '10件', '90件'),
      ...line('少し下', '50件', '49件'),
    ])
    expect(up.map(({ name }) => name)).toEqual(['大きく上', '少し上'])
    expect(down.map(({ name }) => name)).toEqual(['大きく下', '少し下'])
  })

  test('どんな値でも、値が増えれば上がり、減れば下がる（多いほどよい指標）', () => {
    const count = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 100_000 }), (before, after, target) => {
        const movement = moved({ target: `${target}件`, actuals: { 2022: `${before}件`, 2023: `${after}件` } })
        expect(movement?.points && compare(movement.points, '0')).toBe(Math.sign(after - before))
      }),
    )
  })
})

test.each([
  ['8.888', '＋8.9'],
  ['-3', '−3.0'],
  ['0.04', '＋0.0'],
  ['-0.05', '−0.1'],
])('%s ポイントは %s', (points, words) => expect(pointsInWords(points)).toBe(words))
