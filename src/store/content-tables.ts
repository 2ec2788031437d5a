/** 中身の表の一列。`key` は領域の値での名、`column` は表での名。 */
type Column = { readonly key: string; readonly column: string; readonly type: SqlType }
type SqlType = 'uuid' | 'text' | 'integer' | 'boolean' | 'json' | 'jsonb'

/** 中身の表。`keys` は団体・版に続く主鍵、`owner` は持ち主の行（あれば）。 */
export type ContentTable = {
  readonly name: ContentTableName
  readonly keys: readonly string[]
  readonly columns: readonly Column[]
  /** 載らなくなった行を消さずに、載らなくなった日時を付けて残すか。 */
  readonly withdraws: boolean
  /** 並べる順。 */
  readonly order: string
  readonly owner?: { readonly table: ContentTableName; readonly column: string }
}

export type ContentTableName =
  | 'node'
  | 'project'
  | 'project_node'
  | 'indicator'
  | 'project_indicator'
  | 'figure'
  | 'printed_rate'
  | 'cost'
  | 'priority_goal'
  | 'priority_item'
  | 'instruction'
  | 'grade_count'
  | 'revision_rule'
  | 'revision_item'
  | 'subtotal'
  | 'legend'
  | 'note'

/** 「id:uuid parent>parent_id:uuid」を列に読む。`>` のないものは、値の名を蛇の形にしたものが列の名。 */
const columns = (declared: string): Column[] =>
  declared
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [names = '', type = ''] = word.split(':')
      const [key = '', column = snake(key)] = names.split('>')
      return { key, column, type: type as SqlType }
    })

const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const ofIndicator = { owner: { table: 'indicator', column: 'indicator_id' }, withdraws: false } as const
const ofProject = { owner: { table: 'project', column: 'project_id' }, withdraws: false } as const
const byOrdinal = { keys: ['ordinal'], withdraws: false, order: 'ordinal' } as const

/** 書く順（参照される表が先）。移行 001 の列と同じであることは試験で確かめる。 */
export const contentTables: readonly ContentTable[] = [
  {
    name: 'node',
    keys: ['id'],
    withdraws: true,
    order: 'ordinal',
    columns: columns(
      'id:uuid ordinal:integer parent>parent_id:uuid level:text number:text title:text text:text place:jsonb more:json',
    ),
  },
  {
    name: 'project',
    keys: ['id'],
    withdraws: true,
    order: 'ordinal',
    columns: columns(`id:uuid ordinal:integer number:text listNumber:text name:text subName:text tags:json
      priority:boolean implementers:jsonb period:jsonb content:text years:json shownIn:text sameAs:jsonb
      place:jsonb more:json`),
  },
  {
    name: 'project_node',
    keys: ['project_id', 'ordinal'],
    ...ofProject,
    order: 'project_id, ordinal',
    columns: columns('projectId:uuid ordinal:integer nodeId:uuid'),
  },
  {
    name: 'indicator',
    keys: ['id'],
    withdraws: true,
    order: 'ordinal',
    columns: columns(`id:uuid ordinal:integer node>node_id:uuid class:text name:text unit:text accumulation:jsonb
      measured:text departments:jsonb remarks:text sheetNo:text breakdownOf:uuid repeatOf:uuid
      project>project_id:uuid counted:boolean certainty:json place:jsonb more:json`),
  },
  {
    name: 'project_indicator',
    keys: ['project_id', 'ordinal'],
    ...ofProject,
    order: 'project_id, ordinal',
    columns: columns('projectId:uuid ordinal:integer indicatorId:uuid'),
  },
  {
    name: 'figure',
    keys: ['indicator_id', 'role', 'ordinal'],
    ...ofIndicator,
    order: 'indicator_id, role, ordinal',
    columns: columns(`indicatorId:uuid role:text ordinal:integer year:integer raw:text value:text unit:text
      qualifier:text status:text text:text label:text upTo:text scope:text periodKind:text place:jsonb more:json`),
  },
  {
    name: 'printed_rate',
    keys: ['indicator_id', 'ordinal'],
    ...ofIndicator,
    order: 'indicator_id, ordinal',
    columns: columns('indicatorId:uuid ordinal:integer year:integer printed:text place:jsonb more:json'),
  },
  {
    name: 'cost',
    keys: ['indicator_id', 'ordinal'],
    ...ofIndicator,
    order: 'indicator_id, ordinal',
    columns: columns(
      'indicatorId:uuid ordinal:integer year:integer raw:text value:text unit:text place:jsonb more:json',
    ),
  },
  {
    name: 'priority_goal',
    keys: ['id'],
    withdraws: true,
    order: 'ordinal',
    columns: columns(
      'id:uuid ordinal:integer department:text year:integer number:text title:text place:jsonb more:json',
    ),
  },
  {
    name: 'priority_item',
    keys: ['id'],
    withdraws: true,
    order: 'goal_id, ordinal',
    columns: columns(`id:uuid goalId:uuid ordinal:integer mark:text title:text targets:jsonb progress:jsonb
      grade:text place:jsonb more:json`),
  },
  { name: 'instruction', ...byOrdinal, columns: columns('ordinal:integer text:text place:jsonb') },
  {
    name: 'grade_count',
    ...byOrdinal,
    columns: columns('ordinal:integer node>node_id:uuid class:text counts:json total:boolean place:jsonb more:json'),
  },
  {
    name: 'revision_rule',
    ...byOrdinal,
    columns: columns('ordinal:integer grade:text rule:jsonb count:integer changes:jsonb place:jsonb more:json'),
  },
  {
    name: 'revision_item',
    ...byOrdinal,
    columns: columns('ordinal:integer node>node_id:uuid package:text text:text place:jsonb more:json'),
  },
  {
    name: 'subtotal',
    ...byOrdinal,
    columns: columns('ordinal:integer node>node_id:uuid projects:integer indicators:integer place:jsonb more:json'),
  },
  {
    name: 'legend',
    ...byOrdinal,
    columns: columns('ordinal:integer marks:jsonb meanings:jsonb place:jsonb more:json'),
  },
  {
    name: 'note',
    ...byOrdinal,
    columns: columns(
      'ordinal:integer level:text code:text message:text params:json places:jsonb about:jsonb more:json',
    ),
  },
]

export const contentTable = (name: ContentTableName): ContentTable => {
  const found = contentTables.find((table) => table.name === name)
  if (!found) throw new Error(`no content table "${name}"`)
  return found
}
