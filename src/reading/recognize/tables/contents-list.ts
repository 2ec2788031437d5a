import { plainText } from '#domain/language/plain-text.ts'
import type { Line } from '../../document.ts'

const pageReference = /(?:^|[\s\t　])[PpＰｐ][.．]?\s*[0-9０-９]+\s*$|[…・.．‥]{3,}\s*[0-9０-９]+\s*$/u

const isPageReference = (line: Line): boolean => line.cells.some(({ text }) => pageReference.test(text))

/**
 * 目次の行（その番号の集まり）。「目次」の行から、表の前で最後にページを指す行まで。
 * 目次の見出しを本文の節と数えないために除く。「目次」と書かれていなければ、ページを指す行だけを除く。
 * `firstTable` は最初の表の見出しの行の位置（なければ lines.length）。
 */
export const contentsLines = (lines: readonly Line[], firstTable: number): ReadonlySet<Line> => {
  const before = lines.slice(0, firstTable)
  const pointing = before.filter(isPageReference)
  const start = before.findIndex(({ text }) => /^(?:もくじ|目次)$/u.test(plainText(text)))
  const last = pointing.at(-1)
  if (start < 0) return new Set(pointing)
  const end = last ? before.lastIndexOf(last) : endByRepetition(before, start)
  return new Set(before.slice(start, end + 1))
}

/** ページを指さない目次は、初めの見出しがもう一度出るところで終わる。 */
const endByRepetition = (lines: readonly Line[], start: number): number => {
  const first = lines.findIndex(({ text }, index) => index > start && text.trim() !== '')
  const words = plainText(lines[first]?.text ?? '')
  const again = lines.findIndex(({ text }, index) => index > first && plainText(text) === words)
  return again < 0 ? start : again - 1
}
