import type { EditionHeading } from './edition.ts'

type Heading = Pick<EditionHeading, 'id' | 'history'>

/** 旧版か（改訂して、次の版に替わった版）。来歴の分からない版は、いまの版とみる。 */
export const isSuperseded = ({ history }: Pick<EditionHeading, 'history'>): boolean =>
  history !== undefined && history.supersededBy !== null

/** いまの版だけ。一覧・検索・照会・担当は、これだけを見る。 */
export const currentEditions = <E extends Heading>(editions: readonly E[]): readonly E[] =>
  editions.filter((edition) => !isSuperseded(edition))

/**
 * その版のいまの版（いく度も改訂されていれば、いちばん先まで）。知らない id なら undefined。
 *
 * @example currentEditionOf([第2期, 第2期改訂版], 第2期.id)?.id // → 第2期改訂版.id
 */
export const currentEditionOf = <E extends Heading>(editions: readonly E[], id: string): E | undefined => {
  const byId = new Map(editions.map((edition) => [edition.id, edition]))
  const passed = new Set<string>()
  let at = byId.get(id)
  while (at?.history?.supersededBy && !passed.has(at.id)) {
    passed.add(at.id)
    at = byId.get(at.history.supersededBy) ?? at
  }
  return at
}

/** 版の id を、いまの版の id に置きかえる（同じものは一度だけ、並びの順）。知らない id は、そのまま残す。 */
export const currentIds = (editions: readonly Heading[], ids: readonly string[]): readonly string[] => [
  ...new Set(ids.map((id) => currentEditionOf(editions, id)?.id ?? id)),
]

/** 同じ計画の版か。来歴のない版は、その版だけ。 */
export const isSamePlan = (a: Heading, b: Heading): boolean =>
  a.id === b.id || (a.history !== undefined && a.history.planId === b.history?.planId)

/** 同じ計画の版。版の番号の順（初めの版から）。来歴のない版は、その版だけ。 */
export const editionsOfPlan = <E extends Heading>(editions: readonly E[], edition: Heading): readonly E[] =>
  editions
    .filter((each) => isSamePlan(each, edition))
    .toSorted((a, b) => (a.history?.number ?? 0) - (b.history?.number ?? 0))
