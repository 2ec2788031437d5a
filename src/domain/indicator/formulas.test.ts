import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '#domain/language/say.ts'
import { compare, isDecimal, minus, negated, plus, times } from '#domain/quantity/decimal.ts'
import type { Absence, Figure } from '#domain/quantity/figure.ts'
import { type Achievement, type AchievementRules, achievementIn, type Formula } from './achievement.ts'
import { anIndicator } from './an-indicator.ts'
import { fraction, percentIn, percentShown } from './fraction.ts'
import { defaultRules } from './rules.ts'
import { standingNow } from './standing.ts'

const plan = { firstYear: 2020, lastYear: 2024 }
const place = { line: 1 }

const formulas: readonly Formula[] = [
  'ratio-to-final',
  'ratio-to-year',
  'progress',
  'pro-rata',
  'period-total',
  'cumulative',
]
const aFormula = fc.constantFrom(...formulas)

/** −99999.99 から 99999.99 までの十進。二進の浮動小数を通さない。 */
const aDecimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.constantFrom('1', '0.1', '0.01'))
  .map(([n, unit]) => times(String(n), unit))
const aPositive = aDecimal.filter((value) => compare(value, '0') > 0)
const aFactor = fc.constantFrom('0.001', '0.5', '2', '3', '10', '1000', '12345.678')

const figure = (value: string, year: number | null, more: Partial<Figure> = {}): Figure => ({
  year,
  raw: `${value}件`,
  value,
  unit: '件',
  qualifier: null,
  status: 'given',
  text: null,
  place,
  ...more,
})

type Numbers = { readonly baseline: string; readonly target: string; readonly actual: string }

const some = fc.record({ baseline: aDecimal, target: aDecimal, actual: aDecimal })

const indicatorOf = ({ baseline, target, actual }: Numbers, qualifier: Figure['qualifier'] = null) => ({
  ...anIndicator(),
  baseline: figure(baseline, 2018),
  targets: [figure(target, 2023, { qualifier }), figure(target, 2024, { qualifier })],
  actuals: [figure(actual, 2023)],
})

const rulesOf = (formula: Formula): AchievementRules => ({ ...defaultRules, formula })

const answer = (numbers: Numbers, formula: Formula, qualifier: Figure['qualifier'] = null): Achievement =>
  achievementIn(indicatorOf(numbers, qualifier), 2023, rulesOf(formula), plan)

/** 式のことばを除いた、答えの中身。 */
const essence = (found: Achievement) =>
  found.kind === 'rate'
    ? [found.kind, found.percent, found.met]
    : found.kind === 'judged'
      ? [found.kind, found.met]
      : [found.kind]

const percent = (found: Achievement): string | undefined => (found.kind === 'rate' ? found.percent : undefined)

