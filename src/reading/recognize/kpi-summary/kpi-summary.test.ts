import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Indicator, PlanDraft } from '#domain/plan/draft.ts'
import { aSummary, type StreamSample } from './a-summary.ts'
import { kpiSummary } from './kpi-summary.ts'

const read = (...pages: readonly (StreamSample | string)[]): PlanDraft => kpiSummary.read(aSummary(...pages))

const named = (draft: PlanDraft, name: string): Indicator => {
  const found = draft.indicators.find((each) => each.name === name)
  if (!found) throw new Error(`${name} がない: ${draft.indicators.map((each) => each.name).join('、')}`)
  return found
}

const values = ({ targets, actuals }: Indicator): string => {
  const cells = (figures: Indicator['targets']) => figures.filter(({ raw }) => !/[（(]/.test(raw)).map(({ raw }) => raw)
  return `${cells(targets).join(' ')} / ${cells(actuals).join(' ')}`
}

const codes = (draft: PlanDraft) => draft.notes.map(({ code }) => code)

/** 目標の表記がどれも一つの行にしか合わない頁。名は印刷の順と違う。 */
const clearPage: StreamSample = {
  goal: '基本目標１　まちに仕事をつくる',
  goalNumbers: ['― ― ― ― 2,400 ―', '― ―'],
  numbers: [
    '36.0 37.0 38.0 39.0 40.0 ―',
    '35.5 ―',
    '4 4 4 4 4 20',
    '6 6',
    '250 250 250 250 250 ―',
    '198 ―',
    '12 ― ― ― ― ―',
    '0 ― ― ― ― ―',
    '― 3 3 3 3 ―',
    '― ―',
    '― ― ― ― ― ―',
    '0 ―',
  ],
  subtotal: '小計（事業数：６、ＫＰＩ数：５）',
  blocks: [
    ['空き店舗活用事業', '相談を受けた件数', '／210件（令和元年）→250件（各年度）', '', '目標値'],
    ['① 商いの応援'],
    ['実績値', '数値目標 基準値 目標値 区分'],
    ['従業者数 2,710人（平成28年） 2,400人（令和7年）', '目標値'],
    ['移動販売車導入事業', '導入した車両の数', '／0台（令和元年）→12台（5年間）'],
    ['(1) にぎわいづくり'],
    ['事業者どうしの引き継ぎが進み、4件の開業と2件の承継があった。今後も商工会と続けていく。'],
    ['開業支援事業', '開業または承継した件数', '／3件（令和元年）→20件（5年間）'],
    ['令和４年度新規事業'],
    ['在宅勤務支援事業', '利用した会社の数', '／－社（令和2年）→3社（各年度）', '', '目標値'],
    ['朝市研究事業', '朝市の回数', 'KPIの設定が困難なため実績値の管理とする'],
    ['若者定着事業', '地元企業に就職した生徒の割合', '／34.1％（令和元年）→40.0％（令和7年）'],
    ['実績値'],
  ],
}

describe('数が先に来る文字の流れ', () => {
  const draft = read(clearPage)

  test('名の順が乱れていても、目標の表記の合う行を当てる', () => {
    expect(values(named(draft, '地元企業に就職した生徒の割合'))).toBe('36.0 37.0 38.0 39.0 40.0 ― / 35.5 ―')
    expect(values(named(draft, '開業または承継した件数'))).toBe('4 4 4 4 4 20 / 6 6')
    expect(values(named(draft, '相談を受けた件数'))).toBe('250 250 250 250 250 ― / 198 ―')
    expect(values(named(draft, '導入した車両の数'))).toBe('12 ― ― ― ― ― / 0 ― ― ― ― ―')
    expect(values(named(draft, '利用した会社の数'))).toBe('― 3 3 3 3 ― / ― ―')
    expect(values(named(draft, '朝市の回数'))).toBe('― ― ― ― ― ― / 0 ―')
    expect(values(named(draft, '従業者数'))).toBe('― ― ― ― 2,400 ― / ― ―')
  })

  test('一つの行にしか合わないものは確かとし、訳を添える', () => {
    for (const indicator of draft.indicators) expect(indicator.certainty?.level).toBe('certain')
    expect(named(draft, '開業または承継した件数').certainty?.evidence).toEqual([
      '目標の表記「20件（5年間）」が、5年間の合計の欄と合う',
      'ほかに合う値の行はない',
      '所見に引かれた件の数の和が実績と一致',
    ])
  })

  test('印刷の順（数の行の順）に並べ、目標のことばを累計の仕方に読む', () => {
    expect(draft.indicators.map(({ name, accumulation }) => [name, accumulation.kind])).toEqual([
      ['従業者数', 'level'],
      ['地元企業に就職した生徒の割合', 'level'],
      ['開業または承継した件数', 'period-total'],
      ['相談を受けた件数', 'single-year'],
      ['導入した車両の数', 'period-total'],
      ['利用した会社の数', 'single-year'],
      ['朝市の回数', 'unstated'],
    ])
  })

  test('KPI を置かない行は数えず、断りを持つ', () => {
    expect(draft.indicators.filter(({ counted }) => counted).length).toBe(5)
    const market = named(draft, '朝市の回数')
    expect([market.counted, market.measured]).toEqual([false, 'KPIの設定が困難なため実績値の管理とする'])
  })

  test('年度・合計・最終目標・基準を分け、どれも行の中の所在を持つ', () => {
    const { baseline, targets, actuals, unit, place } = named(draft, '開業または承継した件数')
    expect(targets.map(({ year, value, scope }) => [year, value, scope])).toEqual([
      [2021, '4', undefined],
      [2022, '4', undefined],
      [2023, '4', undefined],
      [2024, '4', undefined],
      [2025, '4', undefined],
      [null, '20', 'period'],
      [null, '20', 'period'],
    ])
    expect(actuals.map(({ year, value, scope }) => [year, value, scope])).toEqual([
      [2021, '6', undefined],
      [null, '6', 'period'],
    ])
    expect([baseline?.year, baseline?.value, baseline?.raw, unit]).toEqual([2019, '3', '3件（令和元年）', '件'])
    expect(place).toMatchObject({ column: 1, length: '開業または承継した件数'.length })
    expect(targets[4]?.place).toMatchObject({ column: 9, length: 1 })
  })

  test('「―」はゼロではない', () => {
    expect(named(draft, '利用した会社の数').actuals.map(({ value, status }) => [value, status])).toEqual([
      [null, 'dash'],
      [null, 'dash'],
    ])
    expect(named(draft, '導入した車両の数').actuals[0]).toMatchObject({ value: '0', status: 'given' })
  })

  test('事業・小計・計画の名と期間', () => {
    expect(draft.projects.map(({ name, indicators }) => [name, indicators.length])).toEqual([
      ['若者定着事業', 1],
      ['開業支援事業', 1],
      ['空き店舗活用事業', 1],
      ['移動販売車導入事業', 1],
      ['在宅勤務支援事業', 1],
      ['朝市研究事業', 1],
    ])
    expect(draft.subtotals).toMatchObject([{ node: draft.nodes[0]?.id, projects: 6, indicators: 5 }])
    expect(draft.plan).toEqual({
      title: '第４期青空市まち・ひと・しごと創生総合戦略',
      kind: '総合戦略',
      firstYear: 2021,
      lastYear: 2025,
      form: 'kpi-summary',
    })
    expect(draft.municipality.name).toBe('青空市')
    expect(codes(draft)).not.toContain('kpi-summary-subtotal-unlike')
  })

  test('所見は、ことばと数の合う指標に付く', () => {
    expect(named(draft, '開業または承継した件数').remarks).toContain('2件の承継')
    expect(named(draft, '利用した会社の数').remarks).toBe('令和４年度新規事業')
    expect(named(draft, '従業者数').remarks).toBeNull()
  })

  test('名のかたまりをどう並べ替えても、一つの行にしか合わない指標の値は変わらない', () => {
    const expected = new Map(draft.indicators.map((each) => [each.name, values(each)]))
    const order = fc.shuffledSubarray([...clearPage.blocks], {
      minLength: clearPage.blocks.length,
      maxLength: clearPage.blocks.length,
    })
    fc.assert(
      fc.property(order, (blocks) => {
        const shuffled = read({ ...clearPage, blocks })
        expect(new Map(shuffled.indicators.map((each) => [each.name, values(each)]))).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  test('数の行の順を入れ替えても、一つの行にしか合わない指標の値は変わらない', () => {
    const expected = new Map(draft.indicators.map((each) => [each.name, values(each)]))
    const pairs = Array.from({ length: 6 }, (_, at) => clearPage.numbers.slice(at * 2, at * 2 + 2))
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: 6, maxLength: 6 }), (order) => {
        const shuffled = read({ ...clearPage, numbers: order.flat() })
        expect(new Map(shuffled.indicators.map((each) => [each.name, values(each)]))).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})

describe('二通りに読める頁', () => {
  const twins: StreamSample = {
    goal: '基本目標2　人の流れをつくる',
    numbers: ['80 80 80 80 80 ―', '61 ―', '80 80 80 80 80 ―', '75 ―'],
    blocks: [
      ['水辺散策事業', '案内を頼んだ人の数', '／70人（令和元年）→80人（各年度）'],
      ['古民家見学事業', '中を見た人の数', '／66人（令和元年）→80人（各年度）'],
    ],
  }

  test('決め手がなければ doubtful とし、ほかの読みを両方の所在とともに出す', () => {
    const draft = read(twins)
    for (const indicator of draft.indicators) {
      expect(indicator.certainty?.level).toBe('doubtful')
      expect(indicator.certainty?.alternatives).toHaveLength(1)
    }
    const [one, two] = draft.indicators
    expect(one?.certainty?.alternatives?.[0]?.actuals[0]?.value).toBe(two?.actuals[0]?.value)
    const note = draft.notes.find(
      ({ code, about }) => code === 'kpi-summary-row-doubtful' && about?.includes(one?.id ?? ''),
    )
    expect(note?.places.length).toBe(3)
  })

  test('所見の引く数が実績と同じなら、それで選び、likely にとどめる', () => {
    const draft = read({
      ...twins,
      blocks: [
        ...twins.blocks,
        ['水辺散策事業では案内を頼む人が増え、年間で75人となった。'],
        ['古民家見学事業は改修のため中を見た人が61人にとどまった。'],
      ],
    })
    expect(values(named(draft, '案内を頼んだ人の数'))).toBe('80 80 80 80 80 ― / 75 ―')
    expect(values(named(draft, '中を見た人の数'))).toBe('80 80 80 80 80 ― / 61 ―')
    expect(draft.indicators.map(({ certainty }) => certainty?.level)).not.toContain('certain')
  })

  test('値の同じ行どうしなら、どちらでも値は確か', () => {
    const draft = read({ ...twins, numbers: ['80 80 80 80 80 ―', '61 ―', '80 80 80 80 80 ―', '61 ―'] })
    expect(draft.indicators.map(({ certainty }) => certainty?.level)).toEqual(['certain', 'certain'])
  })

  test('基準を後戻りする行より、基準から段々に進む行を選ぶ', () => {
    const draft = read({
      numbers: ['52.0 54.0 56.0 58.0 60.0 ―', '49.9 ―', '60.0 60.0 60.0 60.0 60.0 ―', '58.8 ―'],
      blocks: [
        ['歯の健診事業', '歯の健診を受けた割合', '／59.0％（令和元年）→60％（令和7年）'],
        ['目の健診事業', '目の健診を受けた割合', '／50.0％（令和元年）→60％（令和7年）'],
      ],
    })
    expect(values(named(draft, '目の健診を受けた割合'))).toBe('52.0 54.0 56.0 58.0 60.0 ― / 49.9 ―')
    expect(named(draft, '目の健診を受けた割合').certainty?.level).not.toBe('certain')
    expect(codes(draft)).toContain('kpi-summary-goal-missing')
  })
})

describe('欠けや食い違いのある頁', () => {
  const without = (start: string): StreamSample => ({
    ...clearPage,
    blocks: clearPage.blocks.filter(([first]) => first !== start),
  })

  test('名の欠けた数の行は、名を空けて残し、知らせる', () => {
    const draft = read(without('移動販売車導入事業'))
    const nameless = named(draft, '（指標名の読めない行）')
    expect(values(nameless)).toBe('12 ― ― ― ― ― / 0 ― ― ― ― ―')
    expect(nameless.certainty?.level).toBe('doubtful')
    expect(codes(draft)).toContain('kpi-summary-label-missing')
    expect(codes(draft)).toContain('kpi-summary-subtotal-unlike')
  })

  test('数の行の欠けた指標は、値なしで残し、知らせる', () => {
    const draft = read({ ...clearPage, numbers: clearPage.numbers.filter((_, at) => at !== 4 && at !== 5) })
    expect(values(named(draft, '相談を受けた件数'))).toBe(' / ')
    expect(draft.notes.find(({ code }) => code === 'kpi-summary-row-missing')?.level).toBe('error')
    expect(values(named(draft, '開業または承継した件数'))).toBe('4 4 4 4 4 20 / 6 6')
  })

  test('同じ目標の指標が二つあるのに行が一つなら、取った方も確かとしない', () => {
    const draft = read({
      numbers: ['80 80 80 80 80 ―', '61 ―'],
      blocks: [
        ['水辺散策事業', '案内を頼んだ人の数', '／70人（令和元年）→80人（各年度）'],
        ['古民家見学事業', '中を見た人の数', '／66人（令和元年）→80人（各年度）'],
      ],
    })
    expect(draft.indicators.map(({ certainty }) => certainty?.level)).toEqual(['doubtful', 'doubtful'])
    expect(codes(draft)).toContain('kpi-summary-row-shared')
  })

  test('目標の表記と数の合わない行は、残りものとして当て、疑う', () => {
    const draft = read({ ...clearPage, numbers: clearPage.numbers.map((line) => line.replaceAll('250', '260')) })
    expect(values(named(draft, '相談を受けた件数'))).toBe('260 260 260 260 260 ― / 198 ―')
    expect(named(draft, '相談を受けた件数').certainty?.level).toBe('doubtful')
    expect(codes(draft)).toContain('kpi-summary-target-unlike')
  })

  test('実績の段が一つ抜けたら、一段ずれうる行をどれも確かとしない', () => {
    const whole = read(clearPage)
    clearPage.numbers.forEach((_, missing) => {
      if (missing % 2 === 0) return
      const draft = read({ ...clearPage, numbers: clearPage.numbers.filter((_, at) => at !== missing) })
      expect(codes(draft)).toContain('kpi-summary-lines-unpaired')
      for (const indicator of draft.indicators.filter(({ certainty }) => certainty?.level === 'certain'))
        expect(values(indicator)).toBe(values(named(whole, indicator.name)))
    })
  })

  test('段が一つ抜けても、離れた行はずれない', () => {
    const draft = read({ ...clearPage, numbers: clearPage.numbers.filter((_, at) => at !== 5) })
    for (const name of ['地元企業に就職した生徒の割合', '開業または承継した件数', '朝市の回数'])
      expect([name, named(draft, name).certainty?.level]).toEqual([name, 'certain'])
  })

  test('率の「5年間」は最終年度の水準と読み、そう言う', () => {
    const draft = read({
      numbers: ['36.0 37.0 38.0 39.0 40.0 ―', '35.5 ―'],
      blocks: [['若者定着事業', '就職した割合', '／34.1％（令和元年）→40.0％（5年間）']],
    })
    expect(named(draft, '就職した割合').accumulation.kind).toBe('level')
    expect(codes(draft)).toContain('kpi-summary-rate-over-period')
  })

  test('基準と目標の単位の違いは、印刷のまま残して知らせる', () => {
    const draft = read({
      numbers: ['1,510 1,520 1,530 1,540 1,550 ―', '803.4 ―'],
      blocks: [['里山案内事業', '里山への来訪者', '／1,505千人（令和元年）→1,550件（令和7年）']],
    })
    const { baseline, targets, unit } = named(draft, '里山への来訪者')
    expect([baseline?.unit, targets.at(-1)?.unit, unit]).toEqual(['千人', '件', '千人'])
    expect(codes(draft)).toContain('kpi-summary-unit-chosen')
  })

  test('同じ目標が何十も並ぶ頁では、どれも確かとせず、限られた時間で読む', () => {
    const many = Array.from({ length: 60 }, (_, at) => at)
    const before = performance.now()
    const draft = read({
      numbers: many.flatMap((at) => ['80 80 80 80 80 ―', `${at} ―`]),
      blocks: many.flatMap((at) => [
        [`見学その${at}事業`, `見た人の数${at}`, '／66人（令和元年）→80人（各年度）'],
        [`(${at + 1})`],
        ['①'],
      ]),
    })
    expect(draft.indicators).toHaveLength(60)
    expect(draft.indicators.filter(({ certainty }) => certainty?.level === 'certain')).toEqual([])
    expect(performance.now() - before).toBeLessThan(10_000)
  })

  test('何も書かれていない頁でも投げない', () => {
    expect(kpiSummary.read(aSummary('')).indicators).toEqual([])
    expect(kpiSummary.read(aSummary({ numbers: [], blocks: [] })).indicators).toEqual([])
  })
})

describe('見出しと事業', () => {
  const page: StreamSample = {
    goal: '基本目標３　こどもの育ちを支える',
    numbers: [
      '10 10 10 10 10 ―',
      '7 ―',
      '15 16 17 18 19 ―',
      '14 ―',
      '― ― ― ― 90.5 ―',
      '暫定値88.1 ―',
      '2 2 2 2 2 10',
      '1 1',
    ],
    blocks: [
      ['② 学校の学習環境'],
      ['保育士確保事業'],
      ['保育士になった人の数', '／8人（令和元年）→10人（各年度）'],
      ['(1)'],
      ['英語の授業改善事業', '英語が好きな生徒の割合', '／80.2％（令和元年）→90.5％（令和7年）'],
      ['① 保育の充実'],
      ['研修を受けた保育士の数', '／12人（令和元年）→19人（令和7年）', '', '目標値'],
      ['こどもの成長への支援'],
      ['学校図書館司書配置事業', '配置した学校の数', '／0校（令和元年）→10校（5年間）'],
    ],
  }

  test('番号と題の離れた見出しを組み、行を見出しの下に置く', () => {
    const draft = read(page)
    expect(draft.nodes.map(({ level, number, title }) => `${level}${number}${title}`)).toEqual([
      '基本目標3こどもの育ちを支える',
      '施策分野(1)こどもの成長への支援',
      '施策①保育の充実',
      '施策②学校の学習環境',
    ])
    const under = (name: string) => draft.nodes.find(({ id }) => id === named(draft, name).node)?.title
    expect(under('保育士になった人の数')).toBe('保育の充実')
    expect(under('研修を受けた保育士の数')).toBe('保育の充実')
    expect(under('英語が好きな生徒の割合')).toBe('学校の学習環境')
    expect(under('配置した学校の数')).toBe('学校の学習環境')
    expect(codes(draft)).toContain('kpi-summary-heading-apart')
  })

  test('一つの事業の二つの KPI は、二行で一つの事業', () => {
    const draft = read(page)
    expect(draft.projects.map(({ name, indicators }) => [name, indicators.length])).toEqual([
      ['保育士確保事業', 2],
      ['英語の授業改善事業', 1],
      ['学校図書館司書配置事業', 1],
    ])
  })

  test('暫定値は暫定のまま読む', () => {
    expect(named(read(page), '英語が好きな生徒の割合').actuals[0]).toMatchObject({
      value: '88.1',
      status: 'provisional',
    })
  })

  test('基本目標のない頁は、前の頁の続き', () => {
    const draft = read(page, {
      numbers: ['5 5 5 5 5 25', '4 4'],
      blocks: [['③ あそびの場'], ['広場整備事業', 'あそび場を直した数', '／2か所（令和元年）→25か所（5年間）']],
    })
    expect(draft.nodes.filter(({ level }) => level === '基本目標')).toHaveLength(1)
    const playground = named(draft, 'あそび場を直した数')
    expect(draft.nodes.find(({ id }) => id === playground.node)?.title).toBe('あそびの場')
  })
})

describe('この様式らしさ', () => {
  test('集計表は高く、ほかの様式は低い', () => {
    expect(kpiSummary.recognise(aSummary(clearPage)).score).toBeGreaterThan(0.8)
    const other = aSummary(
      '青空市総合戦略進捗状況一覧表\n指標名\t基準値\t目標値\tR2\tR3\tR4\t達成率\t担当課\n来訪者数\t1\t2\t3\t4\t5\t6％\t商工課',
    )
    expect(kpiSummary.recognise(other).score).toBeLessThan(0.3)
    expect(kpiSummary.recognise(aSummary('')).score).toBe(0)
  })
})
