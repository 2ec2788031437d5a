import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import { readPeriod } from '#domain/year/read-period.ts'
import type { Line } from '../../document.ts'

/** 計画の期間。`origins` は、初めの年度をそう見た元の行。 */
export type PlanSpan = {
  readonly firstYear: number | null
  readonly lastYear: number | null
  readonly origins: readonly Place[]
  readonly finals: readonly Place[]
}

/** 計画の期間は、短くて二年、長くて基本構想の十二年ほど。 */
const longestPlan = 12

const written =
  /(?:(?:令和|平成|昭和|[RHS])(?:元|\d{1,2})|20\d\d)(?:年度?)?~(?:令和|平成|昭和|[RHS])?(?:元|\d{1,4})(?:年度?)?/gu

/**
 * 題名や、表の前の一行に書かれた計画の期間（「令和2年度～令和6年度」）。書かれていなければ null。
 *
 * @example statedSpan([line]) // → { firstYear: 2020, lastYear: 2024, place: { line: 1 } }
 */
export const statedSpan = (
  lines: readonly Line[],
): { readonly firstYear: number; readonly lastYear: number; readonly place: Place } | null => {
  for (const { text, place } of lines)
    for (const [words] of plainText(text).matchAll(written)) {
      const period = readPeriod(words)
      if (period?.kind !== 'span' || period.to === null) continue
      const years = period.to - period.from + 1
      if (years >= 2 && years <= longestPlan) return { firstYear: period.from, lastYear: period.to, place }
    }
  return null
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
