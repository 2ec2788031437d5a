import type { Indicator } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'

/** 計画の期間。`origins` は、初めの年度をそう見た元の行。 */
export type PlanSpan = {
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly origins: readonly Place[]
  readonly finals: readonly Place[]
}

const leastOrigins = 3

/**
 * 計画の期間を、印刷された値から推しはかる。終わりは最終の目標値の年度（最も多いもの）。
 * 初めは、三つ以上の指標が同じ起点の累計（H27～累計）で、それが起点の半分より多く、基準値の年度より前のときだけ。
 * そうでなければ null（分からない）。どちらも推しはかりなので、読み手が気づきを添える。
 */
export const planSpan = (indicators: readonly Indicator[]): PlanSpan => {
  const finals = indicators.flatMap(({ targets }) => targets.filter(({ scope }) => scope === 'final'))
  const lastYear = mode(finals.flatMap(({ year }) => year ?? []))
  const since = indicators.flatMap(({ accumulation, place }) =>
    accumulation.kind === 'cumulative' && accumulation.since !== null ? [{ year: accumulation.since, place }] : [],
  )
  const year = mode(since.map((each) => each.year))
  const origins = since.filter((each) => each.year === year)
  const baseline = Math.min(...indicators.flatMap((indicator) => indicator.baseline?.year ?? []))
  const believed =
    year !== null && origins.length >= leastOrigins && origins.length * 2 > since.length && year <= baseline
  return {
    firstYear: believed ? year : null,
    lastYear,
    origins: believed ? origins.map(({ place }) => place) : [],
    finals: finals.filter((figure) => figure.year === lastYear).map(({ place }) => place),
  }
}

const mode = (years: readonly number[]): number | null => {
  const [best] = [...Map.groupBy(years, (year) => year)].toSorted(([, a], [, b]) => b.length - a.length)
  return best?.[0] ?? null
}