describe('どの式でも', () => {
  test('率は必ず十進の数で、NaN も Infinity も負のゼロも出ず、どの答えも日英で言える', () => {
    fc.assert(
      fc.property(some, aFormula, (numbers, formula) => {
        const found = answer(numbers, formula)
        expect(`${say(found.working, 'ja')} ${say(found.working, 'en')}`).not.toMatch(/NaN|Infinity|undefined|\{/)
        if (found.kind !== 'rate') return
        expect(isDecimal(found.percent)).toBe(true)
        expect(found.shown).toMatch(/^-?\d+\.\d$/)
        expect(found.shown).not.toBe('-0.0')
      }),
      { numRuns: 500 },
    )
  })

  test('実績・基準・目標に同じ正の数を掛けても、答えは変わらない', () => {
    fc.assert(
      fc.property(some, aFactor, aFormula, ({ baseline, target, actual }, k, formula) => {
        const scaled = { baseline: times(baseline, k), target: times(target, k), actual: times(actual, k) }
        expect(essence(answer(scaled, formula))).toEqual(essence(answer({ baseline, target, actual }, formula)))
      }),
      { numRuns: 500 },
    )
  })

  test('実績がよくなれば、率も達成も悪くならない', () => {
    const sides = fc.constantFrom('at-least', 'at-most', 'below', 'above', 'within', 'keep', null)
    fc.assert(
      fc.property(some, aPositive, sides, aFormula, (numbers, gain, qualifier, formula) => {
        const before = answer(numbers, formula, qualifier)
        const after = answer({ ...numbers, actual: plus(numbers.actual, gain) }, formula, qualifier)
        const risen = moreIsBetter(numbers, qualifier, formula)
        const [worse, better] = risen ? [before, after] : [after, before]
        const [low, high] = [percent(worse), percent(better)]
        if (low !== undefined && high !== undefined) expect(compare(low, high)).toBeLessThanOrEqual(0)
        if ('met' in worse && 'met' in better && worse.met) expect(better.met).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('値のない実績からは、率も判定も出ない', () => {
    const absence = fc.constantFrom<Absence>(
      'not-measured',
      'not-published',
      'not-started',
      'ended',
      'cancelled',
      'not-applicable',
      'undecided',
      'withheld',
      'blank',
      'dash',
      'unreadable',
    )
    fc.assert(
      fc.property(some, absence, aFormula, (numbers, status, formula) => {
        const empty = figure('0', 2023, { value: null, unit: null, raw: '―', status })
        const indicator = { ...indicatorOf(numbers), actuals: [empty] }
        const found = achievementIn(indicator, 2023, rulesOf(formula), plan)
        expect(found).toMatchObject({ kind: 'none', why: 'no-actual' })
        expect([say(found.working, 'ja'), say(found.working, 'en')]).toEqual([
          expect.stringContaining('R5'),
          expect.stringMatching(/\w/),
        ])
        expect(standingNow(indicator, rulesOf(formula), plan).standing).toBe('not-judged')
      }),
    )
  })
})

/** 試験の側で別に書いた向き：ことば、なければ基準から目標への動き、なければ目標 0 だけ少ないほどよい。合計は基準を見ない。 */
const moreIsBetter = ({ baseline, target }: Numbers, qualifier: Figure['qualifier'], formula: Formula): boolean => {
  if (qualifier === 'at-least' || qualifier === 'above') return true
  if (qualifier === 'at-most' || qualifier === 'below' || qualifier === 'within') return false
  const way = compare(target, baseline)
  if (qualifier === 'keep' || way === 0 || formula === 'period-total') return compare(target, '0') !== 0
  return way > 0
}

describe('基準比', () => {
  test('増やす指標と減らす指標は鏡の像：符号をすべて変えても進み具合は同じ', () => {
    fc.assert(
      fc.property(some, ({ baseline, target, actual }) => {
        fc.pre(compare(baseline, target) !== 0)
        const mirrored = { baseline: negated(baseline), target: negated(target), actual: negated(actual) }
        expect(percent(answer(mirrored, 'progress'))).toBe(percent(answer({ baseline, target, actual }, 'progress')))
      }),
    )
  })

  test('基準値なら 0、目標値なら 100、真ん中なら 50', () => {
    fc.assert(
      fc.property(some, ({ baseline, target }) => {
        fc.pre(compare(baseline, target) !== 0)
        const at = (actual: string) => percent(answer({ baseline, target, actual }, 'progress'))
        expect([at(baseline), at(target), at(times(plus(baseline, target), '0.5'))]).toEqual(['0', '100', '50'])
      }),
    )
  })

  test('同じだけずらしても変わらない', () => {
    fc.assert(
      fc.property(some, aDecimal, ({ baseline, target, actual }, by) => {
        fc.pre(compare(baseline, target) !== 0)
        const moved = { baseline: plus(baseline, by), target: plus(target, by), actual: plus(actual, by) }
        expect(essence(answer(moved, 'progress'))).toEqual(essence(answer({ baseline, target, actual }, 'progress')))
      }),
    )
  })
})

test('端数の決まりは、整数で計算した正確な分数と一致する', () => {
  const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
  const rounding = fc.record({
    mode: fc.constantFrom('half-up', 'down', 'up'),
    places: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  })
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 100_000 }), rounding, (a, b, { mode, places }) => {
      const scale = 10n ** BigInt(places)
      const [numerator, denominator] = [BigInt(a) * 100n * scale, BigInt(b)]
      const size = numerator < 0n ? -numerator : numerator
      const [quotient, rest] = [size / denominator, size % denominator]
      const up = mode === 'up' ? rest > 0n : mode === 'half-up' && rest * 2n >= denominator
      const digits = quotient + (up ? 1n : 0n)
      const expected = a < 0 ? -digits : digits
      const shown = percentShown(fraction(String(a), String(b)), { mode, places })
      expect(BigInt(shown.replace('.', ''))).toBe(expected)
      expect(shown.split('.')[1]?.length ?? 0).toBe(places)
    }),
    { numRuns: 1000 },
  )
})

test('分母が負でも分母を正にそろえ、0 では分数を作らせない', () => {
  expect(percentIn(fraction('-1', '-2'))).toBe('50')
  expect(percentIn(fraction('1', '-2'))).toBe('-50')
  expect(() => fraction('1', '0')).toThrow('denominator')
  expect(minus('0', '0')).toBe('0')
})
