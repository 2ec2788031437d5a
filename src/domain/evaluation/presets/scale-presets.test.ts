import { describe, expect, test } from 'vitest'
import { anIndicator, type IndicatorInWords } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import { say } from '#domain/language/say.ts'
import type { Absence } from '#domain/quantity/figure.ts'
import { mechanicalGrade } from '../mechanical-grade.ts'
import { gradeByPoints, suggestedChoice } from '../points.ts'
import type { GradeAnswer } from '../scale.ts'
import { scaleProblems } from '../scale-problems.ts'
import { presetNamed, scalePresets } from './scale-presets.ts'

const edition = { firstYear: 2020, lastYear: 2024, rules: defaultRules }

const scaleOf = (id: string) => {
  const preset = presetNamed(id)
  if (!preset) throw new Error(`no preset "${id}"`)
  return preset.scale
}

const codeOf = (answer: GradeAnswer): string => (answer.kind === 'ask' ? answer.working.code : answer.grade.code)

/** 2022 年度（5 年計画の 3 年目）の実績で判じた区分。 */
const judged = (id: string, words: IndicatorInWords, year = 2022): string =>
  codeOf(mechanicalGrade(anIndicator(words), year, edition, scaleOf(id)))

/** 目標 10000 件に対する率（％の百倍が件数になる）。 */
const atRate = (id: string, percent: number): string =>
  judged(id, { target: '10000件', actuals: { 2022: `${Math.round(percent * 100)}件` } })

const withStatus = (id: string, status: Absence): string => {
  const indicator = anIndicator({ target: '10件', actuals: { 2022: '―' } })
  const actuals = indicator.actuals.map((actual) => ({ ...actual, status }))
  return codeOf(mechanicalGrade({ ...indicator, actuals }, 2022, edition, scaleOf(id)))
}

describe('すべての見本', () => {
  test('十四より多く、id は一つずつ', () => {
    expect(scalePresets.length).toBeGreaterThanOrEqual(14)
    expect(new Set(scalePresets.map(({ scale }) => scale.id)).size).toBe(scalePresets.length)
  })

  test.each(scalePresets.map((preset) => [preset.scale.id, preset] as const))(
    '%s は直すところがなく、日英の説明がある',
    (id, preset) => {
      expect(scaleProblems(preset.scale).map((each) => say(each))).toEqual([])
      for (const code of [`scales.about-${id}`, ...(preset.criteria === 'reading' ? [`scales.reading-${id}`] : [])])
        expect(say({ code, params: {} }, 'en')).not.toBe(say({ code, params: {} }))
      expect(preset.source.body).not.toBe('')
      expect(preset.source.paper).not.toBe('')
    },
  )
})

/** 率の区分：率 → 区分。境ちょうど、0.01 下、印刷すれば境と同じ値。 */
test.each<[string, readonly (readonly [number, string])[]]>([
  [
    'manifesto-2019',
    [
      [100, 'A'],
      [99.99, 'B'],
      [90, 'B'],
      [89.96, 'C'],
      [80, 'C'],
      [79.96, 'D'],
      [0, 'D'],
    ],
  ],
  [
    'nagano',
    [
      [100, '順調'],
      [99.99, '概ね順調'],
      [80, '概ね順調'],
      [79.99, '要努力'],
    ],
  ],
  [
    'nagayo-abc',
    [
      [110, 'A'],
      [109.99, 'B'],
      [100, 'B'],
      [90.01, 'B'],
      [90, 'C'],
    ],
  ],
  [
    'fuji',
    [
      [193.2, '80'],
      [80, '80'],
      [79.99, '50'],
      [50, '50'],
      [49.99, '20'],
      [20, '20'],
      [19.99, '0'],
    ],
  ],
  [
    'nagoya-port',
    [
      [80, '順調'],
      [79.96, 'やや遅れ'],
      [60, 'やや遅れ'],
      [59.99, '遅れ'],
    ],
  ],
  [
    'agui',
    [
      [80, 'A'],
      [79.99, 'B'],
      [50, 'B'],
      [49.99, 'C'],
    ],
  ],
  [
    'daisen-by-rate',
    [
      [100, 'A'],
      [99.99, 'B'],
      [80, 'B'],
      [79.96, 'C'],
      [50, 'C'],
      [49.99, 'D'],
    ],
  ],
])('%s は公表の境で分かれる', (id, cases) => {
  expect(cases.map(([percent]) => [percent, atRate(id, percent)])).toEqual(cases)
})

