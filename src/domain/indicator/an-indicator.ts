import type { Accumulation, Indicator } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { readFigure } from '#domain/quantity/read-figure.ts'

/** 試験のための指標の書き方。値は図書に書かれるとおりの字面で渡す。 */
export type IndicatorInWords = {
  readonly name?: string
  readonly unit?: string
  readonly accumulation?: Accumulation
  readonly baseline?: string
  /** 最終目標。 */
  readonly target?: string
  /** 年度ごとの目標。 */
  readonly targets?: Readonly<Record<number, string>>
  /** 計画期間の合計の目標。 */
  readonly total?: string
  /** 毎年同じ目標。 */
  readonly eachYear?: string
  /** 2023 年度の実績。 */
  readonly actual?: string
  readonly actuals?: Readonly<Record<number, string>>
  readonly rates?: Readonly<Record<number, string>>
}

const place = { line: 1 }

const figuresOf = (byYear: Readonly<Record<number, string>> = {}): readonly Figure[] =>
  Object.entries(byYear).map(([year, raw]) => readFigure(raw, { year: Number(year), place }))

/** 試験のための指標。`anIndicator({ baseline: '100件', target: '200件', actual: '150件' })` */
export const anIndicator = (words: IndicatorInWords = {}): Indicator => ({
  id: 'i1',
  node: null,
  class: 'KPI',
  name: words.name ?? '件数',
  unit: words.unit ?? null,
  accumulation: words.accumulation ?? { kind: 'unstated' },
  baseline: words.baseline === undefined ? null : readFigure(words.baseline, { year: 2018, place }),
  targets: [
    ...figuresOf(words.targets),
    ...(words.target === undefined ? [] : [readFigure(words.target, { year: 2024, place, scope: 'final' })]),
    ...(words.total === undefined ? [] : [readFigure(words.total, { year: null, place, scope: 'period' })]),
    ...(words.eachYear === undefined ? [] : [readFigure(words.eachYear, { year: null, place, scope: 'each-year' })]),
  ],
  actuals: [...figuresOf(words.actual === undefined ? {} : { 2023: words.actual }), ...figuresOf(words.actuals)],
  rates: Object.entries(words.rates ?? {}).map(([year, printed]) => ({ year: Number(year), printed, place })),
  costs: [],
  departments: [],
  remarks: null,
  sheetNo: null,
  breakdownOf: null,
  repeatOf: null,
  project: null,
  place,
})
