import { anIndicator, type IndicatorInWords } from '#domain/indicator/an-indicator.ts'
import type { Indicator, PlanContent, PlanNode, Project } from '#domain/plan/draft.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import type { PlainChange } from './revisable.ts'

/** 試験のための節・指標・事業と、変更の書き方。 */
export const aNode = (id: string, parent: string | null = null, fields: Partial<PlanNode> = {}): PlanNode => ({
  id,
  parent,
  level: parent === null ? '基本目標' : '施策',
  number: null,
  title: id,
  text: null,
  place: { line: 1 },
  ...fields,
})

export const indicatorIn = (
  node: string | null,
  id: string,
  words: IndicatorInWords = {},
  fields: Partial<Indicator> = {},
): Indicator => ({
  ...anIndicator({ name: id, baseline: '10件', ...(words.targets ? {} : { target: '45件' }), ...words }),
  id,
  node,
  ...fields,
})

export const projectIn = (nodes: readonly string[], id: string, fields: Partial<Project> = {}): Project => ({
  id,
  number: null,
  listNumber: null,
  name: id,
  nodes,
  tags: {},
  priority: false,
  implementers: [],
  period: null,
  content: null,
  years: [],
  indicators: [],
  shownIn: 'table',
  place: { line: 1 },
  ...fields,
})

export const contentOf = (parts: Partial<PlanContent>): PlanContent => ({ ...emptyContent, ...parts })

/** 欄の変更一つ。`aSet('indicator', 'i1', 'name', '新規創業件数', '創業件数')` */
export const aSet = (
  on: PlainChange['on'],
  subjectId: string,
  field: string,
  before: unknown,
  after: unknown,
): PlainChange => ({ on, subjectId, op: 'set', field, before, after, replaces: null })

export const anAdd = (
  on: 'node' | 'indicator' | 'project',
  entry: { readonly id: string },
  replaces: string | null = null,
): PlainChange => ({ on, subjectId: entry.id, op: 'add', field: '*', before: null, after: entry, replaces })

export const aRemoval = (on: 'node' | 'indicator' | 'project', entry: { readonly id: string }): PlainChange => ({
  on,
  subjectId: entry.id,
  op: 'remove',
  field: '*',
  before: entry,
  after: null,
  replaces: null,
})
