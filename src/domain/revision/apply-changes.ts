import type { PlanContent, PlanNode } from '../plan/draft.ts'
import { sameWritten } from '../plan/field-changes.ts'
import type { ChangeConflict, WhyConflict } from './change-conflict.ts'
import { inNewOrder, placedByDefault } from './place-entries.ts'
import { withWholeReferences } from './references.ts'
import {
  type EntryOf,
  effectiveChanges,
  entriesOf,
  fieldOf,
  orderField,
  type PlainChange,
  type RevisableKind,
  revisableFields,
} from './revisable.ts'

export type AppliedChanges<C extends PlainChange = PlainChange> = {
  readonly content: PlanContent
  readonly conflicts: readonly ChangeConflict<C>[]
}

/**
 * もとの版の中身に、改訂の変更を重ねる。id は変わらない（系統が続く）。欄の変更は、掛ける順によらない。
 * 食い違う変更も、掛けられるものは掛け、`conflicts` で言う（決めるのは人で、決めるまで改訂は決められない）。計画の見出しの変更は中身に掛からない。
 *
 * @example applyChanges(edition.content, [目標値の変更]).content.indicators
 */
export const applyChanges = <C extends PlainChange>(content: PlanContent, changes: readonly C[]): AppliedChanges<C> => {
  const effective = effectiveChanges(changes)
  const conflicts: ChangeConflict<C>[] = []
  const nodes = revised('node', content.nodes, effective, content.nodes, conflicts)
  const next = withWholeReferences(
    content,
    {
      ...content,
      nodes,
      indicators: revised('indicator', content.indicators, effective, nodes, conflicts),
      projects: revised('project', content.projects, effective, nodes, conflicts),
    },
    effective,
    conflicts,
  )
  return { content: next, conflicts }
}

const revised = <K extends RevisableKind, C extends PlainChange>(
  kind: K,
  entries: readonly EntryOf[K][],
  changes: readonly C[],
  nodes: readonly PlanNode[],
  conflicts: ChangeConflict<C>[],
): readonly EntryOf[K][] => {
  const own = changes.filter(({ on }) => on === kind)
  if (own.length === 0) return entries
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const adds = own.filter(({ op, subjectId }) => op === 'add' && !byId.has(subjectId))
  conflicts.push(...own.flatMap((change) => conflictOf(kind, change, byId.get(change.subjectId), adds)))
  const removed = new Set(own.flatMap(({ op, subjectId }) => (op === 'remove' ? [subjectId] : [])))
  const sets = Map.groupBy(
    own.filter(({ op, field }) => op === 'set' && field !== orderField),
    ({ subjectId }) => subjectId,
  )
  const changed = (entry: EntryOf[K]) => withFields(entry, sets.get(entry.id) ?? [])
  const moves = new Set([...sets].flatMap(([id, its]) => (its.some(({ field }) => isWhere(field)) ? [id] : [])))
  const kept = entries.filter(({ id }) => !removed.has(id)).map(changed)
  const arriving = adds.map(({ subjectId, after }) => changed({ ...(after as EntryOf[K]), id: subjectId }))
  const placed = placedByDefault(
    kind,
    kept.filter(({ id }) => !moves.has(id)),
    [...kept.filter(({ id }) => moves.has(id)), ...arriving],
    nodes,
  )
  return inNewOrder(placed, ordersIn(own))
}

/** よその節へ移す欄か。 */
const isWhere = (field: string): boolean => field === 'parent' || field === 'node' || field === 'nodes'

const ordersIn = (changes: readonly PlainChange[]): ReadonlyMap<string, string | null> =>
  new Map(
    changes.flatMap(({ op, field, subjectId, after }) =>
      op === 'set' && field === orderField ? [[subjectId, after as string | null] as const] : [],
    ),
  )

const withFields = <T extends object>(entry: T, changes: readonly PlainChange[]): T =>
  changes.length === 0 ? entry : { ...entry, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) }

const conflictOf = <K extends RevisableKind, C extends PlainChange>(
  kind: K,
  change: C,
  entry: EntryOf[K] | undefined,
  adds: readonly C[],
): readonly ChangeConflict<C>[] => {
  const { op, field, subjectId, before } = change
  const conflict = (why: WhyConflict, now: unknown = null) => [{ change, why, now }]
  if (op === 'add') return entry ? conflict('already-there', entry) : []
  if (!entry) {
    if (op === 'remove') return conflict('already-gone')
    return adds.some((add) => add.subjectId === subjectId) ? [] : conflict('subject-gone')
  }
  if (op === 'remove')
    return sameEntry(kind, before as EntryOf[K] | null, entry) ? [] : conflict('changed-meanwhile', entry)
  if (field === orderField || sameWritten(before, fieldOf(entry, field))) return []
  return conflict('changed-meanwhile', fieldOf(entry, field))
}

/** 改訂で改められる欄が、みな同じか（実績が入っただけなら同じ）。 */
const sameEntry = <K extends RevisableKind>(kind: K, before: EntryOf[K] | null, now: EntryOf[K]): boolean =>
  before !== null && revisableFields[kind].every((field) => sameWritten(fieldOf(before, field), fieldOf(now, field)))

/** 中身の一件。`entryIn(content, 'indicator', id)` */
export const entryIn = <K extends RevisableKind>(content: PlanContent, kind: K, id: string): EntryOf[K] | undefined =>
  entriesOf(kind, content).find((entry) => entry.id === id)
