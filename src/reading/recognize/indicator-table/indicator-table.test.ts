import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import type { SourceDocument } from '../../document.ts'
import { draftInWords } from '../../draft-in-words.ts'
import { openDocument } from '../../open-document.ts'
import { indicatorTable } from './indicator-table.ts'

const opened = async (file: string, bytes: Uint8Array): Promise<SourceDocument> => {
  const result = await openDocument(file, bytes)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}

const csv = async (...lines: readonly string[]): Promise<PlanDraft> =>
  indicatorTable.read(await opened('表.csv', Buffer.from(lines.join('\n'))))

type Sheet = Parameters<typeof writeXlsx>[0]['sheets'][number]

const workbook = async (...sheets: readonly Sheet[]): Promise<PlanDraft> =>
  indicatorTable.read(await opened('表.xlsx', await writeXlsx({ sheets: [...sheets] })))

const rows = (draft: PlanDraft) => draftInWords(draft).indicators
const noteOf = (draft: PlanDraft, code: string) => draft.notes.find((note) => note.code === code)

describe('段を重ねた表の、どの段が何か', () => {
  test.each([
    ['目標↓実績', ['目標,12,14', '実績,10,13'], ['12', '14'], ['10', '13']],
    ['実績↓目標', ['実績,10,13', '目標,12,14'], ['12', '14'], ['10', '13']],
    ['上段と下段', ['上段,12,14', '下段,10,13'], ['12', '14'], ['10', '13']],
  ])('%s', async (_, lines, targets, actuals) => {
    const [first, second] = lines
    const draft = await csv('（上段：目標値、下段：実績値）', '指標,区分,R4,R5', `講座の数,${first}`, `,${second}`)
    const [indicator] = draft.indicators
    expect(indicator?.targets.map(({ value }) => value)).toEqual(targets)
    expect(indicator?.actuals.map(({ value }) => value)).toEqual(actuals)
  })

  test('目標↓実績↓評価: 評価の段は判定として持つ', async () => {
    const draft = await csv('指標,区分,R4,R5', '講座の数,目標,12,14', ',実績,10,13', ',評価,Ｂ,Ａ')
    expect(draft.indicators[0]?.printedGrades?.map(({ year, heading, printed }) => [year, heading, printed])).toEqual([
      [2022, '評価', 'Ｂ'],
      [2023, '評価', 'Ａ'],
    ])
  })

  test('「指標の種類」の列に数値目標・KPI が並べば、行ごとの種類になる', async () => {
    const draft = await csv(
      '指標の種類,指標名,基準値,目標値（R6）,R4実績',
      '数値目標,新規就業者数,120人,150人,136人',
      'KPI,起業の件数,4件,12件,9件',
    )
    expect(draft.indicators.map((each) => [each.class, each.name])).toEqual([
      ['数値目標', '新規就業者数'],
      ['KPI', '起業の件数'],
    ])
  })

  test('「区分」の列に種類でない字が一つでもあれば、種類とはみない', async () => {
    const draft = await csv('区分,指標名,目標値（R6）,R4実績', 'KPI,起業の件数,12件,9件', '重点,来場者数,90人,80人')
    expect(draft.indicators.map((each) => each.class)).toEqual(['指標名', '指標名'])
  })

  test('名だけの行の下の、名の列に目標と実績が立つ表', async () => {
    const draft = await csv(
      '指標名,単位,R4,R5',
      '会員数,,,',
      '目標,人,10,20',
      '実績,人,9,21',
      '講座数,回,,',
      '目標,,4,5',
      '実績,,4,6',
    )
    expect(rows(draft)).toMatchObject([
      {
        name: '会員数',
        unit: '人',
        targets: ['2022: 10（人）', '2023: 20（人）'],
        actuals: ['2022: 9（人）', '2023: 21（人）'],
      },
      {
        name: '講座数',
        unit: '回',
        targets: ['2022: 4（回）', '2023: 5（回）'],
        actuals: ['2022: 4（回）', '2023: 6（回）'],
      },
    ])
  })

  test('行の見出しの列の見出しが「項目」でも、中身で分かる', async () => {
    const draft = await csv('指標名,項目,R4,R5', '会員数,目標値,10,20', ',実績値,9,21')
    expect(rows(draft)).toMatchObject([
      { name: '会員数', targets: ['2022: 10', '2023: 20'], actuals: ['2022: 9', '2023: 21'] },
    ])
  })

  test('束ねの「実績値」の下でも、達成率の段は率', async () => {
    const draft = await csv('指標,,実績値,', ',,R4,R5', '講座の数,実績値,10回,13回', ',達成率,83.3%,92.9%')
    expect(rows(draft)[0]).toMatchObject({
      actuals: ['2022: 10回（回）', '2023: 13回（回）'],
      rates: ['2022: 83.3', '2023: 92.9'],
    })
  })

  test('見出しも断りもない二段は、目標が先とは決めず、二通りを人に選んでもらう', async () => {
    const draft = await csv('指標名,R4,R5', '講座の数,12,14', ',10,13')
    const [{ certainty } = {}] = draft.indicators
    expect(certainty?.level).toBe('doubtful')
    expect(
      certainty?.alternatives?.map(({ targets, actuals }) => [
        targets.map(({ raw }) => raw),
        actuals.map(({ raw }) => raw),
      ]),
    ).toEqual([
      [
        ['12', '14'],
        ['10', '13'],
      ],
      [
        ['10', '13'],
        ['12', '14'],
      ],
    ])
    expect(noteOf(draft, 'stack-unlabelled')).toMatchObject({ params: { count: 1 }, about: [draft.indicators[0]?.id] })
  })

  test('事業費の段は事業費に入る', async () => {
    const draft = await csv('指標,区分,R4,R5', '講座の数,実績,10回,13回', ',事業費（千円）,"1,200","1,350"')
    expect(rows(draft)[0]?.costs).toEqual(['2022: 1,200（千円）', '2023: 1,350（千円）'])
  })
})

