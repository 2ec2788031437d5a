import type { PlanContent } from '#domain/plan/draft.ts'
import { optionalKeys } from './content-rows.ts'
import { type ContentTableName, contentTable } from './content-tables.ts'

/** 読み出した表。列（`content-tables.ts` の順）ごとに値が並ぶ。行がなければ列は null。 */
type PackedTable = readonly (readonly unknown[] | null)[]
export type PackedTables = Readonly<Partial<Record<ContentTableName, PackedTable>>>

type Entry = Record<string, unknown>

/** 読み出した表から中身を組み立てる。`rowsOf` の逆。行は印刷の順に並んでいること。 */
export const contentFrom = (tables: PackedTables): PlanContent => {
  const entries = (name: ContentTableName) => entriesOf(name, tables[name])
  const legends = entries('legend')
  const figures = grouped('figure', tables, ['indicatorId', 'role'])
  const rates = grouped('printed_rate', tables, ['indicatorId'])
  const costs = grouped('cost', tables, ['indicatorId'])
  const items = grouped('priority_item', tables, ['goalId'])
  const nodes = linked('project_node', tables, 'projectId', 'nodeId')
  const indicators = linked('project_indicator', tables, 'projectId', 'indicatorId')
  return {
    nodes: entries('node'),
    indicators: entries('indicator').map((entry) =>
      Object.assign(entry, {
        baseline: figures(`${entry.id} baseline`)[0] ?? null,
        targets: figures(`${entry.id} target`),
        actuals: figures(`${entry.id} actual`),
        rates: rates(`${entry.id}`),
        costs: costs(`${entry.id}`),
      }),
    ),
    projects: entries('project').map((entry) =>
      Object.assign(entry, { nodes: nodes(`${entry.id}`), indicators: indicators(`${entry.id}`) }),
    ),
    priorityGoals: entries('priority_goal').map((entry) => Object.assign(entry, { items: items(`${entry.id}`) })),
    instructions: valuesOf('instruction', tables, 'text'),
    instructionPlaces: valuesOf('instruction', tables, 'place').filter((place) => place !== null),
    grades: entries('grade_count'),
    revisionRules: entries('revision_rule'),
    revisionItems: entries('revision_item'),
    subtotals: entries('subtotal'),
    ...(legends.length > 0 && { legends }),
    notes: entries('note'),
    // 列の並びは `content-tables.ts` が、値の形は書いたときの型が請け合う。
  } as unknown as PlanContent
}

/**
 * 列の並びから値を作る。版一つで数千の値になるので、写しを作らずに欄を足していく
 * （行の組を経ると、小千谷市の版で 9 ミリ秒のうち 5 ミリ秒がここで過ぎた）。
 */
const entriesOf = (name: ContentTableName, packed: PackedTable = [], without: readonly string[] = []): Entry[] => {
  const entries: Entry[] = (packed[0] ?? []).map(() => ({}))
  for (const [index, { key }] of contentTable(name).columns.entries()) {
    const values = packed[index]
    if (!values || key === 'ordinal' || without.includes(key)) continue
    if (key === 'more') fillMore(entries, values)
    else fill(entries, key, values)
  }
  return entries
}

const fill = (entries: readonly Entry[], key: string, values: readonly unknown[]): void => {
  const keepsNull = !optionalKeys.has(key)
  for (const [nth, entry] of entries.entries()) {
    const value = values[nth]
    if (keepsNull || value !== null) entry[key] = value
  }
}

const fillMore = (entries: readonly Entry[], values: readonly unknown[]): void => {
  for (const [nth, entry] of entries.entries()) if (values[nth] !== null) Object.assign(entry, values[nth])
}

const valuesOf = (name: ContentTableName, tables: PackedTables, key: string): readonly unknown[] =>
  tables[name]?.[contentTable(name).columns.findIndex((column) => column.key === key)] ?? []

/** 持ち主の欄（空白でつないだもの）→ その行。 */
const grouped = (name: ContentTableName, tables: PackedTables, owners: readonly string[]) =>
  byKey(keysOf(name, tables, owners), entriesOf(name, tables[name], owners))

const linked = (name: ContentTableName, tables: PackedTables, owner: string, target: string) =>
  byKey(keysOf(name, tables, [owner]), valuesOf(name, tables, target))

const keysOf = (name: ContentTableName, tables: PackedTables, owners: readonly string[]): string[] => {
  const [first = [], ...rest] = owners.map((owner) => valuesOf(name, tables, owner))
  return first.map((value, nth) => [value, ...rest.map((values) => values[nth])].join(' '))
}

const byKey = <T>(keys: readonly string[], values: readonly T[]): ((key: string) => T[]) => {
  const groups = new Map<string, T[]>()
  for (const [nth, key] of keys.entries()) {
    const group = groups.get(key)
    const value = values[nth] as T
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return (key) => groups.get(key) ?? []
}
