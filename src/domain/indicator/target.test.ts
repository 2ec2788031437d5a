import { describe, expect, test } from 'vitest'
import { readFigure } from '#domain/quantity/read-figure.ts'
import { anIndicator, type IndicatorInWords } from './an-indicator.ts'
import { aimOf } from './target.ts'

const aim = (raw: string, words: IndicatorInWords = {}) =>
  aimOf(readFigure(raw, { year: 2024, place: { line: 1 } }), anIndicator(words))

describe('書かれたことばが向きを決める', () => {
  test.each([
    ['67人以下', { better: 'less', direction: 'down', strict: false }],
    ['10%以下', { better: 'less', direction: 'down', strict: false }],
    ['50%未満', { better: 'less', direction: 'down', strict: true }],
    ['180人未満/年', { better: 'less', direction: 'down', strict: true }],
    ['30分以内', { better: 'less', direction: 'down', strict: false }],
    ['65%以上', { better: 'more', direction: 'up', strict: false }],
    ['3日以上', { better: 'more', direction: 'up', strict: false }],
    ['100人超', { better: 'more', direction: 'up', strict: true }],
  ] as const)('%s', (raw, expected) => {
    expect(aim(raw)).toMatchObject({ kind: 'amount', sureness: 'stated', ...expected })
  })

  test('ことばは、基準値からの動きより強い（86億円 → 100億円以下）', () => {
    expect(aim('100億円以下', { baseline: '86億円' })).toMatchObject({ better: 'less', sureness: 'stated' })
  })

  test('指標名に書かれた「18％以内の持続」は目標の向き', () => {
    expect(aim('18％', { name: '実質公債費比率（計画期間中に18％以内の持続）' })).toMatchObject({
      better: 'less',
      sureness: 'stated',
    })
  })

  test.each([
    ['40歳未満の新規就農者数', '5人'],
    ['週2回以上利用する児童生徒の割合', '50.0%'],
    ['75歳以上の受診者数', '300人'],
  ])('%s の「未満・以上」は人の範囲で、目標の向きではない', (name, raw) => {
    expect(aim(raw, { name })).toMatchObject({ better: 'more', sureness: 'inferred' })
  })
})

describe('手がかりから推し量る', () => {
  test.each<[string, string, IndicatorInWords, object]>([
    ['名前', '60人', { name: '交通事故死者数' }, { better: 'less', sureness: 'inferred' }],
    ['動き・増やす', '200件', { baseline: '100件' }, { better: 'more', sureness: 'inferred' }],
    ['動き・減らす', '50件', { baseline: '100件' }, { better: 'less', sureness: 'inferred' }],
    ['位の違う単位の動き', '1,200人', { baseline: '1千人' }, { better: 'more', sureness: 'inferred' }],
    [
      '単位の合わない基準値からは何も言わない',
      '50件',
      { baseline: '100千人' },
      { better: 'more', sureness: 'assumed' },
    ],
    ['食い違い', '380人', { name: '転入者数', baseline: '437人' }, { better: 'more', sureness: 'conflicting' }],
    [
      '食い違い・減らしたいもの',
      '80人',
      { name: '死亡者数', baseline: '75人' },
      { better: 'less', sureness: 'conflicting' },
    ],
    ['何もない', '5件', {}, { better: 'more', sureness: 'assumed' }],
    ['何もない 0', '0件', {}, { better: 'less', sureness: 'assumed' }],
    ['維持（同じ値）', '1,105人', { baseline: '1,105人' }, { direction: 'keep', better: 'more' }],
  ])('%s', (_, raw, words, expected) => {
    expect(aim(raw, words)).toMatchObject({ kind: 'amount', ...expected })
  })

  test('年度の目標が基準値より低く始まっても、向きは最終目標で決める', () => {
    const indicator = { baseline: '36.7', targets: { 2021: '36.0', 2025: '40.0' } }
    expect(aim('36.0', indicator)).toMatchObject({ amount: '36.0', better: 'more', sureness: 'inferred' })
  })

  test('期間の合計の基準値は別の期間の水準なので、向きの手がかりにしない', () => {
    const words = { baseline: '8団体', targets: { 2021: '3団体' }, total: '15団体' }
    const sum = { ...words, accumulation: { kind: 'period-total' } as const }
    expect(aim('3団体', sum)).toMatchObject({ better: 'more', sureness: 'assumed' })
    expect(aim('0団体', sum)).toMatchObject({ better: 'more' })
  })

  test('名前が「…の維持」なら保つ目標、「維持管理」は違う', () => {
    expect(aim('7,480頭', { name: '飼養頭数の維持' })).toMatchObject({ direction: 'keep', better: 'more' })
    expect(aim('80件', { name: '橋の維持管理件数' })).toMatchObject({ direction: 'up' })
  })

  test('「現状維持」は基準値を保つこと', () => {
    expect(aim('現状維持', { baseline: '95.2%' })).toMatchObject({ kind: 'amount', amount: '95.2', direction: 'keep' })
    expect(aim('現状維持')).toMatchObject({ kind: 'qualitative' })
  })
})

describe('数ではない目標', () => {
  test.each(['計画策定', '見直し完了', '認定', '整備完了 運営開始', '事業実施', '事業完了'])('%s は定性', (raw) => {
    expect(aim(raw).kind).toBe('qualitative')
  })

  test.each([
    '前年度以上',
    '前年を上回る',
    '全国平均以上',
    '県平均を上回る',
    '可能な限りゼロに近づける',
    '増加',
    '上昇させる',
    '1位',
  ])('%s はほかの値との比べ', (raw) => {
    expect(aim(raw).kind).toBe('relative')
  })

  test.each(['各校1回以上', '4校・13回', '①5件 ②10件', '小学校：3校 中学校：2校'])('%s は系列がいくつもある', (raw) => {
    expect(aim(raw).kind).toBe('several')
  })

  test.each(['―', '', 'KPIの設定が困難なため実績値の管理とする', '未設定'])('「%s」は目標がない', (raw) => {
    expect(aim(raw).kind).toBe('unset')
  })

  test('20～30㎢ は幅', () => {
    expect(aim('20～30㎢')).toEqual({ kind: 'range', from: '20', to: '30', unit: '㎢' })
  })
})
