import { type Movement, movementIn, ranked } from '#domain/indicator/movement.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import { editionsOfPlan, isSuperseded } from '#domain/plan/current-edition.ts'
import type { Indicator, Note } from '#domain/plan/draft.ts'
import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { reckon } from '#domain/plan/reckoning.ts'
import { type Missing, missingIn } from './missing.ts'
import { departmentsView } from './view-departments.ts'
import { findingsOf } from './view-findings.ts'
import { latestLines, type PlanView, planView } from './view-plan.ts'

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
  /** 実績が一つでもあるか。なければ、動きも、ないものも言わない。 */
  readonly measured: boolean
  readonly movements: Movements
  /** いちばん新しい年度に値のない指標。わけごとに、多いものから。 */
  readonly missing: readonly Missing[]
  readonly findings: Readonly<Record<Note['level'], number>>
  /** この計画の旧版。新しい順。 */
  readonly old: readonly EditionHeading[]
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

/** `editions` はいまの版、`headings` は旧版も合わせた見出し。 */
export const cityView = (
  municipality: Municipality,
  editions: readonly Edition[],
  headings: readonly EditionHeading[] = editions,
): CityView => ({
  municipality,
  plans: editions
    .toSorted((a, b) => (b.lastYear ?? 0) - (a.lastYear ?? 0))
    .map((edition) => planStart(edition, headings)),
  has: {
    departments: departmentsView(municipality, editions).departments.length > 0,
    tags: editions.some(({ content }) => content.projects.some(({ tags }) => Object.keys(tags).length > 0)),
  },
})

const planStart = (edition: Edition, headings: readonly EditionHeading[]): PlanStart => {
  const view = planView(edition)
  const measured = reckon(edition).figured.length > 0
  return {
    ...view,
    measured,
    movements: movementsOf(edition, view.year),
    missing: measured ? missingIn(latestLines(edition)) : [],
    findings: countLevels(edition),
    old: editionsOfPlan(headings, edition).filter(isSuperseded).toReversed(),
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

const countLevels = (edition: Edition): PlanStart['findings'] => {
  const of = (level: Note['level']) => findingsOf(edition).filter(({ note }) => note.level === level).length
  return { error: of('error'), warning: of('warning'), info: of('info') }
}
