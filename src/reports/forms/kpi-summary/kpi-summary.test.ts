import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { sampleEdition } from '#operations/a-sample-edition.ts'
import { anEdition, madeBy, notesInWords, refusalOf, rowsInWords, tablesIn } from '../rows/an-edition.ts'
import { kpiSummary } from './kpi-summary.ts'

const place = { line: 1 }
const sunagawa = sampleEdition('012262-sunagawa')
const sections = madeBy(kpiSummary, sunagawa).sections

const sectionOf = (indicators: readonly Indicator[], choices = {}) => {
  const [section] = madeBy(kpiSummary, anEdition(indicators), choices).sections
  const [table] = tablesIn(section)
  return {
    section,
    table,
    rows: rowsInWords(table),
    header: table?.header[0]?.cells.map(({ text }) => text),
  }
}

describe('砂川市の集計表', () => {
  test('基本目標ごとに章になり、数値目標の表と KPI の表が同じ列の上に並ぶ', () => {
    expect(sections.map(({ name }) => name)).toEqual(['基本目標1', '基本目標2', '基本目標3', '基本目標4'])
    const [targets, kpis] = tablesIn(sections[0])
    expect(targets?.columns).toEqual(kpis?.columns)
    expect(targets?.header[0]?.cells.map(({ text }) => text).slice(0, 4)).toEqual([
      '数値目標',
      '基準値',
      '目標値',
      '区分',
    ])
    expect(kpis?.header[0]?.cells.map(({ text }) => text)).toEqual([
      '施策名・事業名',
      '重要業績評価指標（KPI）',
      '区分',
      '令和3年度',
      '令和4年度',
      '令和5年度',
      '令和6年度',
      '令和7年度',
      '5年間の\n合計',
      '令和3年度実績値の増減理由及び今後の取り組み',
    ])
  })

  test('指標の升目に、基準値と目指すところを書く', () => {
    const [targets, kpis] = tablesIn(sections[0])
    expect(rowsInWords(targets)[1]).toContain(
      '就業者数｜7,740人（平成27年）｜6,300人（令和7年）｜目標値｜―｜―｜―｜―｜6,300人',
    )
    expect(rowsInWords(kpis)[3]).toContain(
      '豊かな労働環境の充実支援事業｜砂川高校からの市内企業就職率\n／36.7％（令和元年）→40.0％（5年間）｜目標値｜36.0％｜37.0％',
    )
  })

  test('同じ事業の指標は、事業の升目を一つにまとめ、切らずに置く', () => {
    const group = tablesIn(sections[0])[1]?.groups.find(
      ({ rows }) => rows[0]?.cells[0]?.text === '地域ブランド構築事業',
    )
    expect(group?.rows).toHaveLength(4)
    expect(group?.rows[0]?.cells[0]?.rows).toBe(4)
  })

  test('小計と、終わりの章の合計', () => {
    const endings = sections.map((section) => rowsInWords(tablesIn(section)[1] ?? tablesIn(section)[0]).at(-1))
    expect(endings).toEqual([
      '小計｜（事業数：9、ＫＰＩ数：8）',
      '小計｜（事業数：7、ＫＰＩ数：9）',
      '小計｜（事業数：16、ＫＰＩ数：15）',
      '合計｜（事業数：48、ＫＰＩ数：46）',
    ])
  })

  test('印刷された小計が数と違えば、印刷のまま印を付けて、数えた数を言う', () => {
    const [first, ...rest] = sunagawa.content.subtotals
    const wrong: Edition = {
      ...sunagawa,
      content: { ...sunagawa.content, subtotals: first ? [{ ...first, indicators: 9 }, ...rest] : [] },
    }
    const [section] = madeBy(kpiSummary, wrong).sections
    const table = tablesIn(section)[1]
    expect(rowsInWords(table).at(-1)).toBe('小計｜（事業数：9、ＫＰＩ数：9）※1')
    expect(notesInWords(section)[0]).toBe('※1 図書に印刷された数。表の行を数えると事業数：9、ＫＰＩ数：8。')
  })

  test('目標や担当課でしぼると、そのことを題の下に言い、合わなくなる合計は出さない', () => {
    const [only, ...others] = madeBy(kpiSummary, sunagawa, { goals: ['2'] }).sections
    expect(others).toEqual([])
    expect(tablesIn(only).at(-1)?.groups.at(-1)?.kind).toBe('subtotal')
    const ojiya = madeBy(kpiSummary, sampleEdition('152081-ojiya'), { departments: ['農林課'] }).sections
    expect(ojiya[0]?.lead).toEqual(['担当課：農林課'])
    expect(
      ojiya.every((section) =>
        tablesIn(section).every(({ groups }) => groups.every(({ kind }) => kind !== 'subtotal')),
      ),
    ).toBe(true)
  })
})

