import { revisedPlace } from '../provenance.ts'
import type { EntryOf, RevisableKind } from './revisable.ts'

/** 新しく入れる一件の、何も書いていない形。所在は「改訂で決めた」。 */
export const newEntry = <K extends RevisableKind>(kind: K, id: string, under: string | null): EntryOf[K] =>
  ({ ...blanks(under)[kind], id }) as EntryOf[K]

const blanks = (under: string | null): { readonly [K in RevisableKind]: Omit<EntryOf[K], 'id'> } => ({
  node: { parent: under, level: '', number: null, title: '', text: null, place: revisedPlace },
  indicator: {
    node: under,
    class: 'KPI',
    name: '',
    unit: null,
    accumulation: { kind: 'unstated' },
    baseline: null,
    targets: [],
    actuals: [],
    rates: [],
    costs: [],
    departments: [],
    remarks: null,
    sheetNo: null,
    breakdownOf: null,
    repeatOf: null,
    project: null,
    place: revisedPlace,
  },
  project: {
    number: null,
    listNumber: null,
    name: '',
    nodes: under === null ? [] : [under],
    tags: {},
    priority: false,
    implementers: [],
    period: null,
    content: null,
    years: [],
    indicators: [],
    shownIn: 'list',
    place: revisedPlace,
  },
})
