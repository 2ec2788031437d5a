import { describe, expect, test } from 'vitest'
import { bareName, isBreakdownName, isRepeatName, readAccumulation, readMeasured } from './read-accumulation.ts'

describe('指標名から累計の仕方を読む', () => {
  test.each([
    ['新規創業件数(H27～累計)', { kind: 'cumulative', since: 2015 }],
    ['技能士合格者数 (H19～累計)', { kind: 'cumulative', since: 2007 }],
    ['成婚数（平成21年度〜累計）', { kind: 'cumulative', since: 2009 }],
    ['認定数（2012～22年度累計）', { kind: 'cumulative', since: 2012 }],
    ['登録者数（R2からの累計）', { kind: 'cumulative', since: 2020 }],
    ['空き家バンク登録件数(累計)', { kind: 'cumulative', since: null }],
    ['15歳～34歳の登録者数（累計）', { kind: 'cumulative', since: null }],
    ['転入者数(単年度)【県人口移動調査(前年10～9月)】', { kind: 'single-year' }],
    ['15歳～34歳の転入者数/年【県人口移動調査(前年10～9月)】', { kind: 'single-year' }],
    ['市民の家等合宿利用団体数(市外)／年', { kind: 'single-year' }],
    ['市民の家等合宿利用団体数 (市外) / 年 (再掲)', { kind: 'single-year' }],
    ['留学生との交流事業/年（小中学校）', { kind: 'single-year' }],
    ['移住ポータルサイトアクセス件数／月', { kind: 'single-year' }],
    ['年間観光客数', { kind: 'single-year' }],
    ['新規就農者数（5年間の合計）', { kind: 'period-total' }],
    ['移住者数（計画期間中の累計）', { kind: 'period-total' }],
    ['人口（10月1日現在）', { kind: 'level' }],
    ['会員数(年度末現在)', { kind: 'level' }],
    ['都市公園面積', { kind: 'unstated' }],
    ['施設前の歩行者通行数（人/日）', { kind: 'unstated' }],
    ['都市計画マスタープラン見直し', { kind: 'unstated' }],
    ['図書館を週2回以上利用する児童の割合', { kind: 'unstated' }],
    ['', { kind: 'unstated' }],
  ])('%s', (name, accumulation) => expect(readAccumulation(name)).toEqual(accumulation))
})

describe('測り方の断り', () => {
  test.each([
    ['転入者数(単年度)【県人口移動調査(前年10～9月)】', '県人口移動調査(前年10～9月)'],
    ['観光入込者数(単年度)【県観光統計(1～12月)】', '県観光統計(1～12月)'],
    ['人口（10月1日現在）', '10月1日現在'],
    ['転入者数(転入者アンケート調査)', '転入者アンケート調査'],
    ['新規創業件数(H27～累計)', null],
    ['転入者数(単年度)', null],
    ['住み替え支援事業【建設課】', null],
    ['合宿利用団体数(市外)', null],
  ])('%s', (name, measured) => expect(readMeasured(name)).toBe(measured))
})

describe('比べるための素の名', () => {
  test.each([
    ['市民の家等合宿利用団体数 (市外) / 年 (再掲)', '市民の家等合宿利用団体数(市外)'],
    ['市民の家等合宿利用団体数(市外)／年', '市民の家等合宿利用団体数(市外)'],
    ['(内訳)空き店舗開業支援', '空き店舗開業支援'],
    ['新規就農者数(H27～累計)', '新規就農者数'],
    ['転入者数(単年度)【県人口移動調査(前年10～9月)】', '転入者数'],
    ['観光入込客数（千人）', '観光入込客数'],
    ['就職率（％）', '就職率'],
    ['市内への転入者数(転勤、施設入所等を除く)/年', '市内への転入者数(転勤、施設入所等を除く)'],
    ['世界農業遺産(GIAHS)への認定', '世界農業遺産(GIAHS)への認定'],
    ['学童クラブ(通年型)設置数', '学童クラブ(通年型)設置数'],
    ['団体数（３年で一巡）', '団体数(3年で一巡)'],
  ])('%s', (name, bare) => expect(bareName(name)).toBe(bare))
})

test('再掲と内訳', () => {
  expect(isRepeatName('錦鯉の海外展示出展数(再掲)')).toBe(true)
  expect(isRepeatName('【再掲】婚活支援')).toBe(true)
  expect(isRepeatName('再掲載を求める件数')).toBe(false)
  expect(isBreakdownName('(内訳)新規就農支援')).toBe(true)
  expect(isBreakdownName('うち女性')).toBe(true)
  expect(isBreakdownName('内訳書の提出件数')).toBe(false)
  expect(isBreakdownName('うちわ配布数')).toBe(false)
  expect(isBreakdownName('市内高校卒業生のうち市内事業所への就職率')).toBe(false)
})
