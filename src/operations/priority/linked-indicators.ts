import { currentEditions } from '#domain/plan/current-edition.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { countsOnce } from '#domain/plan/outline.ts'
import { latestOf, reckon } from '#domain/plan/reckoning.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { itemsOfSheet } from '#domain/priority/sheet-facts.ts'
import type { Figure } from '#domain/quantity/figure.ts'

/** つなげる指標。`label` は、欄に打つ（選ぶ）名。計画が違って同じ名のものは、計画の名を添えて分ける。 */
export type LinkableIndicator = { readonly id: string; readonly label: string }

/** いまの版の指標（再掲・内訳を除く）。印刷の順。同じ系統の指標は一度だけ。 */
export const indicatorsToLink = (editions: readonly Edition[]): readonly LinkableIndicator[] => {
  const found = new Map<string, { readonly name: string; readonly plan: string }>()
  for (const { title, content } of currentEditions(editions))
    for (const indicator of content.indicators.filter(countsOnce))
      if (!found.has(indicator.id)) found.set(indicator.id, { name: indicator.name, plan: title })
  const names = Map.groupBy(found.values(), ({ name }) => name)
  const used = new Set<string>()
  return [...found].map(([id, { name, plan }]) => {
    const plain = (names.get(name) ?? []).length === 1 ? name : `${name}（${plan}）`
    const label = used.has(plain) ? `${plain} ${id.slice(0, 8)}` : plain
    used.add(label)
    return { id, label }
  })
}

/** つながった指標の、いちばん新しい実績。 */
export type LinkedFigure = {
  readonly indicatorId: string
  readonly editionId: string
  readonly name: string
  readonly newest: { readonly year: number; readonly actual: Figure } | null
}

/** 調書につながった指標の、いまの値。写さずに、見るたびに計画から引く。 */
export const linkedFigures = (
  sheet: Pick<PrioritySheet, 'goals'>,
  editions: readonly Edition[],
): ReadonlyMap<string, LinkedFigure> => {
  const wanted = new Set(
    itemsOfSheet(sheet).flatMap(({ targets }) => targets.flatMap((each) => each.indicatorId ?? [])),
  )
  const found = new Map<string, LinkedFigure>()
  if (wanted.size === 0) return found
  for (const edition of currentEditions(editions)) {
    for (const [id, reckoning] of reckon(edition).byId) {
      if (!wanted.has(id) || found.has(id)) continue
      const latest = latestOf(reckoning)
      found.set(id, {
        indicatorId: id,
        editionId: edition.id,
        name: reckoning.indicator.name,
        newest: latest?.actual ? { year: latest.year, actual: latest.actual } : null,
      })
    }
  }
  return found
}
