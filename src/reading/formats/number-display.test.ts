import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayDate } from './date-display.ts'
import { japaneseFormats } from './japanese-formats.ts'
import { displayNumber } from './number-display.ts'

describe('数の表示形式', () => {
  test.each([
    [1234, 'General', '1234'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e21, 'General', '1000000000000000000000'],
    [1234567, '#,##0', '1,234,567'],
    [999, '#,##0', '999'],
    [0, '#,##0', '0'],
    [0, '#,###', ''],
    [80.375, '0.0', '80.4'],
    [1.005, '0.00', '1.01'],
    [-2.5, '0', '-3'],
    [-0.4, '0', '0'],
    [0.756, '0.0%', '75.6%'],
    [1, '0%', '100%'],
    [-1234, '#,##0;"△"#,##0', '△1,234'],
    [-1234, '#,##0;[Red]▲ #,##0', '▲ 1,234'],
    [-5, '#,##0_);(#,##0)', '(5)'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [12, '0"人"', '12人'],
    [12, '0\\人', '12人'],
    [12, '#,##0人', '12人'],
    [1234567, '#,##0,"千円"', '1,235千円'],
    [7, '00', '07'],
    [3.5, '0.0#', '3.5'],
    [3.25, '0.0#', '3.25'],
    [-38, '0;[赤]"▲"0', '▲38'],
    [120, '[>=100]"達成";0', '達成'],
    [80, '[>=100]"達成";0', '80'],
    [1234.5, '[$¥-411]#,##0', '¥1,235'],
    [1200, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '1,200'],
    [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '-'],
    [-1200, japaneseFormats[38] ?? '', '-1,200'],
    [15, '@', '15'],
  ])('%d を %s で書くと %s', (value, format, text) => {
    expect(displayNumber(value, format)).toBe(text)
  })

  test.each(['0.00E+00', '# ?/?', '[DBNum1]0', '000\\-0000', 'yyyy/m/d', '[h]:mm'])(
    '知らない指定 %s は書かない（元の数を残す）',
    (format) => {
      expect(displayNumber(1.5, format)).toBeNull()
    },
  )

  test('どんな数と形式でも投げない', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), (value, format) => {
        const shown = displayNumber(value, format)
        expect(shown === null || typeof shown === 'string').toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('日付の表示形式', () => {
  const day = (text: string) => new Date(`${text}Z`)
  test.each([
    ['2026-04-01T00:00', '[$-411]ggge"年"m"月"d"日"', '令和8年4月1日'],
    ['2019-05-01T00:00', '[$-411]ggge"年"m"月"d"日";@', '令和元年5月1日'],
    ['2019-04-30T00:00', '[$-411]ggge"年"m"月"d"日"', '平成31年4月30日'],
    ['2019-06-01T00:00', '[$-411]ge.m.d', 'R1.6.1'],
    ['2023-04-01T00:00', '[$-411]gee\\.mm\\.dd', 'R05.04.01'],
    ['2024-12-05T00:00', 'yyyy/m/d', '2024/12/5'],
    ['2024-12-05T00:00', 'yyyy"年"m"月"', '2024年12月'],
    ['2024-12-05T00:00', 'm/d(aaa)', '12/5(木)'],
    ['2024-12-05T00:00', 'aaaa', '木曜日'],
    ['2024-12-05T13:05', 'h:mm', '13:05'],
    ['2024-12-05T13:05', 'yyyy/m/d h:mm AM/PM', '2024/12/5 1:05 PM'],
    ['2024-12-05T13:05:09', 'mm:ss', '05:09'],
  ])('%s を %s で書くと %s', (date, format, text) => {
    expect(displayDate(day(date), format)).toBe(text)
  })

  test.each(['[h]:mm:ss', 'bbbb', '0.00'])('知らない指定 %s は書かない', (format) => {
    expect(displayDate(day('2024-12-05T13:05'), format)).toBeNull()
  })
})
