import { describe, expect, test } from 'vitest'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Line, SourceDocument } from '../../document.ts'
import { aSummary } from './a-summary.ts'
import { kpiSummary } from './kpi-summary.ts'

const table = [
  '第３期青空市総合戦略 数値目標・KPI集計表',
  '基本目標１　働く場をつくる',
  '数値目標\t基準値\t目標値\t区分\t3年度\t4年度\t5年度\t6年度\t7年度\t5年間の合計\t令和３年度実績値に対する所見',
  '製造品出荷額\t120億円（令和元年）\t150億円（令和7年）\t目標値\t125\t130\t137\t144\t150\t―\t横ばい。',
  '\t\t\t実績値\t121\t\t\t\t\t―\t',
  '施策名・事業名\t重要業績評価指標（KPI）\t区分\t3年度\t4年度\t5年度\t6年度\t7年度\t5年間の合計\t令和３年度実績値の増減理由及び今後の取り組み',
  '(1) 企業を呼び込む',
  '① 誘致の活動',
  '工場誘致事業\t誘致した数／0件（令和元年）→5件（5年間）\t目標値\t1\t1\t1\t1\t1\t5\t1件が操業した。',
  '\t\t実績値\t1\t\t\t\t\t1\t',
  '\t相談の数／12件（令和元年）→20件（各年度）\t目標値\t20\t20\t20\t20\t20\t―\t',
  '\t\t実績値\t18\t\t\t\t\t―\t',
  '道路美化事業\tKPIの設定が困難なため設定しない\t目標値\t―\t―\t―\t―\t―\t―\t清掃した。',
  '\t\t実績値\t―\t―\t―\t―\t―\t―\t',
  '小計（事業数：２、ＫＰＩ数：２）',
  '合計（事業数：２、ＫＰＩ数：２）',
]

const words = ({ class: kind, name, targets, actuals }: Indicator): string =>
  `${kind} ${name} ${targets.map(({ raw }) => raw).join(' ')} / ${actuals.map(({ raw }) => raw).join(' ')}`

