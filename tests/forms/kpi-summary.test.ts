import { beforeAll, describe, expect, test } from 'vitest'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { goalOver, goalsOf, nodesById } from '#domain/plan/outline.ts'
import { differences } from './figures-in.ts'
import { missing, summaryOnPaper } from './figures-on-paper.ts'
import { firstAt, otherDigit, otherFigure, withIndicator } from './one-digit.ts'
import { pdfTextWithoutSpaces } from './pdf-text.ts'
import { adoptedSample, adoptedSeed, fileOf, readAgain, reportOf, seedPath } from './round-trip.ts'

// 砂川市の集計表：図書 → 読む → 取り込む → 数値目標・KPI集計表 → もう一度読む。

const years = [2021, 2022, 2023, 2024, 2025]

const changed = async (edition: Edition, made: Edition): Promise<readonly string[]> =>
  differences(edition.content, await readAgain(made, 'kpi-summary'))

const paperOf = async (edition: Edition): Promise<string> =>
  (await pdfTextWithoutSpaces(await fileOf(reportOf(edition, 'kpi-summary'), 'pdf'))).join('')

const rowsOf = ({ content }: Edition) => content.indicators.map((indicator) => summaryOnPaper(indicator, years))

const subtotalsOf = ({ content }: Pick<Edition, 'content'>) =>
  content.subtotals.map(({ projects, indicators }) => [projects, indicators])

describe('見本の集計表', () => {
  let edition: Edition
  beforeAll(async () => {
    edition = await adoptedSample('012262-sunagawa')
  })

  test('表計算にして読み直すと、56 件のどの升目も、小計も同じ', async () => {
    expect(edition.content.indicators).toHaveLength(56)
    const again = await readAgain(edition, 'kpi-summary')
    expect(differences(edition.content, again)).toEqual([])
    expect(subtotalsOf({ content: again })).toEqual(subtotalsOf(edition))
    expect(again.projects.map(({ name, indicators }) => [name, indicators.length])).toEqual(
      edition.content.projects.map(({ name, indicators }) => [name, indicators.length]),
    )
  })

  test('PDF の字に、どの行の目標・実績・合計・目指すところ・所見もある', async () => {
    const rows = rowsOf(edition)
    expect(rows.flatMap(({ lines }) => lines).length).toBeGreaterThan(56 * 3)
    const paper = await paperOf(edition)
    expect(missing(paper, rows)).toEqual([])
    for (const [projects, indicators] of subtotalsOf(edition))
      expect(paper).toContain(`（事業数：${projects}、ＫＰＩ数：${indicators}）`)
  })

  const isKpi = ({ class: kind, counted }: Indicator) => kind === 'KPI' && counted !== false

  const oneCell: readonly [string, (indicator: Indicator) => boolean, (indicator: Indicator) => Indicator, RegExp][] = [
    [
      '基準値',
      (each) => isKpi(each) && each.baseline?.value != null,
      (each) => ({ ...each, baseline: each.baseline && baselineOf(each.baseline) }),
      / 基準値 /,
    ],
    [
      '令和5年度の目標',
      (each) => isKpi(each) && each.targets.some(({ value, year }) => year === 2023 && value !== null),
      (each) => ({
        ...each,
        targets: each.targets.map((figure) => (figure.year === 2023 ? otherFigure(figure) : figure)),
      }),
      / 目標 +2023: /,
    ],
    [
      '令和3年度の実績',
      (each) => isKpi(each) && each.actuals.some(({ value, year }) => year === 2021 && value !== null),
      (each) => ({
        ...each,
        actuals: each.actuals.map((figure) => (figure.year === 2021 ? otherFigure(figure) : figure)),
      }),
      / 実績 +2021: /,
    ],
    [
      '実績の合計',
      ({ actuals }) => actuals.some(({ value, scope }) => scope === 'period' && value !== null),
      (each) => ({
        ...each,
        actuals: each.actuals.map((figure) => (figure.scope === 'period' ? otherFigure(figure) : figure)),
      }),
      / 実績 period +: /,
    ],
    [
      '所見',
      ({ remarks }) => /\d/.test(remarks ?? ''),
      (each) => ({ ...each, remarks: otherDigit(each.remarks ?? '') }),
      / 備考: /,
    ],
  ]

  test.each(oneCell)('%s を一つ違えて作ると、その升目だけが違うと分かる', async (_, wanted, change, key) => {
    const found = await changed(edition, withIndicator(edition, firstAt(edition.content, wanted), change))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(key)
  })

  test('実績の数字を一つ違えて作った PDF には、もとの行がない', async () => {
    const at = firstAt(
      edition.content,
      (each) => isKpi(each) && each.actuals.some(({ value, year }) => year === 2021 && value !== null),
    )
    const made = withIndicator(edition, at, (each) => ({
      ...each,
      actuals: each.actuals.map((figure) => (figure.year === 2021 ? otherFigure(figure) : figure)),
    }))
    const found = missing(await paperOf(made), rowsOf(edition))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(edition.content.indicators[at]?.name)
  })
})

/** 基準値は「36.7％（令和元年）」のように年も書かれるので、かっこの前の数字を違える。 */
const baselineOf = (figure: NonNullable<Indicator['baseline']>): NonNullable<Indicator['baseline']> => ({
  ...otherFigure(figure),
  raw: figure.raw,
})

describe('ほかの計画・ほかの選び', () => {
  test('和暦と西暦を並べても、A4 横でも、砂川市のどの升目も同じ', async () => {
    const edition = await adoptedSample('012262-sunagawa')
    for (const choices of [{ yearStyle: 'both' }, { paper: { size: 'A4', orientation: 'landscape' } }] as const)
      expect(differences(edition.content, await readAgain(edition, 'kpi-summary', choices))).toEqual([])
  })

  test('事業も所見もない小千谷市の計画からでも、目標ごとに並べかわるだけで、基準値・実績・担当課・備考は同じ', async () => {
    const edition = await adoptedSample('152081-ojiya')
    const goals = goalsOf(edition.content)
    const nodes = nodesById(edition.content)
    const byGoal = Map.groupBy(edition.content.indicators, ({ node }) => goalOver(goals, nodes, node))
    const printed = goals.flatMap((goal) => byGoal.get(goal) ?? [])
    const again = await readAgain(edition, 'kpi-summary')
    expect(again.indicators.map(inWords)).toEqual(printed.map(inWords))
  })
})

/** 名・担当課・備考と、基準値・年度の実績の数（いくつもの値を持つ升目は除く）。 */
const inWords = ({ actuals, baseline, departments, name, remarks }: Indicator): readonly string[] => [
  name,
  departments.join('・'),
  remarks ?? '',
  ...[...(baseline ? [baseline] : []), ...actuals].flatMap(({ parts, value, year }) =>
    parts || value === null ? [] : [`${year} ${value}`],
  ),
]

describe('市が公表した集計表そのもの', () => {
  test.skipIf(seedPath('001') === undefined)(
    '表計算にして読み直すと、どの升目も同じで、PDF の字にもすべてある',
    async () => {
      const edition = await adoptedSeed('001', '012262')
      expect(edition.content.indicators).toHaveLength(56)
      expect(await changed(edition, edition)).toEqual([])
      expect(missing(await paperOf(edition), rowsOf(edition))).toEqual([])
    },
  )
})
