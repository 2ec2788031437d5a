import type { PeriodKind } from '#domain/quantity/figure.ts'
import { type Days, type Period, periodDays } from '#domain/year/period.ts'
import { readPeriod } from '#domain/year/read-period.ts'
import type { PeriodBasis } from './code-tables.ts'
import type { Observation } from './observations.ts'

/** 測った期間。初日・末日が何によるかを必ず言う。 */
export type MeasuredPeriod = {
  readonly kind: PeriodKind | 'unstated'
  readonly basis: PeriodBasis
  readonly first: string | null
  readonly last: string | null
}

type PlanYears = { readonly firstYear: number | null; readonly lastYear: number | null }

/**
 * 観測値の測った期間。書かれていればそれ、なければ表の欄の年度（そう断る）。
 * 測った期間のない欄「R5」→ 2023-04-01 から 2024-03-31、basis は column
 */
export const measuredPeriod = (observation: Observation, plan: PlanYears): MeasuredPeriod => {
  const { figure, year, scope } = observation
  if (scope === 'period') return stated('plan-period', planDays(plan))
  const written = statedPeriod(observation)
  if (written) return stated(written.kind, periodDays(written))
  if (figure?.periodKind) return stated(figure.periodKind, daysOfKind(figure.periodKind, year))
  if (year === null) return { kind: 'unstated', basis: 'unknown', first: null, last: null }
  const { first, last } = fiscalYearDays(year)
  return { kind: 'unstated', basis: 'column', first, last }
}

const stated = (kind: PeriodKind, days: Days | undefined): MeasuredPeriod =>
  days ? { kind, basis: 'stated', ...days } : { kind, basis: 'unknown', first: null, last: null }

/** 指標に添えられた測り方（「前年10～9月」）。率は値ではないので、年度のまま。 */
const statedPeriod = ({ indicator, figure, year }: Observation): Period | undefined =>
  figure && !figure.periodKind && indicator.measured ? readPeriod(indicator.measured, { year }) : undefined

const daysOfKind = (kind: PeriodKind, year: number | null): Days | undefined => {
  if (year === null) return undefined
  if (kind === 'fiscal-year') return fiscalYearDays(year)
  return kind === 'calendar-year' ? periodDays({ kind, year }) : undefined
}

const fiscalYearDays = (year: number): Days => ({ first: `${year}-04-01`, last: `${year + 1}-03-31` })

const planDays = ({ firstYear, lastYear }: PlanYears): Days | undefined =>
  firstYear === null || lastYear === null
    ? undefined
    : periodDays({ kind: 'plan-period', from: firstYear, to: lastYear })
