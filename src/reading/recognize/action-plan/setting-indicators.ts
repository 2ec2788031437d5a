import { readAccumulation } from '#domain/indicator/read-accumulation.ts'
import { say } from '#domain/language/say.ts'
import type { Accumulation, Certainty } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { type Doubt, doubt } from './doubt.ts'
import { scopeOf } from './figure-of.ts'
import { readable } from './fragments.ts'
import { type Entry, entriesOf } from './kpi-entries.ts'
import { type Pair, pairsOf } from './kpi-pairs.ts'
import { actualFigures, nameAndWords, type TargetFigures, targetFigures } from './setting-figures.ts'
import type { SheetYears } from './sheet-years.ts'
import { yearPhrases } from './year-items.ts'
import { type Yearly, yearlyFigures } from './yearly-figures.ts'

/** 設定指標の一つ（id と事業は個票の番号が決まってから付ける）。`targets` は設定指標の目標を先頭に、年ごとの予定が続く。 */
export type SettingIndicator = {
  readonly name: string
  readonly unit: string | null
  readonly accumulation: Accumulation
  readonly baseline: Figure | null
  readonly targets: readonly Figure[]
  readonly actuals: readonly Figure[]
  readonly certainty: Certainty | undefined
  readonly place: Place
  readonly doubts: readonly Doubt[]
}

/** 実績とみる最後の年度（図書の日付の前の年度）と、事業の期間の始まり。 */
export type Timing = { readonly lastActual: number | null; readonly from: number | null }

export type Settings = {
  readonly value: readonly SettingIndicator[]
  readonly doubts: readonly Doubt[]
  /** 年の書かれていない実績の所在。 */
  readonly undated: readonly Place[]
}

/** 個票の設定指標を、目標・実績・年ごとの予定を持つ指標にする。 */
export const settingIndicators = (sheet: SheetYears, timing: Timing): Settings => {
  const years = yearPhrases(sheet.years)
  const { pairs, doubts } = pairsOf(entriesOf(sheet.kpi), years.value)
  const moved = sheet.doubts.some(({ code }) => code === 'sheet-kpi-moved')
  const drafts = pairs.flatMap((pair) => draftOf(fromActualColumn(pair, sheet, timing), moved))
  const yearly = yearlyFigures(drafts.map(seriesOf), years.value)
  return {
    value: drafts.map((draft, index) => indicatorOf(draft, yearly[index] ?? { figures: [], exact: true }, timing)),
    doubts: [...years.doubts, ...doubts],
    undated: drafts.flatMap(({ pair }) => undatedIn(pair)),
  }
}

const undatedIn = ({ actuals }: Pair): readonly Place[] =>
  actuals.flatMap(({ values }) => values.flatMap(({ when, figure }) => (when ? [] : [figure.place])))

// ---- 実績の欄に書かれた目標

type Settled = { readonly pair: Pair; readonly fromActuals: boolean }

/** 実績の欄にあるが、その年にはまだ始まっていない事業の数量は、目標である（名だけの設定指標の隣に書かれた目標値）。 */
const fromActualColumn = (pair: Pair, { years }: SheetYears, { lastActual, from }: Timing): Settled => {
  const { target, actuals } = pair
  const [actual, ...others] = actuals
  const begun = from === null || lastActual === null || from <= lastActual
  const worked = years.some(({ year, cells }) => year === lastActual && cells.length > 0)
  const bareTarget = target !== null && target.name !== null && target.values.length === 0
  const loneFigure = actual !== undefined && others.length === 0 && actual.name === null && actual.values.length > 0
  if (begun || worked || !bareTarget || !loneFigure || actual.values.some(({ when }) => when))
    return { pair, fromActuals: false }
  return { pair: { target: { ...target, values: actual.values }, actuals: [] }, fromActuals: true }
}

// ---- 一つの指標

type Draft = Settled & {
  readonly entry: Entry
  readonly name: string
  readonly words: string
  readonly scope: NonNullable<Figure['scope']>
  readonly figures: TargetFigures
  readonly moved: boolean
  readonly place: Place
}

const draftOf = (settled: Settled, moved: boolean): readonly Draft[] => {
  const { pair } = settled
  const entry = pair.target ?? pair.actuals[0]
  if (!entry) return []
  const printed = nameAndWords(entry).name
  const name = printed ? readable(printed.text) : ''
  const words = `${name} ${entry.values.map(({ figure }) => figure.text).join(' ')}`
  const scope = scopeOf(words)
  const figures = pair.target ? targetFigures(pair, scope) : { target: null, baseline: null }
  const place = printed && !moved ? printed.place : entry.place.place
  return [{ ...settled, entry, name, words, scope, figures, moved, place }]
}

