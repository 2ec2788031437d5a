import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aNode, anIndicator, aProject } from '#domain/findings/builders.ts'
import { periodTotals } from '#domain/indicator/period-totals.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator, PlanContent } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { sampleEdition } from './a-sample-edition.ts'
import { pageNumber, pagesOf } from './row-pages.ts'
import { type SummaryRow, summaryView } from './view-summary.ts'

const sunagawa = sampleEdition('012262-sunagawa')

const edition = (content: Partial<PlanContent>): Edition => ({
  ...sunagawa,
  firstYear: 2021,
  lastYear: 2023,
  rules: { ...defaultRules, formula: 'ratio-to-year' },
  content: { ...emptyContent, ...content },
})

const named = (name: string): Indicator => {
  const found = sunagawa.content.indicators.find((each) => each.name === name)
  if (!found) throw new Error(`no indicator named ${name}`)
  return found
}

const subtotalsIn = (rows: readonly SummaryRow[]) => rows.filter((row) => row.kind === 'subtotal')

describe('砂川市の集計表', () => {
  const view = summaryView(sunagawa)

  test('印刷された順に、どの指標もちょうど一度並ぶ', () => {
    const shown = view.rows.flatMap((row) => (row.kind === 'indicator' ? [row.indicator.id] : []))
    expect(shown).toEqual(sunagawa.content.indicators.map(({ id }) => id))
    expect(view.columns).toEqual([2021, 2022, 2023, 2024, 2025])
  })

  test('小計は目標の終わりに、合計は表の終わりに。印刷された事業数・KPI数と合う', () => {
    const lines = subtotalsIn(view.rows).map(({ node, counted, printed }) => [
      node?.number ?? '合計',
      [counted.projects, counted.indicators],
      [printed?.projects, printed?.indicators],
    ])
    expect(lines).toEqual([
      ['1', [9, 8], [9, 8]],
      ['2', [7, 9], [7, 9]],
      ['3', [16, 15], [16, 15]],
      ['4', [16, 14], [16, 14]],
      ['合計', [48, 46], [48, 46]],
    ])
    expect(view.rows.at(-1)).toMatchObject({ kind: 'subtotal', node: null })
  })

  test('目標ごとの状態の数は、その条件で絞った行の数（再掲と内訳を除く）と同じ', () => {
    for (const { goal, standings } of view.subtotals)
      for (const [standing, count] of Object.entries(standings))
        expect(summaryView(sunagawa, { goal: goal?.key, standing }).shown.counted, `${goal?.key} ${standing}`).toBe(
          count,
        )
  })

  test('同じ事業の二つ目の指標からは、事業の名を続きとする', () => {
    const rows = view.rows.filter((row) => row.kind === 'indicator')
    const brand = rows.filter(({ project }) => project?.name === '地域ブランド構築事業')
    expect(brand.map(({ continued }) => continued)).toEqual([false, true])
  })

  test('期間の合計は印刷のまま。足してよい指標だけ、合計の達成率を出す', () => {
    const training = periodTotals(named('研修終了者数'), sunagawa)
    expect([training.target.printed?.raw, training.actual.printed?.raw]).toEqual(['35', '7'])
    expect(training.target.differs).toBeUndefined()
    expect(training.achievement).toMatchObject({ kind: 'rate', shown: '20.0', met: false })
    expect(periodTotals(named('新規就農者数'), sunagawa).achievement).toMatchObject({ shown: '50.0' })
    expect(periodTotals(named('砂川高校からの市内企業就職率'), sunagawa).achievement).toBeUndefined()
  })

  test('市が合計を「―」としたものは、足さず率も出さない', () => {
    const { target, actual, achievement } = periodTotals(named('機器を導入したハウス数'), sunagawa)
    expect([target.printed?.raw, target.added, actual.printed?.raw, actual.added]).toEqual([
      '―',
      undefined,
      '―',
      undefined,
    ])
    expect(achievement).toBeUndefined()
  })

  test('状態で絞ると小計を出さず、目標で絞るとその目標の小計だけを出す', () => {
    expect(subtotalsIn(summaryView(sunagawa, { standing: 'behind' }).rows)).toEqual([])
    expect(subtotalsIn(summaryView(sunagawa, { goal: '2' }).rows).map(({ node }) => node?.number)).toEqual(['2'])
  })

  test('知らない状態や、ない頁・ない年度は、ないものとする', () => {
    const odd = summaryView(sunagawa, { standing: '<b>', page: 99, year: 1867 })
    expect([odd.shown.rows, odd.page.number, odd.year]).toEqual([56, 1, 2021])
  })
})

