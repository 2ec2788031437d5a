import { describe, expect, test } from 'vitest'
import { compare } from './decimal.ts'
import { comparableUnits, inBaseUnit, isUnit, readUnit, sameUnit } from './unit.ts'

describe('単位を読む', () => {
  test.each([
    ['ヶ所', 'か所', '1', null],
    ['カ所', 'か所', '1', null],
    ['箇所', 'か所', '1', null],
    ['ｔ', 'g', '1000000', null],
    ['トン', 'g', '1000000', null],
    ['㌧', 'g', '1000000', null],
    ['ｈａ', '㎡', '10000', null],
    ['ヘクタール', '㎡', '10000', null],
    ['千㎡', '㎡', '1000', null],
    ['百万円', '円', '1000000', null],
    ['億円', '円', '100000000', null],
    ['万人', '人', '10000', null],
    ['件／月', '件', '1', '月'],
    ['回/年度', '回', '1', '年'],
    ['人/日', '人', '1', '日'],
    ['％', '%', '1', null],
    ['経営体', '経営体', '1', null],
    ['百貨店', '百貨店', '1', null],
  ])('%s', (unit, base, factor, per) => expect(readUnit(unit)).toEqual({ base, factor, per, known: true }))

  test('知らない単位も書かれたとおり持つ', () =>
    expect(readUnit('千反物')).toEqual({ base: '反物', factor: '1000', per: null, known: false }))

  test('書き方の違いと大きさの違い', () => {
    expect(sameUnit('ヶ所', '箇所')).toBe(true)
    expect(sameUnit('％', '%')).toBe(true)
    expect(sameUnit('千円', '円')).toBe(false)
    expect(sameUnit('千人', '千件')).toBe(false)
    expect(sameUnit('件', null)).toBe(false)
    expect(comparableUnits('千円', '円')).toBe(true)
    expect(comparableUnits('千円/年', '円')).toBe(false)
    expect(compare(inBaseUnit('2500', '千円'), inBaseUnit('2500', '円'))).toBe(1)
    expect(inBaseUnit('902.9', '千人')).toBe('902900')
    expect(compare(inBaseUnit('4.17', 'ha'), inBaseUnit('41.7', '千㎡'))).toBe(0)
  })

  test.each(['人', 'か国', '経営体', 'コース', '間口', 't-CO2', '件/年', '億円'])('%s は単位', (unit) =>
    expect(isUnit(unit)).toBe(true),
  )

  test.each([
    '月',
    '年度',
    '号',
    '月末',
    '人増',
    '％減',
    '回開催',
    '校で実施',
    'O件',
    'l件',
    '憶円',
    '件以上',
    '人程度',
    'の',
    '。',
    '2人',
    '目標を達成したため',
    '',
  ])('%s は単位ではない', (unit) => expect(isUnit(unit)).toBe(false))
})
