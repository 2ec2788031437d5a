import type { Achievement } from '#domain/indicator/achievement.ts'
import { compare, minus, percentOf, rounded, times } from '#domain/quantity/decimal.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import type { GradeFacts } from './grade-facts.ts'

/**
 * 例の指標：基準値 100％、目標 200％、計画 5 年の 3 年目（見込みは目標の 60％、線は 160％）。
 * どの条件にも境の値を作れるので、区分を直すあいだの例と、重なり・すき間を見つけるのに使う。
 */
export const exampleYears = { years: 3, of: 5 } as const
const baseline = '100'
const target = '200'
const at = { year: 2023, place: { line: 1 } } as const

/** 例の指標の、実績がこの値のときの事実。`settled` は値が確定しているか。 */
export const factsAt = (actual: string, settled = true): GradeFacts => {
  const rate = rateOf(percentOf(actual, target), compare(actual, target) >= 0)
  return {
    year: 2023,
    actual: { ...readFigure(`${actual}％`, at), status: settled ? 'given' : 'provisional' },
    achievement: rate,
    comparison: () => ({
      actual,
      target,
      baseline,
      better: 'more',
      unit: '％',
      words: { actual: `${actual}％`, target: `${target}％`, baseline: `${baseline}％` },
    }),
    share: () =>
      rateOf(percentOf(times(actual, String(exampleYears.of)), times(target, String(exampleYears.years))), true),
    line: () => ({
      made: times(minus(actual, baseline), String(exampleYears.of)),
      expected: times(minus(target, baseline), String(exampleYears.years)),
    }),
    elapsed: exampleYears,
  }
}

/** 達成率が n％になる実績。 */
export const actualAtRate = (percent: string): string => times(percent, '2')

/** 期間の見込みに対して n％になる実績。 */
export const actualAtShare = (percent: string): string => times(percent, '1.2')

const rateOf = (percent: string, met: boolean): Achievement => ({
  kind: 'rate',
  percent,
  shown: rounded(percent, { mode: 'half-up', places: 1 }),
  met,
  working: { code: 'working-no-target', params: {} },
})

/** 値のない例。わけごとに、升目の身分を持つ。 */
export const factsWithout = (why: 'blank' | 'not-published' | 'qualitative'): GradeFacts => ({
  ...factsAt('0'),
  actual: why === 'qualitative' ? readFigure('計画策定', at) : { ...readFigure('', at), status: why },
  achievement: {
    kind: 'none',
    why: why === 'qualitative' ? 'qualitative' : 'no-actual',
    working: { code: `scales.example-${why}`, params: {} },
  },
  comparison: () => undefined,
  share: () => ({ kind: 'none', why: 'no-actual', working: { code: `scales.example-${why}`, params: {} } }),
  line: () => undefined,
})

/** 目標 0（待機児童 0 人）に届かない例。率がない。 */
export const factsNotMet: GradeFacts = {
  ...factsAt('0'),
  achievement: { kind: 'judged', met: false, working: { code: 'scales.example-not-met', params: {} } },
  comparison: () => undefined,
  share: () => ({ kind: 'judged', met: false, working: { code: 'scales.example-not-met', params: {} } }),
  line: () => undefined,
}
