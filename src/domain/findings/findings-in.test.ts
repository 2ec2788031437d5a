import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '../plan/draft.ts'
import { aDraft, aNode, anIndicator, aProject } from './builders.ts'
import { findingsIn } from './findings-in.ts'

const codes = (content: Partial<PlanDraft>) => findingsIn(aDraft(content)).map(({ code }) => code)
const messages = (content: Partial<PlanDraft>) => findingsIn(aDraft(content)).map(({ message }) => message)

describe('達成率', () => {
  const row = (rate: string) =>
    anIndicator({
      base: '26件',
      target: '45件',
      actual: { 2020: '34件', 2021: '38件' },
      rate: { 2020: '75.6%', 2021: rate },
    })
  test('印刷のとおり出るものは言わない', () => expect(codes({ indicators: [row('84.4%')] })).toEqual([]))
  test('出ないものは、計算した率と式を言う', () => {
    const [message] = messages({ indicators: [row('84.4%'), row('48.4%')] })
    expect(message).toContain('48.4%')
    expect(message).toContain('84.4')
  })
  test('100% と 100.0％ は同じ', () =>
    expect(
      codes({ indicators: [anIndicator({ target: '100%', actual: { 2020: '100%' }, rate: { 2020: '100%' } })] }),
    ).toEqual([]))
  test('実績が二つの値を持つ升目は、どちらかから出る率ならよい', () =>
    expect(
      codes({
        indicators: [anIndicator({ target: '4校・8ha', actual: { 2020: '2校・1ha' }, rate: { 2020: '50.0%' } })],
      }),
    ).toEqual([]))
  test('目標が「各校1回以上」なら、人の計算として確かめてもらう', () =>
    expect(
      codes({ indicators: [anIndicator({ target: '各校1回以上', actual: { 2020: '2回' }, rate: { 2020: '14.3%' } })] }),
    ).toEqual(['rate-by-hand']))
  test('備考の「全14校」を分母にすると合う率は、そう言う', () => {
    const rates = {
      target: '各校1回以上',
      actual: { 2021: '2回', 2023: '4校・12回' },
      rate: { 2021: '14.3', 2023: '28.6' },
    }
    expect(codes({ indicators: [anIndicator({ ...rates, remarks: '全14校' })] })).toEqual(['rate-by-remarks'])
    expect(codes({ indicators: [anIndicator({ ...rates, remarks: '全15校' })] })).toEqual(['rate-by-hand'])
  })
  test('横棒は率ではない', () =>
    expect(
      codes({ indicators: [anIndicator({ target: '計画策定', actual: { 2020: '計画策定' }, rate: { 2020: '-' } })] }),
    ).toEqual([]))
})

describe('内訳', () => {
  const rows = (part: string) => {
    const whole = anIndicator({ name: '新規創業件数', actual: { 2020: '34件' } })
    return [
      whole,
      anIndicator({ name: '(内訳)第二創業', actual: { 2020: '24件' }, breakdownOf: whole.id }),
      anIndicator({ name: '(内訳)空き店舗', actual: { 2020: part }, breakdownOf: whole.id }),
    ]
  }
  test('足して合えば言わない', () => expect(codes({ indicators: rows('10件') })).toEqual([]))
  test('足して合わなければ言う', () => expect(messages({ indicators: rows('11件') })[0]).toContain('35'))
  test('読めない内訳があれば比べない', () => expect(codes({ indicators: rows('-') })).toEqual([]))
})

