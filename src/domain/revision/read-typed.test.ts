import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '#domain/language/say.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { isRevised } from '#domain/provenance.ts'
import { aNode, contentOf, indicatorIn, projectIn } from './a-plan-content.ts'
import { contentToAdopt } from './adopted-content.ts'
import { questionsAbout, whyNotRevised } from './ask-change.ts'
import { groundIn, groundText } from './ground.ts'
import { readTyped } from './read-typed.ts'
import { type Typed, typedOf } from './typed-entry.ts'
import { changedValue } from './value-words.ts'

const founding = indicatorIn('創業', '創業件数', {
  unit: '件',
  baseline: '30',
  targets: { 2023: '40', 2024: '45' },
  actual: '47件',
})
const typed = typedOf('indicator', founding)
const read = (changes: Typed, indicator = founding, shown = typed) =>
  readTyped('indicator', indicator, { ...shown, ...changes }, shown)
const after = (changes: Typed): Indicator => ({ ...founding, ...Object.fromEntries(read(changes).fields) })
const raws = (value: unknown) =>
  (value as Indicator['targets']).map(({ year, raw, value: number, unit }) => [year, raw, number, unit])

describe('打たれた字を読むと', () => {
  test('触れていない欄は何も変わらず、空きと改行の違いも触れたことにしない', () => {
    expect(read({}).fields.size).toBe(0)
    expect(read({ name: ' 創業件数 ', departments: '\r\n' }).fields.size).toBe(0)
  })

  test('直した目標だけが「改訂で決めた」所在になり、足した年度は年度の順に入り、消した年度はなくなる', () => {
    const targets = read({ 'targets.1.raw': '50件', 'targets.2.raw': '42', 'targets.2.year': 'R4' }).fields.get(
      'targets',
    )
    expect(raws(targets)).toEqual([
      [2022, '42', '42', '件'],
      [2023, '40', '40', null],
      [2024, '50件', '50', '件'],
    ])
    expect((targets as Indicator['targets']).map(({ place }) => isRevised(place))).toEqual([true, false, true])
    expect(raws(read({ 'targets.0.raw': '' }).fields.get('targets'))).toEqual([[2024, '45', '45', null]])
  })

  test('単位を変えると、単位の書かれていない値の単位もいっしょに変わる', () => {
    const { fields } = read({ unit: '社' })
    expect([...fields.keys()].toSorted()).toEqual(['baseline', 'targets', 'unit'])
    expect(raws(fields.get('targets')).map(([, , , unit]) => unit)).toEqual(['社', '社'])
  })

  test.each([
    [{ name: ' ' }, 'name', 'revision-name-empty'],
    [{ 'targets.0.raw': '######' }, 'targets', 'revision-figure-unreadable'],
    [{ 'targets.0.year': 'いつか' }, 'targets', 'revision-year-unreadable'],
    [{ 'accumulation.kind': 'ほか' }, 'accumulation', 'revision-choice-unknown'],
  ])('%o は断る', (changes, field, code) => {
    expect(read(changes).problems.get(field)?.code).toBe(code)
  })

  test('年度の逆さまな事業の期間は断り、印と実施主体は行ごとに読む', () => {
    const project = projectIn(['創業'], '創業塾')
    const shown = typedOf('project', project)
    const given = { 'period.from': 'R6', 'period.to': 'R4', tags: 'SDGs：4、8', implementers: '商工課\n商工会' }
    const { fields, problems } = readTyped('project', project, given, shown)
    expect(problems.get('period')?.code).toBe('revision-period-backwards')
    expect(Object.fromEntries(fields)).toEqual({ tags: { SDGs: ['4', '8'] }, implementers: ['商工課', '商工会'] })
  })

  test('何を打っても、投げない。読めた値をまた字にすると、同じ字に戻る', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...Object.keys(typed)), (text, name) => {
        const { fields } = read({ [name]: text })
        const again = typedOf('indicator', { ...founding, ...Object.fromEntries(fields) })
        expect(readTyped('indicator', founding, again, again).fields.size).toBe(0)
      }),
    )
  })
})

describe('変更のわけを問う', () => {
  test('実績の単位に換算できない目標は、断る。位だけの違いは断らない', () => {
    expect(whyNotRevised(after({ 'targets.1.raw': '50人' }))?.code).toBe('revision-unit-differs')
    expect(whyNotRevised(after({ 'targets.1.raw': '5千件' }))).toBeUndefined()
  })

  test.each([
    [
      '上方修正なのに実績を超えない',
      { 'targets.1.raw': '46件' },
      'raise-target',
      '新しい目標「46件」は、これまでの実績（47件）を超えていません。',
    ],
    [
      '数でなくなった',
      { 'targets.1.raw': '計画策定' },
      null,
      '新しい目標「計画策定」は数ではないので、達成率を計算できなくなります。',
    ],
    ['計画の期間の外', { 'targets.2.raw': '60', 'targets.2.year': 'R12' }, null, '令和12年度は、計画の期間の外です。'],
  ] as const)('%s', (_, changes, action, words) => {
    const plan = { firstYear: 2020, lastYear: 2024 }
    expect(questionsAbout(founding, after(changes), plan, action).map((message) => say(message))).toEqual([words])
  })

  test('実績を超える目標・目標に触れない直しは、問わない', () => {
    const plan = { firstYear: 2020, lastYear: 2024 }
    expect(questionsAbout(founding, after({ 'targets.1.raw': '50件' }), plan, 'raise-target')).toEqual([])
    expect(questionsAbout(founding, after({ name: '起業件数' }), plan, 'raise-target')).toEqual([])
  })
})

test('決めた中身には、前の版の図書が言っていた数も、変わった目標に対する印刷された達成率も残らない', () => {
  const printed = { ...founding, rates: [{ year: 2023, printed: '104.4', place: { line: 3 } }] }
  const base = contentOf({
    nodes: [aNode('創業')],
    indicators: [printed, { ...printed, id: '同じ' }],
    subtotals: [{ node: '創業', projects: 1, indicators: 2, place: { line: 9 } }],
  })
  const revised = {
    ...base,
    indicators: [
      { ...printed, targets: after({ 'targets.1.raw': '50件' }).targets },
      { ...printed, id: '同じ' },
    ],
  }
  const adopted = contentToAdopt(base, revised)
  expect(adopted.subtotals).toEqual([])
  expect(adopted.indicators.map(({ rates, actuals }) => [rates.length, actuals.length])).toEqual([
    [0, 1],
    [1, 1],
  ])
})

test.each(['other', 'public-comment', 'opinion:1', 'instruction:2', 'grade'])(
  'よりどころ %s は、字にして読むと戻る',
  (text) => {
    expect(groundText(groundIn(text, { kind: 'grade', year: 2022, grade: 'A' }))).toBe(text)
  },
)

test('評価のない指標は、評価をよりどころにできない', () => {
  expect(groundIn('grade', null)).toEqual({ kind: 'other' })
})

test('変更の値を、節は名で、目標は年度を添えて言う', () => {
  const change = { on: 'indicator', subjectId: '創業件数', op: 'set', replaces: null } as const
  const names = new Map([['n1', '施策1 創業の支援']])
  expect(changedValue({ ...change, field: 'node', before: 'n1', after: null }, 'before', names)).toEqual({
    text: '施策1 創業の支援',
  })
  expect(changedValue({ ...change, field: 'targets', before: founding.targets, after: [] }, 'before', names)).toEqual({
    text: '令和5年度 40\n令和6年度 45',
  })
})
