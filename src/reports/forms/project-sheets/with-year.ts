import type { Figure } from '#domain/quantity/figure.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell } from '../../report.ts'
import { writtenCell } from '../cells.ts'
import { yearWords } from '../years.ts'

/** 欄が年度を言わない値の升目。年度の決まった値には、値の後に年度を書く。「60.5%（平成29年度調査）」 */
export const cellWithYear = (figure: Figure | undefined, style: ReportChoices['yearStyle']): Cell => {
  const cell = writtenCell(figure)
  if (!figure || figure.year === null || saysYear(figure)) return cell
  const words = `（${yearWords(figure.year, style === 'both' ? 'era' : style)}${figure.periodKind === 'survey' ? '調査' : ''}）`
  return {
    ...cell,
    text: `${cell.text}${words}`,
    ...(cell.number && { number: { ...cell.number, after: `${cell.number.after}${words}` } }),
  }
}

/** 「60.5%【H29調査】」のように、書かれた字が年を言っている。 */
const saysYear = ({ raw }: Figure): boolean => /[(（[【](?:[RHS]|令和|平成|昭和)\s?[\d元]/u.test(raw.normalize('NFKC'))

/** いくつかの値を一つの升目に。一つなら数のまま。 */
export const figuresCell = (figures: readonly Figure[], style: ReportChoices['yearStyle']): Cell => {
  const [only, ...others] = figures
  if (others.length === 0) return cellWithYear(only, style)
  return { text: figures.map((figure) => cellWithYear(figure, style).text).join('\n') }
}