test('富士市の「その他」は率の出ないもの', () => {
  expect(judged('fuji', { target: '計画策定', actuals: { 2022: '計画策定' } })).toBe('他')
  expect(judged('fuji', { target: '10件', actuals: { 2022: '―' } })).toBe('他')
})

/** 基準値 100、目標 200 の指標の、実績 → 区分。 */
test.each<[string, readonly (readonly [string, string])[]]>([
  [
    'nagayo-sabc',
    [
      ['201人', 'S'],
      ['200人', 'A'],
      ['101人', 'A'],
      ['100人', 'B'],
      ['90人', 'B'],
      ['89人', 'C'],
      ['―', '－'],
    ],
  ],
  [
    'ino',
    [
      ['201人', '◎'],
      ['200人', '○'],
      ['199人', '△'],
      ['101人', '△'],
      ['100人', '×'],
      ['99人', '×'],
    ],
  ],
  [
    'kakamigahara',
    [
      ['101人', '順調'],
      ['100人', '順調でない'],
      ['99人', '順調でない'],
    ],
  ],
  [
    'cabinet-office',
    [
      ['201人', '1'],
      ['200人', '2'],
      ['140人', '2'],
      ['139人', '3'],
      ['101人', '3'],
      ['100人', '4'],
      ['99人', '4'],
    ],
  ],
])('%s は目標・基準値との比べで分かれる', (id, cases) => {
  const words = { baseline: '100人', target: '200人' }
  expect(cases.map(([actual]) => [actual, judged(id, { ...words, actuals: { 2022: actual } })])).toEqual(cases)
})

test('長与町・いの町は減らす指標でも同じ', () => {
  const words = { baseline: '75人', target: '60人' }
  const at = (id: string, actual: string) => judged(id, { ...words, actuals: { 2022: actual } })
  expect([at('nagayo-sabc', '59人'), at('nagayo-sabc', '60人'), at('nagayo-sabc', '83人')]).toEqual(['S', 'A', 'C'])
  expect([at('ino', '59人'), at('ino', '60人'), at('ino', '74人'), at('ino', '75人')]).toEqual(['◎', '○', '△', '×'])
})

test('いの町の × には事業終了も、「評価なし」は目標のないもの', () => {
  expect(withStatus('ino', 'ended')).toBe('×')
  expect(judged('ino', { target: '設定しない', actuals: { 2022: '3件' } })).toBe('－')
})

test('多摩市は n 年目に目標の n×20％が要る', () => {
  const at = (year: number, actual: string) => judged('tama', { target: '1000件', actuals: { [year]: actual } }, year)
  expect([at(2020, '200件'), at(2020, '199件'), at(2020, '120件'), at(2020, '119件')]).toEqual(['①', '②', '②', '③'])
  expect([at(2022, '600件'), at(2022, '599件'), at(2022, '360件'), at(2022, '359件')]).toEqual(['①', '②', '②', '③'])
  expect([at(2024, '1000件'), at(2024, '999件'), at(2024, '600件'), at(2024, '599件')]).toEqual(['①', '②', '②', '③'])
})

/** 基準値 2018 年 100、目標 2024 年 200：2022 年度の線は 100＋100×4/6。 */
test('国の成長戦略は経過期間の割合と比べる', () => {
  const at = (actual: string) =>
    judged('growth-strategy', { baseline: '100件', target: '200件', actuals: { 2022: actual } })
  expect([at('167件'), at('166件'), at('99件')]).toEqual(['A', 'B', 'B'])
  expect(judged('growth-strategy', { target: '計画策定', actuals: { 2022: '計画策定' } })).toBe('F')
  expect(judged('growth-strategy', { target: '10件', actuals: { 2022: '―' } })).toBe('N')
  expect(judged('growth-strategy', { target: '10件', actuals: { 2022: '5件' } })).toBe('grade-no-expected')
})