describe('升目のある集計表', () => {
  const draft = kpiSummary.read(aSummary(table.join('\n')))

  test('目標と実績の二段を一つの指標に読む', () => {
    expect(draft.indicators.map(words)).toEqual([
      '数値目標 製造品出荷額 125 130 137 144 150 ― 150億円（令和7年） / 121 ―',
      'KPI 誘致した数 1 1 1 1 1 5 5件（5年間） / 1 1',
      'KPI 相談の数 20 20 20 20 20 ― 20件（各年度） / 18 ―',
      'KPI KPIの設定が困難なため設定しない ― ― ― ― ― ― / ― ― ― ― ― ―',
    ])
    expect(draft.indicators.map(({ certainty }) => certainty?.level)).toEqual([
      'certain',
      'certain',
      'certain',
      'certain',
    ])
    expect(draft.indicators.map(({ counted }) => counted)).toEqual([undefined, true, true, false])
    expect(draft.indicators.map(({ accumulation }) => accumulation.kind)).toEqual([
      'level',
      'period-total',
      'single-year',
      'unstated',
    ])
  })

  test('空の升目は上の事業の続き', () => {
    expect(draft.projects.map(({ name, indicators }) => [name, indicators.length])).toEqual([
      ['工場誘致事業', 2],
      ['道路美化事業', 1],
    ])
  })

  test('表ごとに繰り返された基本目標の見出しは、同じ目標の続き。和暦と西暦を並べた年度も読む', () => {
    const goal = '基本目標１　働く場をつくる'
    const both = (line: string) =>
      line.replace(/(\d)年度/gu, (_, year) => `令和${year}年度（${2018 + Number(year)}年度）`)
    const again = kpiSummary.read(
      aSummary(table.flatMap((line) => (line.startsWith('施策名') ? [both(line), goal] : [both(line)])).join('\n')),
    )
    expect(again.nodes.map(({ number }) => number)).toEqual(['1', '(1)', '①'])
    expect(again.indicators.map(words)).toEqual(draft.indicators.map(words))
    expect(again.plan).toMatchObject({ firstYear: 2021, lastYear: 2025 })
  })

  test('年度の列まで結合した番号のない帯は施策で、指標ではない。担当課の列と、表の下の注も', () => {
    const line = (number: number, ...texts: readonly string[]): Line => ({
      number,
      text: texts.join('\t'),
      cells: texts.map((text, column) => ({ column, text, place: { line: number } })),
      place: { line: number },
    })
    const band = line(3, '施策：就職の支援')
    const wide: Line = { ...band, cells: band.cells.map((cell) => ({ ...cell, span: { rows: 1, columns: 5 } })) }
    const document: SourceDocument = {
      ...aSummary(''),
      pages: [
        {
          name: null,
          lines: [
            line(1, '青空市総合戦略 数値目標・KPI集計表'),
            line(2, '重要業績評価指標（KPI）', '区分', '3年度', '4年度', '担当課'),
            wide,
            line(4, '就職者数\n／0人（令和元年）→5人（令和4年）', '目標値', '2人', '5人', '商工課\n福祉課'),
            line(5, '', '実績値', '1人', '―', ''),
            line(6, '注　「―」は値のないこと。'),
          ],
        },
      ],
    }
    const read = kpiSummary.read(document)
    expect(read.indicators.map(({ name, departments }) => [name, departments])).toEqual([
      ['就職者数', ['商工課', '福祉課']],
    ])
    expect(read.nodes.map(({ level, number, title }) => [level, number, title])).toEqual([['施策', null, '就職の支援']])
  })

  test('見出し・小計・所見', () => {
    expect(draft.nodes.map(({ number }) => number)).toEqual(['1', '(1)', '①'])
    expect(draft.indicators.map(({ node }) => draft.nodes.find(({ id }) => id === node)?.number)).toEqual([
      '1',
      '①',
      '①',
      '①',
    ])
    expect(draft.subtotals.map(({ node, projects }) => [node, projects])).toEqual([
      [draft.nodes[0]?.id, 2],
      [null, 2],
    ])
    expect(draft.indicators.map(({ remarks }) => remarks)).toEqual(['横ばい。', '1件が操業した。', null, '清掃した。'])
    expect(draft.notes).toEqual([])
  })

  test('列の順が違い、余分な列があっても、見出しのことばで読む', () => {
    const moved = kpiSummary.read(
      aSummary(
        [
          '第３期青空市総合戦略 数値目標・KPI集計表',
          '基本目標１　働く場をつくる',
          '担当課\t区分\t重要業績評価指標（KPI）\t施策名・事業名\t5年間の合計\t3年度\t4年度\t備考',
          '商工課\t目標値\t誘致した数／0件（令和元年）→2件（令和4年）\t工場誘致事業\t―\t1\t2\t順調。',
          '商工課\t実績値\t\t\t―\t1\t\t',
        ].join('\n'),
      ),
    )
    expect(moved.indicators.map(words)).toEqual(['KPI 誘致した数 1 2 ― 2件（令和4年） / 1 ―'])
    expect(moved.projects.map(({ name }) => name)).toEqual(['工場誘致事業'])
    expect(moved.indicators[0]?.remarks).toBe('順調。')
  })

  test('区分の列がなければ、上を目標・下を実績と読み、知らせる', () => {
    const unlabelled = kpiSummary.read(
      aSummary(
        [
          '基本目標１　働く場をつくる',
          '事業名\t重要業績評価指標（KPI）\t3年度\t4年度\t5年間の合計',
          '工場誘致事業\t誘致した数／0件（令和元年）→2件（令和4年）\t1\t2\t―',
          '\t\t1\t\t―',
        ].join('\n'),
      ),
    )
    expect(unlabelled.indicators.map(words)).toEqual(['KPI 誘致した数 1 2 ― 2件（令和4年） / 1 ―'])
    expect(unlabelled.indicators[0]?.certainty?.level).toBe('likely')
    expect(unlabelled.notes.map(({ code }) => code)).toEqual(['kpi-summary-row-label-missing'])
  })

  test('表計算の升目は、シートと番地の所在を持つ', () => {
    const sheet: readonly (readonly string[])[] = [
      ['基本目標１　働く場をつくる'],
      ['施策名・事業名', '重要業績評価指標（KPI）', '区分', '3年度', '4年度', '5年間の合計'],
      ['工場誘致事業', '誘致した数\n／0件（令和元年）→2件（5年間）', '目標値', '1', '1', '2'],
      ['', '', '実績値', '0', '', '0'],
    ]
    const line = (cells: readonly string[], at: number): Line => ({
      number: at + 1,
      text: cells.join('\t'),
      cells: cells.map((text, column) => ({
        column,
        text,
        place: { sheet: '集計表', cell: `${'ABCDEF'[column]}${at + 1}` },
      })),
      place: { sheet: '集計表', cell: `A${at + 1}` },
    })
    const document: SourceDocument = {
      ...aSummary(''),
      format: 'xlsx',
      encoding: null,
      pages: [{ name: '集計表', lines: sheet.map(line) }],
    }
    const [indicator] = kpiSummary.read(document).indicators
    expect(indicator?.name).toBe('誘致した数')
    expect(indicator?.place).toEqual({ sheet: '集計表', cell: 'B3' })
    expect(indicator?.targets.map(({ value, place }) => [value, 'cell' in place ? place.cell : ''])).toEqual([
      ['1', 'D3'],
      ['1', 'E3'],
      ['2', 'F3'],
      ['2', 'B3'],
    ])
    expect(indicator?.actuals.map(({ value, place }) => [value, 'cell' in place ? place.cell : ''])).toEqual([
      ['0', 'D4'],
      ['0', 'F4'],
    ])
  })
})