/** 部分に分かれた値の指標には、年ごとの項目を当てない（どの部分のものか決まらない）。 */
const seriesOf = ({ name, entry, figures }: Draft) => ({
  name: figures.target?.parts ? '' : name,
  mark: entry.mark,
  unit: figures.target?.unit ?? null,
})

const indicatorOf = (draft: Draft, yearly: Yearly, { lastActual }: Timing): SettingIndicator => {
  const { pair, name, words, scope, figures } = draft
  const printed = pair.actuals.flatMap((actual) => actualFigures(actual, pair, lastActual))
  const past = yearly.figures.filter(({ year }) => isPast(year, lastActual))
  // 単位の違う予定（43事業者の目標に 5社）は、目標と並べない（項目には残っている）。
  const planned = yearly.figures.filter(
    ({ year, unit }) => lastActual !== null && !isPast(year, lastActual) && comparable(figures.target, unit),
  )
  const target = figures.target ? [figures.target] : []
  return {
    name,
    unit: (figures.target ?? printed[0])?.unit ?? null,
    accumulation: accumulationOf(words, scope),
    baseline: figures.baseline,
    targets: [...target, ...planned],
    actuals: [...printed, ...past.filter(({ year }) => !printed.some((actual) => actual.year === year))],
    certainty: certaintyOf(draft, yearly),
    place: draft.place,
    doubts: [...doubtsOf(draft), ...printed.flatMap((actual) => differs(name, actual, past))],
  }
}

const comparable = (target: Figure | null, unit: string | null): boolean =>
  target?.unit == null || unit === null || target.unit === unit

const isPast = (year: number | null, lastActual: number | null): boolean =>
  year !== null && lastActual !== null && year <= lastActual

/** 累計の仕方。名と目標の字面から。 */
export const accumulationOf = (words: string, scope: Figure['scope']): Accumulation => {
  const read = readAccumulation(words)
  if (scope === 'each-year') return { kind: 'single-year' }
  // 「(累計)」とだけある目標は、計画期間の年ごとの値の合計（実績・予定の欄は一年ごとの値で書かれる）。
  return scope === 'period' && !(read.kind === 'cumulative' && read.since !== null) ? { kind: 'period-total' } : read
}

const doubtsOf = ({ pair, fromActuals, entry, name, figures, place }: Draft): readonly Doubt[] => {
  const { target, baseline } = figures
  const text = entry.place.text.slice(0, 40)
  const inWords = target !== null && target.value === null && !target.parts
  const found: readonly (Doubt | false)[] = [
    fromActuals && doubt('warning', 'kpi-target-in-actual-column', { name }, [entry.values[0]?.figure.place ?? place]),
    baseline !== null &&
      doubt('warning', 'kpi-baseline-with-target', { name, baseline: baseline.raw }, [baseline.place]),
    name === '' && doubt('warning', 'kpi-name-missing', { text }, [entry.place.place]),
    pair.target === null && name !== '' && doubt('warning', 'kpi-target-missing', { name }, [place]),
    pair.target !== null && target === null && doubt('info', 'kpi-without-figure', { name }, [place]),
    inWords && doubt('info', 'kpi-target-in-words', { name, text: target.raw }, [target.place]),
  ]
  return found.filter((each) => each !== false)
}

const differs = (name: string, actual: Figure, past: readonly Figure[]): readonly Doubt[] => {
  const other = past.find(({ year }) => year === actual.year)
  if (!other || other.value === null || actual.value === null || other.value === actual.value) return []
  const params = { name, actual: actual.raw, item: other.raw }
  return [doubt('warning', 'kpi-actual-differs', params, [actual.place, other.place])]
}

const certaintyOf = ({ moved, fromActuals, figures }: Draft, yearly: Yearly): Certainty | undefined => {
  const doubtful = [
    ...(moved ? ['evidence-kpi-moved'] : []),
    ...(fromActuals ? ['evidence-kpi-target-in-actual-column'] : []),
    ...(figures.baseline ? ['evidence-kpi-baseline'] : []),
  ]
  const codes = [...doubtful, ...(yearly.exact ? [] : ['evidence-kpi-yearly-alike'])]
  if (codes.length === 0) return undefined
  const evidence = codes.map((code) => say({ code, params: {} }))
  return { level: doubtful.length > 0 ? 'doubtful' : 'likely', evidence }
}
