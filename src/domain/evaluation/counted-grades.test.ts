import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { aNode, anEvaluated, anEvaluation, aPlacedScale } from './a-graded-edition.ts'
import { countedByNode, countedGrades, countedWhole, ungradedCode } from './counted-grades.ts'
import { crossTables, sumOfCounts, totalOf } from './grade-counts.ts'
import { gradedPlan } from './graded-plan.ts'

const indicator = (node: string | null, actual: string, more: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator({ target: '100件', actual }),
  node,
  ...more,
})
const nodes = [aNode('g1'), aNode('g2'), aNode('m1', 'g1'), aNode('m2', 'g1')]
const graded = (indicators: readonly Indicator[], evaluations = [] as ReturnType<typeof anEvaluation>[]) => {
  const edition = anEvaluated(indicators, nodes)
  return {
    edition,
    plan: gradedPlan(edition, 2023, { scales: [aPlacedScale()], evaluations, evaluationYear: null }),
  }
}

describe('クロス表', () => {
  const goal = { class: '数値目標' }
  const { edition, plan } = graded([
    indicator('g1', '100件', goal),
    indicator('m1', '100件'),
    indicator('m1', '85件'),
    indicator('g2', '91件'),
  ])

  test('基本目標 × 種類の行と、種類ごとの合計。大仙市の表と同じ形', () => {
    expect(
      countedGrades(edition, plan).map(({ node, class: kind, counts, total }) => [node, kind, counts, total]),
    ).toEqual([
      ['g1', '数値目標', { A: 1, B: 0, C: 0, D: 0 }, false],
      ['g1', 'KPI', { A: 1, B: 0, C: 1, D: 0 }, false],
      ['g2', 'KPI', { A: 0, B: 1, C: 0, D: 0 }, false],
      [null, '数値目標', { A: 1, B: 0, C: 0, D: 0 }, true],
      [null, 'KPI', { A: 1, B: 1, C: 1, D: 0 }, true],
    ])
    expect(countedGrades(edition, plan).every(({ year }) => year === 2023)).toBe(true)
  })

  test('施策ごとにも。上の節は、下の節を合わせたもの', () => {
    const found = countedByNode(edition, plan)
    expect(found.map(({ node, total }) => [node.id, total])).toEqual([
      ['g1', 3],
      ['g2', 1],
      ['m1', 2],
    ])
    expect(found[2]?.shares).toEqual({ A: '50.0', B: '0.0', C: '50.0', D: '0.0' })
  })

  test('順位の外の区分と、評価なしは、一つでもあれば自分の欄を持つ', () => {
    const made = graded([indicator('g1', '―'), indicator('g1', '100件', { targets: [] })])
    expect(countedGrades(made.edition, made.plan)[0]?.counts).toEqual({
      A: 0,
      B: 0,
      C: 0,
      D: 0,
      '－': 1,
      [ungradedCode]: 1,
    })
  })

  test('再掲・内訳・数えないと断った指標は、数えない', () => {
    const made = graded([
      indicator('g1', '100件'),
      indicator('g2', '100件', { repeatOf: 'i1' }),
      indicator('g1', '100件', { breakdownOf: 'i1' }),
      indicator('g1', '100件', { counted: false }),
    ])
    expect(countedWhole(made.edition, made.plan)).toMatchObject({ counts: { A: 1 }, total: 1 })
  })
})

describe('どんな計画でも', () => {
  const anyIndicator = fc
    .record({
      node: fc.constantFrom('g1', 'g2', 'm1', 'm2', null),
      class: fc.constantFrom('数値目標', 'KPI'),
      actual: fc.constantFrom('100件', '95件', '82件', '3件', '―', '計画策定'),
      repeats: fc.boolean(),
      counted: fc.boolean(),
    })
    .map(({ node, actual, repeats, counted, class: kind }) =>
      indicator(node, actual, { class: kind, counted, repeatOf: repeats ? 'i1' : null }),
    )
  const anyPlan = fc.array(anyIndicator, { maxLength: 20 })

  test('行を足すと合計になり、合計は一度だけ数える指標の数', () => {
    fc.assert(
      fc.property(anyPlan, fc.option(fc.constantFrom('A', 'D')), (indicators, grade) => {
        const { edition, plan } = graded(indicators, grade === null ? [] : [anEvaluation({ grade })])
        const rows = countedGrades(edition, plan)
        expect(crossTables(rows).flatMap(({ differences }) => differences)).toEqual([])
        const total = totalOf(sumOfCounts(rows.filter((row) => !row.total))) ?? 0
        expect(total).toBe(edition.content.indicators.filter(countsOnce).length)
        expect(countedWhole(edition, plan).total).toBe(total)
      }),
    )
  })

  test('目標の節の数は、その目標の行の和', () => {
    fc.assert(
      fc.property(anyPlan, (indicators) => {
        const { edition, plan } = graded(indicators)
        for (const { node, total } of countedByNode(edition, plan).filter((each) => each.node.parent === null))
          expect(
            totalOf(sumOfCounts(countedGrades(edition, plan).filter((row) => !row.total && row.node === node.id))),
          ).toBe(total)
      }),
    )
  })
})
