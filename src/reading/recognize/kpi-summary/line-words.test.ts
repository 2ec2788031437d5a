import { describe, expect, test } from 'vitest'
import {
  goalHeading,
  isPageHeading,
  isStatusRemark,
  isTableHeader,
  looksLikeProject,
  looksLikeSentence,
  marker,
  noTargetWords,
  remarksHeader,
  sectionHeading,
  subtotalWords,
  yearWords,
} from './line-words.ts'

describe('集計表の行のことば', () => {
  test.each([
    ['基本目標１　仕事をつくる', '1', '仕事をつくる'],
    ['基本目標2　人の流れ', '2', '人の流れ'],
    ['【基本目標Ⅲ】 育ちを支える', 'III', '育ちを支える'],
  ])('%s は基本目標', (text, number, title) => {
    expect(goalHeading(text)).toEqual({ number, title })
  })

  test.each(['基本目標の達成に向けて、各課と協議を進める。', '数値目標 基準値 目標値 区分', '1 基本目標'])(
    '%s は違う',
    (text) => {
      expect(goalHeading(text)).toBeNull()
    },
  )

  test.each([
    ['(1) 人を育てる', 2, '(1)', 1, '人を育てる'],
    ['（２）　まちをつなぐ', 2, '(2)', 2, 'まちをつなぐ'],
    ['③', 3, '③', 3, null],
    ['⑥ 暮らしとデジタル', 3, '⑥', 6, '暮らしとデジタル'],
  ])('%s は施策の見出し', (text, depth, number, order, title) => {
    expect(sectionHeading(text)).toEqual({ depth, number, order, title })
  })

  test.each(['(青空高校：9名)の生徒が参加した', '①と②を合わせて進めた。', '（令和元年）→3件'])(
    '%s は見出しではない',
    (text) => {
      expect(sectionHeading(text)).toBeNull()
    },
  )

  test('小計と合計', () => {
    expect(subtotalWords('小計（事業数：９、ＫＰＩ数：８）')).toEqual({ kind: '小計', projects: 9, indicators: 8 })
    expect(subtotalWords('合計（事業数：48、ＫＰＩ数：46）')).toEqual({ kind: '合計', projects: 48, indicators: 46 })
    expect(subtotalWords('合計')).toBeNull()
    expect(subtotalWords('合計すると事業は3つ')).toBeNull()
  })

  test('表の見出しと、段の名', () => {
    expect(isTableHeader('施策名・事業名 重要業績評価指標（KPI） 区分')).toBe(true)
    expect(isTableHeader('数値目標 基準値 目標値 区分')).toBe(true)
    expect(isTableHeader('目標値')).toBe(false)
    expect([marker('目標値'), marker(' 実績値 '), marker('目標値を下回った')]).toEqual(['target', 'actual', null])
  })

  test('所見の欄の見出しと、所見の文', () => {
    expect(remarksHeader('令和３年度実績値に対する所見')).toBe('goal')
    expect(remarksHeader('令和３年度実績値の増減理由及び今後の取り組み')).toBe('kpi')
    expect(remarksHeader('実績値は目標に届かなかった。今後の取り組み')).toBeNull()
    expect([
      looksLikeSentence('続けていく。'),
      looksLikeSentence('利用した組の数'),
      looksLikeSentence('令和４年度新規事業'),
    ]).toEqual([true, false, true])
  })

  test('年度の見出し', () => {
    expect(yearWords('3年度 4年度 5年度 6年度 7年度')).toHaveLength(5)
    expect(yearWords('令和3年度は3回開いた')).toBeNull()
  })

  test('事業の名、一言の所見、KPI を置かない断り', () => {
    expect(['道路美化事業', '開業支援事業（補助金）'].every(looksLikeProject)).toBe(true)
    expect(['事業所の数', '事業に参加した人の数'].some(looksLikeProject)).toBe(false)
    expect([
      isStatusRemark('令和４年度新規事業'),
      isStatusRemark('令和3年度で終了'),
      isStatusRemark('令和３年度は休止した。'),
    ]).toEqual([true, true, false])
    expect(noTargetWords.test('KPIの設定が困難なため設定しない')).toBe(true)
    expect(noTargetWords.test('目標値の設定が困難なため、実績値の管理とす')).toBe(true)
    expect(noTargetWords.test('KPIを達成した')).toBe(false)
  })

  test('頁の頭書き', () => {
    expect(isPageHeading(' 第２期青空市総合戦略 数値目標・KPI集計表 【資料４】')).toBe(true)
    expect(isPageHeading('集計表の見方については、別紙を参照すること。')).toBe(false)
  })
})