test('伊万里市：事業は同じものを一つに数え、どの目標にも印のない事業も合計に入る', () => {
  const imari = summaryView(sampleEdition('412058-imari'), { page: 9 })
  expect(imari.subtotals.at(-1)?.counted.projects).toBe(89)
  expect(imari.page.of).toBe(imari.page.number)
})

describe('期間の合計', () => {
  const total = (indicator: Indicator) => periodTotals(indicator, edition({ indicators: [indicator] }))
  const period = { kind: 'period-total' } as const

  test('印刷された合計が足した数と違えば、足した数を添える', () => {
    const wrong = anIndicator({
      goals: { 2021: '3人', 2022: '3人', 2023: '3人' },
      goalTotal: '10人',
      accumulation: period,
    })
    expect(total(wrong).target).toMatchObject({ printed: { raw: '10人' }, differs: '9', added: undefined })
  })

  test('合計の印刷がなければ、期間で数える指標に限って足す', () => {
    const goals = { 2021: '3人', 2022: '3人', 2023: '4人' }
    const counted = anIndicator({ goals, target: '10人', actual: { 2021: '2人', 2022: '1人' }, accumulation: period })
    expect([total(counted).target.added, total(counted).actual.added]).toEqual(['10', '3'])
    const level = anIndicator({ goals, target: '4人', accumulation: { kind: 'level' } })
    expect(total(level).target.added).toBeUndefined()
  })

  test('足した合計からも、合計どうしの達成率を出す', () => {
    const goals = { 2021: '3人', 2022: '3人', 2023: '4人' }
    const counted = anIndicator({ goals, target: '10人', actual: { 2021: '2人', 2022: '1人' }, accumulation: period })
    const ratio = periodTotals(counted, { ...edition({ indicators: [counted] }), rules: defaultRules })
    expect(ratio.achievement).toMatchObject({ kind: 'rate', shown: '30.0' })
  })

  test('値のない年度は 0 ではないので、目標の年度がそろわなければ足さない', () => {
    const gap = anIndicator({ goals: { 2021: '3人', 2022: '―', 2023: '4人' }, target: '10人', accumulation: period })
    expect(total(gap).target.added).toBeUndefined()
  })
})

describe('頁', () => {
  const long = (perGoal: number) => {
    const nodes = ['1', '2', '3'].map((number) => aNode(`目標${number}`, { number }))
    const indicators = nodes.flatMap(({ id }) => Array.from({ length: perGoal }, () => anIndicator({ node: id })))
    return edition({ nodes, indicators, projects: [aProject('創業支援事業', { nodes: ['目標1'] })] })
  }

  test('目標の境で頁を改め、小計はその目標の終わる頁に一度だけ出る', () => {
    const plan = long(60)
    const pages = [1, 2, 3].map((page) => summaryView(plan, { page }))
    expect(pages.map(({ page, shown }) => [page.number, page.of, shown.rows])).toEqual([
      [1, 3, 180],
      [2, 3, 180],
      [3, 3, 180],
    ])
    expect(pages.map(({ rows }) => subtotalsIn(rows).map(({ node }) => node?.number ?? '合計'))).toEqual([
      ['1'],
      ['2'],
      ['3', '合計'],
    ])
  })

  test('一頁に入らない目標は行数で切り、小計は終わりの頁にだけ出る', () => {
    const plan = long(150)
    const pages = Array.from({ length: summaryView(plan).page.of }, (_, index) =>
      summaryView(plan, { page: index + 1 }),
    )
    expect(pages.flatMap(({ rows }) => subtotalsIn(rows).map(({ node }) => node?.number ?? '合計'))).toEqual([
      '1',
      '2',
      '3',
      '合計',
    ])
  })

  test('どの行もちょうど一度、順のまま、限りを超えずに載る', () => {
    const rows = fc.array(fc.record({ goal: fc.nat(4), node: fc.nat(3) }), { maxLength: 80 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (items, limit) => {
        const pages = pagesOf(
          items,
          ({ goal }) => goal,
          ({ node }) => node,
          limit,
        )
        expect(pages.flatMap((page) => page.items)).toEqual(items)
        expect(pages.every((page) => page.items.length > 0 && page.items.length <= limit)).toBe(true)
        expect(pages.every((page) => page.items.every(({ goal }) => page.goals.includes(goal)))).toBe(true)
      }),
    )
  })

  test.each([
    [undefined, 3, 1],
    [0, 3, 1],
    [2, 3, 2],
    [9, 3, 3],
    [5, 0, 1],
  ])('頁番号 %s（全%s頁）は %s', (asked, of, number) => {
    expect(pageNumber(asked, of)).toBe(number)
  })
})
