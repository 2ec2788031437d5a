import { expect, test } from 'vitest'
import { sameSeries } from './plan-series.ts'

test.each([
  ['第2期大仙市まち・ひと・しごと創生総合戦略', '大仙市まち・ひと・しごと創生総合戦略'],
  [
    '第2期大仙市まち・ひと・しごと創生総合戦略の改訂について(概要)',
    '第２期 大仙市まち・ひと・しごと創生総合戦略（改訂版）',
  ],
  ['小千谷市総合戦略(改訂版)', '第三期小千谷市総合戦略'],
  ['第二次上田市総合計画', '上田市総合計画　第3次'],
])('同じ計画：%s と %s', (a, b) => {
  expect(sameSeries({ title: a }, { title: b })).toBe(true)
  expect(sameSeries({ title: b }, { title: a })).toBe(true)
})

test.each([
  ['大仙市総合計画', '大仙市まち・ひと・しごと創生総合戦略'],
  ['第2期伊万里市まち・ひと・しごと創生総合戦略', '第2期伊万里市まち・ひと・しごと創生総合戦略 アクションプラン'],
  ['総合戦略', '第2期総合戦略'],
  ['平成29年度重点目標', '平成30年度重点目標'],
])('別の計画：%s と %s', (a, b) => {
  expect(sameSeries({ title: a }, { title: b })).toBe(false)
})
