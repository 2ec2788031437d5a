import { expect, test } from 'vitest'
import { itemMark } from './item-mark.ts'
import { readTarget } from './read-target.ts'

test.each([
  ['推進交付金新規事業 2', '2', null],
  ['3市長鼎談等意見交換の実施 1回以上', '1', '回'],
  ['物件登録件数30件以上', '30', '件'],
  ['成婚８組以上', '8', '組'],
  // 数が二つ以上なら、どれの目標か決めない。
  ['移住セミナー参加 12回以上 大都市部の相談窓口 12回 移住体験ツアー 2回以上', null, null],
  ['市民要望を参考とした15回の自主事業公演と8回の展覧会', null, null],
  ['第2次共生ビジョンの推進と検証', null, null],
  ['職員研修1回実施', null, null],
  ['上田城跡能(8月)', null, null],
  ['令和9年度', null, null],
  ['指針の策定', null, null],
])('「%s」の数は %s %s', (text, value, unit) => {
  expect(readTarget(text, 2026)).toMatchObject({ text, value, unit })
})

test.each([
  ['推進協議会の開催 5月末', '2026-05-31'],
  ['上田城跡能(8月)', '2026-08-31'],
  ['９月３０日までに決定', '2026-09-30'],
  ['2月の公演', '2027-02-28'],
  ['年度内の策定', '2027-03-31'],
  ['今年度中に着手', '2027-03-31'],
  ['上半期に契約', '2026-09-30'],
  ['年内に公表', '2026-12-31'],
  // 決まらないもの。
  ['上田城跡能(8月) うえだ城下町映画祭(11月)', null],
  ['毎月1回の開催', null],
  ['4月～9月', null],
  ['10月上旬', null],
  ['令和9年3月の議会', null],
  ['3か月ごと', null],
  ['2月30日', null],
  ['指針の策定', null],
])('令和8年度の「%s」の期限は %s', (text, due) => {
  expect(readTarget(text, 2026).due).toBe(due)
})

test('番号は丸数字、20 より後はかっこ', () => {
  expect([itemMark(1), itemMark(20), itemMark(21)]).toEqual(['①', '⑳', '(21)'])
})
