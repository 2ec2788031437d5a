import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { anEdition, madeBy, notesInWords, refusalOf, rowsInWords, tablesIn } from '../rows/an-edition.ts'
import { gradeSummary } from './grade-summary.ts'

const place = { line: 1 }
const goal = (number: string): PlanNode => ({
  id: `g${number}`,
  parent: null,
  level: '基本目標',
  number,
  title: `目標${number}`,
  text: null,
  place,
})

const graded = (node: string, printed: string, heading = '評価', more: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator({ target: '10件', actuals: { 2021: '5件' } }),
  node,
  printedGrades: [{ year: 2021, heading, printed, place }],
  ...more,
})

const nodes = [goal('1'), goal('2')]

describe('何を数えるか', () => {
  test('図書に集計が印刷されていれば、印刷された数と合計（大仙市）', () => {
    const [section] = madeBy(gradeSummary, sampleEdition('052124-daisen')).sections
    const [table] = tablesIn(section)
    expect(table?.caption).toBe('令和4年度実績の評価別の指標の数')
    const rows = rowsInWords(table)
    expect(rows[0]).toMatch(/^基本目標1 .+｜数値目標｜―｜2｜―｜―｜2$/)
    expect(rows[1]).toBe('―｜（100.0％）｜―｜―｜（100.0％）')
    expect(rows.slice(-6)).toEqual([
      '合計｜数値目標｜2｜3｜3｜―｜8',
      '（25.0％）｜（37.5％）｜（37.5％）｜―｜（100.0％）',
      'KPI｜18｜21｜15｜1｜55',
      '（32.7％）｜（38.2％）｜（27.3％）｜（1.8％）｜（100.0％）',
      '計｜20｜24｜18｜1｜63',
      '（31.7％）｜（38.1％）｜（28.6％）｜（1.6％）｜（100.0％）',
    ])
    expect(notesInWords(section)).toContain('注　計画の図書に印刷された数。')
    expect(notesInWords(section)).toContain('注　「―」は空欄で、0（ゼロ）ではない。')
  })

  test('集計がなければ、指標ごとの評価を数える。再掲・内訳と、数えないと断った指標は数えない', () => {
    const edition = anEdition(
      [
        graded('g1', 'B'),
        graded('g1', 'A'),
        graded('g1', 'A', '評価', { repeatOf: 'i2' }),
        graded('g1', 'A', '評価', { breakdownOf: 'i2' }),
        graded('g1', 'A', '評価', { counted: false }),
        graded('g2', 'A', '評価', { printedGrades: [] }),
      ],
      { nodes },
    )
    const [section] = madeBy(gradeSummary, edition).sections
    const [table] = tablesIn(section)
    expect(table?.header[0]?.cells.map(({ text }) => text)).toEqual(['基本目標', '種類', 'A', 'B', '評価なし', '計'])
    expect(rowsInWords(table).filter((_, at) => at % 2 === 0)).toEqual([
      '基本目標1 目標1｜KPI｜1｜1｜0｜2',
      '基本目標2 目標2｜KPI｜0｜0｜1｜1',
      '合計｜KPI｜1｜1｜1｜3',
    ])
    expect(notesInWords(section)[0]).toBe('注　指標ごとに印刷された評価を数えたもの。')
  })

  test('評価の欄がいくつもあれば、欄ごとに一つの表', () => {
    const both = graded('g1', 'A', '一次評価')
    const edition = anEdition(
      [
        {
          ...both,
          printedGrades: [...(both.printedGrades ?? []), { year: 2021, heading: '二次評価', printed: 'B', place }],
        },
      ],
      { nodes },
    )
    expect(tablesIn(madeBy(gradeSummary, edition).sections[0]).map(({ caption }) => caption)).toEqual([
      '令和3年度実績の一次評価別の指標の数',
      '令和3年度実績の二次評価別の指標の数',
    ])
  })

  test('評価のない計画では、計算した進み具合を数え、市の評価ではないと断る（小千谷市）', () => {
    const [section] = madeBy(gradeSummary, sampleEdition('152081-ojiya')).sections
    const [table] = tablesIn(section)
    expect(table?.caption).toBe('令和5年度実績の進み具合別の指標の数（計算）')
    expect(rowsInWords(table).at(-2)).toBe('合計｜KPI｜29｜3｜31｜13｜76')
    expect(notesInWords(section)[0]).toContain('市の評価ではない')
  })

  test('図は、表と同じ数を積み上げる', () => {
    const [section] = madeBy(gradeSummary, sampleEdition('052124-daisen')).sections
    const charts = section?.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])) ?? []
    expect(charts[0]?.series.map(({ name, values }) => [name, ...values])).toEqual([
      ['A', 8, 3, 3, 6],
      ['B', 11, 4, 3, 6],
      ['C', 3, 6, 5, 4],
      ['D', null, null, null, 1],
    ])
  })
})

describe('合わない合計と、作れないとき', () => {
  test('印刷された合計が行の数と違えば、印刷のまま、違いを注に言う', () => {
    const grades = [
      { node: 'g1', class: 'KPI', counts: { A: 2 }, total: false, place },
      { node: 'g2', class: 'KPI', counts: { A: 3 }, total: false, place },
      { node: null, class: 'KPI', counts: { A: 6 }, total: true, place },
    ]
    const [section] = madeBy(gradeSummary, anEdition([], { nodes, grades })).sections
    expect(rowsInWords(tablesIn(section)[0]).at(-2)).toBe('合計｜KPI｜6｜6')
    expect(notesInWords(section).at(-1)).toBe('注　KPIのAの合計は、印刷では6、行を足すと5。')
    // 目標を選べば、計画の全体の合計は使わない。
    const [only] = madeBy(gradeSummary, anEdition([], { nodes, grades }), { goals: ['1'] }).sections
    expect(rowsInWords(tablesIn(only)[0]).at(-2)).toBe('合計｜KPI｜2｜2')
  })

  test('評価も実績もない計画、評価の集計のない年度は断る', () => {
    expect(refusalOf(gradeSummary, anEdition([]))).toContain('評価も、評価のもとになる実績もない')
    expect(refusalOf(gradeSummary, anEdition([anIndicator({ target: '1件' })]))).toContain(
      '評価も、評価のもとになる実績もない',
    )
    expect(refusalOf(gradeSummary, sampleEdition('052124-daisen'), { year: 2021 })).toBe(
      '令和3年度の評価の集計はありません。集計のある年度は令和4年度です。この中から選んでください。',
    )
  })
})

test('種類は、どの基本目標でも、合計でも、同じ順に並ぶ', () => {
  const [section] = madeBy(gradeSummary, sampleEdition('412058-imari')).sections
  const [table] = tablesIn(section)
  const kinds = (table?.groups ?? []).map(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells
        .filter(({ heading }) => heading)
        .map(({ text }) => text)
        .slice(-1),
    ),
  )
  const order = ['成果目標', '重要業績評価指標(KPI)', '設定指標']
  expect(kinds).toEqual([order, order, order, order, [...order, '計']])
})
