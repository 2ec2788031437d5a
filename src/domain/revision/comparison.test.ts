import { describe, expect, test } from 'vitest'
import type { PlanContent } from '../plan/draft.ts'
import { aNode, anAdd, aRemoval, aSet, contentOf, indicatorIn, projectIn } from './a-plan-content.ts'
import { applyChanges } from './apply-changes.ts'
import { changeLines } from './change-lines.ts'
import { type ComparedChange, comparisonOf, isChanged, type Sides } from './comparison.ts'
import { plainChanges } from './plain-changes.ts'

const content = contentOf({
  nodes: [
    aNode('g1', null, { number: '1', title: '仕事' }),
    aNode('a', 'g1', { title: '農業' }),
    aNode('b', 'g1', { title: '商業' }),
    aNode('c', 'g1', { title: '観光' }),
    aNode('g2', null, { number: '2', title: '人' }),
    aNode('d', 'g2', { title: '移住' }),
  ],
  indicators: [indicatorIn('a', 'i1'), indicatorIn('a', 'i2'), indicatorIn('b', 'i3')],
  projects: [projectIn(['a'], 'p1'), projectIn(['a', 'b'], 'p2')],
})

const edition = (its: PlanContent): Sides['base'] => ({ title: '計画', firstYear: 2020, lastYear: 2024, content: its })
const sidesOf = (changes: readonly ComparedChange[], before = content): Sides => ({
  base: edition(before),
  revised: edition(applyChanges(before, changes).content),
  changes,
})
const of = (changes: readonly ComparedChange[], all = false) => comparisonOf(sidesOf(changes), all)
const outline = (changes: readonly ComparedChange[], all = false) =>
  of(changes, all).nodes.map(
    ({ node, self, entries }) => `${node.id}:${self.state}[${entries.map(({ id, state }) => `${id}:${state}`)}]`,
  )

describe('改めたところと、その上の節だけ', () => {
  test('変更がなければ、空', () => {
    expect(of([])).toEqual({ heading: null, nodes: [], loose: [] })
  })

  test('指標を改めた節と、上の基本目標', () => {
    expect(outline([aSet('indicator', 'i3', 'name', 'i3', '創業件数')])).toEqual(['g1:same[]', 'b:same[i3:changed]'])
  })

  test('廃止した節は、もとの所に。新しい節は、下の節の終わりに', () => {
    const removed = content.nodes.find(({ id }) => id === 'b')
    const changes = [
      aSet('indicator', 'i3', 'node', 'b', 'a'),
      aRemoval('node', removed as { id: string }),
      anAdd('node', aNode('n', 'g1', { title: '新しい施策' })),
    ]
    expect(outline(changes)).toEqual(['g1:same[]', 'a:same[i3:same]', 'b:removed[]', 'n:new[]'])
    const [, moved] = of(changes).nodes
    expect(moved?.entries[0]?.movedFrom).toBe('基本目標1 「商業」')
  })

  test('廃止した指標は、前にあった指標のあとに', () => {
    expect(
      outline([
        aRemoval('indicator', content.indicators[0] as { id: string }),
        aSet('indicator', 'i2', 'name', 'i2', '新しい名'),
      ]),
    ).toEqual(['g1:same[]', 'a:same[i1:removed,i2:changed]'])
  })

  test('代替指標は、もとの指標と一行に', () => {
    const changes = [
      anAdd('indicator', indicatorIn('a', 'i9'), 'i1'),
      aRemoval('indicator', content.indicators[0] as { id: string }),
    ]
    expect(outline(changes)).toEqual(['g1:same[]', 'a:same[i9:replaced]'])
    expect(of(changes).nodes[1]?.entries[0]?.lines[0]).toMatchObject({ before: 'i1', after: 'i9' })
  })

  test('よその節へ移した節は、新しい所に、もとの所を添えて', () => {
    const [, moved] = of([aSet('node', 'c', 'parent', 'g1', 'g2')]).nodes
    expect([moved?.node.id, moved?.self.movedFrom, moved?.goal]).toEqual(['c', '基本目標1 「観光」', '2'])
  })

  test('順だけを入れ替えた', () => {
    const [, moved] = of([aSet('node', 'c', 'order', 'b', 'g1')]).nodes
    expect([moved?.node.id, moved?.self.reordered, moved?.self.state]).toEqual(['c', true, 'same'])
  })
})

test('改めていないところも並べると、すべての節と指標。事業は改めたものだけ', () => {
  expect(outline([], true)).toEqual([
    'g1:same[]',
    'a:same[i1:same,i2:same]',
    'b:same[i3:same]',
    'c:same[]',
    'g2:same[]',
    'd:same[]',
  ])
})

test('計画の題と期間', () => {
  const { base } = sidesOf([])
  const { heading } = comparisonOf({ base, revised: { ...base, title: '計画（改訂版）', lastYear: 2026 }, changes: [] })
  expect(heading?.lines.map(({ before, after }) => [before, after])).toEqual([
    ['計画', '計画（改訂版）'],
    ['令和2年度～令和6年度', '令和2年度～令和8年度'],
  ])
})

test('再掲の行は、もとの行に代わらせる', () => {
  const repeated = contentOf({
    ...content,
    indicators: [...content.indicators, indicatorIn('b', 'r1', {}, { repeatOf: 'i1', name: 'i1' })],
  })
  const changes = [aSet('indicator', 'i1', 'name', 'i1', '新しい名'), aSet('indicator', 'r1', 'name', 'i1', '新しい名')]
  const rows = comparisonOf(sidesOf(changes, repeated)).nodes
  expect(rows.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(['i1'])
})

test('理由のない二つの版でも、同じ並びになる', () => {
  const { base, revised } = sidesOf([
    aSet('node', 'a', 'text', null, '本文'),
    anAdd('indicator', indicatorIn('d', 'i7')),
  ])
  const plain = plainChanges(base.content, revised.content)
  const rows = comparisonOf({ base, revised, changes: plain }).nodes
  expect(rows.filter(({ self, entries }) => isChanged(self) || entries.length > 0).map(({ node }) => node.id)).toEqual([
    'a',
    'd',
  ])
})

test('主な変更内容の一行。何を改めたかまで言う理由はそのまま、わけだけなら添える', () => {
  const because = (change: ComparedChange, reason: string): ComparedChange => ({ ...change, reason })
  const rows = of([
    because(aSet('node', 'a', 'text', null, '本文'), 'スマート農業に関する取組を追加'),
    because(aRemoval('project', content.projects[0] as { id: string }), '国の制度の終了による'),
    aSet('project', 'p2', 'name', 'p2', '担い手事業'),
  ]).nodes.filter(({ node }) => node.id === 'a')
  expect(rows[0] && changeLines(rows, rows[0].node)).toEqual([
    'スマート農業に関する取組を追加',
    '事業「p1」を廃止（国の制度の終了による）',
    '「p2」を事業「担い手事業」に改称',
  ])
})
