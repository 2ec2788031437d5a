import type { NoRate } from '#domain/indicator/achievement.ts'
import { saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { IndicatorReckoning, YearReckoning } from '#domain/plan/reckoning.ts'
import type { ReportChoices } from '../../choices.ts'
import type { ReportNote } from '../../report.ts'
import { yearWords } from '../years.ts'
import { plainNote } from './footnotes.ts'

/** 「―」の注。実績の一つもない年度があれば、その年度も言う。 */
export const noValueNotes = (
  indicators: readonly Indicator[],
  years: readonly number[],
  style: ReportChoices['yearStyle'],
): readonly ReportNote[] => {
  const figured = new Set(indicators.flatMap(({ actuals }) => actuals.filter(saysSomething).map(({ year }) => year)))
  const empty = years.filter((year) => !figured.has(year))
  const without = empty.length === 0 || figured.size === 0 ? '' : `${yearsInWords(empty, style)}の実績の記載はない。`
  return [plainNote(`「―」は値のないことを示し、0（ゼロ）ではない。${without}`)]
}

/** かっこ書きの値があれば、その注。升目のかっこが、印の代わりになる。 */
export const referenceNotes = (indicators: readonly Indicator[], years: readonly number[]): readonly ReportNote[] =>
  indicators.some(({ actuals }) =>
    actuals.some(({ status, year }) => status === 'reference' && year !== null && years.includes(year)),
  )
    ? [plainNote('かっこ書きの実績値は参考値で、達成率の計算には使っていない。')]
    : []

/** 続く年度は「～」でまとめる。「令和6年度～令和8年度」 */
export const yearsInWords = (years: readonly number[], style: ReportChoices['yearStyle']): string => {
  const runs: { first: number; last: number }[] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run && run.last + 1 === year) run.last = year
    else runs.push({ first: year, last: year })
  }
  return runs
    .map(({ first, last }) =>
      first === last ? yearWords(first, style) : `${yearWords(first, style)}～${yearWords(last, style)}`,
    )
    .join('、')
}

/** 率のないわけ。実績がまだないものは、見れば分かるので言わない。 */
const reasons = {
  'no-actual': null,
  'no-target': '目標が置かれていない',
  'no-baseline': '基準値がない',
  'no-period': '計画期間の何年目か分からない',
  qualitative: '目標が数ではない',
  'units-differ': '実績と目標の単位が合わない',
  'several-series': '値がいくつもあり、一つの率にならない',
  'relative-target': '目標がほかの値と比べるものである',
  doubtful: '値の読み取りが確かでない',
} as const satisfies Record<NoRate, string | null>

/** 達成率が「―」の指標と、そのわけ。わけごとに一行。 */
export const noRateNotes = (
  reckonings: readonly IndicatorReckoning[],
  years: readonly number[],
): readonly ReportNote[] => {
  const found = reckonings.flatMap(({ indicator, years: of }) => {
    const why = years.flatMap((year) => reasonIn(of.get(year)) ?? [])[0]
    return why === undefined ? [] : [{ why, name: indicator.name }]
  })
  return [...Map.groupBy(found, ({ why }) => why)].map(([why, its]) =>
    plainNote(`達成率が「―」（${why}）：${namesInWords(its.map(({ name }) => name))}`),
  )
}

/** 実績はあるのに率の出ないわけ。印刷された率があれば、率はあるので undefined。 */
const reasonIn = (year: YearReckoning | undefined): string | undefined => {
  if (!year?.actual || !saysSomething(year.actual) || year.achievement.kind !== 'none') return undefined
  if (year.agreement !== 'not-printed') return undefined
  return reasons[year.achievement.why] ?? undefined
}

/** 注に並べる名の限り。 */
const mostNames = 6

const namesInWords = (names: readonly string[]): string => {
  const own = [...new Set(names)]
  const rest = own.length - mostNames
  return `${own.slice(0, mostNames).join('、')}${rest > 0 ? ` ほか${rest}件` : ''}`
}
