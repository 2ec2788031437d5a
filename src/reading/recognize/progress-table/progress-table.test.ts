import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Indicator, PlanDraft } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { SourceDocument } from '../../document.ts'
import { openDocument } from '../../open-document.ts'
import { progressTable } from './progress-table.ts'

const opened = async (file: string, text: string): Promise<SourceDocument> => {
  const result = await openDocument(file, new TextEncoder().encode(text))
  if (!result.ok) throw new Error(`${file}: ${result.problem.code}`)
  return result.value
}

const draftOf = async (file: string, text: string): Promise<PlanDraft> => progressTable.read(await opened(file, text))

const named = (draft: PlanDraft, name: string): Indicator => {
  const found = draft.indicators.find((indicator) => indicator.name === name)
  if (!found) throw new Error(`no indicator "${name}"`)
  return found
}

const codes = (draft: PlanDraft): readonly string[] => draft.notes.map(({ code }) => code)

const figures = (indicator: Indicator) => indicator.actuals.map(({ year, value, unit }) => [year, value, unit])

describe('列の順や見出しの書き方が違う表', () => {
  const shuffled = [
    '緑川市総合戦略 進捗状況一覧表,,,,,,,,,,',
    '基本目標１ 働く場をつくる,,,,,,,,,,',
    '担当課,指標名,区分,R5,R2,目標値(R6),R3,R4,現状値(H30),メモ,備考',
    '商工課・農林課,起業件数（R2～累計）,実績値,9件,2件,12件,4件,7件,0件,確認済,',
    ',,達成率,75.0%,16.7%,,33.3%,58.3%,,,',
    '福祉課,待機児童数,実績値,0人,3人,0人,1人,-,5人,,R4は調査せず',
    ',,達成率,-,-,,-,-,,,',
  ].join('\n')

  test('語で読むので、列がどの順でも年度と役が合う', async () => {
    const draft = await draftOf('一覧.csv', shuffled)
    const startups = named(draft, '起業件数（R2～累計）')
    expect(figures(startups)).toEqual([
      [2023, '9', '件'],
      [2020, '2', '件'],
      [2021, '4', '件'],
      [2022, '7', '件'],
    ])
    expect(startups.rates.map(({ year, printed }) => [year, printed])).toEqual([
      [2023, '75.0'],
      [2020, '16.7'],
      [2021, '33.3'],
      [2022, '58.3'],
    ])
    expect(startups.targets.map(({ year, value, scope }) => [year, value, scope])).toEqual([[2024, '12', 'final']])
    expect(startups.baseline).toMatchObject({ year: 2018, value: '0' })
    expect(startups.departments).toEqual(['商工課', '農林課'])
    expect(startups.accumulation).toEqual({ kind: 'cumulative', since: 2020 })
  })

  test('値のない升目はゼロにならず、達成率の「-」は率に数えない', async () => {
    const waiting = named(await draftOf('一覧.csv', shuffled), '待機児童数')
    expect(waiting.actuals.find(({ year }) => year === 2022)).toMatchObject({ value: null, status: 'dash' })
    expect(waiting.actuals.find(({ year }) => year === 2023)).toMatchObject({ value: '0' })
    expect(waiting.rates).toEqual([])
    expect(waiting.rateMarks).toHaveLength(4)
  })

  test('知らない列は、見出しを添えて知らせる', async () => {
    const draft = await draftOf('一覧.csv', shuffled)
    const unread = draft.notes.filter(({ code }) => code === 'column-unknown')
    expect(unread.map(({ params }) => params.heading)).toEqual(['メモ'])
  })

  test('市の名・計画の名・節が付く', async () => {
    const draft = await draftOf('一覧.csv', shuffled)
    expect(draft.municipality).toEqual({ name: '緑川市', code: null })
    expect(draft.plan).toMatchObject({ title: '緑川市総合戦略', kind: '総合戦略', lastYear: 2024 })
    expect(draft.nodes.map(({ level, number, title }) => [level, number, title])).toEqual([
      ['基本目標', '1', '働く場をつくる'],
    ])
    expect(draft.indicators.every(({ node }) => node === draft.nodes[0]?.id)).toBe(true)
  })
})

