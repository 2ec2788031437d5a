import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '#domain/language/say.ts'
import { compare } from '#domain/quantity/decimal.ts'
import { actualAtRate, factsAt } from './example-facts.ts'
import { gradeByFacts } from './mechanical-grade.ts'
import { presetNamed } from './presets/scale-presets.ts'
import type { Grade, GradeRule, Scale } from './scale.ts'
import { examplesOf } from './scale-examples.ts'
import { scaleProblems } from './scale-problems.ts'

const grade = (code: string, rule: GradeRule): Grade => ({ code, label: code, meaning: '', symbol: code, rule })

const scaleOf = (...grades: readonly Grade[]): Scale => ({ id: 's', name: '区分', grades, outside: [] })

const rates = (...edges: readonly (string | undefined)[]): Scale =>
  scaleOf(...edges.map((from, rank) => grade(String.fromCharCode(65 + rank), { on: 'rate', from })))

const codes = (scale: Scale): readonly string[] =>
  scaleProblems(scale).map(({ code }) => code.slice('scales.problem-'.length))

describe('直すところ', () => {
  test.each<[string, Scale, readonly string[]]>([
    ['区分がない', scaleOf(), ['no-grades']],
    ['よい区分', rates('100', '80', undefined), []],
    ['符号の重なり', scaleOf(grade('A', { on: 'rate', from: '80' }), grade('A', { on: 'rate' })), ['same-code']],
    ['数でない境', rates('８割', undefined), ['not-number']],
    [
      '以上と超の両方',
      scaleOf(grade('A', { on: 'rate', from: '80', above: '80' }), grade('B', { on: 'rate' })),
      ['two-edges'],
    ],
    ['順が逆', rates('80', '100', undefined), ['shadowed']],
    ['同じ境が二つ', rates('80', '80', undefined), ['shadowed']],
    ['残りすべてが二つ', rates('80', undefined, undefined), ['shadowed']],
    ['すき間', rates('100', '80'), ['gap']],
    ['人と機械が混じる', scaleOf(grade('A', { on: 'rate', from: '80' }), grade('B', { on: 'human' })), ['mixed']],
    [
      '点数と率が混じる',
      scaleOf(grade('A', { on: 'points', from: '5' }), grade('B', { on: 'rate' })),
      ['mixed-points'],
    ],
    ['観点がない', scaleOf(grade('A', { on: 'points', from: '5' }), grade('B', { on: 'points' })), ['no-points']],
    [
      '同水準の幅がない',
      scaleOf(
        grade('A', { on: 'comparison', when: 'around-baseline' }),
        grade('B', { on: 'comparison', when: 'otherwise' }),
      ),
      ['no-width'],
    ],
    [
      '基準値より悪いときの区分がない',
      scaleOf(
        grade('A', { on: 'comparison', when: 'at-target' }),
        grade('B', { on: 'comparison', when: 'above-baseline' }),
      ),
      ['gap'],
    ],
    [
      '「残り」が上にある',
      scaleOf(grade('A', { on: 'comparison', when: 'otherwise' }), grade('B', { on: 'comparison', when: 'at-target' })),
      ['shadowed'],
    ],
    ['達しないときの区分がない', scaleOf(grade('A', { on: 'reached', met: true, settled: true })), ['gap']],
  ])('%s', (_, scale, expected) => {
    expect(codes(scale)).toEqual(expected)
  })

  test('重なりとすき間は、例の値と、どちらが取るかを言う', () => {
    expect(scaleProblems(rates('80', '100', undefined)).map((each) => say(each))).toEqual([
      '区分「B」は決して選ばれません。上にある「A」が先に当てはまります。順を入れかえるか、境を直してください。例：達成率 100.1％。',
    ])
    expect(say(scaleProblems(rates('100', '80'))[0] ?? { code: '', params: {} })).toContain('例：達成率 79.96％')
  })

  test('届かない点数を言う', () => {
    const aioi = presetNamed('aioi')?.scale
    if (!aioi) throw new Error('no preset')
    const [first, ...rest] = aioi.grades
    const scale = { ...aioi, grades: first ? [{ ...first, rule: { on: 'points', from: '21' } as const }, ...rest] : [] }
    expect(scaleProblems(scale).map((each) => say(each))).toEqual([
      '区分「A」には、どの選び方でも届きません（合計は −4～20点）。境か点を直してください。',
    ])
    expect(codes({ ...aioi, grades: aioi.grades.slice(0, 3) })).toEqual(['points-gap'])
  })
})

test('例は、境と、印刷すれば境と同じになる値と、値のないものを並べる', () => {
  const shown = examplesOf(rates('100', '80', undefined)).map(({ value, answer }) => [
    say(value),
    answer.kind === 'ask' ? '人' : answer.grade.code,
  ])
  expect(shown).toEqual(
    expect.arrayContaining([
      ['達成率 100.1％', 'A'],
      ['達成率 100％', 'A'],
      ['達成率 99.96％', 'B'],
      ['達成率 80％', 'B'],
      ['達成率 79.96％', 'C'],
      ['達成率 −5％', 'C'],
      ['実績が空欄', '人'],
    ]),
  )
  expect(examplesOf(rates('八割'))).toEqual([])
})

const edge = fc.integer({ min: -50, max: 2000 }).map((tenths) => (tenths / 10).toString())
const edges = fc.uniqueArray(edge, { minLength: 1, maxLength: 6 }).map((each) => each.toSorted((a, b) => compare(b, a)))
const percent = fc.integer({ min: -100000, max: 300000 }).map((thousandths) => (thousandths / 1000).toString())

const rankOf = (scale: Scale, at: string): number => {
  const answer = gradeByFacts(factsAt(actualAtRate(at)), scale)
  return answer.kind === 'graded' ? scale.grades.findIndex(({ code }) => code === answer.grade.code) : -1
}

test('直すところがなければ、どの率にもちょうど一つの区分が決まり、率が高いほど悪くならない', () => {
  fc.assert(
    fc.property(edges, percent, percent, (given, one, other) => {
      const scale = rates(...given, undefined)
      expect(scaleProblems(scale)).toEqual([])
      const [low, high] = compare(one, other) <= 0 ? [one, other] : [other, one]
      const [worse, better] = [rankOf(scale, low), rankOf(scale, high)]
      expect(Math.min(worse, better)).toBeGreaterThanOrEqual(0)
      expect(better).toBeLessThanOrEqual(worse)
    }),
  )
})

test('境の順がどうでも、選ばれる区分と「決して選ばれない」と言う区分で、すべてになる', () => {
  fc.assert(
    fc.property(fc.array(edge, { minLength: 1, maxLength: 5 }), (given) => {
      const scale = rates(...given, undefined)
      const never = scaleProblems(scale).map(({ params }) => String(params.grade))
      const chosen = scale.grades.filter(({ rule }, rank) => {
        const from = rule.on === 'rate' ? rule.from : undefined
        return from === undefined || rankOf(scale, from) === rank
      })
      expect([...never, ...chosen.map(({ code }) => code)].toSorted()).toEqual(scale.grades.map(({ code }) => code))
    }),
  )
})
