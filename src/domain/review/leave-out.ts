import type { Note, PlanDraft, PlanNode } from '../plan/draft.ts'
import { note } from '../plan/note.ts'
import type { KeyedEntry } from './keys.ts'

/**
 * 取り込まない行を案から除く。残る行が除いた行を指していれば、内訳・再掲はそれを外して気づきに書き、
 * 除いた節の下の行はその上の節に移す。除いた行だけについての気づきも除く。
 */
export const leaveOut = (draft: PlanDraft, left: readonly KeyedEntry[]): PlanDraft => {
  if (left.length === 0) return draft
  const gone = goneFrom(left)
  const nodes = new Map(draft.nodes.map((node) => [node.id, node]))
  const remaining = (id: string | null) => nearestRemaining(nodes, gone.nodes, id)
  const inRemaining = <T extends { readonly node: string | null }>(entry: T): T => ({
    ...entry,
    node: remaining(entry.node),
  })
  const without = (id: string | null, out: ReadonlySet<string>) => (id !== null && out.has(id) ? null : id)
  return {
    ...draft,
    nodes: draft.nodes
      .filter(({ id }) => !gone.nodes.has(id))
      .map((node) => ({ ...node, parent: remaining(node.parent) })),
    indicators: draft.indicators
      .filter(({ id }) => !gone.indicators.has(id))
      .map((indicator) => ({
        ...inRemaining(indicator),
        breakdownOf: without(indicator.breakdownOf, gone.indicators),
        repeatOf: without(indicator.repeatOf, gone.indicators),
        project: without(indicator.project, gone.projects),
      })),
    projects: draft.projects
      .filter(({ id }) => !gone.projects.has(id))
      .map((project) => ({
        ...project,
        nodes: [...new Set(project.nodes.map(remaining).filter((id) => id !== null))],
        indicators: project.indicators.filter((id) => !gone.indicators.has(id)),
        ...(project.sameAs && { sameAs: project.sameAs.filter((id) => !gone.projects.has(id)) }),
      })),
    priorityGoals: draft.priorityGoals.filter((_, index) => !gone.goals.has(index)),
    grades: draft.grades.map(inRemaining),
    revisionItems: draft.revisionItems.map(inRemaining),
    subtotals: draft.subtotals.map(inRemaining),
    notes: [...draft.notes.flatMap(notesLeft(gone.ids)), ...lostReferences(draft, gone.indicators)],
  }
}

const goneFrom = (left: readonly KeyedEntry[]) => {
  const ids = (kind: KeyedEntry['kind']) =>
    new Set(left.flatMap((entry) => (entry.kind === kind && entry.id !== null ? [entry.id] : [])))
  return {
    nodes: ids('node'),
    indicators: ids('indicator'),
    projects: ids('project'),
    goals: new Set(left.filter(({ kind }) => kind === 'priority-goal').map(({ index }) => index)),
    ids: new Set(left.flatMap(({ id }) => id ?? [])),
  }
}

/** その節、除いたのならいちばん近い残る上の節。輪になっていれば、どれでもない。 */
const nearestRemaining = (
  nodes: ReadonlyMap<string, PlanNode>,
  gone: ReadonlySet<string>,
  id: string | null,
): string | null => {
  const seen = new Set<string>()
  let at = id
  while (at !== null && gone.has(at)) {
    if (seen.has(at)) return null
    seen.add(at)
    at = nodes.get(at)?.parent ?? null
  }
  return at
}

const notesLeft =
  (gone: ReadonlySet<string>) =>
  (about: Note): readonly Note[] => {
    if (!about.about) return [about]
    const left = about.about.filter((id) => !gone.has(id))
    if (left.length === about.about.length) return [about]
    return left.length === 0 ? [] : [{ ...about, about: left }]
  }

const lostReferences = ({ indicators }: PlanDraft, gone: ReadonlySet<string>): readonly Note[] => {
  const names = new Map(indicators.map(({ id, name }) => [id, name]))
  return indicators
    .filter(({ id }) => !gone.has(id))
    .flatMap(({ id, name, place, breakdownOf, repeatOf }) =>
      [
        { of: breakdownOf, code: 'review-breakdown-left-out' },
        { of: repeatOf, code: 'review-repeat-left-out' },
      ].flatMap(({ of, code }) =>
        of !== null && gone.has(of) ? [note('info', code, { name, of: names.get(of) ?? '' }, [place], [id])] : [],
      ),
    )
}
