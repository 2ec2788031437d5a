import { describe, expect, test } from 'vitest'
import { aNode, anIndicator, aProject } from './builders.ts'
import { countUnder } from './counts.ts'

const nodes = [aNode('基本目標1'), aNode('施策①', { parent: '基本目標1', level: '施策' }), aNode('基本目標2')]

describe('小計に数えるもの', () => {
  test('節の下の事業と KPI を数え、null なら計画の全体を数える', () => {
    const plan = {
      nodes,
      projects: [aProject('創業支援事業', { nodes: ['施策①'] }), aProject('観光振興事業', { nodes: ['基本目標2'] })],
      indicators: [anIndicator({ node: '施策①' }), anIndicator({ node: '基本目標2' })],
    }
    expect(countUnder(plan, '基本目標1')).toEqual({ projects: 1, indicators: 1 })
    expect(countUnder(plan, null)).toEqual({ projects: 2, indicators: 2 })
  })

  test('数値目標、再掲、KPIの設定が困難な行は数えず、内訳は数える', () => {
    const rows = [
      anIndicator({ id: 'k', node: '施策①' }),
      anIndicator({ node: '施策①', breakdownOf: 'k' }),
      anIndicator({ node: '施策①', repeatOf: 'k' }),
      anIndicator({ node: '施策①', counted: false }),
      anIndicator({ node: '基本目標1', class: '数値目標' }),
    ]
    expect(countUnder({ nodes, projects: [], indicators: rows }, '基本目標1').indicators).toBe(2)
  })

  test('どの基本目標の印もない事業は、計画の全体にだけ数える', () => {
    const plan = { nodes, projects: [aProject('公立保育園運営交付金事業')], indicators: [] }
    expect(countUnder(plan, null).projects).toBe(1)
    expect(countUnder(plan, '基本目標1').projects).toBe(0)
  })

  test('一覧と個票に載る同じ事業は一つに数える', () => {
    const list = aProject('新規就農者支援事業', { id: 'a', nodes: ['施策①'], shownIn: 'list' })
    const sheet = aProject('新規就農者支援事業', { nodes: ['施策①'], sameAs: ['a'] })
    expect(countUnder({ nodes, projects: [list, sheet], indicators: [] }, '基本目標1').projects).toBe(1)
  })
})
