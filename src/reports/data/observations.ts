import type { Achievement, NoRate } from '#domain/indicator/achievement.ts'
import { isAbsent, saysSomething } from '#domain/indicator/figures.ts'
import type { Indicator, PrintedRate } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import type { Place } from '#domain/provenance.ts'
import { readAbsence } from '#domain/quantity/absence.ts'
import { printedNumber } from '#domain/quantity/decimal.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import type { Component, FigureKind, FigureScope, ValueStatus } from './code-tables.ts'
import { unstated } from './dataset.ts'

/**
 * 観測値一つ。図書の升目一つは、内わけや副の値があればいくつかの観測値になる（一行に一つの値、L1-07・L3-09）。
 * 値のあるなしは `status` が言い、値のない行も落とさない（L1-09）。
 */
export type Observation = {
  readonly indicator: Indicator
  readonly kind: FigureKind
  /** 同じ種類の升目の何番目か。印刷された順。 */
  readonly cell: number
  /** 升目の中の何番目の値か。1 から。 */
  readonly number: number
  readonly component: Component
  readonly label: string | null
  readonly year: number | null
  readonly scope: FigureScope
  readonly figure: Figure | undefined
  readonly value: string | null
  readonly unit: string | null
  readonly status: ValueStatus
  readonly noRate: NoRate | null
  readonly reached: boolean | null
  /** 升目に書かれた字。計算した率では null で、所在は指標の行。 */
  readonly raw: string | null
  readonly printed: string | null | undefined
  readonly remark: string | null
  readonly place: Place
}

/** 指標のすべての観測値。基準値・目標値・実績値・印刷された率・計算した率の順。 */
export const observationsIn = (edition: Edition): readonly Observation[] =>
  edition.content.indicators.flatMap((indicator) => [
    ...(indicator.baseline ? ofCell(indicator, 'baseline', indicator.baseline, 0) : []),
    ...indicator.targets.flatMap((figure, at) => ofCell(indicator, 'target', figure, at)),
    ...indicator.actuals.flatMap((figure, at) => ofCell(indicator, 'actual', figure, at)),
    ...[...indicator.rates, ...(indicator.rateMarks ?? [])].map((rate, at) => ofPrintedRate(indicator, rate, at)),
    ...ofComputedRates(indicator, edition),
  ])

type Part = { readonly component: Component; readonly label: string | null; readonly figure: Figure }

/** 升目の中の値を、書かれた順に。 */
const partsIn = (figure: Figure, component: Component = 'main', label: string | null = null): readonly Part[] => {
  const parts = figure.parts ?? []
  const own = parts.length > 0 && figure.value === null ? [] : [{ component, label, figure }]
  return [
    ...own,
    ...parts.flatMap((part) => partsIn(part, 'part', part.label ?? label)),
    ...(figure.secondary ? partsIn(figure.secondary, 'secondary', figure.secondary.label ?? label) : []),
  ]
}

const ofCell = (indicator: Indicator, kind: FigureKind, whole: Figure, at: number): readonly Observation[] =>
  partsIn(whole).map(({ component, label, figure }, index) => {
    const value = numberOf(figure)
    return {
      ...nothingElse,
      indicator,
      kind,
      cell: at + 1,
      number: index + 1,
      component,
      label,
      year: figure.year ?? whole.year,
      scope: scopeOf(whole),
      figure,
      value,
      unit: value === null ? null : (figure.unit ?? whole.unit ?? indicator.unit ?? unstated),
      status: statusOf(figure),
      raw: whole.raw,
      printed: whole.printed,
      remark: figure.remark ?? whole.remark ?? null,
      place: figure.place,
    }
  })

/** 数。身分が「値なし」や「ことば」の升目にある数は、値として出さない（字は raw に残る）。 */
const numberOf = (figure: Figure): string | null => (isAbsent(figure) || figure.status === 'text' ? null : figure.value)

const nothingElse = { noRate: null, reached: null, printed: undefined, remark: null } as const

const scopeOf = ({ scope, year }: Figure): FigureScope => scope ?? (year === null ? 'unstated' : 'year')

const statusOf = (figure: Figure): ValueStatus => {
  if (isAbsent(figure) || numberOf(figure) !== null) return figure.status
  return saysSomething(figure) ? 'text' : 'blank'
}

const ofPrintedRate = (indicator: Indicator, { year, printed, place }: PrintedRate, at: number): Observation => {
  const value = printedNumber(printed)
  return {
    ...nothingElse,
    indicator,
    kind: 'printed-rate',
    cell: at + 1,
    number: 1,
    component: 'main',
    label: null,
    year,
    scope: year === null ? 'unstated' : 'year',
    figure: undefined,
    value,
    unit: value === null ? null : percent,
    status: value === null ? (readAbsence(printed) ?? 'text') : 'given',
    raw: printed,
    place,
  }
}

const percent = '%'

/** 実績の欄のある年度について、計算した率か、率のないわけ。 */
const ofComputedRates = (indicator: Indicator, edition: Edition): readonly Observation[] => {
  const years = reckon(edition).byId.get(indicator.id)?.years ?? new Map()
  return [...years.values()]
    .filter(({ actual }) => actual !== undefined)
    .map(({ year, achievement }, at) => ({
      ...nothingElse,
      indicator,
      kind: 'computed-rate',
      cell: at + 1,
      number: 1,
      component: 'main',
      label: null,
      year,
      scope: 'year',
      figure: undefined,
      raw: null,
      place: indicator.place,
      ...rateIn(achievement),
    }))
}

type Rate = Pick<Observation, 'value' | 'unit' | 'status' | 'noRate' | 'reached' | 'remark'>

const rateIn = (achievement: Achievement): Rate => {
  const none = { value: null, unit: null, noRate: null, reached: null, remark: null }
  switch (achievement.kind) {
    case 'rate':
      return { ...none, value: achievement.shown, unit: percent, status: 'computed', reached: achievement.met }
    case 'judged':
      return { ...none, status: 'judged', reached: achievement.met }
    case 'manual': {
      const value = printedNumber(achievement.shown)
      return { ...none, value, unit: value === null ? null : percent, status: 'by-hand', remark: achievement.reason }
    }
    case 'none':
      return { ...none, status: 'not-computed', noRate: achievement.why }
  }
}
