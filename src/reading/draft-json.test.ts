import { globSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { PlanDraft } from '#domain/plan/draft.ts'
import { problemInWords } from '#domain/problem.ts'
import { placeInWords } from '#domain/provenance.ts'
import { parseDraft, parseDraftText } from './draft-json.ts'
import { draftJsonSchema } from './draft-json-schema.ts'
import { everyDraftIsAccepted } from './draft-schema.ts'
import { openFile } from './open-document.ts'
import { readPlan } from './read-plan.ts'

const place = { line: 49, column: 3, length: 2 }
const figure = {
  year: 2020,
  raw: '34',
  value: '34',
  unit: '件',
  qualifier: null,
  status: 'given',
  text: null,
  place,
} as const

/** どの欄も書かれた案。 */
const full = {
  format: 'shirube-draft/1',
  source: { file: '進捗.txt', sha256: 'a'.repeat(64) },
  municipality: { name: '小千谷市', code: '152081' },
  plan: { title: '総合戦略', kind: '総合戦略', firstYear: 2015, lastYear: 2024, form: 'progress-table' },
  nodes: [{ id: 'n1', parent: null, level: '基本目標', number: '1', title: 'しごと', text: null, place }],
  indicators: [
    {
      id: 'i1',
      node: 'n1',
      class: 'KPI',
      name: '新規創業件数',
      unit: '件',
      accumulation: { kind: 'cumulative', since: 2015 },
      measured: null,
      baseline: { ...figure, secondary: { ...figure, raw: '8', value: '8' } },
      targets: [
        { ...figure, qualifier: 'at-least', scope: 'final', periodKind: 'fiscal-year', upTo: '40', outOf: '100' },
      ],
      actuals: [{ ...figure, value: null, raw: '4校・13回', parts: [{ ...figure, label: '学校' }, figure] }],
      rates: [{ year: 2020, printed: '75.6', place }],
      rateMarks: [{ year: 2021, printed: '-', place }],
      manualRates: [{ year: 2021, shown: '14.3', reason: '2校／全14校' }],
      costs: [{ year: null, raw: '2,588', value: '2588', unit: '千円', place }],
      departments: ['商工振興課'],
      remarks: null,
      sheetNo: '08',
      breakdownOf: null,
      repeatOf: null,
      project: null,
      counted: true,
      certainty: {
        level: 'likely',
        evidence: ['並び'],
        alternatives: [{ targets: [figure], actuals: [], reason: '別の行' }],
      },
      place: { sheet: '指標', cell: 'D7' },
    },
  ],
  projects: [
    {
      id: 'p1',
      number: '1',
      listNumber: '66',
      name: '創業支援',
      subName: null,
      nodes: ['n1'],
      tags: { SDGs: ['4'] },
      priority: true,
      implementers: ['市'],
      period: { from: 2020, to: null },
      content: null,
      years: [{ year: 2020, items: ['相談'], place }],
      indicators: ['i1'],
      shownIn: 'sheet',
      sameAs: [],
      place: { page: 2, box: [0, 0, 10, 10] },
    },
  ],
  priorityGoals: [
    {
      department: '政策企画部',
      year: 2017,
      number: '1',
      title: '推進',
      items: [
        {
          mark: '①',
          title: '創生',
          targets: ['2件'],
          progress: [],
          targetPlaces: [place],
          progressPlaces: [],
          grade: '◎',
          place,
        },
      ],
      place,
    },
  ],
  instructions: ['成果'],
  instructionPlaces: [place],
  grades: [
    { node: null, class: 'KPI', year: 2022, counts: { A: 8, D: null }, countPlaces: { A: place }, total: false, place },
  ],
  revisionRules: [{ grade: 'A', rule: ['上方修正'], count: 14, countPlace: place, changes: [], place }],
  revisionItems: [{ node: null, package: '(1)', text: '修正', place }],
  subtotals: [{ node: 'n1', projects: 9, indicators: 8, place }],
  legends: [{ marks: ['◎'], meanings: ['上回る'], place }],
  notes: [{ level: 'warning', code: 'x', message: '文', params: { count: 1 }, places: [place], about: ['i1'] }],
} as const satisfies PlanDraft

/** 決まった欄だけの、ほかで作られた案。 */
const minimal = {
  format: 'shirube-draft/1',
  source: { file: 'plan.pdf', sha256: '…' },
  municipality: { name: '砂川市', code: null },
  plan: { title: '総合戦略', kind: '総合戦略', firstYear: 2021, lastYear: 2025 },
  indicators: [
    {
      id: '1',
      node: null,
      class: 'KPI',
      name: '移住者',
      unit: '人',
      baseline: { year: 2019, raw: '―', value: null },
      targets: [{ year: 2025, raw: '40人', value: '40', unit: '人' }],
      actuals: [{ year: 2021, raw: '', value: null }],
      place: { line: 7 },
    },
  ],
  priorityGoals: [],
  作成者: 'ほかの道具',
}

const changed = (path: readonly (string | number)[], value: unknown): unknown => {
  const copy = structuredClone(full) as unknown
  let at = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>
  at[path.at(-1) ?? ''] = value
  return copy
}

const wrong: readonly (readonly [readonly (string | number)[], unknown, string])[] = [
  [['indicators', 0, 'name'], 5, 'indicators[0].name'],
  [['indicators', 0, 'targets', 0, 'value'], 34, 'indicators[0].targets[0].value'],
  [['indicators', 0, 'targets', 0, 'value'], '2,588', 'indicators[0].targets[0].value'],
  [['indicators', 0, 'actuals', 0, 'year'], 5, 'indicators[0].actuals[0].year'],
  [['indicators', 0, 'actuals', 0, 'parts', 0, 'raw'], null, 'indicators[0].actuals[0].parts[0].raw'],
  [['indicators', 0, 'baseline', 'status'], 'zero', 'indicators[0].baseline.status'],
  [['municipality', 'code'], '15208', 'municipality.code'],
  [['plan', 'firstYear'], 'R5', 'plan.firstYear'],
  [['nodes'], {}, 'nodes'],
  [['grades', 0, 'counts', 'A'], '8', 'grades[0].counts.A'],
  [['projects', 0, 'place'], { row: 1 }, 'projects[0].place'],
]

describe('計画案を受け取る', () => {
  test('書き出した案は、一つも変わらずに戻る', () => {
    expect(parseDraft(JSON.parse(JSON.stringify(full)))).toEqual({ ok: true, value: full })
  })

  test('決まった欄だけの案も受け取り、省かれた欄を補う', () => {
    const result = parseDraftText(`\uFEFF${JSON.stringify(minimal)}`)
    if (!result.ok) throw new Error(problemInWords(result.problem))
    const [indicator] = result.value.indicators
    expect(result.value.plan.form).toBe('progress-table')
    expect(result.value).toMatchObject({ nodes: [], projects: [], notes: [], instructions: [], 作成者: 'ほかの道具' })
    expect(indicator).toMatchObject({ accumulation: { kind: 'unstated' }, rates: [], departments: [], repeatOf: null })
    expect(indicator?.baseline).toMatchObject({ status: 'dash', place: { line: 7 }, unit: null })
    expect(indicator?.targets[0]).toMatchObject({ status: 'given', value: '40', place: { line: 7 } })
    expect(indicator?.actuals[0]).toMatchObject({ status: 'blank', text: null })
  })

  test('所在のない行は「所在の記載なし」', () => {
    const result = parseDraft({ ...minimal, instructions: ['成果'], nodes: [{ id: 'n', level: '目標', title: 'し' }] })
    const at = result.ok ? result.value.nodes[0]?.place : undefined
    expect(at && placeInWords(at)).toBe('所在の記載なし')
    expect(result.ok && result.value.instructionPlaces).toHaveLength(1)
  })

  test.each(wrong)('%j を %j にすると、道筋を言って断る', (path, value, words) => {
    const result = parseDraft(changed(path, value), '案.json')
    expect(result.ok).toBe(false)
    if (result.ok) return
    expect(result.problem.params).toMatchObject({ path: words, file: '案.json' })
    expect(problemInWords(result.problem)).toContain(`案.json の ${words} が計画案の様式に合いません`)
  })

  test.each([
    ['{"format": ', 'draft-not-json'],
    ['', 'draft-not-json'],
    ['[1]', 'draft-not-object'],
    ['null', 'draft-not-object'],
    ['{"format":"shirube-draft/2"}', 'draft-other-format'],
    ['{}', 'draft-other-format'],
    ['{"format":"shirube-draft/1"}', 'draft-wrong-field'],
  ])('%s は断る', (text, code) => {
    const result = parseDraftText(text)
    expect(!result.ok && result.problem.code).toBe(code)
    if (!result.ok) expect(problemInWords(result.problem, 'en')).toMatch(/\.$/)
  })
})

test('案の型と様式は食い違わない（型の検査が確かめる）', () => {
  expect(everyDraftIsAccepted).toBe(true)
})

describe('公開する JSON Schema', () => {
  const written = readFileSync(new URL('../../schema/shirube-draft-1.schema.json', import.meta.url), 'utf8')
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(JSON.parse(written))

  test('schema/ のファイルは様式と同じ（違えば node scripts/write-schema.ts）', () => {
    expect(written).toBe(draftJsonSchema())
  })

  test('書き出した案と、決まった欄だけの案を認める', () => {
    expect([validate(full), validate.errors]).toEqual([true, null])
    expect([validate(minimal), validate.errors]).toEqual([true, null])
  })

  test.each(wrong)('%j を %j にした案を認めない', (path, value) => {
    expect(validate(changed(path, value))).toBe(false)
  })

  test('決まった欄のない案を認めない', () => {
    for (const key of ['format', 'source', 'municipality', 'plan'] as const) {
      const { [key]: _, ...rest } = full
      expect(validate(rest)).toBe(false)
    }
  })

  const seeds = globSync('../shared/seeds/00*.txt')
  test.skipIf(seeds.length === 0)(
    '本物の五つの図書の案を認め、受け取っても変わらない（手元にあるときだけ）',
    async () => {
      for (const seed of seeds) {
        const document = await openFile(seed)
        const read = document.ok ? readPlan(document.value) : document
        if (!read.ok) throw new Error(problemInWords(read.problem))
        const json: unknown = JSON.parse(JSON.stringify(read.value))
        expect([seed, validate(json), validate.errors]).toEqual([seed, true, null])
        expect(parseDraft(json)).toEqual({ ok: true, value: json })
      }
    },
  )
})
