import type { PlanContent, PlanNode } from '../plan/draft.ts'
import type { ChangeConflict } from './change-conflict.ts'
import type { PlainChange } from './revisable.ts'

/**
 * 指す先のなくなった行を直す。節の下にあったものは、残っているいちばん近い上の節に移し、その食い違いを言う。
 * 内訳・再掲・事業の指す先は、なくなれば外す。
 */
export const withWholeReferences = <C extends PlainChange>(
  before: PlanContent,
  after: PlanContent,
  changes: readonly C[],
  conflicts: ChangeConflict<C>[],
): PlanContent => {
  const nodes = withoutCircles(before.nodes, after.nodes, changes, conflicts)
  const standing = new Set(nodes.map(({ id }) => id))
  const parents = new Map([...before.nodes, ...nodes].map(({ id, parent }) => [id, parent]))
  const lifted = (id: string | null): string | null => {
    const seen = new Set<string>()
    let at = id
    while (at !== null && !standing.has(at) && !seen.has(at)) {
      seen.add(at)
      at = parents.get(at) ?? null
    }
    return at !== null && standing.has(at) ? at : null
  }
  const where = (on: PlainChange['on'], id: string, field: string, asked: string | null): string | null => {
    if (asked === null || standing.has(asked)) return asked
    noteGone(changes, conflicts, { on, id, field, gone: asked })
    return lifted(asked)
  }
  const indicators = new Set(after.indicators.map(({ id }) => id))
  const projects = new Set(after.projects.map(({ id }) => id))
  const among = (ids: ReadonlySet<string>, id: string | null) => (id !== null && ids.has(id) ? id : null)
  return {
    ...after,
    nodes: nodes.map((node) => kept(node, { parent: where('node', node.id, 'parent', node.parent) })),
    indicators: after.indicators.map((indicator) =>
      kept(indicator, {
        node: where('indicator', indicator.id, 'node', indicator.node),
        breakdownOf: among(indicators, indicator.breakdownOf),
        repeatOf: among(indicators, indicator.repeatOf),
        project: among(projects, indicator.project),
      }),
    ),
    projects: after.projects.map((project) => ({
      ...project,
      nodes: project.nodes.some((id) => standing.has(id))
        ? project.nodes.filter((id) => standing.has(id))
        : project.nodes.slice(0, 1).flatMap((id) => where('project', project.id, 'nodes', id) ?? []),
      indicators: project.indicators.filter((id) => indicators.has(id)),
      ...(project.sameAs && { sameAs: project.sameAs.filter((id) => projects.has(id)) }),
    })),
    grades: after.grades.map((row) => kept(row, { node: lifted(row.node) })),
    revisionItems: after.revisionItems.map((row) => kept(row, { node: lifted(row.node) })),
    subtotals: after.subtotals.map((row) => kept(row, { node: lifted(row.node) })),
  }
}

/** 変わらなければ、もとの値のまま。 */
const kept = <T extends object>(entry: T, fields: Partial<T>): T =>
  Object.entries(fields).every(([key, value]) => (entry as Record<string, unknown>)[key] === value)
    ? entry
    : { ...entry, ...fields }

type Gone = { readonly on: PlainChange['on']; readonly id: string; readonly field: string; readonly gone: string }

/** 置いた変更（入れる・移す）があればその食い違い、なければ節を載せなくした変更の食い違い。 */
const noteGone = <C extends PlainChange>(
  changes: readonly C[],
  conflicts: ChangeConflict<C>[],
  { on, id, field, gone }: Gone,
): void => {
  const placing = changes.find(
    (change) => change.on === on && change.subjectId === id && (change.op === 'add' || change.field === field),
  )
  const removing = changes.find(
    ({ on: kind, op, subjectId }) => kind === 'node' && op === 'remove' && subjectId === gone,
  )
  const change = placing ?? removing
  const why = placing ? 'parent-gone' : 'still-used'
  if (!change || conflicts.some((each) => each.change === change && each.why === why)) return
  conflicts.push({ change, why, now: null })
}

/** 節が自分の下に入る移し方（二人が互いの下へ移した）は、もとの所に戻して言う。 */
const withoutCircles = <C extends PlainChange>(
  before: readonly PlanNode[],
  after: readonly PlanNode[],
  changes: readonly C[],
  conflicts: ChangeConflict<C>[],
): readonly PlanNode[] => {
  const parents = new Map(after.map(({ id, parent }) => [id, parent]))
  const old = new Map(before.map(({ id, parent }) => [id, parent]))
  for (const { id } of after) {
    if (!circles(parents, id)) continue
    // 輪には、移した（か入れた）節がかならずあり、それを戻せば輪はほどける。
    const change = changes.find(
      ({ on, op, subjectId, field }) => on === 'node' && subjectId === id && (op === 'add' || field === 'parent'),
    )
    if (!change) continue
    conflicts.push({ change, why: 'in-a-circle', now: old.get(id) ?? null })
    parents.set(id, old.get(id) ?? null)
  }
  return after.map((node) => kept(node, { parent: parents.get(node.id) ?? null }))
}

const circles = (parents: ReadonlyMap<string, string | null>, id: string): boolean => {
  const seen = new Set<string>()
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === id) return true
    if (seen.has(at)) return false
    seen.add(at)
  }
  return false
}
