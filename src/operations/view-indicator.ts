import { finalTarget, hasYearlyTargets } from '#domain/indicator/figures.ts'
import { plainText } from '#domain/language/plain-text.ts'
import type { Indicator, Note, PlanNode, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById, pathTo } from '#domain/plan/outline.ts'
import { latestOf, reckon, type YearReckoning } from '#domain/plan/reckoning.ts'
import { type TargetInEdition, targetHistory } from '#domain/plan/target-history.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/** ほかに出てくるところ。 */
type Elsewhere = {
  readonly why: 'first' | 'repeat' | 'parent' | 'breakdown' | 'same-name'
  readonly indicator: Indicator
  readonly path: readonly PlanNode[]
}

/** 指標の頁に要るもの。 */
export type IndicatorView = {
  readonly edition: Edition
  readonly indicator: Indicator
  readonly path: readonly PlanNode[]
  readonly project: Project | undefined
  readonly target: Figure | undefined
  readonly total: Figure | undefined
  readonly yearly: boolean
  readonly years: readonly YearReckoning[]
  readonly latest: YearReckoning | undefined
  /** 同じ計画の版ごとの目標（旧版からの移り変わり）。 */
  readonly history: readonly TargetInEdition[]
  readonly elsewhere: readonly Elsewhere[]
  readonly notes: readonly Note[]
  /** 印刷された順で前と後の指標。 */
  readonly before: Indicator | undefined
  readonly after: Indicator | undefined
}

/** その id の指標がなければ undefined。`series` は同じ計画の版（旧版も。番号の順）。 */
export const indicatorView = (
  edition: Edition,
  id: string,
  series: readonly Edition[] = [edition],
): IndicatorView | undefined => {
  const { byId } = reckon(edition)
  const reckoning = byId.get(id)
  if (!reckoning) return undefined
  const { indicator } = reckoning
  const { indicators, projects, notes } = edition.content
  const at = indicators.indexOf(indicator)
  return {
    edition,
    indicator,
    path: pathTo(nodesById(edition.content), indicator.node),
    project: projects.find((project) => project.id === indicator.project),
    target: finalTarget(indicator),
    total: indicator.targets.find(({ scope }) => scope === 'period'),
    yearly: hasYearlyTargets(indicator),
    years: [...reckoning.years.values()],
    latest: latestOf(reckoning),
    history: targetHistory(id, series),
    elsewhere: elsewhereOf(edition, indicator),
    notes: notes.filter(({ about }) => about?.includes(id)),
    before: indicators[at - 1],
    after: indicators[at + 1],
  }
}

const elsewhereOf = (edition: Edition, indicator: Indicator): readonly Elsewhere[] => {
  const nodes = nodesById(edition.content)
  const name = plainText(indicator.name)
  return edition.content.indicators.flatMap((other) => {
    const why = relationOf(indicator, other, name)
    return why ? [{ why, indicator: other, path: pathTo(nodes, other.node) }] : []
  })
}

const relationOf = (indicator: Indicator, other: Indicator, name: string): Elsewhere['why'] | undefined => {
  if (other === indicator) return undefined
  if (other.id === indicator.repeatOf) return 'first'
  if (other.repeatOf === indicator.id) return 'repeat'
  if (other.id === indicator.breakdownOf) return 'parent'
  if (other.breakdownOf === indicator.id) return 'breakdown'
  return plainText(other.name) === name ? 'same-name' : undefined
}