describe('節は、次の節か小計まで', () => {
  test('帯の行は次の帯まで。小計を越えて続かない', async () => {
    const draft = await csv(
      '指標,目標値（R6）,R5実績',
      '健康,,',
      '健診の受診率,60%,55%',
      '小計,,',
      '教室の数,5回,4回',
      '環境,,',
      'ごみの量,900t,910t',
    )
    expect(rows(draft).map(({ name, under }) => [name, under])).toEqual([
      ['健診の受診率', '健康'],
      ['教室の数', undefined],
      ['ごみの量', '環境'],
    ])
  })

  test('名の列が空でも、節の列の「小計」「合計」は集計の行', async () => {
    const draft = await csv(
      '施策,KPI,目標値（R6）,R5実績',
      '健康,健診の受診者数,600人,550人',
      '小計,,600人,550人',
      '環境,清掃の参加者数,90人,91人',
      '合計,,690人,641人',
    )
    expect(rows(draft).map(({ name, actuals }) => [name, actuals])).toEqual([
      ['健診の受診者数', ['2023: 550人（人）']],
      ['清掃の参加者数', ['2023: 91人（人）']],
    ])
    expect(draft.notes.filter(({ code }) => code === 'total-row-unread').map(({ params }) => params.name)).toEqual([
      '小計',
      '合計',
    ])
  })

  test('別の表・別のシートに、前の節を持ち越さない', async () => {
    const head = ['KPI', '目標値（R6）', 'R5実績']
    const draft = await workbook(
      { name: '甲', rows: [['施策：健康'], head, ['健診の受診者数', '600人', '550人']] },
      { name: '乙', rows: [head, ['清掃の参加者数', '90人', '91人']] },
    )
    expect(rows(draft).map(({ under }) => under)).toEqual(['健康', undefined])
  })

  test('頁をまたいで見出しを繰り返した表では、節の列が続く', async () => {
    const head = '施策,KPI,目標値（R6）,R5実績'
    const draft = await csv(head, '健康,健診の受診者数,600人,550人', '', head, ',教室の参加者数,60人,55人')
    expect(rows(draft).map(({ under }) => under)).toEqual(['健康', '健康'])
  })
})