test('福岡市は±3ポイント未満を維持とする（件数には当てない）', () => {
  const at = (actual: string) => judged('fukuoka', { baseline: '50.0%', target: '80.0%', actuals: { 2022: actual } })
  expect([at('70.0%'), at('69.9%'), at('50.0%'), at('47.1%'), at('47.0%')]).toEqual(['a', 'b', 'b', 'b', 'c'])
  expect(judged('fukuoka', { baseline: '50件', target: '80件', actuals: { 2022: '49件' } })).toBe('c')
})

test('田川市は伸びで見る', () => {
  const at = (actual: string) => judged('tagawa', { baseline: '100件', target: '200件', actuals: { 2022: actual } })
  expect([at('167件'), at('166件'), at('101件'), at('100件'), at('99件'), at('―')]).toEqual([
    'A',
    'B',
    'B',
    'C',
    'C',
    '－',
  ])
})

test('福島県は値の確定前を「見込み」とし、値がなければ人に尋ねる', () => {
  const at = (actual: string, status: 'given' | 'provisional' | 'estimated') => {
    const indicator = anIndicator({ target: '10件', actuals: { 2022: actual } })
    const actuals = indicator.actuals.map((each) => ({ ...each, status }))
    return codeOf(mechanicalGrade({ ...indicator, actuals }, 2022, edition, scaleOf('fukushima')))
  }
  expect([at('10件', 'given'), at('9件', 'given')]).toEqual(['達成', '未達成'])
  expect([at('10件', 'provisional'), at('9件', 'estimated')]).toEqual(['達成見込', '未達見込'])
  expect(withStatus('fukushima', 'not-published')).toBe('grade-no-reach')
  expect(withStatus('fukushima', 'not-measured')).toBe('－')
})

test('相生市は四項目の合計', () => {
  const at = (...marks: readonly string[]) =>
    codeOf(gradeByPoints(scaleOf('aioi'), Object.fromEntries(marks.map((mark, index) => [String(index + 1), mark]))))
  expect(at('◎', '◎', '○', '▲')).toBe('A') // 11
  expect(at('◎', '◎', '△', '△')).toBe('B') // 10
  expect(at('○', '○', '△', '△')).toBe('B') // 4
  expect(at('◎', '△', '▲', '▲')).toBe('C') // 3
  expect(at('△', '△', '△', '△')).toBe('C') // 0
  expect(at('△', '△', '△', '▲')).toBe('D') // −1
  expect(at('◎', '◎', '◎')).toBe('grade-points-missing')
})

test('佐野市は達成率の7段階と取組方針の3段階', () => {
  const { points = [] } = scaleOf('sano')
  const [rate] = points
  const of = (percent: string) => rate && suggestedChoice(rate, percent)?.points
  expect(['100', '99.99', '90', '89.99', '80', '70', '60', '50', '49.99'].map(of)).toEqual([
    '7',
    '6',
    '6',
    '5',
    '5',
    '4',
    '3',
    '2',
    '1',
  ])
  const at = (...picks: readonly string[]) =>
    codeOf(
      gradeByPoints(scaleOf('sano'), Object.fromEntries(points.map(({ code }, index) => [code, picks[index] ?? '']))),
    )
  expect([at('7', '7', '1', '1'), at('7', '6', '1', '1'), at('7', '4', '1', '1')]).toEqual(['1', '2', '2'])
  expect([at('6', '4', '1', '1'), at('5', '4', '1', '1'), at('4', '4', '1', '1')]).toEqual(['3', '3', '4'])
})

describe('人が選ぶ見本は、機械では決めない', () => {
  test.each(['daisen', 'ueda', 'akiruno', 'kitsuki', 'nagareyama'])('%s', (id) => {
    expect(judged(id, { target: '10件', actuals: { 2022: '12件' } })).toBe('grade-needs-person')
  })

  test('区分の並びは公表のとおり', () => {
    const codes = (id: string) =>
      scaleOf(id)
        .grades.map(({ code }) => code)
        .join('')
    expect([codes('daisen'), codes('ueda'), codes('akiruno'), codes('kitsuki'), codes('nagareyama')]).toEqual([
      'ABCD',
      '◎○△×',
      'SABC',
      'ABCD',
      'ABC',
    ])
  })

  test('あきる野市の完了・未着手・中止は、実績の身分から', () => {
    expect([
      withStatus('akiruno', 'ended'),
      withStatus('akiruno', 'not-started'),
      withStatus('akiruno', 'cancelled'),
    ]).toEqual(['F', 'X', 'Y'])
  })
})
