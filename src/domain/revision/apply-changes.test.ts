import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanContent } from '#domain/plan/draft.ts'
import { fieldChanges } from '#domain/plan/field-changes.ts'
import { revisedPlace } from '#domain/provenance.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { aNode, anAdd, aRemoval, aSet, contentOf, indicatorIn, projectIn } from './a-plan-content.ts'
import { revisedContent } from './along-repeats.ts'
import { applyChanges } from './apply-changes.ts'
import { countsOfChanges, kindOfChange } from './kind-of-change.ts'
import { plainChanges } from './plain-changes.ts'
import { fieldOf, listOf, revisableFields, revisableKinds } from './revisable.ts'

const goal = aNode('目標')
const start = aNode('創業', '目標')
const farm = aNode('農業', '目標')
const founding = indicatorIn('創業', '創業件数')
const shops = indicatorIn('創業', '空き店舗')
const farmers = indicatorIn('農業', '新規就農者')
const content = contentOf({
  nodes: [goal, start, farm],
  indicators: [founding, shops, farmers],
  projects: [projectIn(['創業'], '創業塾'), projectIn(['創業', '農業'], '補助金')],
})
const target = (raw: string) => [readFigure(raw, { year: 2024, place: revisedPlace, scope: 'final' })]
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)
const whys = (conflicts: readonly { readonly why: string }[]) => conflicts.map(({ why }) => why)

describe('変更を重ねると', () => {
  test('欄だけが改まり、ほかの行はもとの値のまま', () => {
    const change = aSet('indicator', '創業件数', 'targets', founding.targets, target('50件'))
    const { content: after, conflicts } = applyChanges(content, [change])
    expect(after.indicators[0]?.targets[0]?.raw).toBe('50件')
    expect(after.indicators[1]).toBe(shops)
    expect(conflicts).toEqual([])
  })

  test('新しい指標は、同じ節の行の終わりに入る', () => {
    const added = { ...indicatorIn('創業', '相談件数'), place: revisedPlace }
    expect(ids(applyChanges(content, [anAdd('indicator', added)]).content.indicators)).toEqual([
      '創業件数',
      '空き店舗',
      '相談件数',
      '新規就農者',
    ])
  })

  test('節を移すと、指標もその節のところに並ぶ。id は変わらない', () => {
    const moved = aSet('indicator', '創業件数', 'node', '創業', '農業')
    expect(ids(applyChanges(content, [moved]).content.indicators)).toEqual(['空き店舗', '新規就農者', '創業件数'])
  })

  test('再掲の行にも及ぶが、その行に自分の変更があればそちらが勝つ', () => {
    const repeat = { ...founding, id: '再掲', node: '農業', repeatOf: '創業件数' }
    const whole = { ...content, indicators: [...content.indicators, repeat] }
    const change = aSet('indicator', '創業件数', 'targets', founding.targets, target('50件'))
    const raws = (changes: Parameters<typeof revisedContent>[1]) =>
      revisedContent(whole, changes).content.indicators.map(({ targets }) => targets[0]?.raw)
    expect(raws([change])).toEqual(['50件', '45件', '45件', '50件'])
    expect(raws([change, aSet('indicator', '再掲', 'targets', founding.targets, target('60件'))])).toEqual([
      '50件',
      '45件',
      '45件',
      '60件',
    ])
    expect(ids(revisedContent(whole, [aRemoval('indicator', founding)]).content.indicators)).toEqual([
      '空き店舗',
      '新規就農者',
    ])
  })
})

describe('そのままでは掛からない変更は、わけを言う', () => {
  test.each([
    [
      '書いたあとに値が変わった',
      aSet('indicator', '創業件数', 'name', '起業件数', '創業の数'),
      'changed-meanwhile',
      '創業件数',
    ],
    ['変えるものがもうない', aSet('indicator', '消えた', 'name', '甲', '乙'), 'subject-gone', null],
    ['載せなくするものがもうない', aRemoval('project', { id: '消えた' }), 'already-gone', null],
    ['入れるものがもうある', anAdd('node', goal), 'already-there', goal],
    ['置く先の節がない', anAdd('indicator', indicatorIn('消えた', '新しい')), 'parent-gone', null],
  ])('%s', (_, change, why, now) => {
    expect(applyChanges(content, [change]).conflicts).toEqual([{ change, why, now }])
  })

  test('載せなくした節の下に指標や事業が残れば、上の節へ移し、そう言う', () => {
    const { content: after, conflicts } = applyChanges(content, [aRemoval('node', start)])
    expect(after.indicators.map(({ node }) => node)).toEqual(['目標', '目標', '農業'])
    expect(after.projects.map(({ nodes }) => nodes)).toEqual([['目標'], ['農業']])
    expect(whys(conflicts)).toEqual(['still-used'])
  })

  test('二人が節を互いの下へ移しても、輪にはならない', () => {
    const { content: after, conflicts } = applyChanges(content, [
      aSet('node', '創業', 'parent', '目標', '農業'),
      aSet('node', '農業', 'parent', '目標', '創業'),
    ])
    expect(after.nodes.map(({ parent }) => parent)).toEqual([null, '目標', '創業'])
    expect(whys(conflicts)).toEqual(['in-a-circle'])
  })

  test('実績が入っただけの指標は、載せなくしても食い違いではない', () => {
    const measured = { ...founding, actuals: [readFigure('47件', { year: 2023, place: { line: 3 } })] }
    const now = { ...content, indicators: [measured, shops, farmers] }
    expect(applyChanges(now, [aRemoval('indicator', founding)]).conflicts).toEqual([])
  })
})