describe('表の形の違い', () => {
  test('二段の見出し（実績値の下に年度）で、実績と達成率が列に分かれた表', async () => {
    const draft = await draftOf(
      '二段.csv',
      [
        '指標名（単位）,基準値,目標値,実績値,,,達成率,,',
        ',H30,R6,R2,R3,R4,R2,R3,R4',
        '来訪者数（千人）,100,120,90,95,110,75.0%,79.2%,91.7%',
      ].join('\n'),
    )
    const visitors = named(draft, '来訪者数（千人）')
    expect(figures(visitors)).toEqual([
      [2020, '90', '千人'],
      [2021, '95', '千人'],
      [2022, '110', '千人'],
    ])
    expect(visitors.rates.map(({ year, printed }) => `${year}:${printed}`)).toEqual([
      '2020:75.0',
      '2021:79.2',
      '2022:91.7',
    ])
    expect(visitors.baseline).toMatchObject({ year: 2018, value: '100', unit: '千人' })
  })

  test('目標と実績を上下に重ね、名を繰り返した表', async () => {
    const draft = await draftOf(
      '重ね.csv',
      [
        '指標,区分,R2,R3,R4',
        '出生数,目標,300人,310人,320人',
        '出生数,実績,290人,305人,299人',
        '転入者数,目標,50人,50人,50人',
        '転入者数,実績,40人,41人,60人',
      ].join('\n'),
    )
    expect(draft.indicators).toHaveLength(2)
    const births = named(draft, '出生数')
    expect(births.targets.map(({ year, value }) => [year, value])).toEqual([
      [2020, '300'],
      [2021, '310'],
      [2022, '320'],
    ])
    expect(figures(births).map(([, value]) => value)).toEqual(['290', '305', '299'])
  })

  test('節の列（基本目標・施策）は、空欄なら上から続き、左が変わればやり直す', async () => {
    const draft = await draftOf(
      '節.csv',
      [
        '基本目標,施策,KPI,目標値(R6),R2,R3',
        '1 しごと,雇用,就職者数,10人,1人,2人',
        ',,求人数,20件,3件,4件',
        '2 くらし,交通,乗車人数,30人,5人,6人',
      ].join('\n'),
    )
    const title = (id: string | null) => draft.nodes.find((node) => node.id === id)?.title
    expect(draft.indicators.map(({ name, node }) => [name, title(node)])).toEqual([
      ['就職者数', '雇用'],
      ['求人数', '雇用'],
      ['乗車人数', '交通'],
    ])
    expect(draft.nodes.map(({ level }) => level)).toEqual(['基本目標', '施策', '基本目標', '施策'])
  })

  test('行の見出しのない年度の列は実績値とみて、そう断る', async () => {
    const draft = await draftOf('断り.csv', ['KPI,目標値(R6),R2,R3', '登録者数,10人,1人,2人'].join('\n'))
    expect(figures(named(draft, '登録者数'))).toEqual([
      [2020, '1', '人'],
      [2021, '2', '人'],
    ])
    expect(codes(draft)).toContain('series-assumed-actual')
  })

  test('施策の帯のすぐ下の「事業等：…」は、節の文であって帯ではない。率の注の印は、率の字に入らない', async () => {
    const draft = await draftOf(
      '帯.csv',
      [
        'KPI,区分,目標値(R6),R2',
        '施策：就職の支援,,,',
        '事業等：合同説明会,,,',
        '就職者数,実績値,10人,3人',
        ',達成率,,30.0%※1',
      ].join('\n'),
    )
    expect(draft.nodes.map(({ level, title, text }) => [level, title, text])).toEqual([
      ['施策', '就職の支援', '事業等：合同説明会'],
    ])
    expect(named(draft, '就職者数').rates.map(({ printed }) => printed)).toEqual(['30.0'])
  })

  test('合計の行は指標に数えず、そう知らせる', async () => {
    const draft = await draftOf(
      '計.csv',
      ['KPI,区分,目標値(R6),R2', '甲の数,実績値,3件,1件', '合計,実績値,3件,1件'].join('\n'),
    )
    expect(draft.indicators.map(({ name }) => name)).toEqual(['甲の数'])
    expect(codes(draft)).toContain('total-row-unread')
  })

  test('達成率の行に面積が並べば、二つ目の値として部分に入る', async () => {
    const draft = await draftOf(
      '二系列.txt',
      [
        'KPI\t\t基準値(H30)\t目標値(R6)\tR2\tR3',
        '造成箇所・面積\t実績値\t1か所\t2か所\t0か所\t1か所',
        '\t達成率\t3.5ha\t\t0ha\t1.2ha',
        '\t\t\t\t0.0%\t50.0%',
      ].join('\n'),
    )
    const site = named(draft, '造成箇所・面積')
    expect(site.actuals[1]).toMatchObject({ year: 2021, value: '1', unit: 'か所' })
    expect(site.actuals[1]?.parts?.map(({ value, unit }) => [value, unit])).toEqual([
      ['1', 'か所'],
      ['1.2', 'ha'],
    ])
    expect(site.baseline?.parts?.map(({ raw }) => raw)).toEqual(['1か所', '3.5ha'])
    expect(site.rates.map(({ printed }) => printed)).toEqual(['0.0', '50.0'])
    expect(codes(draft)).toContain('second-line-under-rate')
  })
})

