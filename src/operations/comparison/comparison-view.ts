import type { Edition } from '#domain/plan/edition.ts'
import { type Goal, goalsOf } from '#domain/plan/outline.ts'
import {
  type ComparedChange,
  type ComparedEntry,
  type ComparedNode,
  type Comparison,
  comparisonOf,
  isChanged,
} from '#domain/revision/comparison.ts'
import { countedChanges, countsOfChanges, kindOfChange, kindsCounted } from '#domain/revision/kind-of-change.ts'
import { type ChangeKind, changeKinds } from '#domain/revision/revision.ts'

/** 絞り込み。`goal` は基本目標の番号、`kind` は変更の種類。`all` は改めていないところも。 */
export type ComparisonFilter = {
  readonly goal?: string | undefined
  readonly kind?: string | undefined
  readonly all?: boolean | undefined
}

/** 新旧を並べる頁に見せるもの。数は絞らない。 */
export type ComparisonView = {
  readonly base: Edition
  readonly revised: Edition
  readonly comparison: Comparison
  readonly counts: readonly (readonly [kind: ChangeKind, count: number])[]
  /** 改めたところのある基本目標。 */
  readonly goals: readonly Goal[]
  readonly filter: { readonly goal: string | undefined; readonly kind: ChangeKind | undefined; readonly all: boolean }
}

/** 二つの版と、そのあいだの変更から。知らない目標・種類での絞り込みは、ないものとする。 */
export const comparisonView = (
  base: Edition,
  revised: Edition,
  changes: readonly ComparedChange[],
  asked: ComparisonFilter = {},
): ComparisonView => {
  const sides = { base, revised, changes }
  const changed = comparisonOf(sides)
  const counts = countsOfChanges(changes)
  const known = [...goalsOf(revised.content), ...goalsOf(base.content)]
  const keys = [...new Set(changed.nodes.map(({ goal }) => goal))]
  const goals = keys.flatMap((key) => known.find((goal) => goal.key === key) ?? [])
  const goal = goals.find(({ key }) => key === asked.goal)?.key
  const kind = changeKinds.find((each) => each === asked.kind && counts[each] > 0)
  const all = asked.all === true && kind === undefined
  return {
    base,
    revised,
    comparison: narrowed(all ? comparisonOf(sides, true) : changed, goal, kind),
    counts: kindsCounted(counts),
    goals,
    filter: { goal, kind, all },
  }
}

const narrowed = (
  { heading, nodes, loose }: Comparison,
  goal: string | undefined,
  kind: ChangeKind | undefined,
): Comparison => {
  if (goal === undefined && kind === undefined) return { heading, nodes, loose }
  const isOf = (entry: ComparedEntry) =>
    kind === undefined ||
    (isChanged(entry) && countedChanges(entry.changes).some((each) => kindOfChange(each) === kind))
  const shown = nodes
    .filter((row) => goal === undefined || row.goal === goal)
    .map(
      (row): ComparedNode => ({
        ...row,
        self: isOf(row.self) ? row.self : { ...row.self, state: 'same', movedFrom: null, reordered: false, lines: [] },
        entries: row.entries.filter(isOf),
      }),
    )
  return {
    heading: goal === undefined && heading && isOf(heading) ? heading : null,
    nodes: kind === undefined ? shown : withAncestors(shown),
    loose: goal === undefined ? loose.filter(isOf) : [],
  }
}

/** 何も残らない節は、下に残るもののある節のほかは除く。 */
const withAncestors = (rows: readonly ComparedNode[]): readonly ComparedNode[] => {
  const kept = new Set<string>()
  const parents = new Map(rows.map(({ node }) => [node.id, node.parent]))
  for (const { node, self, entries } of rows)
    if (isChanged(self) || entries.length > 0)
      for (let id: string | null = node.id; id !== null && !kept.has(id); id = parents.get(id) ?? null) kept.add(id)
  return rows.filter(({ node }) => kept.has(node.id))
}