describe('合計', () => {
  const yearly = { 2020: '1人', 2021: '2人', 2022: '3人', 2023: '4人', 2024: '5人' }
  const period = (raw: string) => ({ ...readFigure(raw, { year: null, place }), scope: 'period' as const })

  test('印刷があればそのまま。足した数と違えば注に言う', () => {
    const indicator = anIndicator({ unit: '人', accumulation: { kind: 'period-total' }, targets: yearly })
    const { rows, section } = sectionOf([{ ...indicator, targets: [...indicator.targets, period('14人')] }])
    expect(rows[0]).toBe('件数｜目標値｜1人｜2人｜3人｜4人｜5人｜14人※1')
    expect(notesInWords(section)[0]).toBe('※1 件数の合計は印刷のまま。年度の値を足すと15人。')
  })

  test('印刷がなければ、足してよい指標だけ、足した数を控えめに置く', () => {
    const indicator = anIndicator({
      unit: '人',
      accumulation: { kind: 'period-total' },
      total: '15人',
      actuals: { 2020: '1人', 2021: '2人' },
    })
    const { table, section } = sectionOf([indicator])
    expect(table?.groups[0]?.rows[1]?.cells.at(-1)).toMatchObject({ text: '3人', tone: 'quiet' })
    expect(notesInWords(section).join()).toContain('年度の値を足した数')
  })

  test('水準の指標は足さない。どの指標にも合計がなければ、合計の列もない', () => {
    const { header } = sectionOf([
      anIndicator({ accumulation: { kind: 'level' }, target: '40％', actuals: { 2020: '30％' } }),
    ])
    expect(header).toEqual([
      '重要業績評価指標（KPI）',
      '区分',
      '令和2年度',
      '令和3年度',
      '令和4年度',
      '令和5年度',
      '令和6年度',
    ])
  })
})

describe('作れないとき・多すぎるとき', () => {
  test('指標のない計画と、実績のない年度', () => {
    expect(refusalOf(kpiSummary, anEdition([]))).toContain('指標が一つもないので、数値目標・KPI集計表は作れません')
    expect(refusalOf(kpiSummary, sunagawa, { year: 2023 })).toBe(
      '令和5年度の実績は一つもありません。実績のある年度は令和3年度です。この中から選んでください。',
    )
  })

  test('三百年の年度は何枚もの表に分かれ、合計と所見は終わりの表に載る', () => {
    const years = Array.from({ length: 300 }, (_, at) => 2021 + at)
    const made = madeBy(kpiSummary, sunagawa, { years, goals: ['1'] }).sections
    const keys = made.map((section) => tablesIn(section)[0]?.columns.map(({ key }) => key) ?? [])
    expect(keys.flat().filter((key) => key.startsWith('y-'))).toEqual(years.map((year) => `y-${year}`))
    expect(keys.filter((each) => each.includes('remarks'))).toHaveLength(1)
    expect(keys.at(-1)).toContain('total')
    expect(new Set(made.map(({ key }) => key)).size).toBe(made.length)
  })

  test('節のない計画でも、一つの章になる', () => {
    const { section } = sectionOf([anIndicator({ target: '5件', actuals: { 2020: '1件' } })])
    expect(section?.key).toBe('kpi-summary-others')
  })
})

test('二か所に載る基本目標（全体目標と個別目標）の小計は、どちらのものかを言う', () => {
  const [first] = madeBy(kpiSummary, sampleEdition('152081-ojiya')).sections
  const subtotals = tablesIn(first).flatMap(({ groups }) => groups.filter(({ kind }) => kind === 'subtotal'))
  expect(subtotals.map(({ rows }) => rows[0]?.cells[0]?.text)).toEqual(['小計（全体目標）', '小計（個別目標）'])
})