describe('年と単位', () => {
  test.each([
    [
      'かっこの年',
      ['指標,目標値,実績値', '会員数,50人（R6）,45人（令和5年度）'],
      '2024最終: 50人（R6）（人）',
      '2023: 45人（令和5年度）（人）',
    ],
    [
      '元号のないかっこの年',
      ['平成の計画', '指標,目標値,実績値', '会員数,50人（28年度）,45人（26年度）'],
      '2016最終: 50人（28年度）（人）',
      '2014: 45人（26年度）（人）',
    ],
    [
      '目標年度の列',
      ['指標,目標値,目標年度,R5実績', '会員数,50人,令和8年度,45人'],
      '2026最終: 50人（人）',
      '2023: 45人（人）',
    ],
    [
      '値の右の時点の列',
      ['指標,目標値（R8）,実績値,時点', '会員数,50人,45人,R4'],
      '2026最終: 50人（人）',
      '2022: 45人（人）',
    ],
    [
      '題名の年',
      ['令和5年度 進捗', '指標,目標値（R8）,実績値', '会員数,50人,45人'],
      '2026最終: 50人（人）',
      '2023: 45人（人）',
    ],
  ])('%s', async (_, lines, target, actual) => {
    expect(rows(await csv(...lines))[0]).toMatchObject({ targets: [target], actuals: [actual] })
  })

  test('作った日の年は、表の年ではない。年の分からない実績は、そう知らせる', async () => {
    const draft = await csv('令和6年5月作成', '指標,目標値（R8）,実績値', '会員数,50人,45人')
    expect(rows(draft)[0]?.actuals).toEqual(['?: 45人（人）'])
    expect(noteOf(draft, 'actual-year-unstated')).toMatchObject({ places: [{ line: 3, column: 9, length: 3 }] })
  })

  test('行ごとに年度のある表は、同じ名の行を一つの指標にする', async () => {
    const draft = await csv('指標,年度,目標,実績', '会員数,R4,40,38', '会員数,R5,50,45', '講座数,R5,5,6')
    expect(rows(draft).map(({ targets, actuals }) => [targets, actuals])).toEqual([
      [
        ['2022: 40', '2023: 50'],
        ['2022: 38', '2023: 45'],
      ],
      [['2023最終: 5'], ['2023: 6']],
    ])
  })

  test.each([
    ['見出し', ['指標,R5実績（千円）', '売上,120'], '千円'],
    ['右上の断り', ['（単位：経営体）', '指標,目標,R5実績', '認定農業者,50,45'], '経営体'],
    ['名のかっこ', ['指標,目標,R5実績', '満足度（％）,50,45'], '％'],
    ['単位の列', ['指標,単位,R5実績', '搬入量,t,45'], 't'],
    ['値の後ろ', ['指標,目標,R5実績', '認定農業者,50経営体,45経営体'], '経営体'],
  ])('単位は %s から', async (_, lines, unit) => {
    expect(rows(await csv(...lines))[0]?.unit).toBe(unit)
  })

  test.each([
    ['二つの単位を並べた断り', ['（単位：人、件）', '指標,目標,R5実績', '会員数,50,45']],
    ['名のかっこの中の期間', ['指標,目標,R5実績', '来訪者数（年間）,50,45']],
  ])('%s は、単位と決めない', async (_, lines) => {
    expect(rows(await csv(...lines))[0]?.unit).toBeNull()
  })

  test.each([
    ['（令和2年度～令和6年度）', 2020, 2024],
    ['計画期間：R4～R8', 2022, 2026],
    ['第2期（2020～2024年度）', 2020, 2024],
  ])('計画の期間は、表の前の「%s」から', async (words, firstYear, lastYear) => {
    const draft = await csv(`みどり町総合戦略${words}`, '指標,目標値,R5実績', '会員数,50人,45人')
    expect(draft.plan).toMatchObject({ firstYear, lastYear })
    expect(draft.notes.map(({ code }) => code).filter((code) => code.startsWith('plan-'))).toEqual([])
  })

  test.each(['平成12年～令和6年の歩み', '令和6年度', '12～24件'])('「%s」は計画の期間ではない', async (words) => {
    const draft = await csv(words, '指標,目標値,R5実績', '会員数,50人,45人')
    expect(draft.plan).toMatchObject({ firstYear: null, lastYear: null })
  })

  test('見込みの列の値は、見込み', async () => {
    const draft = await csv('指標,R5実績,R6見込', '会員数,45人,50人')
    expect(draft.indicators[0]?.actuals.map(({ year, status }) => [year, status])).toEqual([
      [2023, 'given'],
      [2024, 'estimated'],
    ])
  })

  test('計画の終わりより後の年の値は残し、知らせる', async () => {
    const draft = await csv('指標,目標値（R6）,R5実績,R15実績', '会員数,50人,45人,60人')
    expect(rows(draft)[0]?.actuals).toEqual(['2023: 45人（人）', '2033: 60人（人）'])
    expect(noteOf(draft, 'year-outside-plan')).toMatchObject({ params: { year: 2033, last: 2024 } })
  })
})

