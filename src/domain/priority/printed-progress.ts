import { printNumber } from '../quantity/print-figure.ts'
import type { ProgressReport, SheetItem } from './priority-sheet.ts'

/**
 * 調書の進捗の欄に刷る行。文のあとに、数の欄に打たれた数を、目標のことばとともに添える（打った数が紙から消えないように）。
 * 文にもうその数が書かれていれば、重ねない。報告がなければ空。
 *
 * @example printedProgress(item, report) // → ['説明会を開いた。', '移住セミナーへの参加 12回以上：7回']
 */
export const printedProgress = (
  { targets }: Pick<SheetItem, 'targets'>,
  report: Pick<ProgressReport, 'lines' | 'figures'> | undefined,
): readonly string[] => {
  if (report === undefined) return []
  const { lines, figures } = report
  const added = targets.flatMap(({ text, unit }, at) => {
    const figure = figures[at] ?? null
    if (figure === null || lines.some((line) => saysFigure(line, figure))) return []
    return [`${text}：${printNumber(figure)}${unit ?? ''}`]
  })
  return [...lines, ...added]
}

/** 文の中に、その数がそのままあるか（17 の中の 7 は、7 ではない）。全角・三桁の区切りは、書き方の違い。 */
const saysFigure = (line: string, figure: string): boolean => {
  const numbers: readonly string[] =
    line
      .normalize('NFKC')
      .replaceAll(/(?<=\d),(?=\d{3})/g, '')
      .match(/\d+(?:\.\d+)?/g) ?? []
  return numbers.includes(figure.replace('-', ''))
}
