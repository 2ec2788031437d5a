import { withActual } from '#domain/collection/accepted-content.ts'
import type { ActualVersion } from '#domain/collection/actual-version.ts'
import { type Achievement, achievementIn } from '#domain/indicator/achievement.ts'
import { actualFor, figureYears } from '#domain/indicator/figures.ts'
import { permits } from '#domain/people/permission.ts'
import type { Person } from '#domain/people/person.ts'
import { isSuperseded } from '#domain/plan/current-edition.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import type { Figure } from '#domain/quantity/figure.ts'
import { fiscalYearOf } from '#domain/year/fiscal-year.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { App } from '../app.ts'
import { lineReach } from './line-reach.ts'

/** 版一つと、その値での達成率。 */
export type VersionLine = { readonly version: ActualVersion; readonly achievement: Achievement }

/** ある年度の実績。版がなければ、図書の値だけ。 */
export type ActualsOfYear = {
  readonly year: number
  readonly standing: Figure | undefined
  readonly achievement: Achievement
  /** 新しい順。 */
  readonly versions: readonly VersionLine[]
}

/** 実績の履歴の頁に要るもの。 */
export type ActualsView = {
  readonly edition: Edition
  readonly indicator: Indicator
  /** 再掲の行なら、値を持つ元の指標。 */
  readonly first: Indicator | undefined
  /** 新しい順。 */
  readonly years: readonly ActualsOfYear[]
  /** 直してよい人か。 */
  readonly revises: boolean
}

/** 指標の実績の版。その指標がなければ undefined。 */
export const actualsView = async (
  { store, now }: App,
  person: Person,
  edition: Edition,
  indicatorId: string,
): Promise<ActualsView | undefined> => {
  const indicator = edition.content.indicators.find(({ id }) => id === indicatorId)
  if (!indicator) return undefined
  const reach = await store.read(edition.municipality.code, (tx) => lineReach(tx, [indicator.id]))
  const last = fiscalYearOf(dayInJapan(now())).startYear
  const years = new Set([...figureYears(indicator), ...reach.years(indicator.id), last - 1])
  return {
    edition,
    indicator,
    first: edition.content.indicators.find(({ id }) => id === indicator.repeatOf),
    years: [...years]
      .filter((year) => year <= last)
      .toSorted((a, b) => b - a)
      .map((year) => yearOf(edition, indicator, year, reach.versions(indicator.id, year))),
    revises: permits(person, 'actual-revise') && indicator.repeatOf === null && !isSuperseded(edition),
  }
}

const yearOf = (
  edition: Edition,
  indicator: Indicator,
  year: number,
  versions: readonly ActualVersion[],
): ActualsOfYear => ({
  year,
  standing: actualFor(indicator, year),
  achievement: achievementIn(indicator, year, edition.rules, edition),
  versions: versions.toReversed().map((version) => ({
    version,
    achievement: achievementIn(withActual(indicator, version.figure), year, edition.rules, edition),
  })),
})