describe('見出しの形', () => {
  test('現状値は、基準値と並べば実績、目標値とだけ並べば基準値', async () => {
    const beside = await csv('指標,基準値(R1),現状値(R5),目標値(R6)', '会員数,1人,2人,3人')
    expect(rows(beside)[0]).toMatchObject({ baseline: '2019: 1人（人）', actuals: ['2023: 2人（人）'] })
    const alone = await csv('指標,現状値(R1),目標値(R6)', '会員数,1人,3人')
    expect(rows(alone)[0]).toMatchObject({ baseline: '2019: 1人（人）', targets: ['2024最終: 3人（人）'] })
  })

  test('見出しが8行目から三段あり、上に断りの行がある表計算', async () => {
    const blank = [null]
    const draft = await workbook({
      name: '指標',
      rows: [
        ['【資料４】'],
        blank,
        ['はまかぜ市観光計画 指標の状況'],
        ['作成', '観光課', '令和6年5月'],
        blank,
        ['（単位：千人）'],
        blank,
        ['区分', '指標', '目標と実績', null, null, null, '備考'],
        [null, null, '令和4年度', null, '令和5年度', null, null],
        [null, null, '目標', '実績', '目標', '実績', null],
        ['観光', '入込客数', 100, 95, 110, 115, '天候による'],
      ],
      merges: [
        { startRow: 7, startCol: 0, endRow: 9, endCol: 0 },
        { startRow: 7, startCol: 1, endRow: 9, endCol: 1 },
        { startRow: 7, startCol: 2, endRow: 7, endCol: 5 },
        { startRow: 8, startCol: 2, endRow: 8, endCol: 3 },
        { startRow: 8, startCol: 4, endRow: 8, endCol: 5 },
        { startRow: 7, startCol: 6, endRow: 9, endCol: 6 },
      ],
    })
    expect(rows(draft)).toMatchObject([
      {
        name: '入込客数',
        unit: '千人',
        targets: ['2022: 100（千人）', '2023最終: 110（千人）'],
        actuals: ['2022: 95（千人）', '2023: 115（千人）'],
        remarks: '天候による',
      },
    ])
  })

  test('結合せずに字を繰り返した見出しと、繰り返す見出しの塊', async () => {
    const head = ['分野,指標,目標値,目標値,実績値,実績値', '分野,指標,R5,R6,R5,R6']
    const draft = await csv(...head, '健康,受診率,50%,55%,45%,', ...head, '環境,ごみの量,900t,880t,910t,')
    expect(rows(draft).map(({ name, under, targets, actuals }) => [name, under, targets, actuals])).toEqual([
      ['受診率', '健康', ['2023: 50%（%）', '2024最終: 55%（%）'], ['2023: 45%（%）']],
      ['ごみの量', '環境', ['2023: 900t（t）', '2024最終: 880t（t）'], ['2023: 910t（t）']],
    ])
  })

  test('見出しを知らない別の表が下に続いても、その行を指標と読まない', async () => {
    const draft = await csv(
      'KPI,目標値(R6),R5実績',
      '会員数,50人,45人',
      '',
      '（参考）人口',
      '地区,世帯,男,女',
      '東,100,120,130',
      '西,90,100,110',
    )
    expect(rows(draft).map(({ name }) => name)).toEqual(['会員数'])
    expect(noteOf(draft, 'row-outside-table')?.places).toEqual([{ line: 5 }, { line: 6 }, { line: 7 }])
  })

  test('結合のない年度の束ねは、右の「実績」にも及ぶ', async () => {
    const draft = await csv(
      '成果指標,策定時,令和4年度,,令和5年度,,担当課',
      ',,目標,実績,目標,実績,',
      '来訪者数,100人,110人,95人,115人,121人,観光課',
    )
    expect(rows(draft)[0]).toMatchObject({
      baseline: '?: 100人（人）',
      targets: ['2022: 110人（人）', '2023最終: 115人（人）'],
      actuals: ['2022: 95人（人）', '2023: 121人（人）'],
      departments: ['観光課'],
    })
  })

  test('現況値・目標値の下に、年度と値の列が並ぶ', async () => {
    const draft = await csv('指標名,現況値,,目標値,,方向性', ',年度,値,年度,値,', '健康寿命,R1,79.5歳,R8,80.5歳,↑')
    expect(rows(draft)[0]).toMatchObject({ baseline: '2019: 79.5歳（歳）', targets: ['2026最終: 80.5歳（歳）'] })
    expect(noteOf(draft, 'column-unread')?.params.heading).toBe('方向性')
  })

  test('年の付いた備考や課題の列は、値の列ではない', async () => {
    const draft = await csv('KPI,R5実績,R5の課題,R5備考', '会員数,45人,周知,新規')
    expect(rows(draft)[0]).toMatchObject({
      actuals: ['2023: 45人（人）'],
      comments: ['R5の課題: 周知'],
      remarks: '新規',
    })
  })
})