describe('内訳と再掲', () => {
  const lines = (names: readonly string[]) =>
    names.flatMap((name) => [`${name}\t実績値\t1件\t4件\t2件`, '\t達成率\t\t\t50.0%'])
  const header = 'KPI\t\t基準値(H30)\t目標値(R6)\tR2'

  test('内訳は前の親に付き、親がなければそう知らせる', async () => {
    const draft = await draftOf('内訳.txt', [header, ...lines(['創業件数', '(内訳)窓口', '（内訳）融資'])].join('\n'))
    expect(draft.indicators.map(({ breakdownOf }) => breakdownOf)).toEqual([
      null,
      draft.indicators[0]?.id,
      draft.indicators[0]?.id,
    ])
    expect(codes(await draftOf('内訳.txt', [header, ...lines(['(内訳)窓口'])].join('\n')))).toContain('breakdown-alone')
  })

  test('再掲は名の断りでも、（再掲）の施策の下でも、初めの行を指す', async () => {
    const draft = await draftOf(
      '再掲.txt',
      [
        '施策：広報',
        header,
        ...lines(['登録者数 (市外) / 年']),
        '施策：交流',
        header,
        ...lines(['登録者数(市外)／年（再掲）']),
        '施策：広報(再掲)',
        header,
        ...lines(['登録者数(市外)/年']),
      ].join('\n'),
    )
    const [first] = draft.indicators
    expect(draft.indicators.map(({ repeatOf }) => repeatOf)).toEqual([null, first?.id, first?.id])
  })

  test('断りのない同名・同値の行は再掲とせず、知らせるだけ', async () => {
    const draft = await draftOf(
      '同名.txt',
      ['施策：広報', header, ...lines(['登録者数']), '施策：交流', header, ...lines(['登録者数'])].join('\n'),
    )
    expect(draft.indicators.map(({ repeatOf }) => repeatOf)).toEqual([null, null])
    expect(codes(draft)).toContain('same-row-unmarked')
    expect(new Set(draft.indicators.map(({ id }) => id)).size).toBe(2)
  })

  test('元の見つからない再掲は、そう知らせる', async () => {
    expect(codes(await draftOf('再掲.txt', [header, ...lines(['来訪者数(再掲)'])].join('\n')))).toContain(
      'repeat-alone',
    )
  })
})

