import { isAbsent, saysSomething } from '#domain/indicator/figures.ts'
import { type Movement, movementIn, ranked } from '#domain/indicator/movement.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { Indicator, Note } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import type { Absence } from '#domain/quantity/figure.ts'
import { reckon } from './reckoning.ts'
import { departmentsView } from './view-departments.ts'
import { findingsOf } from './view-findings.ts'
import { type PlanView, planView } from './view-plan.ts'

/** 市町村の一覧の一行。 */
export type CitySummary = {
  readonly municipality: Municipality
  readonly plans: number
  /** 値のあるいちばん新しい年度。 */
  readonly latestYear: number | null
}

/** 市のはじめの頁。計画ごとに、いまどこにいるか。新しい計画から。 */
export type CityView = {
  readonly municipality: Municipality
  readonly plans: readonly PlanStart[]
  /** 担当課・印（SDGs など）が、どれかの図書に書かれているか。 */
  readonly has: { readonly departments: boolean; readonly tags: boolean }
}

/** 計画一つの「いま」。 */
export type PlanStart = PlanView & {
  readonly movements: Movements
  /** いちばん新しい年度に値のない指標。わけごとに、多いものから。 */
  readonly missing: readonly Missing[]
  readonly findings: Readonly<Record<Note['level'], number>>
}

export type Moved = { readonly indicator: Indicator; readonly movement: Movement }

/** 前に測った年度からの動き。`up`・`down` は大きいものから五つまで、数はすべて。 */
export type Movements = {
  readonly up: readonly Moved[]
  readonly down: readonly Moved[]
  readonly counts: { readonly up: number; readonly down: number }
  readonly reached: readonly Moved[]
  readonly lost: readonly Moved[]
}

export type Missing = { readonly why: Absence | 'no-entry'; readonly indicators: readonly Indicator[] }

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
  plans: editions.toSorted((a, b) => (b.lastYear ?? 0) - (a.lastYear ?? 0)).map(planStart),
  has: {
    departments: departmentsView(municipality, editions).departments.length > 0,
    tags: editions.some(({ content }) => content.projects.some(({ tags }) => Object.keys(tags).length > 0)),
  },
})

const planStart = (edition: Edition): PlanStart => {
  const view = planView(edition)
  return {
    ...view,
    movements: movementsOf(edition, view.year),
    missing: missingOf(edition, view.year),
    findings: countLevels(edition),
  }
}

const shownAtMost = 5

const movementsOf = (edition: Edition, year: number | null): Movements => {
  const moved = year === null ? [] : counted(edition).flatMap((indicator) => movedIn(edition, indicator, year))
  const { up, down } = ranked(moved)
  return {
    up: up.slice(0, shownAtMost),
    down: down.slice(0, shownAtMost),
    counts: { up: up.length, down: down.length },
    reached: moved.filter(({ movement }) => movement.crossed === 'reached'),
    lost: moved.filter(({ movement }) => movement.crossed === 'lost'),
  }
}

const counted = ({ content }: Edition): readonly Indicator[] => content.indicators.filter(countsOnce)

const movedIn = (edition: Edition, indicator: Indicator, year: number): readonly Moved[] => {
  const years = reckon(edition).byId.get(indicator.id)?.years
  const movement = years && movementIn([...years.values()], year)
  return movement ? [{ indicator, movement }] : []
}

const missingOf = (edition: Edition, year: number | null): readonly Missing[] => {
  const without = year === null ? [] : counted(edition).flatMap((indicator) => withoutActual(edition, indicator, year))
  return [...Map.groupBy(without, ({ why }) => why)]
    .map(([why, its]) => ({ why, indicators: its.map(({ indicator }) => indicator) }))
    .toSorted((a, b) => b.indicators.length - a.indicators.length)
}

type Without = { readonly indicator: Indicator; readonly why: Missing['why'] }

const withoutActual = (edition: Edition, indicator: Indicator, year: number): readonly Without[] => {
  const actual = reckon(edition).byId.get(indicator.id)?.years.get(year)?.actual
  if (!actual) return [{ indicator, why: 'no-entry' }]
  if (saysSomething(actual)) return []
  return [{ indicator, why: isAbsent(actual) ? actual.status : 'unreadable' }]
}

const countLevels = (edition: Edition): PlanStart['findings'] => {
  const of = (level: Note['level']) => findingsOf(edition).filter(({ note }) => note.level === level).length
  return { error: of('error'), warning: of('warning'), info: of('info') }
}
