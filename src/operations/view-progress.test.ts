import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { planView } from './view-plan.ts'
import { allRows, type ProgressView, progressView } from './view-progress.ts'

const node = (id: string, parent: string | null, level: string): PlanNode => ({
  id,
  parent,
  level,
  number: id,
  title: `${level}の題`,
  text: null,
  place: { line: 1 },
})

/** 基本目標 `goals` 個、その下に施策 `measures` 個ずつ、施策ごとに `each` 件。 */
const edition = (goals: number, measures: number, each: number): Edition => {
  const nodes: PlanNode[] = []
  const indicators: Indicator[] = []
  for (let g = 1; g <= goals; g++) {
    nodes.push(node(`${g}`, null, '基本目標'))
    for (let m = 1; m <= measures; m++) {
      nodes.push(node(`${g}-${m}`, `${g}`, '施策'))
      for (let i = 1; i <= each; i++)
        indicators.push({
          ...anIndicator({ name: `指標${g}-${m}-${i}`, target: '10件', actual: '5件' }),
          id: `${g}-${m}-${i}`,
          node: `${g}-${m}`,
          departments: [`第${m}課`],
        })
    }
  }
  return {
    id: 'e',
    municipality: { code: '152081', name: '小千谷市' },
    title: '計画',
    kind: '総合計画',
    form: 'progress-table',
    firstYear: 2020,
    lastYear: 2024,
    rules: defaultRules,
    sources: [],
    content: { ...emptyContent, nodes, indicators },
  }
}

const idsOn = ({ rows }: ProgressView): readonly string[] =>
  rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.id] : []))

describe('大きな一覧表', () => {
  test('五つの目標に四十件ずつなら、目標の境で二つずつ三頁', () => {
    const plan = edition(5, 4, 10)
    const first = progressView(plan)
    expect(first.page).toMatchObject({ number: 1, of: 3, from: 1, to: 80, all: false, canShowAll: true })
    expect(first.page.goals.map((goals) => goals.map(({ key }) => key))).toEqual([['1', '2'], ['3', '4'], ['5']])
    expect(progressView(plan, { page: 3 }).page).toMatchObject({ from: 161, to: 200 })
    expect(first.shown).toMatchObject({ rows: 200, counted: 200, of: 200 })
  })

  test('次の頁の初めにも、その節の帯がある', () => {
    const bands = progressView(edition(1, 2, 100), { page: 2 }).rows.flatMap((row) =>
      row.kind === 'band' ? [row.node.id] : [],
    )
    expect(bands).toEqual(['1', '1-2'])
  })

  test('頁に分けてもまとめても、どの行もちょうど一度、印刷の順で載る', () => {
    const size = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(size, size, fc.integer({ min: 1, max: 60 }), (goals, measures, each) => {
        const plan = edition(goals, measures, each)
        const pages = Array.from({ length: progressView(plan).page.of }, (_, index) =>
          idsOn(progressView(plan, { page: index + 1 })),
        )
        expect(pages.flat()).toEqual(plan.content.indicators.map(({ id }) => id))
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 20 },
    )
  })

  test('印刷のために一頁にできるのは、限りまで。限りを超えれば頁のまま', () => {
    expect(progressView(edition(2, 2, 50), { page: 'all' }).page).toMatchObject({ of: 1, all: true, to: 200 })
    const large = progressView(edition(5, 5, 50), { page: 'all' })
    expect(large.page).toMatchObject({ all: false, canShowAll: false, number: 1 })
    expect(large.shown.rows).toBeGreaterThan(allRows)
  })

  test('ない頁は、いちばん近い頁', () => {
    expect(progressView(edition(2, 2, 50), { page: 99 }).page.number).toBe(2)
    expect(progressView(edition(2, 2, 50), { page: 0 }).page.number).toBe(1)
  })

  test('再掲は、元の行が同じ頁か、ほかの頁か、絞られて見えないかを言う', () => {
    const plan = edition(2, 2, 50)
    const { indicators } = plan.content
    const repeat = { ...anIndicator({ name: '再掲' }), id: 'r', node: '2-2', repeatOf: '1-1-1' }
    const view = (filter = {}) =>
      progressView({ ...plan, content: { ...plan.content, indicators: [...indicators, repeat] } }, filter)
    const firstOf = (shown: ProgressView) =>
      shown.rows.flatMap((row) => (row.kind === 'indicator' && row.indicator.id === 'r' ? [row.first?.page] : []))
    expect(firstOf(view({ page: 3 }))).toEqual([1])
    expect(firstOf(view({ page: 'all' }))).toEqual(['here'])
    expect(firstOf(view({ q: '再掲' }))).toEqual([undefined])
  })
})

describe('絞り込み', () => {
  const plan = edition(2, 3, 2)

  test('節で絞れば、その下の節の指標も', () => {
    expect(idsOn(progressView(plan, { node: '2' }))).toHaveLength(6)
    expect(idsOn(progressView(plan, { node: '2-1' }))).toEqual(['2-1-1', '2-1-2'])
    expect(idsOn(progressView(plan, { node: 'ない節' }))).toEqual([])
  })

  test('語は、名と担当課のどちらにあってもよく、どの語もあるもの', () => {
    expect(idsOn(progressView(plan, { q: '指標１－１　第1課' }))).toEqual(['1-1-1', '1-1-2'])
    expect(idsOn(progressView(plan, { q: '  ' }))).toHaveLength(12)
  })

  test('そのとおりの課がなければ、その語を含む課', () => {
    expect(idsOn(progressView(plan, { department: '第1課' }))).toHaveLength(4)
    expect(idsOn(progressView(plan, { department: '1課' }))).toHaveLength(4)
    expect(idsOn(progressView(plan, { department: '総務' }))).toEqual([])
  })
})

describe('大きな計画の木', () => {
  test('三百行までは行を並べ、超えれば数だけにする', () => {
    expect(planView(edition(3, 2, 50)).folded).toBe(false)
    expect(planView(edition(3, 2, 51)).folded).toBe(true)
  })

  test('節の数は、その下の節の数の合計', () => {
    const [goal] = planView(edition(2, 3, 2)).branches
    expect(goal).toMatchObject({ total: 6, rows: 6 })
    expect(goal?.branches.map(({ total }) => total)).toEqual([2, 2, 2])
    expect(Object.values(goal?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(6)
  })
})