describe('合計と小計', () => {
  const years = { 2020: '3', 2021: '3', 2022: '3', 2023: '3', 2024: '3' }
  test('年度の目標を足すと合計になる', () =>
    expect(codes({ indicators: [anIndicator({ goals: years, goalTotal: '15' })] })).toEqual([]))
  test('ならなければ言う', () =>
    expect(codes({ indicators: [anIndicator({ goals: years, goalTotal: '14' })] })).toEqual(['total-differs']))
  test('計画の年がそろっていなければ、足して比べない', () =>
    expect(codes({ indicators: [anIndicator({ goals: { 2021: '3', 2022: '3' }, goalTotal: '15' })] })).toEqual([]))
  test('個票の、年度の実績と予定を足すと最終の目標にならない', () => {
    const invested = (target: string) =>
      anIndicator({
        name: '設備投資件数',
        target,
        actual: { 2020: '13件' },
        goals: { 2021: '12件', 2022: '12件', 2023: '12件', 2024: '12件' },
      })
    expect(codes({ indicators: [invested('70件')] })).toEqual(['years-and-total'])
    expect(codes({ indicators: [invested('61件')] })).toEqual([])
    // 12件×5年。R2 の実績が予定と違っただけ。
    expect(codes({ indicators: [invested('60件')] })).toEqual([])
    // 12件はある年の水準、600件は合計ではない何か。
    expect(codes({ indicators: [invested('12件'), invested('600件')] })).toEqual([])
  })
  test('小計のＫＰＩ数は、数えないと断った行と数値目標を除いて数える', () => {
    const node = aNode('基本目標1')
    const indicators = [
      anIndicator({ node: node.id }),
      anIndicator({ node: node.id, name: '6次産業化', counted: false }),
      anIndicator({ node: node.id, name: '就業者数', class: '数値目標' }),
    ]
    const subtotal = { node: node.id, projects: null, place: { line: 9 } }
    expect(codes({ nodes: [node], indicators, subtotals: [{ ...subtotal, indicators: 1 }] })).toEqual([])
    expect(codes({ nodes: [node], indicators, subtotals: [{ ...subtotal, indicators: 2 }] })).toEqual([
      'subtotal-differs',
    ])
  })
  test('クロス表の合計は、空欄を 0 と足して比べる', () => {
    const row = (node: string, a: number | null, total = false) => ({
      node,
      class: 'KPI',
      counts: { A: a, B: 9 },
      total,
      place: { line: 1 },
    })
    const grades = (a: number) => [row('1', 8), row('2', null), { ...row('計', a, true), counts: { A: a, B: 18 } }]
    expect(codes({ grades: grades(8) })).toEqual([])
    expect(codes({ grades: grades(9) })).toEqual(['grade-total-differs'])
  })
  test('修正指標数の空欄は、修正内容の数を添えて言う', () =>
    expect(
      codes({
        revisionRules: [
          {
            grade: 'C',
            rule: [],
            count: null,
            changes: ['目標値の修正・・・５指標', '指標名の変更・・・4指標'],
            place: { line: 1 },
          },
        ],
      }),
    ).toEqual(['rule-count-missing']))
})

describe('単位', () => {
  test('一つだけ単位がない升目', () =>
    expect(
      codes({
        indicators: [anIndicator({ base: '367か所', target: '500か所', actual: { 2020: '410か所', 2021: '469' } })],
      }),
    ).toEqual(['unit-missing']))
  test('どの升目にも単位がない表は、言わない', () =>
    expect(codes({ indicators: [anIndicator({ unit: '件', goals: { 2020: '11' }, actual: { 2020: '2' } })] })).toEqual(
      [],
    ))
  test('ゼロに単位がないのは普通', () =>
    expect(
      codes({ indicators: [anIndicator({ base: '3件', target: '9件', actual: { 2020: '4件', 2021: '0' } })] }),
    ).toEqual([]))
  test('基準が千人、目標が件', () =>
    expect(codes({ indicators: [anIndicator({ base: '1,625千人', target: '1,638件' })] })).toContain('unit-differs'))
  test('か所と箇所、千円と円は同じ種類の単位', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ base: '1か所', target: '2箇所' }),
          anIndicator({ name: '所得', base: '2,400千円', target: '2,500,000円' }),
        ],
      }),
    ).toEqual([]))
})

