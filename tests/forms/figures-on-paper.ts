import type { Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { printFigure } from '#domain/quantity/print-figure.ts'
import { withoutSpaces } from './pdf-text.ts'

/**
 * 紙に載るはずの字を、様式の書き手を通さず、版の値から直に組んだもの。年度の欄は続きの字（「34件38件43件47件―」）にして、
 * 値がどこかにあるだけでなく、その行のその順に並ぶことまで見る。空白と改行は除いてある。
 */
export type OnPaper = { readonly name: string; readonly lines: readonly string[] }

/** 進捗状況一覧表の一件。実績の行、達成率の行と、段にまたがる升目。 */
export const progressOnPaper = (indicator: Indicator, years: readonly number[]): OnPaper => {
  const { baseline, costs, departments, name, remarks, targets } = indicator
  const rates = years.map((year) => indicator.rates.find((rate) => rate.year === year)?.printed)
  return onPaper(name, [
    years.map((year) => written(inYear(indicator.actuals, year))).join(''),
    rates.map((rate) => (rate === undefined ? '―' : `${rate}％`)).join(''),
    written(baseline ?? undefined),
    ...targets.map(written),
    ...costs.map(({ raw }) => raw.replace(/^-$/, '―')),
    departments.join(''),
    remarks ?? '',
  ])
}

/** 集計表の一件。目標の行、実績の行（合計まで）と、名・目指すところ・所見。 */
export const summaryOnPaper = (indicator: Indicator, years: readonly number[]): OnPaper => {
  const { actuals, baseline, name, remarks, targets } = indicator
  const row = (figures: readonly Figure[]) =>
    [...years.map((year) => inYear(figures, year)), figures.find(({ scope }) => scope === 'period')]
      .map(written)
      .join('')
  const aims = targets.filter(({ raw, scope }) => scope !== undefined && /[（(]/u.test(raw))
  return onPaper(name, [
    row(targets),
    row(actuals),
    ...[...(baseline ? [baseline] : []), ...aims].map(dated),
    remarks ?? '',
  ])
}

const onPaper = (name: string, lines: readonly string[]): OnPaper => ({
  name: withoutSpaces(name),
  lines: lines.map(withoutSpaces).filter((line) => line !== ''),
})

/** その年度の欄の値。最終の目標（「75事業者（令和7年）」）は年度の欄の値ではない。 */
const inYear = (figures: readonly Figure[], year: number): Figure | undefined =>
  figures.find((figure) => figure.year === year && figure.scope === undefined)

/** 暫定値には注の印（※1）が付く。 */
const written = (figure: Figure | undefined): string => {
  if (!figure || figure.status === 'blank' || figure.status === 'dash') return '―'
  return `${printFigure(figure)}${figure.status === 'provisional' ? '※1' : ''}`
}

/** 「36.7％（令和元年）」。値と、図書に書かれたかっこ。 */
const dated = (figure: Figure): string => {
  const bracket = /[（(]([^（()）]*)[)）]$/u.exec(figure.raw)?.[1]
  return bracket === undefined ? printFigure(figure) : `${printFigure(figure)}（${bracket}）`
}

/** 紙の字にない行。`12 新規創業件数: 34件38件…` */
export const missing = (text: string, rows: readonly OnPaper[]): readonly string[] =>
  rows.flatMap(({ name, lines }, at) =>
    [name, ...lines].filter((line) => !text.includes(line)).map((line) => `${at + 1} ${name}: ${line}`),
  )
