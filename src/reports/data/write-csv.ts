import { type Dataset, type DataValue, isNumeric } from './dataset.ts'

/**
 * 表を CSV のバイト列に（RFC 4180、UTF-8・BOM あり、CRLF）。一行目は列の物理名。
 * 数の列はそのまま、ほかの列は表計算の式にならないよう `notFormula` を通す。
 */
export const csvOf = ({ columns, rows }: Dataset): Uint8Array => {
  const numeric = columns.map(isNumeric)
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((value, at) => (numeric[at] === true ? (value ?? '') : notFormula(value)))),
  ]
  return new TextEncoder().encode(`\ufeff${lines.map((line) => `${line.map(quotedField).join(',')}\r\n`).join('')}`)
}

/** CSV の升目。区切り・引用符・改行があれば引用符で囲む。 */
export const quotedField = (value: string): string =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value

/**
 * 表計算が式と取りうる字の頭に ' を一つ足す（CSV インジェクションを防ぐ）。数だけの字と横棒だけの字は式にならないので足さない。
 * 初めから ' の付いた字にも足すので、頭の ' を一つ除けば必ず元に戻る。
 * `notFormula('=HYPERLINK(…)')` → `'=HYPERLINK(…)`、`notFormula('-5.2%')` → `-5.2%`
 */
export const notFormula = (value: DataValue): string => {
  if (value === null) return ''
  return mayBeFormula.test(value) && !harmless.test(value) ? `'${value}` : value
}

const mayBeFormula = /^'*[=+\-@＝＋－＠\t\r]/

const harmless = /^(?:-|－|[-+]?\d[\d,]*(?:\.\d+)?[%％]?)$/