describe('怪しいところを所在つきで知らせる', () => {
  const header = 'KPI\t\t基準値(H30)\t目標値(R6)\tR2\tR3\t事業費(千円)\t担当課'

  test('単位の抜けた値は、補わずに知らせる', async () => {
    const draft = await draftOf('単位.txt', [header, '投雪口\t実績値\t3か所\t9か所\t4か所\t469\t-\t建設課'].join('\n'))
    const missing = draft.notes.find(({ code }) => code === 'unit-not-printed')
    expect(missing?.places).toEqual([{ line: 2, column: 21, length: 3 }])
    expect(named(draft, '投雪口').actuals[1]).toMatchObject({ value: '469', unit: null })
  })

  test('途中で切れた行', async () => {
    const draft = await draftOf(
      '切れ.txt',
      [header, '甲の数\t実績値\t3件\t9件\t4件\t5件\t-\t建設課', '乙の数\t実績値\t3件\t9件'].join('\n'),
    )
    expect(draft.notes.find(({ code }) => code === 'row-cut-short')?.places).toEqual([
      { line: 3, column: 1, length: 13 },
    ])
  })

  test('年度のない事業費は、年度なしで取り込んで知らせる', async () => {
    const draft = await draftOf('費用.txt', [header, '甲の数\t実績値\t3件\t9件\t4件\t5件\t2,588\t建設課'].join('\n'))
    expect(named(draft, '甲の数').costs).toEqual([
      { year: null, raw: '2,588', value: '2588', unit: '千円', place: { line: 2, column: 21, length: 5 } },
    ])
    expect(codes(draft)).toContain('cost-year-unstated')
  })

  test('年度のある決算額は、その年度で取り込む', async () => {
    const draft = await draftOf(
      '費用.csv',
      ['KPI,区分,目標値(R6),R2,R2決算額(円)', '甲の数,実績値,3件,1件,"1,200"'].join('\n'),
    )
    expect(named(draft, '甲の数').costs).toMatchObject([{ year: 2020, value: '1200', unit: '円' }])
    expect(codes(draft)).not.toContain('cost-year-unstated')
  })

  test('役所の文書にない字体', async () => {
    const draft = await draftOf(
      '字体.txt',
      [header, '展示会见本市の数\t実績値\t3件\t9件\t4件\t5件\t-\t商工課'].join('\n'),
    )
    expect(draft.notes.find(({ code }) => code === 'rare-character')?.places).toEqual([
      { line: 2, column: 4, length: 1 },
    ])
  })
})

test('様式らしさ: 表のない文や、ほかの表は低い', async () => {
  const score = async (text: string) => progressTable.recognise(await opened('x.txt', text)).score
  expect(await score('市民の皆さまへ\nお知らせです。')).toBeLessThan(0.3)
  expect(await score('氏名\t住所\t年齢\n甲\t乙町\t30')).toBeLessThan(0.3)
  expect(
    await score('KPI\t\t基準値(H30)\t目標値(R6)\tR2\n甲の数\t実績値\t1件\t2件\t1件\n\t達成率\t\t\t50.0%'),
  ).toBeGreaterThanOrEqual(0.5)
})

const seed = new URL('../../../../../shared/seeds/000_208c1c995094f331.txt', import.meta.url)

