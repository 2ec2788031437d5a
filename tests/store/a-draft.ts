import { createHash } from 'node:crypto'
import type { Indicator, PlanDraft, Project } from '#domain/plan/draft.ts'
import type { Place } from '#domain/provenance.ts'
import type { Figure } from '#domain/quantity/figure.ts'

const at = (line: number): Place => ({ line, column: 3, length: 4 })

export const aFigure = (year: number | null, value: string, more: Partial<Figure> = {}): Figure => ({
  year,
  raw: `${value}件`,
  value,
  unit: '件',
  qualifier: null,
  status: 'given',
  text: null,
  place: at(10),
  ...more,
})

export const anIndicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  id,
  node: 'goal-1',
  class: 'KPI',
  name: `指標 ${id}`,
  unit: '件',
  accumulation: { kind: 'cumulative', since: 2015 },
  baseline: aFigure(2014, '3'),
  targets: [aFigure(2019, '45', { qualifier: 'at-least', scope: 'final' })],
  actuals: [aFigure(2015, '12'), aFigure(2016, '20.50'), aFigure(2017, '31')],
  rates: [{ year: 2017, printed: '68.9%', place: at(11) }],
  costs: [{ year: null, raw: '2,588', value: '2588', unit: '千円', place: at(12) }],
  departments: ['商工振興課', '農林課'],
  remarks: null,
  sheetNo: null,
  breakdownOf: null,
  repeatOf: null,
  project: null,
  place: at(13),
  ...more,
})

export const aProject = (id: string, more: Partial<Project> = {}): Project => ({
  id,
  number: '1',
  listNumber: null,
  name: `事業 ${id}`,
  nodes: ['goal-1'],
  tags: { 視点: ['ひと', 'しごと'], SDGs: ['8', '4'] },
  priority: true,
  implementers: ['市', '商工会議所'],
  period: { from: 2015, to: null },
  content: '創業の相談',
  years: [{ year: 2015, items: ['相談会 3回'], place: at(20) }],
  indicators: [],
  shownIn: 'table',
  place: at(21),
  ...more,
})

/** どの表にも行のある案。省ける欄・入れ子・未知の欄も一つずつ持つ。 */
export const aDraft = (
  code: string,
  more: Partial<PlanDraft> = {},
  source: Uint8Array = aSource('初め'),
): PlanDraft => ({
  format: 'shirube-draft/1',
  source: { file: '計画.txt', sha256: createHash('sha256').update(source).digest('hex') },
  municipality: { name: `試市${code}`, code },
  plan: {
    title: 'まち・ひと・しごと創生 総合戦略',
    kind: '総合戦略',
    firstYear: 2015,
    lastYear: 2019,
    form: 'progress-table',
  },
  nodes: [
    { id: 'goal-1', parent: null, level: '基本目標', number: '1', title: 'しごとをつくる', text: '方針', place: at(1) },
    { id: 'field-1', parent: 'goal-1', level: '施策', number: '(1)', title: '創業の支援', text: null, place: at(2) },
  ],
  indicators: [
    anIndicator('kpi-1', { project: 'project-1', counted: false, measured: null }),
    anIndicator('kpi-2', {
      node: 'field-1',
      name: '講座の回数',
      breakdownOf: 'kpi-1',
      measured: '前年10～9月',
      baseline: null,
      actuals: [
        aFigure(2015, '4', {
          raw: '4校・13回',
          parts: [aFigure(2015, '4', { label: '校' }), aFigure(2015, '13', { label: '回' })],
          secondary: aFigure(2015, '-8.0'),
          upTo: '30',
          periodKind: 'survey',
        }),
        { ...aFigure(2016, '0'), raw: '―', value: null, unit: null, status: 'dash' },
      ],
      certainty: {
        level: 'doubtful',
        evidence: ['並びから'],
        alternatives: [{ targets: [aFigure(2019, '9')], actuals: [], reason: '別の行' }],
      },
    }),
    anIndicator('kpi-3', { node: null, name: '創業件数（再掲）', repeatOf: 'kpi-1', remarks: '再掲', sheetNo: '08' }),
  ],
  projects: [
    aProject('project-1', { indicators: ['kpi-2', 'kpi-1'], nodes: ['field-1', 'goal-1'], sameAs: ['project-2'] }),
    aProject('project-2', { name: '空き店舗の活用', subName: '補助', shownIn: 'sheet', period: null, tags: {} }),
  ],
  priorityGoals: [
    {
      department: '総務部',
      year: 2017,
      number: '1',
      title: '人材の育成',
      items: [{ mark: '①', title: '研修', targets: ['3月まで'], progress: ['実施済'], grade: '◎', place: at(31) }],
      place: at(30),
    },
  ],
  instructions: ['連携して進めること'],
  instructionPlaces: [at(40)],
  grades: [{ node: 'goal-1', class: 'KPI', counts: { 完了: 2, A: 8, D: null }, total: false, place: at(50) }],
  revisionRules: [{ grade: 'A', rule: ['継続'], count: 14, changes: ['見直し'], place: at(51) }],
  revisionItems: [{ node: 'field-1', package: '(1)創業', text: '回数を改める', place: at(52) }],
  subtotals: [{ node: 'goal-1', projects: 2, indicators: null, place: at(53) }],
  legends: [{ marks: ['◎', '×'], meanings: ['上回る', '未進捗'], place: at(54) }],
  notes: [
    {
      level: 'warning',
      code: 'unit-missing',
      message: '単位がありません',
      params: { name: '講座', n: 1 },
      places: [at(60)],
      about: ['kpi-2'],
    },
  ],
  ...more,
})

export const aSource = (text: string): Uint8Array => new TextEncoder().encode(`図書 ${text}`)

export const someRules = {
  formula: 'ratio-to-final',
  rounding: { mode: 'half-up', places: 1 },
  floor: null,
  cap: null,
} as const
