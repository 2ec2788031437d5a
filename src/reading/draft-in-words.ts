import type { Indicator, PlanDraft } from '#domain/plan/draft.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/** 試験のための、案の短い書き方。値は「年: 字（単位）」。所在と、書かれていない欄は落とす。 */
export const draftInWords = ({ plan, nodes, indicators, notes }: PlanDraft) => ({
  form: plan.form,
  title: plan.title,
  firstYear: plan.firstYear,
  lastYear: plan.lastYear,
  indicators: indicators.map((indicator) => ({
    name: indicator.name,
    under: nodes.find(({ id }) => id === indicator.node)?.title,
    unit: indicator.unit,
    ...indicatorInWords(indicator),
  })),
  notes: [...new Set(notes.map(({ code }) => code))].toSorted(),
})

type IndicatorInWords = {
  readonly baseline?: string
  readonly targets?: readonly string[]
  readonly actuals?: readonly string[]
  readonly rates?: readonly string[]
  readonly grades?: readonly string[]
  readonly comments?: readonly string[]
  readonly costs?: readonly string[]
  readonly departments?: readonly string[]
  readonly remarks?: string
  readonly repeat?: string
  readonly certainty?: string
}

const indicatorInWords = (indicator: Indicator): IndicatorInWords =>
  written({
    baseline: indicator.baseline ? figureInWords(indicator.baseline) : '',
    targets: indicator.targets.map(figureInWords),
    actuals: indicator.actuals.filter(({ status }) => status !== 'blank').map(figureInWords),
    rates: indicator.rates.map(({ year, printed }) => `${year ?? '?'}: ${printed}`),
    grades: (indicator.printedGrades ?? []).map(({ year, printed }) => `${year ?? '?'}: ${printed}`),
    comments: (indicator.comments ?? []).map(({ heading, text }) => `${heading}: ${text}`),
    costs: indicator.costs.map(({ year, raw, unit }) => `${year ?? '?'}: ${raw}（${unit ?? '?'}）`),
    departments: indicator.departments,
    remarks: indicator.remarks ?? '',
    repeat: indicator.repeatOf === null ? '' : 'はい',
    certainty: indicator.certainty?.level ?? '',
  })

/** 書かれていない欄を落とす。 */
const written = (fields: Required<IndicatorInWords>): IndicatorInWords =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0))

const figureInWords = ({ year, raw, value, unit, status, scope, parts }: Figure): string => {
  const doubt = value === null && !parts ? `［${status}］` : ''
  const rest = parts ? `［${parts.map((part) => part.raw).join('・')}］` : ''
  return `${year ?? '?'}${scope === 'final' ? '最終' : ''}: ${raw}${unit ? `（${unit}）` : ''}${rest}${doubt}`
}
