import type { PlanContent } from '../plan/draft.ts'
import { sameWritten } from '../plan/field-changes.ts'
import { applyChanges } from './apply-changes.ts'
import {
  type EntryOf,
  entriesOf,
  fieldOf,
  orderField,
  type PlainChange,
  type RevisableKind,
  removal,
  revisableFields,
  revisableKinds,
  wholeEntry,
} from './revisable.ts'

/**
 * 二つの版の違いを、改訂の変更の形で言う。行は id（系統）で対にする。`applyChanges(before, plainChanges(before, after))` は、
 * 改められる欄と並びで `after` に等しい。並びの変更は、動かす行がいちばん少なくなるように言う。
 *
 * @example plainChanges(第2期.content, 改訂版.content).map(kindOfChange)
 */
export const plainChanges = (before: PlanContent, after: PlanContent): readonly PlainChange[] => {
  const changes = revisableKinds.flatMap((kind) => changesOf(kind, before, after))
  // 指標と事業の置かれる所は節の並びによるので、節の並びを先に決める。
  for (const kind of revisableKinds)
    changes.push(...ordersOf(kind, before, applyChanges(before, changes).content, after))
  return changes
}

const changesOf = <K extends RevisableKind>(kind: K, before: PlanContent, after: PlanContent): PlainChange[] => {
  const old = new Map(entriesOf(kind, before).map((entry) => [entry.id, entry]))
  const now = new Map(entriesOf(kind, after).map((entry) => [entry.id, entry]))
  return [
    ...[...old.values()].filter(({ id }) => !now.has(id)).map((entry) => removal(kind, entry)),
    ...[...now.values()].flatMap((entry): PlainChange[] => {
      const earlier = old.get(entry.id)
      return earlier
        ? setsBetween(kind, earlier, entry)
        : [{ on: kind, subjectId: entry.id, op: 'add', field: wholeEntry, before: null, after: entry, replaces: null }]
    }),
  ]
}

const setsBetween = <K extends RevisableKind>(kind: K, before: EntryOf[K], after: EntryOf[K]): PlainChange[] =>
  revisableFields[kind].flatMap((field): PlainChange[] => {
    const [old, now] = [fieldOf(before, field), fieldOf(after, field)]
    return sameWritten(old, now)
      ? []
      : [{ on: kind, subjectId: after.id, op: 'set', field, before: old, after: now, replaces: null }]
  })

const ordersOf = <K extends RevisableKind>(
  kind: K,
  before: PlanContent,
  placed: PlanContent,
  after: PlanContent,
): PlainChange[] => {
  const [old, from, to] = [before, placed, after].map((content) => entriesOf(kind, content).map(({ id }) => id))
  if (!old || !from || !to) return []
  const staying = longestInOrder(from, to)
  const previous = (ids: readonly string[], id: string) => ids[ids.indexOf(id) - 1] ?? null
  return to
    .filter((id) => !staying.has(id))
    .map((id) => ({
      on: kind,
      subjectId: id,
      op: 'set',
      field: orderField,
      before: previous(old, id),
      after: previous(to, id),
      replaces: null,
    }))
}

/** 動かさずに済む行：二つの並びで順の同じ、いちばん長い列（最長増加部分列）。 */
const longestInOrder = (from: readonly string[], to: readonly string[]): ReadonlySet<string> => {
  const positions = new Map(from.map((id, index) => [id, index]))
  const numbers = to.map((id) => positions.get(id) ?? -1)
  /** 長さ n の列の、終わりの値がいちばん小さいもの（`to` の番号）。 */
  const tails: number[] = []
  const earlier: (number | undefined)[] = []
  for (const [index, number] of numbers.entries()) {
    const at = firstNotBelow(tails, (tail) => (numbers[tail] ?? 0) >= number)
    earlier[index] = tails[at - 1]
    tails[at] = index
  }
  const found = new Set<string>()
  for (let at = tails.at(-1); at !== undefined; at = earlier[at]) found.add(to[at] ?? '')
  return found
}

const firstNotBelow = (tails: readonly number[], reached: (tail: number) => boolean): number => {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (reached(tails[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