describe('同じ指標', () => {
  test('同じ名前で目標が違う', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ name: '観光客数', target: '100人' }),
          anIndicator({ name: '観光客数', target: '90人' }),
        ],
      }),
    ).toEqual(['same-name-figures-differ']))
  test('数は同じで単位の書きかたが違う', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ name: '観光客数', target: '100人/年' }),
          anIndicator({ name: '観光客数', target: '100人/人' }),
        ],
      }),
    ).toEqual(['same-name-units-differ']))
  test('2,500千円 と 2,500円 は、値の違い', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ name: '市民所得', target: '2,500千円/年' }),
          anIndicator({ name: '市民所得', target: '2,500円/年' }),
        ],
      }),
    ).toEqual(['same-name-figures-differ']))
  test('対象の一部だけを書いた目標は、食い違いではない', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ name: '端末の使用回数', target: '3回以上(小学1,2年生) 5回以上(小学3年生以上)' }),
          anIndicator({ name: '端末の使用回数', target: '5回以上(小学3年生以上)' }),
        ],
      }),
    ).toEqual([]))
  test('事業ごとの設定指標「参加者数」は、事業が違えば別の指標', () => {
    const [a, b] = [aProject('ウォーキング大会'), aProject('マラソン大会')]
    const indicators = [
      anIndicator({ class: '設定指標', name: '参加者数', target: '2,500人', project: a.id }),
      anIndicator({ class: '設定指標', name: '参加者数', target: '17,000人', project: b.id }),
    ]
    expect(codes({ nodes: [], projects: [a, b], indicators })).toEqual([])
  })
  test('事業の違う「補助金交付件数」は、値がどれも違えば別の指標', () => {
    const of = (project: string, base: string, target: string) =>
      anIndicator({ name: '補助金交付件数', project, base, target })
    expect(codes({ indicators: [of('a', '100件', '150件'), of('b', '80件', '87件')] })).toEqual([])
    expect(codes({ indicators: [of('a', '100件', '150件'), of('b', '100件', '151件')] })).toEqual([
      'same-name-figures-differ',
    ])
  })
  const series = { base: '15人', target: '45人', actual: { 2020: '31人', 2021: '36人', 2022: '40人' } }
  test('値がすべて同じで名前が違う', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ name: '新規就農支援', ...series }),
          anIndicator({ name: '新規就農者数', ...series }),
        ],
      }),
    ).toEqual(['same-figures-names-differ']))
  test('同じ実績が、単年と累計の両方にある', () => {
    const actual = { 2020: '187人', 2021: '361人', 2022: '373人' }
    const indicators = [
      anIndicator({ name: '就労情報希望者数/年', target: '750人', actual }),
      anIndicator({ name: '情報を利用する出身者数(累計)', target: '2,000人', actual }),
    ]
    expect(codes({ indicators })).toEqual(['same-series-two-definitions'])
  })
  test('0 ばかりの並びは、たまたま同じになるので言わない', () => {
    const actual = { 2020: '0件', 2021: '0件', 2022: '0件' }
    expect(
      codes({ indicators: [anIndicator({ name: '出展数', actual }), anIndicator({ name: '認定数', actual })] }),
    ).toEqual([])
  })
})

describe('目標の向きと累計', () => {
  test('累計が減る', () =>
    expect(
      codes({ indicators: [anIndicator({ name: '登録数(累計)', actual: { 2020: '35人', 2021: '30人' } })] }),
    ).toEqual(['cumulative-falls']))
  test('増やす指標の目標が基準を下回る', () =>
    expect(codes({ indicators: [anIndicator({ name: '補助金交付件数', base: '216件', target: '150件' })] })).toEqual([
      'target-below-baseline',
    ]))
  test('減らす指標と、「以下」の目標は言わない', () =>
    expect(
      codes({
        indicators: [
          anIndicator({ name: '交通事故死者数', base: '75人', target: '60人' }),
          anIndicator({ name: '転出超過', base: '200人', target: '180人以下' }),
        ],
      }),
    ).toEqual([]))
  test('年度の目標が途中で下がる', () =>
    expect(
      codes({ indicators: [anIndicator({ name: '歩行者の利用数', goals: { 2024: '330', 2025: '327' } })] }),
    ).toEqual(['target-falls']))
})

