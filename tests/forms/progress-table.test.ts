import { beforeAll, describe, expect, test } from 'vitest'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { differences } from './figures-in.ts'
import { missing, progressOnPaper } from './figures-on-paper.ts'
import { firstAt, otherDigit, otherFigure, withIndicator } from './one-digit.ts'
import { pdfTextWithoutSpaces } from './pdf-text.ts'
import { adoptedSample, adoptedSeed, fileOf, readAgain, reportOf, seedPath } from './round-trip.ts'

// 小千谷市の一覧表：図書 → 読む → 取り込む → 進捗状況一覧表 → もう一度読む。

const years = [2020, 2021, 2022, 2023, 2024]

/** 一覧表を表計算で作り、読み直したときに変わる升目。 */
const changed = async (edition: Edition, made: Edition): Promise<readonly string[]> =>
  differences(edition.content, await readAgain(made, 'progress-table'))

const paperOf = async (edition: Edition): Promise<string> =>
  (await pdfTextWithoutSpaces(await fileOf(reportOf(edition, 'progress-table'), 'pdf'))).join('')

const rowsOf = ({ content }: Edition) => content.indicators.map((indicator) => progressOnPaper(indicator, years))

describe('見本の一覧表', () => {
  let edition: Edition
  beforeAll(async () => {
    edition = await adoptedSample('152081-ojiya')
  })

  test('表計算にして読み直すと、84 件のどの升目も同じ', async () => {
    expect(edition.content.indicators).toHaveLength(84)
    expect(await changed(edition, edition)).toEqual([])
  })

  test('四段（目標・実績・達成率・進み具合）でも、年度ごとの実績と率は同じ', async () => {
    const again = await readAgain(edition, 'progress-table', { rows: 4 })
    const actualsAndRates = differences(edition.content, again).filter((line) =>
      / (?:実績|達成率|基準値|事業費) /.test(line),
    )
    expect(actualsAndRates).toEqual([])
  })

  test('気づきの印を付けても、和暦と西暦を並べても、A4 横でも、どの升目も同じ', async () => {
    for (const choices of [
      { findings: true, documentNumber: '資料１', asOf: '令和6年3月末現在' },
      { yearStyle: 'both' },
      { paper: { size: 'A4', orientation: 'landscape' } },
    ] as const)
      expect(differences(edition.content, await readAgain(edition, 'progress-table', choices))).toEqual([])
  })

  test('PDF の字に、どの行の実績・達成率・基準値・目標値・事業費・担当課・備考もある', async () => {
    const rows = rowsOf(edition)
    expect(rows.flatMap(({ lines }) => lines).length).toBeGreaterThan(84 * 5)
    expect(missing(await paperOf(edition), rows)).toEqual([])
  })

  const oneCell: readonly [string, (indicator: Indicator) => boolean, (indicator: Indicator) => Indicator, RegExp][] = [
    [
      '基準値',
      ({ baseline }) => baseline?.value != null,
      (each) => ({ ...each, baseline: each.baseline && otherFigure(each.baseline) }),
      / 基準値 +2018: /,
    ],
    [
      '目標値',
      ({ targets }) => targets[0]?.value != null,
      (each) => ({ ...each, targets: each.targets.map(otherFigure) }),
      / 目標 final 2024: /,
    ],
    [
      '令和4年度の実績',
      ({ actuals }) => actuals.some(({ value, year }) => year === 2022 && value !== null),
      (each) => ({
        ...each,
        actuals: each.actuals.map((figure) => (figure.year === 2022 ? otherFigure(figure) : figure)),
      }),
      / 実績 +2022: /,
    ],
    [
      '令和5年度の達成率',
      ({ rates }) => rates.some(({ year }) => year === 2023),
      (each) => ({
        ...each,
        rates: each.rates.map((rate) => (rate.year === 2023 ? { ...rate, printed: otherDigit(rate.printed) } : rate)),
      }),
      / 達成率 2023: /,
    ],
    [
      '事業費',
      ({ costs }) => costs[0]?.value != null,
      (each) => ({
        ...each,
        costs: each.costs.map((cost) => ({ ...cost, raw: otherDigit(cost.raw), value: otherDigit(cost.value ?? '') })),
      }),
      / 事業費 : /,
    ],
    [
      '備考',
      ({ remarks }) => /\d/.test(remarks ?? ''),
      (each) => ({ ...each, remarks: otherDigit(each.remarks ?? '') }),
      / 備考: /,
    ],
    [
      '担当課',
      ({ departments }) => departments.length === 1,
      (each) => ({ ...each, departments: ['会計課'] }),
      / 担当課: /,
    ],
  ]

  test.each(oneCell)('%s を一つ違えて作ると、その升目だけが違うと分かる', async (_, wanted, change, key) => {
    const made = withIndicator(edition, firstAt(edition.content, wanted), change)
    const found = await changed(edition, made)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(key)
  })

  test('実績の数字を一つ違えて作った PDF には、もとの行がない', async () => {
    const at = firstAt(edition.content, ({ actuals }) =>
      actuals.some(({ value, year }) => year === 2022 && value !== null),
    )
    const made = withIndicator(edition, at, (each) => ({
      ...each,
      actuals: each.actuals.map((figure) => (figure.year === 2022 ? otherFigure(figure) : figure)),
    }))
    const found = missing(await paperOf(made), rowsOf(edition))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(edition.content.indicators[at]?.name)
  })
})

describe('市が公表した一覧表そのもの', () => {
  test.skipIf(seedPath('000') === undefined)(
    '表計算にして読み直すと、どの升目も同じで、PDF の字にもすべてある',
    async () => {
      const edition = await adoptedSeed('000', '152081')
      expect(edition.content.indicators).toHaveLength(84)
      expect(await changed(edition, edition)).toEqual([])
      expect(missing(await paperOf(edition), rowsOf(edition))).toEqual([])
    },
  )
})
