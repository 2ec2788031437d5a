import { describe, expect, test } from 'vitest'
import { readHeader, rowRole, settleHeaders } from './headers.ts'

describe('見出しの役を語で決める', () => {
  test.each([
    ['重要業績評価指標 (KPI)', ['name'], null, null],
    ['重要業績評価指標(KPI)', ['name'], null, null],
    ['ＫＰＩ', ['name'], null, null],
    ['基準値 (H30)', ['baseline', 'year'], 2018, null],
    ['基準値(Ｈ３０)', ['baseline', 'year'], 2018, null],
    ['目標値\n(R6)', ['target', 'year'], 2024, null],
    ['R6目標', ['target', 'year'], 2024, null],
    ['２０２８目標', ['target', 'year'], 2028, null],
    ['目標値（令和元年度）', ['target', 'year'], 2019, null],
    ['事業費 (千円)', ['cost'], null, '千円'],
    ['R5決算額（円）', ['cost', 'year'], 2023, '円'],
    ['R2', ['year'], 2020, null],
    ['令和５年度', ['year'], 2023, null],
    ['2023', ['year'], 2023, null],
    ['平成28年度実績', ['actual', 'year'], 2016, null],
    ['指標名称（単位）', ['name', 'unit'], null, null],
    ['シート No.', ['sheet-number'], null, null],
    ['シートNo', ['sheet-number'], null, null],
    ['担 当 課', ['department'], null, null],
    ['R5達成率', ['rate', 'year'], 2023, null],
    ['H31/R1実績', ['actual', 'year'], 2019, null],
    ['R6.3.31現在', ['year'], 2023, null],
    ['（単位：経営体）', ['unit'], null, '経営体'],
    ['令和5年度末の到達点', [], 2023, null],
    ['現状値', ['baseline', 'actual'], null, null],
    ['（単位：千円）', ['unit'], null, '千円'],
  ] as const)('%s', (text, roles, year, unit) => {
    const header = readHeader(text)
    expect(header.roles).toEqual(roles)
    expect(header.year?.year ?? null).toBe(year)
    expect(header.unit).toBe(unit)
  })

  test.each(['商工振興課', '26件', '3つの目標を掲げて', '', '26', '残区画の売却', '75.6%', 'P. 3'])(
    '%s は見出しではない',
    (text) => {
      expect(readHeader(text).roles).toEqual([])
    },
  )

  test('元号のない見出しは、計画の元号があるときだけ年になる', () => {
    expect(readHeader('3年度').year).toBeNull()
    expect(readHeader('3年度', { era: '令和' }).year?.year).toBe(2021)
  })
})

describe('二通りに読める見出しは仲間で決める', () => {
  const rolesOf = (words: readonly string[]) =>
    settleHeaders(words.map((word) => readHeader(word))).map(({ roles }) => roles)

  test('現状値は、目標値とだけ並べば基準値', () => {
    expect(rolesOf(['指標', '現状値', '目標値'])[1]).toEqual(['baseline'])
  })
  test('現状値は、基準値とも並べば最新の実績', () => {
    expect(rolesOf(['指標', '基準値', '現状値', '目標値'])[2]).toEqual(['actual'])
  })
  test('現状値だけなら、どちらとも言わない', () => {
    expect(rolesOf(['指標', '現状値'])[1]).toEqual(['baseline', 'actual'])
  })
  test('年のある KPI は、指標名がほかにあれば実績', () => {
    expect(rolesOf(['指標名', '目標値', 'KPI（平成27年度）'])[2]).toEqual(['actual', 'year'])
  })
})

describe('行の見出し', () => {
  test.each([
    ['実績値', 'actual'],
    ['実 績', 'actual'],
    ['目標値', 'target'],
    ['達成率', 'rate'],
    ['達成率（％）', 'rate'],
    ['評価', 'grade'],
    ['商工振興課', undefined],
    ['', undefined],
  ] as const)('%s → %s', (text, role) => expect(rowRole(text)).toBe(role))
})
