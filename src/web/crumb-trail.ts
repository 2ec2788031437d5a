import type { Municipality } from '#domain/people/municipality.ts'
import type { Indicator, PlanNode } from '#domain/plan/draft.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import { nodeInWords } from '#domain/plan/outline.ts'
import type { Crumb } from './components/crumbs.tsx'
import type { Frame } from './frame.ts'

export const cityCrumbs = (frame: Frame, { name }: Municipality): readonly Crumb[] => [
  { words: frame.t('cities.title'), href: frame.to.cities() },
  { words: name, own: true },
]

/** 市町村 > 市 > 市の中の頁（担当課・印・探す・取込み）。 */
export const cityPlaceCrumbs = (
  frame: Frame,
  { code, name }: Municipality,
  ...rest: readonly Crumb[]
): readonly Crumb[] => [
  { words: frame.t('cities.title'), href: frame.to.cities() },
  { words: name, href: frame.to.city(code), own: true },
  ...rest,
]

/** 市町村 > 市 > 計画 （> いまの頁）。 */
export const planCrumbs = (frame: Frame, edition: EditionHeading, here?: string): readonly Crumb[] => {
  const { code, name } = edition.municipality
  return [
    { words: frame.t('cities.title'), href: frame.to.cities() },
    { words: name, href: frame.to.city(code), own: true },
    { words: edition.title, href: here ? frame.to.plan(code, edition.id) : undefined, own: true },
    ...(here ? [{ words: here }] : []),
  ]
}

/** 計画 > 基本目標 > 施策 > 指標。節は計画の木のその場所へ。 */
export const nodeCrumbs = (
  frame: Frame,
  edition: EditionHeading,
  path: readonly PlanNode[],
  here: string,
): readonly Crumb[] => [
  ...planCrumbs(frame, edition, here).slice(0, 3),
  ...path.map((node) => ({
    words: nodeInWords(node),
    href: `${frame.to.plan(edition.municipality.code, edition.id)}#${nodeId(node)}`,
    own: true,
  })),
  { words: here, own: true },
]

/** 計画 > 指標 > 指標の中の頁（実績の履歴・系統）。 */
export const indicatorCrumbs = (
  frame: Frame,
  edition: EditionHeading,
  { id, name }: Pick<Indicator, 'id' | 'name'>,
  here: string,
): readonly Crumb[] => [
  ...planCrumbs(frame, edition, here).slice(0, 3),
  { words: name, href: frame.to.indicator(edition.municipality.code, edition.id, id), own: true },
  { words: here },
]

/** 計画の木の頁の中の名。 */
export const nodeId = (node: PlanNode): string => nodeAnchor(node.id)

export const nodeAnchor = (id: string): string => `n-${id.replace(/\s+/g, '-')}`