describe.skipIf(!existsSync(seed))('小千谷市の進捗状況一覧表（図書が ../shared/seeds にあるときだけ）', async () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : ''
  const draft = text === '' ? null : await draftOf('小千谷.txt', text)
  if (!draft) return
  const { indicators, nodes, notes } = draft
  const under = (title: string) => {
    const inside = new Set(nodes.filter((node) => node.title === title).map(({ id }) => id))
    for (const node of nodes) if (node.parent !== null && inside.has(node.parent)) inside.add(node.id)
    return indicators.filter(({ node }) => node !== null && inside.has(node)).length
  }

  test('84 行: 全体目標 13、個別目標 71。内訳 5、再掲 3', () => {
    expect(indicators).toHaveLength(84)
    expect([under('全体目標'), under('個別目標')]).toEqual([13, 71])
    expect(indicators.filter(({ breakdownOf }) => breakdownOf !== null)).toHaveLength(5)
    expect(indicators.filter(({ repeatOf }) => repeatOf !== null)).toHaveLength(3)
  })

  test('基本目標 4（二つの部に一つずつ）、施策分野 14、施策 34', () => {
    const count = (level: string) => nodes.filter((node) => node.level === level).length
    expect([count('区分'), count('基本目標'), count('施策分野'), count('施策')]).toEqual([2, 8, 14, 34])
    expect(nodes.filter(({ level }) => level === '施策分野').every(({ text: policy }) => policy !== null)).toBe(true)
  })

  test('達成率 300 か所。「-」は 36 か所で、率には数えない', () => {
    expect(indicators.reduce((sum, { rates }) => sum + rates.length, 0)).toBe(300)
    expect(indicators.reduce((sum, { rateMarks }) => sum + (rateMarks?.length ?? 0), 0)).toBe(36)
  })

  test('どの行も、基準値は 2018、目標値は 2024、実績は 2020～2023 と空欄の 2024', () => {
    for (const { baseline, targets, actuals } of indicators) {
      expect(baseline?.year).toBe(2018)
      expect(targets.map(({ year, scope }) => [year, scope])).toEqual([[2024, 'final']])
      expect(actuals.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024])
      expect(actuals[4]).toMatchObject({ status: 'blank', value: null })
    }
  })

  test('中身の行の空でない升目は、すべて案の中にある', () => {
    const taken = new Set(indicators.flatMap(placesIn).map((place) => JSON.stringify(place)))
    const texts = new Set(indicators.flatMap(wordsIn))
    const labels = new Set(['実績値', '達成率'])
    const missing = rowsOf(text).flatMap(({ line, cells }) =>
      cells.filter(({ word, column }) => {
        const place = JSON.stringify({ line, column, length: word.length })
        return word !== '' && !labels.has(word) && !taken.has(place) && !texts.has(word)
      }),
    )
    expect(missing).toEqual([])
  })

  test('どの値も、所在の指す字と書かれた字が同じ', () => {
    const lines = text.split('\n')
    for (const { raw, place } of indicators.flatMap(allFigures)) {
      if (!('line' in place) || raw === '') continue
      const start = (place.column ?? 1) - 1
      expect(lines[place.line - 1]?.slice(start, start + (place.length ?? 0))).toBe(raw)
    }
  })

  test('確かでないところを知らせている', () => {
    expect(notes.filter(({ code }) => code === 'unit-not-printed')).toHaveLength(1)
    expect(notes.filter(({ code }) => code === 'second-line-under-rate')).toHaveLength(1)
    expect(notes.filter(({ code }) => code === 'cost-year-unstated')).toHaveLength(1)
    expect(notes.filter(({ level }) => level === 'error')).toEqual([])
  })
})

const allFigures = ({ baseline, targets, actuals }: Indicator) =>
  [...(baseline ? [baseline] : []), ...targets, ...actuals].flatMap((figure) =>
    figure.parts && figure.parts[0]?.place !== figure.parts[1]?.place ? figure.parts : [figure],
  )

const placesIn = (indicator: Indicator): readonly Place[] => [
  indicator.place,
  ...allFigures(indicator).map(({ place }) => place),
  ...indicator.rates.map(({ place }) => place),
  ...(indicator.rateMarks ?? []).map(({ place }) => place),
  ...indicator.costs.map(({ place }) => place),
]

const wordsIn = ({ departments, remarks, sheetNo }: Indicator): readonly string[] => [
  departments.join(' '),
  remarks ?? '',
  sheetNo ?? '',
]

/** 「実績値」か「達成率」の行と、その続きの行。 */
const rowsOf = (text: string) =>
  text.split('\n').flatMap((written, index) => {
    const words = written.split('\t')
    if (words.length < 9 || /基準値/.test(written)) return []
    const starts = words.map((_, at) => words.slice(0, at).reduce((sum, word) => sum + word.length + 1, 1))
    return [{ line: index + 1, cells: words.map((word, at) => ({ word, column: starts[at] ?? 0 })) }]
  })