describe('表と説明文', () => {
  const row = (remarks: string, actual = '75.0') =>
    anIndicator({ name: '英語検定合格率', unit: '％', goals: { 2021: '50.0' }, actual: { 2021: actual }, remarks })
  test('説明文の人数から出る率が、表の率と違う', () =>
    expect(codes({ indicators: [row('114名の受検があり86名が合格（75.4%）')] })).toEqual(['prose-ratio-differs']))
  test('表と同じ率なら言わない', () =>
    expect(codes({ indicators: [row('114名の受検があり86名が合格（75.4%）', '75.4')] })).toEqual([]))
  test('「目標値を上回った」のに下回っている', () =>
    expect(codes({ indicators: [row('目標値を上回った主な要因は周知による', '40.0')] })).toEqual([
      'prose-verdict-differs',
    ]))
  test('「目標値を上回らなかった」は、下回ったこと', () =>
    expect(codes({ indicators: [row('目標値を上回らなかった', '40.0')] })).toEqual([]))
  test('名に続く同じ単位の値だけを比べる', () => {
    const births = (remarks: string) => anIndicator({ name: '出生数', unit: '人', actual: { 2021: '72' }, remarks })
    expect(codes({ indicators: [births('令和３年の出生数は72人、合計特殊出生率は1.12')] })).toEqual([])
    expect(codes({ indicators: [births('令和３年の出生数は74人と低い')] })).toEqual(['prose-differs'])
  })
})

