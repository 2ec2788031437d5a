import type { Edition } from '#domain/plan/edition.ts'
import { factsOf, type GradeFacts } from './grade-facts.ts'

// 版は値であり変わらないので、同じ版の同じ年度の計算は一度でよい（`reckon` と同じ）。
const known = new WeakMap<Edition, Map<number, ReadonlyMap<string, GradeFacts>>>()

/** 版の、ある年度の、指標ごとの事実（目標・実績・達成率）。判定も、平均も、一覧も、これを見る。 */
export const editionFacts = (edition: Edition, year: number): ReadonlyMap<string, GradeFacts> => {
  const years = known.get(edition) ?? new Map<number, ReadonlyMap<string, GradeFacts>>()
  const found =
    years.get(year) ??
    new Map(edition.content.indicators.map((indicator) => [indicator.id, factsOf(indicator, year, edition)]))
  years.set(year, found)
  known.set(edition, years)
  return found
}
