import type { Indicator, PlanContent, PriorityGoal, Project } from '#domain/plan/draft.ts'
import { type ContentTable, type ContentTableName, contentTable } from './content-tables.ts'

/** 書くための表の一行。列の名 → 値（json の列は値のまま）。 */
export type Row = Readonly<Record<string, unknown>>
export type ContentRows = Readonly<Record<ContentTableName, readonly Row[]>>

type Entry = Readonly<Record<string, unknown>>

/** 中身を、表ごとの行にする。逆は `content-columns.ts` の `contentFrom`。 */
export const rowsOf = (content: PlanContent): ContentRows => {
  const { nodes, indicators, projects, priorityGoals } = content
  return {
    node: inOrder('node', nodes),
    project: inOrder('project', projects.map(withoutKeys<Project>('nodes', 'indicators'))),
    project_node: projects.flatMap(({ id, nodes }) => links(id, 'nodeId', 'project_node', nodes)),
    indicator: inOrder('indicator', indicators.map(withoutKeys<Indicator>('baseline', ...seriesKeys))),
    project_indicator: projects.flatMap(({ id, indicators }) =>
      links(id, 'indicatorId', 'project_indicator', indicators),
    ),
    figure: indicators.flatMap(figureRows),
    printed_rate: indicators.flatMap(({ id, rates }) => owned('printed_rate', { indicatorId: id }, rates)),
    cost: indicators.flatMap(({ id, costs }) => owned('cost', { indicatorId: id }, costs)),
    priority_goal: inOrder('priority_goal', priorityGoals.map(withoutKeys<PriorityGoal>('items'))),
    priority_item: priorityGoals.flatMap(({ id, items }) => owned('priority_item', { goalId: id }, items)),
    instruction: inOrder('instruction', instructionEntries(content)),
    grade_count: inOrder('grade_count', content.grades),
    revision_rule: inOrder('revision_rule', content.revisionRules),
    revision_item: inOrder('revision_item', content.revisionItems),
    subtotal: inOrder('subtotal', content.subtotals),
    legend: inOrder('legend', content.legends ?? []),
    note: inOrder('note', content.notes),
  }
}

const seriesKeys = ['targets', 'actuals', 'rates', 'costs'] as const

const withoutKeys =
  <T extends object>(...keys: readonly (keyof T & string)[]) =>
  (value: T): Entry =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !(keys as readonly string[]).includes(key)))

const inOrder = (table: ContentTableName, entries: readonly object[]): Row[] => owned(table, {}, entries)

const owned = (table: ContentTableName, owner: Entry, entries: readonly object[]): Row[] =>
  entries.map((entry, index) => toRow(contentTable(table), { ...entry, ...owner, ordinal: index + 1 }))

const links = (projectId: string, key: string, table: ContentTableName, ids: readonly string[]): Row[] =>
  owned(
    table,
    { projectId },
    ids.map((id) => ({ [key]: id })),
  )

const figureRows = ({ id, baseline, targets, actuals }: Indicator): Row[] => [
  ...owned('figure', { indicatorId: id, role: 'baseline' }, baseline ? [baseline] : []),
  ...owned('figure', { indicatorId: id, role: 'target' }, targets),
  ...owned('figure', { indicatorId: id, role: 'actual' }, actuals),
]

const instructionEntries = ({ instructions, instructionPlaces }: PlanContent): Entry[] =>
  instructions.map((text, index) => ({ text, place: instructionPlaces[index] ?? null }))

/** 列のない欄と、省ける欄に書かれた null は `more` に入れる。様式に欄が増えても、知らないうちに落とさない。 */
const toRow = ({ columns }: ContentTable, entry: Entry): Row => {
  const known = columns.filter(({ key }) => key !== 'more')
  const rest = Object.entries(entry).filter(
    ([key, value]) =>
      value !== undefined && (!known.some((column) => column.key === key) || (value === null && optionalKeys.has(key))),
  )
  const row = Object.fromEntries(known.map(({ key, column }) => [column, entry[key] ?? null]))
  return columns.length === known.length ? row : { ...row, more: rest.length > 0 ? Object.fromEntries(rest) : null }
}

/** 書かれていなければ欄ごとない欄（`?` の付く欄）。列の null は「欄がない」ことを表す。 */
export const optionalKeys: ReadonlySet<string> = new Set([
  'measured',
  'counted',
  'certainty',
  'subName',
  'sameAs',
  'label',
  'upTo',
  'scope',
  'periodKind',
  'about',
])