describe('見出し・一覧・進捗', () => {
  test('下に何もない見出し', () => expect(codes({ nodes: [aNode('評価割合')] })).toEqual(['heading-empty']))
  test('二通りに書かれた見出し', () => {
    const [a, b] = [
      aNode('安心なくらしを守り地域と地域が連携する', { number: '4', text: '方針' }),
      { ...aNode('安心な暮らしを守り地域と地域が連携する', { number: '4', text: '方針' }), id: 'b' },
    ]
    expect(codes({ nodes: [a, b] })).toEqual(['heading-differs'])
  })
  test('一覧と個票の名が違う。上段と下段に分かれただけなら言わない', () => {
    const list = aProject('周遊観光券発行支援事業', { shownIn: 'list', number: '29' })
    expect(codes({ projects: [list, aProject('周遊観光券発行事業', { number: '29' })] })).toEqual(['list-sheet-name'])
    const two = aProject('商業団体支援事業（新商品販路開拓促進事業）', { shownIn: 'list', number: '6' })
    expect(
      codes({ projects: [two, aProject('商業団体支援事業', { subName: '新商品販路開拓促進事業', number: '6' })] }),
    ).toEqual([])
  })
  test('一覧にない団体が個票の事業主体にある。課の書きかたの違いは言わない', () => {
    const list = aProject('人材創出事業', { shownIn: 'list', number: '10', implementers: ['商工振興課'] })
    const sheet = (implementers: string[]) => aProject('人材創出事業', { number: '10', implementers })
    expect(codes({ projects: [list, sheet(['見本市(商工振興課)'])] })).toEqual([])
    expect(codes({ projects: [list, sheet(['見本市', '見本信用金庫'])] })).toEqual(['list-sheet-bodies'])
  })
  test('一枚の個票の中で、同じ系列の累計の目標が違う', () => {
    const sheet = aProject('地域づくり推進事業')
    const of = (kind: string, name: string, goalTotal: string) =>
      anIndicator({ class: kind, name, goalTotal, project: sheet.id })
    const plan = of('重要業績評価指標(KPI)', '住民が主体となった新たなまちづくりの事業数', '26事業(累計)')
    expect(
      codes({ projects: [sheet], indicators: [plan, of('設定指標', '新たなまちづくりの事業数', '12事業(累積)')] }),
    ).toEqual(['same-sheet-targets-differ'])
    expect(
      codes({ projects: [sheet], indicators: [plan, of('設定指標', '新たなまちづくりの事業数', '26事業(累積)')] }),
    ).toEqual([])
  })
  test('二度印刷された個票で、年の取組が違う', () => {
    const sheet = (items: string[]) => aProject('説明会開催事業', { listNumber: '94', years: [{ year: 2021, items }] })
    expect(codes({ projects: [sheet(['説明会 1回']), sheet(['説明会 1回'])] })).toEqual([])
    expect(codes({ projects: [sheet(['説明会 3回']), sheet(['説明会 2回'])] })).toEqual(['sheet-reprinted'])
  })
  const goal = (targets: string[], progress: string[]) => ({
    department: '政策企画部',
    year: 2017,
    number: '1',
    title: '発信',
    place: { line: 1 },
    items: [{ mark: '②', title: '意識改革', targets, progress, grade: null, place: { line: 2 } }],
  })
  test('進捗に触れられていない目標', () =>
    expect(
      messages({
        priorityGoals: [goal(['職員研修1回実施', '庁内マニュアルの作成'], ['庁内マニュアル策定に向けて検討'])],
      }),
    ).toEqual(['「②意識改革」の目標「職員研修1回実施」について、進捗の記述がありません。']))
  test('進捗の箇条が目標の箇条だけあれば、名を言わなくても順に答えている', () =>
    expect(
      codes({ priorityGoals: [goal(['城跡能の開催', '学校派遣事業(5校)'], ['8月に城跡能を開催', '5月、6月に開催'])] }),
    ).toEqual([]))
  test('一句のうちの一つにだけ触れている', () =>
    expect(
      messages({
        priorityGoals: [goal(['国県等の補助金の活用 パートナーズの獲得'], ['企業との共催2事業。パートナーズ 1件'])],
      }),
    ).toEqual(['「②意識改革」の目標「国県等の補助金の活用」について、進捗の記述がありません。']))
  test('凡例があるのに、どの項目にも印がない', () =>
    expect(
      codes({
        priorityGoals: [goal([], [])],
        legends: [{ marks: ['◎', '○'], meanings: ['上回る', 'どおり'], place: { line: 9 } }],
      }),
    ).toEqual(['legend-unused']))
})

test('同じ事業費が別の指標に載っている', () => {
  const spent = (name: string) =>
    anIndicator({ name, costs: [{ year: null, raw: '9,628', value: '9628', unit: '千円', place: { line: 1 } }] })
  expect(codes({ indicators: [spent('観光入込者数'), spent('周遊コース数')] })).toEqual(['same-cost'])
  expect(codes({ indicators: [spent('観光入込者数'), spent('観光入込者数（再掲）')] })).toEqual([])
})

test('読み手が見つけた図書の食い違いも並べ、読みかたの断りは並べない', () => {
  const noted = (code: string) => ({ level: 'warning' as const, code, message: '', params: {}, places: [] })
  expect(codes({ notes: [noted('kpi-actual-differs'), noted('cost-year-unstated')] })).toEqual(['kpi-actual-differs'])
})

test('頭に零の付いた数や、数の形の壊れた字があっても、投げずに比べる', () => {
  const odd = { target: '各校1回以上', actual: { 2021: '2回' }, rate: { 2021: '014.3％' } }
  expect(codes({ indicators: [anIndicator({ ...odd, remarks: '全014校' })] })).toEqual(['rate-by-remarks'])
  const said = (remarks: string) =>
    codes({ indicators: [anIndicator({ name: '英語検定合格率', unit: '％', actual: { 2021: '75.0' }, remarks })] })
  expect(said('0114名の受検があり086名が合格（75.4%）')).toEqual(['prose-ratio-differs'])
  expect(said('114名の受検があり86名が合格（7.5.4%）')).toEqual([])
  expect(said('000名のうち00名が合格（0%）')).toEqual([])
})
