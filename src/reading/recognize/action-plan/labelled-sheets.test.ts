import { describe, expect, test } from 'vitest'
import type { Indicator, PlanDraft, Project } from '#domain/plan/draft.ts'
import { aSheet, draftOf, front, row } from './a-document.ts'

// 項目の名を左に置いた個票（A4縦の評価シートに多い形）。見出しを上に置いた個票と、同じ図書に混ざってもよい。

const sheetsIn = (draft: PlanDraft): readonly Project[] => draft.projects.filter(({ shownIn }) => shownIn === 'sheet')
const indicatorsOf = (draft: PlanDraft, project: Project | undefined): readonly Indicator[] =>
  draft.indicators.filter(({ id }) => project?.indicators.includes(id))
const codes = (draft: PlanDraft): readonly string[] => draft.notes.map(({ code }) => code)

const market: readonly string[] = [
  '基本目標1：海と山の仕事で「にぎわうまち」をつくる',
  row('個票No.', '1', '取組事業一覧No.', '4'),
  row('事務事業名', '磯の市開催事業'),
  row('事業名', '夕市の部'),
  row('基本目標', '1. 海と山の仕事で「にぎわうまち」をつくる'),
  row('第1次総合計画の関連施策', '3. 水産の振興'),
  row('シティプロモーションの視点', '1、3'),
  row('関連するSDGs', '14 海の豊かさを守ろう'),
  row('実施主体', '緑浜市 (水産課)'),
  row('事業期間', '令和2年度～令和6年度'),
  row('事業内容', '朝市を開く。'),
  '関連する成果目標・KPI',
  row('種別', '指標', '目標', '実績（令和2年度）'),
  row('成果目標', '来訪者数', '5,000人/年', '―'),
  '設定指標',
  row('設定指標', '基準値', '目標', '区分', '令和2年度', '令和3年度'),
  row('開催', '2回（令和元年度）', '7回', '予定', '―', '4回'),
  row('', '', '', '実績', '3回', '―'),
  '実績・予定',
  row('年度', '実績・予定'),
  row('令和2年度', '・開催'),
  row('令和3年度', '―'),
]

describe('項目の名を左に置いた個票', () => {
  const draft = draftOf('# 緑浜市 個票', ...market)
  const [sheet] = sheetsIn(draft)

  test('番号・名・基本目標・印・実施主体・期間・内容を、書いてある名のところから読む', () => {
    expect(sheet).toMatchObject({
      number: '1',
      listNumber: '4',
      name: '磯の市開催事業',
      subName: '夕市の部',
      nodes: draft.nodes.map(({ id }) => id),
      tags: { 総合計画の関連施策: ['3. 水産の振興'], シティプロモーションの視点: ['1', '3'], SDGs: ['14'] },
      implementers: ['緑浜市 (水産課)'],
      period: { from: 2020, to: 2024 },
      content: '朝市を開く。',
    })
    expect(draft.nodes.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1 海と山の仕事で「にぎわうまち」をつくる',
    ])
  })

  test('関連する指標と設定指標の、目標・基準値・予定・実績を、欄のとおりに読む', () => {
    const [visitors, held] = indicatorsOf(draft, sheet)
    expect(visitors).toMatchObject({ class: '成果目標', name: '来訪者数', unit: '人/年', actuals: [] })
    expect(visitors?.targets).toMatchObject([{ value: '5000', scope: 'each-year', year: null }])
    expect(held).toMatchObject({ class: '設定指標', name: '開催', sheetNo: '1', baseline: { value: '2', year: 2019 } })
    expect(held?.targets).toMatchObject([
      { value: '7', year: null, scope: 'final' },
      { value: '4', year: 2021 },
    ])
    expect(held?.actuals).toMatchObject([{ value: '3', year: 2020 }])
  })

  test('基準値の年度は、見出しに書かれていてもよい', () => {
    const stated = market.map((line) =>
      line.replace('\t基準値\t', '\t基準値（令和元年度調査）\t').replace('2回（令和元年度）', '2回'),
    )
    const again = draftOf('# 緑浜市 個票', ...stated)
    expect(indicatorsOf(again, sheetsIn(again)[0])[1]?.baseline).toMatchObject({ value: '2', year: 2019, raw: '2回' })
  })

  test('「―」は値なしで、ゼロでも項目でもない', () => {
    expect(sheet?.years).toMatchObject([
      { year: 2020, items: ['開催'] },
      { year: 2021, items: [] },
    ])
  })

  test('疑いなく読めた個票には、気づきがない', () => {
    expect(codes(draft)).toEqual([])
  })
})

test('一つの頁に何枚あっても、番号の行ごとに一枚', () => {
  const second = market.map((line) => line.replace(/^個票No.\t1\t/, '個票No.\t2\t').replace('磯の市', '港まつり'))
  expect(sheetsIn(draftOf('# 緑浜市 個票', ...market, ...second)).map(({ number, name }) => [number, name])).toEqual([
    ['1', '磯の市開催事業'],
    ['2', '港まつり開催事業'],
  ])
})

test('知らない項目は、印とみなさず、読んでいないと知らせる', () => {
  const at = market.findIndex((line) => line.startsWith('事業内容'))
  const draft = draftOf(
    '# 緑浜市 個票',
    ...market.toSpliced(at, 0, row('根拠法令', '漁港及び漁場の整備等に関する法律')),
  )
  expect(draft.notes).toMatchObject([{ code: 'sheet-cell-unread', params: { text: '根拠法令' } }])
  expect(Object.keys(sheetsIn(draft)[0]?.tags ?? {})).not.toContain('根拠法令')
  expect(sheetsIn(draft)[0]?.content).toBe('朝市を開く。')
})

test('見出しを上に置いた個票・一覧・凡例は、この形とは読まない', () => {
  const draft = draftOf(...front, '■基本目標1:海と山の仕事で「にぎわうまち」をつくる', ...aSheet({ number: '1' }))
  expect(sheetsIn(draft)).toHaveLength(1)
  expect(sheetsIn(draft)[0]?.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024])
  const few = draftOf(...front, row('事業名', '磯の市開催事業'), row('事業内容', '朝市を開く。'))
  expect(sheetsIn(few)).toEqual([])
})

describe('計の行', () => {
  const matrix = front.slice(0, -9)
  const total = (...counts: readonly string[]) => row('計（3事業）', '', ...counts)

  test('事業の行とは読まず、印の数と合えば何も言わない', () => {
    const draft = draftOf(...matrix, total('2', '2', '1', '1', '', '', '', '2'))
    expect(codes(draft)).not.toContain('action-plan-row-unread')
    expect(codes(draft)).not.toContain('matrix-total-differs')
    expect(draft.projects).toHaveLength(3)
  })

  test('印の数と合わなければ、どの列かを言う', () => {
    const draft = draftOf(...matrix, total('2', '3', '1', '1', '', '', '', '2'))
    expect(draft.notes.filter(({ code }) => code === 'matrix-total-differs').map(({ params }) => params)).toEqual([
      { columns: '基本目標2（計3、印2）' },
    ])
  })
})
