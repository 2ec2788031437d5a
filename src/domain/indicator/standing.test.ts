import { describe, expect, test } from 'vitest'
import { achievementIn } from './achievement.ts'
import { anIndicator, type IndicatorInWords } from './an-indicator.ts'
import { defaultRules } from './rules.ts'
import { latestSentence, standingCounts, standingIn, standingNow } from './standing.ts'

const plan = { firstYear: 2020, lastYear: 2024 }

const standing = (words: IndicatorInWords) => {
  const indicator = anIndicator(words)
  return standingIn(indicator, 2023, achievementIn(indicator, 2023, defaultRules, plan), plan)
}

describe('基準値（H30）から目標（R6）までの線に届いているか。R5 は 6 年のうちの 5 年', () => {
  test.each<[string, IndicatorInWords, string]>([
    ['達成', { baseline: '26件', target: '45件', actual: '47件' }, 'reached'],
    ['線の上', { baseline: '100件', target: '160件', actual: '150件' }, 'on-the-way'],
    ['線のわずか下', { baseline: '100件', target: '160件', actual: '149件' }, 'behind'],
    ['減らす・線の上', { baseline: '160件', target: '100件', actual: '110件' }, 'on-the-way'],
    ['減らす・線の下', { baseline: '160件', target: '100件', actual: '111件' }, 'behind'],
    ['率は83％でも始まりより悪い', { name: '就職率', baseline: '40.4%', target: '44.0%', actual: '36.5%' }, 'behind'],
    [
      '基準値なし・累計は0から',
      { accumulation: { kind: 'cumulative', since: null }, target: '100件', actual: '80件' },
      'on-the-way',
    ],
    [
      '基準値なし・累計で遅れ',
      { accumulation: { kind: 'cumulative', since: null }, target: '100件', actual: '79件' },
      'behind',
    ],
    ['基準値なし', { target: '100件', actual: '99件' }, 'behind'],
    ['維持に届かない', { baseline: '95件', target: '95件', actual: '94件' }, 'behind'],
    ['目標0に向かう', { name: '社会増減', baseline: '△350人', target: '0人', actual: '△50人' }, 'on-the-way'],
    ['目標0に遅れる', { name: '社会増減', baseline: '△350人', target: '0人', actual: '△200人' }, 'behind'],
    ['期間の合計', { total: '15件', actuals: { 2020: '3件', 2021: '4件', 2022: '3件', 2023: '2件' } }, 'on-the-way'],
    ['期間の合計の遅れ', { total: '15件', actuals: { 2020: '3件', 2021: '4件', 2022: '3件', 2023: '1件' } }, 'behind'],
    ['年度の目標に届かない', { targets: { 2023: '35', 2024: '36' }, actual: '34' }, 'behind'],
    ['定性', { target: '計画策定', actual: '計画策定' }, 'not-judged'],
    ['実績なし', { target: '3件', actual: '―' }, 'not-judged'],
  ])('%s', (_, words, expected) => {
    expect(standing(words)).toBe(expected)
  })

  test('その年度の目標がなくても、最終目標への線で見る', () => {
    const indicator = anIndicator({ baseline: '74人', targets: { 2023: '―', 2025: '108人' }, actual: '72人' })
    const toYear = { ...defaultRules, formula: 'ratio-to-year' } as const
    expect(standingNow(indicator, toYear, plan).standing).toBe('behind')
  })
})

test('数えるのは渡された指標だけ', () => {
  const indicators = [
    anIndicator({ target: '45件', actual: '47件' }),
    anIndicator({ target: '45件', actual: '30件' }),
    anIndicator({ target: '計画策定', actual: '計画策定' }),
  ]
  expect(standingCounts(indicators, defaultRules, plan)).toEqual({
    reached: 1,
    'on-the-way': 0,
    behind: 1,
    'not-judged': 1,
  })
})

describe('指標の頁の一文', () => {
  const sentence = (words: IndicatorInWords, lang?: 'en') =>
    latestSentence(anIndicator(words), defaultRules, plan, lang)

  test('率と達成', () => {
    const words = { target: '45件', actual: '47件' }
    expect(sentence(words)).toBe('令和5年度は47件。令和6年度目標45件に対し104.4％で、達成。')
    expect(sentence(words, 'en')).toBe('FY2023: 47件. 104.4% of the FY2024 target of 45件; met.')
  })

  test('新しい年度の値がまだないときは、値のある年度を言う', () => {
    expect(sentence({ target: '45件', actuals: { 2022: '43件', 2023: '―' } })).toBe(
      '令和4年度は43件。令和6年度目標45件に対し95.6％で、未達成。',
    )
  })

  test('目標0・定性・実績なし', () => {
    expect(sentence({ name: '待機児童数', target: '0人', actual: '0人' })).toBe('令和5年度は0人。目標0人を達成。')
    expect(sentence({ target: '前年度以上', actual: '12人' })).toBe(
      '令和5年度は12人。目標「前年度以上」はほかの値と比べるものなので率はない（実績：12人）。',
    )
    expect(sentence({ target: '計画策定', actual: '計画策定' })).toBe(
      '令和5年度は計画策定。目標「計画策定」は数ではないので率はない（実績：計画策定）。',
    )
    expect(sentence({ target: '計画策定', actual: '―' })).toBe('実績はまだありません。')
  })
})