describe('変更の種類', () => {
  test.each([
    ['indicator', 'targets', 'target-changed'],
    ['indicator', 'name', 'indicator-renamed'],
    ['indicator', 'unit', 'indicator-redefined'],
    ['indicator', 'node', 'indicator-moved'],
    ['node', 'title', 'node-renamed'],
    ['node', 'parent', 'node-moved'],
    ['node', 'order', 'node-moved'],
    ['node', 'text', 'text-changed'],
    ['project', 'content', 'project-changed'],
    ['plan', 'title', 'heading-changed'],
  ] as const)('%s の %s は %s', (on, field, kind) => {
    expect(kindOfChange(aSet(on, 'x', field, 'a', 'b'))).toBe(kind)
  })

  test('差替えは一つに数え、廃止と新規には数えない。単位と測り方を直しても定義の変更は一つ', () => {
    const counts = countsOfChanges([
      anAdd('indicator', indicatorIn('創業', '相談件数'), '空き店舗'),
      aRemoval('indicator', shops),
      aSet('indicator', '創業件数', 'unit', '件', '社'),
      aSet('indicator', '創業件数', 'measured', null, '年度末'),
      aSet('indicator', '空き店舗', 'name', '空き店舗', '載せない行の変更'),
    ])
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([
      ['indicator-redefined', 1],
      ['indicator-replaced', 1],
    ])
  })
})

/** 節の木と、そこにぶら下がる指標・事業。 */
const names = ['あ', 'い', 'う', 'え', 'お', 'か', 'き', 'く']
const contents: fc.Arbitrary<PlanContent> = fc
  .record({
    order: fc.shuffledSubarray(names),
    parents: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    titles: fc.array(fc.constantFrom('甲', '乙'), { minLength: 8, maxLength: 8 }),
    indicators: fc.shuffledSubarray(names),
    at: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    goals: fc.array(fc.constantFrom('45件', '50件', '維持', '―'), { minLength: 8, maxLength: 8 }),
    projects: fc.shuffledSubarray(names),
  })
  .map(({ order, parents, titles, indicators, at, goals, projects }) => {
    const of = <T>(values: readonly T[], name: string) => values[names.indexOf(name)] as T
    // 親は自分より前の名から取るので、輪にならない。
    const parentOf = (name: string) => {
      const earlier = order.filter((each) => names.indexOf(each) < names.indexOf(name))
      return [...earlier, null][of(parents, name) % (earlier.length + 1)] ?? null
    }
    const nodeOf = (name: string) => [...order, null][of(at, name) % (order.length + 1)] ?? null
    return contentOf({
      nodes: order.map((name) => aNode(name, parentOf(name), { title: of(titles, name), level: '節' })),
      indicators: indicators.map((name) => indicatorIn(nodeOf(name), `指標${name}`, { target: of(goals, name) })),
      projects: projects.map((name) =>
        projectIn(
          [nodeOf(name)].flatMap((id) => id ?? []),
          `事業${name}`,
        ),
      ),
    })
  })

const revisableIn = (whole: PlanContent) =>
  revisableKinds.map((kind) =>
    whole[listOf[kind]].map((entry) => [
      entry.id,
      Object.fromEntries(revisableFields[kind].map((field) => [field, fieldOf(entry, field)])),
    ]),
  )

describe('どんな二つの中身でも', () => {
  test('違いを変更にして前の中身に重ねると、後の中身になる', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const { content: made, conflicts } = applyChanges(before, plainChanges(before, after))
        expect(conflicts).toEqual([])
        expect(fieldChanges({ all: revisableIn(made) }, { all: revisableIn(after) })).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('同じ中身には変更がない', () => {
    fc.assert(
      fc.property(contents, (same) => {
        expect(plainChanges(same, structuredClone(same))).toEqual([])
      }),
    )
  })

  test('欄の変更は、掛ける順によらない', () => {
    fc.assert(
      fc.property(contents, contents, fc.nat(), (before, after, seed) => {
        const sets = plainChanges(before, after).filter(({ op, field }) => op === 'set' && field !== 'order')
        const turned = sets.toSorted((a, b) => ((a.subjectId.length * 7 + seed) % 3) - ((b.field.length + seed) % 3))
        const fields = (changes: typeof sets) =>
          new Map(revisableIn(applyChanges(before, changes).content).flat() as [string, unknown][])
        expect(fields(turned.toReversed())).toEqual(fields(sets))
      }),
    )
  })
})
