import { describe, expect, test } from 'vitest'
import { anIndicator } from '../indicator/an-indicator.ts'
import type { PlanNode } from './draft.ts'
import { actualYears, columnYears, countsOnce, goalOver, goalsOf, nodeInWords, nodesById, pathTo } from './outline.ts'

const node = (id: string, given: Partial<PlanNode> = {}): PlanNode => ({
  id,
  parent: null,
  level: '基本目標',
  number: null,
  title: id,
  text: null,
  place: { line: 1 },
  ...given,
})

describe('基本目標', () => {
  const nodes = [
    node('全体', { level: '区分' }),
    node('a', { parent: '全体', number: '①', title: '暮らしを守る' }),
    node('個別', { level: '区分' }),
    node('b', { parent: '個別', number: '1', title: 'くらしを守る' }),
    node('施策', { parent: 'b', level: '施策' }),
  ]

  test('全体目標と個別目標に二度出る同じ番号の目標は、一つ', () => {
    expect(goalsOf({ nodes }).map(({ key, nodes: its }) => [key, its.map(({ id }) => id)])).toEqual([['1', ['a', 'b']]])
  })

  test('「基本目標」という段がなければ、いちばん上の段', () => {
    const plain = [node('x', { level: '政策' }), node('y', { level: '施策', parent: 'x' })]
    expect(goalsOf({ nodes: plain }).map(({ key }) => key)).toEqual(['x'])
  })

  test('どの節も、上の基本目標が分かる', () => {
    const goals = goalsOf({ nodes })
    expect(goalOver(goals, nodesById({ nodes }), '施策')?.key).toBe('1')
    expect(goalOver(goals, nodesById({ nodes }), '全体')).toBeUndefined()
    expect(goalOver(goals, nodesById({ nodes }), null)).toBeUndefined()
  })

  test('道すじは根から。輪になっていても止まる', () => {
    expect(pathTo(nodesById({ nodes }), '施策').map(({ id }) => id)).toEqual(['個別', 'b', '施策'])
    const ring = [node('p', { parent: 'q' }), node('q', { parent: 'p' })]
    expect(pathTo(nodesById({ nodes: ring }), 'p')).toHaveLength(2)
  })
})

test.each([
  [{ level: '基本目標', number: '1', title: 'しごとをつくる' }, '基本目標1 しごとをつくる'],
  [{ level: '施策分野', number: 'ii', title: '移住・定住支援' }, 'ii 移住・定住支援'],
  [{ level: '施策', number: null, title: '若者交流の推進' }, '若者交流の推進'],
  [{ level: '基本目標', number: '1', title: '基本目標1 しごと' }, '1 基本目標1 しごと'],
])('節の呼び名 %o', (given, words) => {
  expect(nodeInWords(node('n', given))).toBe(words)
})

describe('年度', () => {
  const indicators = [
    anIndicator({ actuals: { 2020: '34件', 2023: '47件', 2024: '-' }, target: '45件' }),
    anIndicator({ actuals: { 2021: '2件' } }),
  ]

  test('値のある年度に、線だけの年度は入らない', () => {
    expect(actualYears({ indicators })).toEqual([2020, 2021, 2023])
  })

  test('表の欄は、印刷された年度から計画の終わりまで、抜けなく', () => {
    expect(columnYears({ indicators }, 2025)).toEqual([2020, 2021, 2022, 2023, 2024, 2025])
    expect(columnYears({ indicators }, null)).toEqual([2020, 2021, 2022, 2023, 2024])
    expect(columnYears({ indicators: [] }, 2025)).toEqual([])
  })
})

test('再掲・内訳・KPIに数えない行は、数に入れない', () => {
  const one = anIndicator()
  expect(countsOnce(one)).toBe(true)
  expect(countsOnce({ ...one, repeatOf: 'x' })).toBe(false)
  expect(countsOnce({ ...one, breakdownOf: 'x' })).toBe(false)
  expect(countsOnce({ ...one, counted: false })).toBe(false)
})