describe('困った表', () => {
  test('同じ指標が二度出ても合わせず、一度だけ尋ねる', async () => {
    const draft = await csv('KPI,目標値(R6),R5実績', '会員数,50人,45人', '講座数,5回,4回', '会員数,50人,48人')
    expect(rows(draft)).toHaveLength(3)
    expect(draft.notes.filter(({ code }) => code === 'same-indicator-twice')).toMatchObject([
      { params: { name: '会員数', count: 2 }, places: [{ line: 2 }, { line: 4 }] },
    ])
  })

  test.each([['<b>45</b>'], ['######'], ['#REF!'], ['4\uFFFD5']])('値の升目の %s は値にせず、知らせる', async (raw) => {
    const draft = await csv('KPI,目標値(R6),R5実績', `会員数,50人,${raw}`)
    expect(draft.indicators[0]?.actuals[0]).toMatchObject({ raw, value: null, status: 'unreadable' })
    expect(noteOf(draft, 'value-unreadable')?.params.raw).toBe(raw)
  })

  test('三百列の表を、決まった時間で読む', async () => {
    const years = Array.from({ length: 99 }, (_, at) => `R${at + 1}`)
    const head = ['KPI', '単位', ...['目標', '実績', 'メモ'].flatMap((word) => years.map((year) => `${year}${word}`))]
    const body = Array.from({ length: 60 }, (_, row) => [`指標${row}`, '件', ...head.slice(2).map((_, at) => row * at)])
    const started = process.cpuUsage()
    const draft = await workbook({ name: '広い表', rows: [head, ...body] })
    const { user } = process.cpuUsage(started)
    expect(draft.indicators).toHaveLength(60)
    expect(draft.indicators[1]?.actuals).toHaveLength(99)
    expect(draft.notes.filter(({ code }) => code === 'column-unknown')).toHaveLength(99)
    expect(user / 1000).toBeLessThan(5000)
  })

  test.each([
    ['指標名のない表', '課,目標,実績', '福祉課,12,10'],
    ['値の見出しのない表', '指標,担当課,備考', '会員数,福祉課,新規'],
    ['名簿', '氏名,住所,年齢', '甲,乙町,30'],
  ])('%s は、指標の表ではない', async (_, head, row) => {
    expect(indicatorTable.recognise(await opened('表.csv', Buffer.from(`${head}\n${row}`))).score).toBe(0)
  })
})
