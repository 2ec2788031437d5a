import type { Indicator, PlanContent, Project } from '../plan/draft.ts'
import { sameWritten } from '../plan/field-changes.ts'
import { sameProjects } from '../plan/same-project.ts'
import { type AppliedChanges, applyChanges } from './apply-changes.ts'
import { fieldOf, orderField, type PlainChange } from './revisable.ts'

/**
 * 再掲の行・同じ事業のほかの行にも、もとの行の変更を及ぼす。いくつの表に載っていても、ものは一つなので、変更は一つ書けばよい。
 * 及ぼすのは、もとの行と同じことが書かれている欄だけで、その行に自分の変更があればそちらが勝つ。載る所（節・並び）は行ごとのもの。
 */
export const alongRepeats = <C extends PlainChange>(content: PlanContent, changes: readonly C[]): readonly C[] => {
  const own = new Set(changes.map(({ subjectId, field }) => `${subjectId} ${field}`))
  const repeats = Map.groupBy(
    content.indicators.filter(({ repeatOf }) => repeatOf !== null),
    ({ repeatOf }) => repeatOf ?? '',
  )
  const others = rowsOfSame(content)
  return changes.flatMap((change) => {
    const rows = change.on === 'indicator' ? repeats.get(change.subjectId) : others.get(change.subjectId)
    return [change, ...(rows ?? []).flatMap((row) => carried(change, row, own))]
  })
}

/** 改訂したあとの中身（再掲の行まで）。 */
export const revisedContent = <C extends PlainChange>(content: PlanContent, changes: readonly C[]): AppliedChanges<C> =>
  applyChanges(content, alongRepeats(content, changes))

const placing: ReadonlySet<string> = new Set([
  'node',
  'nodes',
  'repeatOf',
  'breakdownOf',
  'sheetNo',
  'listNumber',
  orderField,
])

const carried = <C extends PlainChange>(
  change: C,
  row: Indicator | Project,
  own: ReadonlySet<string>,
): readonly C[] => {
  const { op, field, before } = change
  if (op === 'add' || own.has(`${row.id} ${field}`)) return []
  if (op === 'remove') return [{ ...change, subjectId: row.id, before: row }]
  if (placing.has(field) || !sameWritten(before, fieldOf(row, field))) return []
  return [{ ...change, subjectId: row.id }]
}

/** 事業の行 → 同じ事業のほかの行。 */
const rowsOfSame = ({ projects }: PlanContent): ReadonlyMap<string, readonly Project[]> =>
  new Map(
    sameProjects(projects).flatMap(({ rows }) =>
      rows.map(({ id }) => [id, rows.filter((row) => row.id !== id)] as const),
    ),
  )
