/**
 * 番号だけで書かれる表示形式の、日本語の環境での中身（ECMA-376 18.8.30 の ja-jp の表と、日本語版の既定）。
 * 読み手の道具は英語の環境の中身（14 は m/d/yyyy、38 の負数はかっこ書き）を当てるので、先に書き入れておく。
 */
const accounting = (symbol: string, digits: string, zero: string): string =>
  `_ ${symbol}* ${digits}_ ;_ ${symbol}* \\-${digits}_ ;_ ${symbol}* "-"${zero}_ ;_ @_ `

const eraDate = '[$-411]ggge"年"m"月"d"日"'
const eraShort = '[$-411]ge.m.d'
const yearMonth = 'yyyy"年"m"月"'
const monthDay = 'm"月"d"日"'

export const japaneseFormats: Readonly<Record<number, string>> = {
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: eraShort,
  28: eraDate,
  29: eraDate,
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: yearMonth,
  35: monthDay,
  36: eraShort,
  37: '#,##0;\\-#,##0',
  38: '#,##0;[Red]\\-#,##0',
  39: '#,##0.00;\\-#,##0.00',
  40: '#,##0.00;[Red]\\-#,##0.00',
  41: accounting('', '#,##0', ''),
  42: accounting('"¥"', '#,##0', ''),
  43: accounting('', '#,##0.00', '??'),
  44: accounting('"¥"', '#,##0.00', '??'),
  50: eraShort,
  51: eraDate,
  52: yearMonth,
  53: monthDay,
  54: eraDate,
  55: yearMonth,
  56: monthDay,
  57: eraShort,
  58: eraDate,
}
