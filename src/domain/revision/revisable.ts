import type { Indicator, PlanContent, PlanNode, Project } from '../plan/draft.ts'
import type { RevisionChange } from './revision.ts'

/** 改訂の変更の、人と時と理由を除いたところ。二つの版を比べるときは、これだけが分かる。 */
export type PlainChange = Pick<RevisionChange, 'on' | 'subjectId' | 'op' | 'field' | 'before' | 'after' | 'replaces'>

/** 改訂で改められる行の種類と、中身のどこに並ぶか。 */
export type RevisableKind = 'node' | 'indicator' | 'project'
export const listOf = { node: 'nodes', indicator: 'indicators', project: 'projects' } as const satisfies Record<
  RevisableKind,
  keyof PlanContent
>
export type EntryOf = { readonly node: PlanNode; readonly indicator: Indicator; readonly project: Project }

/**
 * 改訂で改められる欄。実績・達成率・事業費・所見は毎年の仕事のもので、改訂の変更にはしない。
 * 並びの変更は欄 `order`（値は、すぐ前に来る行の id。はじめなら null）で言う。
 */
export const revisableFields = {
  node: ['number', 'title', 'text', 'level', 'parent'],
  indicator: [
    'name',
    'class',
    'unit',
    'node',
    'measured',
    'accumulation',
    'baseline',
    'targets',
    'departments',
    'remarks',
    'sheetNo',
    'breakdownOf',
    'repeatOf',
    'project',
    'counted',
  ],
  project: [
    'number',
    'listNumber',
    'name',
    'subName',
    'content',
    'nodes',
    'implementers',
    'period',
    'priority',
    'tags',
    'indicators',
  ],
} as const satisfies { readonly [K in RevisableKind]: readonly (keyof EntryOf[K])[] }

export const orderField = 'order'
/** 一件まるごと（add・remove）の欄の名。 */
export const wholeEntry = '*'

export const revisableKinds: readonly RevisableKind[] = ['node', 'indicator', 'project']

/** 中身に並ぶ、その種類の行。 */
export const entriesOf = <K extends RevisableKind>(kind: K, content: PlanContent): readonly EntryOf[K][] =>
  content[listOf[kind]] as readonly EntryOf[K][]

/** 一件を載せなくする変更。 */
export const removal = (on: RevisableKind, entry: { readonly id: string }): PlainChange => ({
  on,
  subjectId: entry.id,
  op: 'remove',
  field: wholeEntry,
  before: entry,
  after: null,
  replaces: null,
})

/** 欄の値。`valueIn(指標, 'targets')` */
export const fieldOf = (entry: object, field: string): unknown => (entry as Record<string, unknown>)[field] ?? null

/** ほかの行に依る変更を除く：載せなくする行の欄の変更は、載せなくするあいだ効かない（戻せばまた効く）。 */
export const effectiveChanges = <C extends PlainChange>(changes: readonly C[]): readonly C[] => {
  const removed = new Set(changes.flatMap(({ op, subjectId }) => (op === 'remove' ? [subjectId] : [])))
  return changes.filter(({ op, subjectId }) => op === 'remove' || !removed.has(subjectId))
}
