import { describe, expect, test } from 'vitest'
import { sdgGoal, sdgGoals } from './sdg.ts'

describe('SDGs のゴール', () => {
  test.each([
    ['SDGs', '4', 4],
    ['関連するSDGs', '１７', 17],
    ['ＳＤＧｓ', '4 質の高い教育をみんなに', 4],
    ['SDGs優先課題', 'ゴール11', 11],
    ['SDGs', 'SDG8', 8],
    ['SDGs', '4.3', 4],
    ['持続可能な開発目標', '目標 3', 3],
  ] as const)('%s の「%s」', (kind, value, goal) => {
    expect(sdgGoal(kind, value)).toBe(goal)
  })

  test.each([
    ['新たな視点', '1'],
    ['SDGs', '18'],
    ['SDGs', '0'],
    ['SDGs', '117'],
    ['SDGs', '質の高い教育をみんなに'],
    ['SDGs', ''],
    ['総合計画の関連施策', '4. 子育て支援の充実'],
  ])('%s の「%s」はゴールではない', (kind, value) => {
    expect(sdgGoal(kind, value)).toBeUndefined()
  })

  test('ゴールは 17', () => {
    expect(sdgGoals).toHaveLength(17)
  })
})
