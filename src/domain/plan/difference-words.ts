import type { Message } from '../language/message.ts'
import type { Change } from './difference.ts'
import type { FieldChange } from './field-changes.ts'

/** 違いを一文で。「指標「新規創業件数」が変わります：実績（2021年）15件 → 16件」 */
export const changeInWords = (change: Change): Message => ({
  code: `difference-kind-${change.kind}`,
  params: {},
  also: [
    { code: `difference-${change.change}`, params: { name: change.name } },
    ...(change.change === 'changed' ? change.fields.map(fieldInWords) : []),
  ],
})

const fieldInWords = ({ field, year, before, after, named }: FieldChange, index: number): Message => ({
  code: index === 0 ? 'difference-first' : 'difference-next',
  params: {},
  also: [
    fieldNameInWords(field),
    ...(year == null ? [] : [{ code: 'difference-year', params: { year } }]),
    ...valuesInWords(asWritten(named ? named.before || null : before), asWritten(named ? named.after || null : after)),
  ],
})

/** 欄の名。`fieldNameInWords('actuals')` → 「実績」 */
export const fieldNameInWords = (field: string): Message =>
  knownFields.has(field)
    ? { code: `difference-field-${field}`, params: {} }
    : { code: 'difference-field-other', params: { field } }

/** 短く言える値だけを言う。長い本文や入れ子の値は、欄の名だけにする。 */
const valuesInWords = (before: string | undefined, after: string | undefined): Message[] =>
  before === undefined || after === undefined ? [] : [{ code: 'difference-from-to', params: { before, after } }]

const asWritten = (value: unknown): string | undefined => {
  if (value === null) return '－'
  if (typeof value === 'string') return value.length <= 40 ? value : undefined
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'object') return undefined
  if ('raw' in value) return asWritten(value.raw)
  return 'printed' in value ? asWritten(value.printed) : undefined
}

const knownFields: ReadonlySet<string> = new Set([
  'title',
  'kind',
  'firstYear',
  'lastYear',
  'level',
  'number',
  'listNumber',
  'text',
  'parent',
  'node',
  'nodes',
  'breakdownOf',
  'repeatOf',
  'project',
  'sameAs',
  'class',
  'name',
  'subName',
  'unit',
  'accumulation',
  'measured',
  'baseline',
  'targets',
  'actuals',
  'rates',
  'printedGrades',
  'comments',
  'costs',
  'departments',
  'remarks',
  'content',
  'years',
  'items',
  'tags',
  'priority',
  'implementers',
  'period',
  'indicators',
  'progress',
  'grade',
  'counts',
  'rule',
  'count',
  'changes',
])
