import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eraYearOf, eraYearOn, yearOfEra } from './era.ts'
import { calendarYearInWords, firstDayOf, fiscalYearInWords, fiscalYearOf, lastDayOf } from './fiscal-year.ts'
import { parseFiscalYear, readYear, yearIn, yearsIn } from './read-year.ts'

const fiscal = (year: number) => ({ year, kind: 'fiscal-year' })
const calendar = (year: number) => ({ year, kind: 'calendar-year' })

describe('年の見出しを読む', () => {
  test.each([
    ['R5', fiscal(2023)],
    ['Ｒ５', fiscal(2023)],
    ['R.5', fiscal(2023)],
    ['令和元年度', fiscal(2019)],
    ['平成31年度', fiscal(2019)],
    ['H31', fiscal(2019)],
    ['R1', fiscal(2019)],
    ['H27', fiscal(2015)],
    ['H27年度', fiscal(2015)],
    ['令 和 ５ 年 度', fiscal(2023)],
    ['令和五年度', fiscal(2023)],
    ['平成二十九年度', fiscal(2017)],
    ['㍻30年度', fiscal(2018)],
    ['S63', fiscal(1988)],
    ['2023', fiscal(2023)],
    ['２０２８', fiscal(2028)],
    ['2023年度', fiscal(2023)],
    ['202７年度', fiscal(2027)],
    ['FY2023', fiscal(2023)],
    ['’22', fiscal(2022)],
    ["('28)", fiscal(2028)],
    ['（令和元年度）', fiscal(2019)],
    ['令和7年度末', fiscal(2025)],
    ['平成36年度', fiscal(2024)],
    ['令和5(2023)年度', fiscal(2023)],
    ['2023（令和5）年度', fiscal(2023)],
    ['2023年度(令和5年度)', fiscal(2023)],
    ['平成31年度（令和元年度）', fiscal(2019)],
    ['平成31・令和元年度', fiscal(2019)],
    ['H31/R1', fiscal(2019)],
    ['令和元年', calendar(2019)],
    ['令和6年', calendar(2024)],
    ['平成27年', calendar(2015)],
    ['2023年', calendar(2023)],
    ['R6.3', { ...fiscal(2023), month: 3 }],
    ['R6年4月', { ...fiscal(2024), month: 4 }],
    ['H27.8.25', { ...fiscal(2015), month: 8, day: 25 }],
    ['令和2年10月1日現在', { ...fiscal(2020), month: 10, day: 1 }],
    ['2024-03-31', { ...fiscal(2023), month: 3, day: 31 }],
  ])('%s', (label, expected) => expect(readYear(label)).toEqual(expected))

  test.each([
    '',
    '－',
    '5',
    '12',
    '5年',
    '3年度',
    '29年度',
    '5年間',
    '第2期',
    '2,023',
    '2023人',
    '1626',
    '令和０年',
    'R5.13',
    'R0',
    'm3',
    'r5',
    'H28～R3',
    'H27～累計',
    '目標値',
    '目標値（R6）',
    '令和5(2022)年度',
    'R5/R6',
    '令和5年度新規事業',
    '100.0',
    'No.5',
    '年度',
  ])('%s は年の見出しではない', (label) => expect(readYear(label)).toBeUndefined())

  test('元号のない見出しは、計画の元号か初年度から読む', () => {
    expect(readYear('3年度', { era: '令和' })).toEqual(fiscal(2021))
    expect(readYear('３年度', { era: '令和' })).toEqual(fiscal(2021))
    expect(readYear('29年度', { era: '平成' })).toEqual(fiscal(2017))
    expect(readYear('29年度', { near: 2020 })).toEqual(fiscal(2017))
    expect(readYear('7年度', { near: 2021 })).toEqual(fiscal(2025))
    expect(readYear('5年間', { era: '令和' })).toBeUndefined()
  })

  test('暦年を年度とは読まない', () => {
    expect(parseFiscalYear('令和6年')).toBeUndefined()
    expect(parseFiscalYear('令和元年度')).toEqual({ startYear: 2019 })
    expect(parseFiscalYear('R6.3')).toBeUndefined()
  })
})

describe('文の中の年', () => {
  test.each([
    ['目標値（R6）', 2024],
    ['基準値 (H30)', 2018],
    ['22品（令和元年）', 2019],
    ['現計画:H25.3策定', 2012],
    ['H27.8.25開設', 2015],
    ['令和４年度新規事業', 2022],
    ['2028目標', 2028],
  ])('%s', (text, year) => expect(yearIn(text)?.year).toBe(year))

  test.each(['2,023人', '第2期', '2023人', '5年間の合計', '命令2件', 'R505', 'H28～R3', '3事業者', 'PR5件'])(
    '%s から一つの年は読まない',
    (text) => expect(yearIn(text)).toBeUndefined(),
  )

  test('書かれた順にすべて', () => {
    expect(yearsIn('36.7％（令和元年）→40.0％（令和7年）').map(({ year }) => year)).toEqual([2019, 2025])
    expect(yearsIn('R元年10月～R2年9月').map(({ month }) => month)).toEqual([10, 9])
  })
})

describe('元号', () => {
  test('改元の年は新しい元号で呼び、日はその日の元号で呼ぶ', () => {
    expect(eraYearOf(2019)).toMatchObject({ era: '令和', n: 1 })
    expect(eraYearOn('2019-04-30')).toMatchObject({ era: '平成', n: 31 })
    expect(eraYearOn('2019-05-01')).toMatchObject({ era: '令和', n: 1 })
    expect(eraYearOf(1867)).toBeUndefined()
    expect(yearOfEra('令和', 0)).toBeUndefined()
  })

  test('年度は自分の日を知っている', () => {
    const year = parseFiscalYear('令和6年度')
    expect(year && [firstDayOf(year), lastDayOf(year)]).toEqual(['2024-04-01', '2025-03-31'])
    expect(fiscalYearOf('2025-03-31')).toEqual({ startYear: 2024 })
    expect(fiscalYearInWords({ startYear: 2019 })).toBe('令和元年度')
    expect(fiscalYearInWords({ startYear: 2019 }, 'short')).toBe('R1')
    expect(calendarYearInWords(2019)).toBe('令和元年')
  })

  test('1868 年から 2100 年まで、書いて読むと元に戻る', () => {
    for (let year = 1868; year <= 2100; year += 1) {
      for (const style of ['era', 'short', 'western'] as const)
        expect(readYear(fiscalYearInWords({ startYear: year }, style))).toEqual(fiscal(year))
      for (const style of ['era', 'western'] as const)
        expect(readYear(calendarYearInWords(year, style))).toEqual(calendar(year))
    }
  })

  test('どんな文字列でも投げず、読めた年は 1868～2200 の整数', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readYear(text, { era: '令和' })
        return read === undefined || (Number.isInteger(read.year) && read.year > 1860 && read.year < 2200)
      }),
    )
  })
})
