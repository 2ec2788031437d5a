import { describe, expect, test } from 'vitest'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { type SampleName, sampleEdition } from '#operations/a-sample-edition.ts'
import { ordinaryChoices, type ReportChoices } from '../../choices.ts'
import type { Block, Report, Section } from '../../report.ts'
import { formNamed } from '../forms.ts'

const book = (name: SampleName, choices: Partial<ReportChoices> = {}): Report => {
  const made = formNamed('plan-book')?.make(sampleEdition(name), { ...ordinaryChoices, ...choices })
  if (!made?.ok) throw new Error(made?.problem.code)
  return made.value
}

const tables = ({ blocks }: Section) => blocks.flatMap((block: Block) => (block.kind === 'table' ? [block.table] : []))
describe('計画書', () => {
  test('表紙・目次・概要のあとに、この計画で作れる様式だけを綴じる', () => {
    const forms = (name: SampleName) => [
      ...new Set(book(name).sections.map(({ key }) => key.replace(/-(?:door|sheet.*|[^-]*)$/, ''))),
    ]
    expect(forms('202037-ueda').slice(0, 3)).toEqual(['cover', 'contents', 'overview'])
    expect(forms('202037-ueda').join()).toContain('priority-goals')
    expect(forms('202037-ueda').join()).not.toContain('project')
  })

  test('個票は扉のあとに一枚ずつ、番号のとおりに綴じる', () => {
    const sheets = book('412058-imari').sections.filter(({ key }) => key.startsWith('project-sheets-'))
    expect(sheets).toHaveLength(66)
    expect(sheets.map(({ outline }) => outline)).toEqual([1, ...Array.from({ length: 65 }, () => 2)])
    expect(sheets[1]?.title).toContain('No. 1')
    expect(sheets[65]?.title).toContain('No. 65')
  })

  test('章の名は帳票の中で一つずつ', () => {
    for (const name of ['152081-ojiya', '012262-sunagawa', '052124-daisen', '412058-imari', '202037-ueda'] as const) {
      const keys = book(name).sections.map(({ key }) => key)
      expect(new Set(keys).size, name).toBe(keys.length)
    }
  })

  test('同じ値の表を二つ綴じない', () => {
    const keys = (name: SampleName) =>
      book(name)
        .sections.map(({ key }) => key)
        .join()
    expect(keys('152081-ojiya')).toContain('progress-table')
    expect(keys('152081-ojiya')).not.toContain('kpi-summary')
    expect(keys('012262-sunagawa')).toContain('kpi-summary')
    expect(keys('012262-sunagawa')).not.toContain('progress-table')
  })

  test('概要の図と表は同じ数を言い、合計は一度だけ数えた指標の数', () => {
    const overview = book('152081-ojiya').sections.find(({ key }) => key === 'overview')
    const chart = overview?.blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))[0]
    const drawn = chart?.series.flatMap(({ values }) => values).reduce((all: number, each) => all + (each ?? 0), 0)
    const total = overview && tables(overview)[1]?.groups.at(-1)?.rows[0]?.cells.at(-1)
    expect(total?.text).toBe(String(drawn))
    const edition = sampleEdition('152081-ojiya')
    const counted = edition.content.indicators.filter(
      ({ repeatOf, breakdownOf, counted: counts }) => repeatOf === null && breakdownOf === null && counts !== false,
    )
    expect(drawn).toBe(counted.length)
  })

  test('数値目標の推移は、線でつなげるものだけを、同じ値の表とともに図にする', () => {
    const lines = (name: SampleName) =>
      book(name).sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'chart' && block.chart.kind === 'line' ? [block.chart] : [])),
      )
    const [creation] = lines('152081-ojiya')
    expect(creation).toMatchObject({
      title: expect.stringContaining('新規創業件数'),
      unit: '件',
      series: [{ name: '実績', values: expect.arrayContaining([34, 38, 43, 47]) }],
      lines: [{ name: '目標', value: 45 }],
    })
    // 計画の策定のように、ことばの実績は線にならない。
    expect(
      lines('152081-ojiya')
        .map(({ title }) => title)
        .join(),
    ).not.toContain('計画策定')
    // 砂川市の数値目標は、実績が一つの年度しかない。
    expect(lines('012262-sunagawa')).toEqual([])
  })

  test('綴じるもののない計画は断る', () => {
    const empty = { ...sampleEdition('152081-ojiya'), content: emptyContent }
    expect(formNamed('plan-book')?.make(empty, ordinaryChoices)).toMatchObject({
      ok: false,
      problem: { code: 'report-book-empty' },
    })
  })
})

describe('計画書の章の題', () => {
  test('計画の題を除いた残りが、題として読める', () => {
    const titles = book('052124-daisen').sections.map(({ title }) => title)
    expect(titles).toContain('改訂について（概要）')
    for (const title of titles) expect(title ?? '').not.toMatch(/^[のを（]/)
  })

  test('目次に同じ題が並ばない', () => {
    for (const name of ['012262-sunagawa', '152081-ojiya', '412058-imari', '052124-daisen', '202037-ueda'] as const) {
      const listed = book(name).sections.filter(({ outline, title }) => outline > 0 && title !== null)
      expect(new Set(listed.map(({ title }) => title)).size, name).toBe(listed.length)
    }
    const chapters = book('012262-sunagawa').sections.filter(({ title }) => title?.startsWith('数値目標・KPI集計表'))
    expect(chapters.map(({ title, outline }) => [title, outline])).toEqual(
      [1, 2, 3, 4].map((goal) => [`数値目標・KPI集計表（基本目標${goal}）`, 1]),
    )
  })

  test('概要は、ないものの数を書かない。一年の計画の期間は一つの年度', () => {
    const rowsOf = (name: SampleName) => {
      const overview = book(name).sections.find(({ key }) => key === 'overview')
      const [outline] = overview ? tables(overview) : []
      return outline?.groups.map(({ rows }) => rows[0]?.cells.map(({ text }) => text))
    }
    expect(rowsOf('202037-ueda')).toEqual([
      ['計画の期間', '平成29年度'],
      ['重点目標', '5本'],
    ])
    expect(rowsOf('052124-daisen')?.map((row) => row?.[0])).toEqual([1, 2, 3, 4].map((goal) => `基本目標${goal}`))
  })
})
