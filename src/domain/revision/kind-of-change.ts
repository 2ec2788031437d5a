import { effectiveChanges, orderField, type PlainChange } from './revisable.ts'
import { type ChangeKind, changeKinds } from './revision.ts'

/**
 * 変更の種類。改称（題・番号）と移動（上の節・並び）は別のものとして数える。
 *
 * @example kindOfChange({ on: 'indicator', op: 'set', field: 'targets', … }) // → 'target-changed'
 */
export const kindOfChange = ({ on, op, field, replaces }: PlainChange): ChangeKind => {
  if (on === 'plan') return 'heading-changed'
  if (on === 'indicator' && op === 'add') return replaces === null ? 'indicator-added' : 'indicator-replaced'
  if (op === 'add') return `${on}-added`
  if (op === 'remove') return `${on}-removed`
  return on === 'project' ? 'project-changed' : (kindsByField[on][field] ?? kindsByField[on].other)
}

const kindsByField: Readonly<
  Record<'node' | 'indicator', Readonly<Record<string, ChangeKind>> & { other: ChangeKind }>
> = {
  node: { parent: 'node-moved', order: 'node-moved', text: 'text-changed', other: 'node-renamed' },
  indicator: {
    targets: 'target-changed',
    name: 'indicator-renamed',
    node: 'indicator-moved',
    order: 'indicator-moved',
    other: 'indicator-redefined',
  },
}

/**
 * 種類ごとの数（改訂概要）。一つのものの同じ種類の変更は一つ。差し替えられた指標は「差替え」の一つに数え、廃止には数えない。
 *
 * @example countsOfChanges([単位の変更, 測り方の変更, 目標値の変更]) // → { 'indicator-redefined': 1, 'target-changed': 1, … }
 */
export const countsOfChanges = (changes: readonly PlainChange[]): Readonly<Record<ChangeKind, number>> => {
  const counted = countedChanges(changes)
  const of = (kind: ChangeKind) =>
    new Set(counted.filter((change) => kindOfChange(change) === kind).map(({ subjectId }) => subjectId)).size
  return Object.fromEntries(changeKinds.map((kind) => [kind, of(kind)])) as Record<ChangeKind, number>
}

/** 一つでもある種類とその数。種類の並びのまま。 */
export const kindsCounted = (
  counts: Readonly<Record<ChangeKind, number>>,
): readonly (readonly [kind: ChangeKind, count: number])[] =>
  changeKinds.flatMap((kind) => (counts[kind] > 0 ? [[kind, counts[kind]] as const] : []))

/** 数える変更。載せなくした行の欄の変更と、差替えの片われの廃止、並びだけの変更を除く。 */
export const countedChanges = <C extends PlainChange>(changes: readonly C[]): readonly C[] => {
  const replaced = new Set(changes.flatMap(({ op, replaces }) => (op === 'add' && replaces !== null ? [replaces] : [])))
  const added = new Set(changes.flatMap(({ op, subjectId }) => (op === 'add' ? [subjectId] : [])))
  return effectiveChanges(changes).filter(
    ({ op, subjectId, field }) =>
      !(op === 'remove' && replaced.has(subjectId)) &&
      !(op === 'set' && (added.has(subjectId) || field === orderField)),
  )
}
