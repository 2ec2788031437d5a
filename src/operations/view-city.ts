import type { Municipality } from '#domain/people/municipality.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { reckon } from './reckoning.ts'
import { type PlanView, planView } from './view-plan.ts'

/** 市町村の一覧の一行。 */
export type CitySummary = {
  readonly municipality: Municipality
  readonly plans: number
  /** 値のあるいちばん新しい年度。 */
  readonly latestYear: number | null
}

/** 市のはじめの頁。計画ごとに、いまどこにいるか。 */
export type CityView = { readonly municipality: Municipality; readonly plans: readonly PlanView[] }

export const citySummary = (municipality: Municipality, editions: readonly Edition[]): CitySummary => ({
  municipality,
  plans: editions.length,
  latestYear: latestYearIn(editions),
})

const latestYearIn = (editions: readonly Edition[]): number | null => {
  const years = editions.flatMap((edition) => [
    ...reckon(edition).figured.slice(-1),
    ...edition.content.priorityGoals.map(({ year }) => year).filter((year) => year !== null),
  ])
  return years.length === 0 ? null : Math.max(...years)
}

export const cityView = (municipality: Municipality, editions: readonly Edition[]): CityView => ({
  municipality,
  plans: editions.map((edition) => planView(edition)),
})
