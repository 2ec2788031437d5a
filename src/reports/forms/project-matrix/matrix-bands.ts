import { enteredBands } from '#domain/plan/bands.ts'
import type { PlanNode } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { nodesById, pathTo } from '#domain/plan/outline.ts'
import { editionGoals, type ProjectRow } from '#domain/plan/project-rows.ts'
import type { RowGroup } from '../../report.ts'
import { bandGroup, bandLevel } from '../rows/band-groups.ts'

/** 行の前に立つ帯。帯を立てない表では、いつも空。 */
export type BandsBefore = (row: ProjectRow, before: ProjectRow | undefined, columns: number) => readonly RowGroup[]

/** 節ごとに事業を並べた図書か。取組事業一覧（一つの事業がいくつもの基本目標に当たる印の表）には帯がない。 */
export const isBanded = (rows: readonly ProjectRow[]): boolean =>
  rows.every(({ project }) => project.shownIn !== 'matrix' && project.nodes.length === 1)

/** 節の変わるところに、その道すじの帯を立てる。 */
export const bandsOf = (edition: Edition): BandsBefore => {
  const nodes = nodesById(edition.content)
  const goals = new Set(editionGoals(edition).flatMap((goal) => goal.nodes))
  const pathOf = (row: ProjectRow | undefined): readonly PlanNode[] => pathTo(nodes, row?.project.nodes[0] ?? null)
  return (row, before, columns) => {
    const path = pathOf(row)
    return enteredBands(pathOf(before), path).map(({ node, depth }) =>
      bandGroup(node, bandLevel(depth, path, goals), columns),
    )
  }
}

export const noBands: BandsBefore = () => []
