import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { ReportChoices } from '../../choices.ts'
import type { Cell } from '../../report.ts'
import { noValue, writtenCell } from '../cells.ts'
import { yearWords } from '../years.ts'

type Style = ReportChoices['yearStyle']

/** 値の升目。数でない値（「整備完了」、札の付いたいくつもの値）は文なので、左にそろえる。 */
export const valueCell = (figure: Figure | undefined): Cell => wordsAtStart(writtenCell(figure))

const wordsAtStart = (cell: Cell): Cell => (cell.number || cell.text === noValue ? cell : { ...cell, align: 'start' })

/** 欄が年度を言わない値の升目。年度の決まった値には、値の後に年度を書く。「60.5%（平成29年度調査）」 */
const cellWithYear = (figure: Figure | undefined, style: Style): Cell => {
  const cell = valueCell(figure)
  if (!figure || saysYear(figure)) return cell
  const words = whenWords(figure, style)
  return {
    ...cell,
    text: `${cell.text}${words}`,
    ...(cell.number && { number: { ...cell.number, after: `${cell.number.after}${words}` } }),
  }
}

const whenWords = ({ year, periodKind }: Figure, style: Style): string =>
  year === null
    ? ''
    : `（${yearWords(year, style === 'both' ? 'era' : style)}${periodKind === 'survey' ? '調査' : ''}）`

/** 「60.5%【H29調査】」のように、書かれた字が年を言っている。 */
const saysYear = ({ raw }: Figure): boolean => /[([【](?:[RHS]|令和|平成|昭和)\s?[\d元]/u.test(raw.normalize('NFKC'))

/** いくつかの値を一つの升目に。一つなら数のまま。 */
export const figuresCell = (figures: readonly Figure[], style: Style): Cell => {
  const [only, ...others] = figures
  if (others.length === 0) return cellWithYear(only, style)
  return { text: figures.map((figure) => cellWithYear(figure, style).text).join('\n'), align: 'start' }
}

/** 基準値の列。 */
export type BaselineColumn = { readonly heading: string; readonly cell: (indicator: Indicator) => Cell }

/** 基準値のある指標が一つもなければ列を立てない。どれも同じ年度なら、年度は見出しに一度だけ書く。 */
export const baselineColumn = (indicators: readonly Indicator[], style: Style): readonly BaselineColumn[] => {
  const baselines = indicators.flatMap(({ baseline }) => baseline ?? [])
  const [first] = baselines
  if (!first) return []
  const words = whenWords(first, style)
  const common = baselines.every((each) => !saysYear(each) && whenWords(each, style) === words)
  return [
    {
      heading: common && words !== '' ? `基準値\n${words}` : '基準値',
      cell: ({ baseline }) => (common ? valueCell(baseline ?? undefined) : cellWithYear(baseline ?? undefined, style)),
    },
  ]
}
