import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '../language/say.ts'
import type { Place } from '../provenance.ts'
import type { Figure } from '../quantity/figure.ts'
import { compareContents, headingChanges } from './difference.ts'
import { changeInWords } from './difference-words.ts'
import type { Indicator, PlanContent, PlanNode, PriorityGoal, Project } from './draft.ts'
import { emptyContent } from './empty-content.ts'

const place: Place = { line: 1 }

const aNode = (id: string, title: string, more: Partial<PlanNode> = {}): PlanNode => ({
  id,
  parent: null,
  level: '施策',
  number: null,
  title,
  text: null,
  place,
  ...more,
})

const aFigure = (year: number | null, value: string): Figure => ({
  year,
  raw: `${value}件`,
  value,
  unit: '件',
  qualifier: null,
  status: 'given',
  text: null,
  place,
})

const anIndicator = (
  id: string,
  name: string,
  values: readonly string[] = [],
  more: Partial<Indicator> = {},
): Indicator => ({
  id,
  node: null,
  class: 'KPI',
  name,
  unit: '件',
  accumulation: { kind: 'unstated' },
  baseline: null,
  targets: [],
  actuals: values.map((value, index) => aFigure(2015 + index, value)),
  rates: [],
  costs: [],
  departments: [],
  remarks: null,
  sheetNo: null,
  breakdownOf: null,
  repeatOf: null,
  project: null,
  place,
  ...more,
})

const aProject = (id: string, name: string, more: Partial<Project> = {}): Project => ({
  id,
  number: null,
  listNumber: null,
  name,
  nodes: [],
  tags: {},
  priority: false,
  implementers: [],
  period: null,
  content: null,
  years: [],
  indicators: [],
  shownIn: 'list',
  place,
  ...more,
})

const aGoal = (number: string, title: string, items: readonly string[]): PriorityGoal => ({
  department: '総務部',
  year: 2017,
  number,
  title,
  items: items.map((item, index) => ({
    mark: ['①', '②', '③'][index] ?? '',
    title: item,
    targets: [],
    progress: [],
    grade: null,
    place,
  })),
  place,
})

const counter = () => {
  let n = 0
  return () => `new-${++n}`
}

const compare = (before: Partial<PlanContent>, after: Partial<PlanContent>) =>
  compareContents({ ...emptyContent, ...before }, { ...emptyContent, ...after }, counter())

const told = (before: Partial<PlanContent>, after: Partial<PlanContent>) =>
  compare(before, after).difference.changes.map((change) => say(changeInWords(change)))

const nodes = [aNode('a', '創業の支援'), aNode('b', '観光の振興')]

describe('指標の突き合わせ', () => {
  test('実績が変われば、年と前後を言う', () => {
    const before = { indicators: [anIndicator('x', '新規創業件数', ['12', '15'])] }
    const after = { indicators: [anIndicator('y', '新規創業件数', ['12', '16', '20'])] }
    expect(told(before, after)).toEqual([
      '指標「新規創業件数」が変わります：実績（2016年） 15件 → 16件、実績（2017年） － → 20件',
    ])
    expect(compare(before, after).content.indicators[0]?.id).toBe('x')
  })

  test('行の順と所在が変わっただけなら、違いはない', () => {
    const [one, two] = [anIndicator('1', '甲', ['1']), anIndicator('2', '乙', ['2'])]
    const moved = [two, one].map((entry) => ({ ...entry, place: { line: 99 } }))
    expect(told({ indicators: [one, two] }, { indicators: moved })).toEqual([])
  })

  test('名が変わっても、同じ数値なら同じ指標', () => {
    const before = { indicators: [anIndicator('x', '相談件数', ['3', '5', '8']), anIndicator('z', '来場者', ['1'])] }
    const after = { indicators: [anIndicator('1', '窓口のご利用', ['3', '5', '8']), anIndicator('2', '来場者', ['1'])] }
    expect(told(before, after)).toEqual(['指標「窓口のご利用」が変わります：名 相談件数 → 窓口のご利用'])
  })

  test('名が少し変わり、木の同じところにあれば、同じ指標', () => {
    const before = { nodes, indicators: [anIndicator('x', '新規就農者数', ['3'], { node: 'a' })] }
    const after = { nodes, indicators: [anIndicator('y', '新規就農者の数', ['4'], { node: 'a' })] }
    expect(told(before, after)).toHaveLength(1)
    expect(compare(before, after).content.indicators[0]?.id).toBe('x')
  })

  test('別の節へ移っても、同じ指標', () => {
    const before = { nodes, indicators: [anIndicator('x', '講座の回数', ['3'], { node: 'a' })] }
    const after = { nodes, indicators: [anIndicator('y', '講座の回数', ['3'], { node: 'b' })] }
    expect(told(before, after)).toEqual(['指標「講座の回数」が変わります：節 創業の支援 → 観光の振興'])
  })

  test('名も数値も違えば、別の指標', () => {
    const before = { nodes, indicators: [anIndicator('x', '出生数', ['3', '4', '5'], { node: 'a' })] }
    const after = { nodes, indicators: [anIndicator('y', '観光入込客数', ['70', '80', '90'], { node: 'a' })] }
    expect(told(before, after)).toEqual(['指標「観光入込客数」が新しく入ります', '指標「出生数」が載らなくなります'])
  })

  test('値のない行ばかりでも、数値が同じとはみない', () => {
    const blank = { ...aFigure(2015, '0'), raw: '－', value: null, status: 'dash' as const }
    const before = { indicators: [anIndicator('x', '出生数', [], { actuals: [blank, blank, blank] })] }
    const after = { indicators: [anIndicator('y', '移住者', [], { actuals: [blank, blank, blank] })] }
    expect(told(before, after)).toHaveLength(2)
  })

  test('再掲で同じ名が二つあっても、節で見分ける', () => {
    const twice = [
      anIndicator('x', '講座', ['3'], { node: 'a' }),
      anIndicator('y', '講座', ['3'], { node: 'b', repeatOf: 'x' }),
    ]
    const after = [
      anIndicator('2', '講座', ['3'], { node: 'b', repeatOf: '1' }),
      anIndicator('1', '講座', ['3'], { node: 'a' }),
    ]
    const { difference, content } = compare({ nodes, indicators: twice }, { nodes, indicators: after })
    expect(difference.changes).toEqual([])
    expect(content.indicators.map(({ id, repeatOf }) => [id, repeatOf])).toEqual([
      ['y', 'x'],
      ['x', null],
    ])
  })

  test('再掲の一方だけが載らなくなれば、その一方がなくなる', () => {
    const twice = [anIndicator('x', '講座', ['3'], { node: 'a' }), anIndicator('y', '講座', ['3'], { node: 'b' })]
    const { difference } = compare(
      { nodes, indicators: twice },
      { nodes, indicators: [anIndicator('1', '講座', ['3'], { node: 'b' })] },
    )
    expect(difference.changes.map(({ change, id }) => [change, id])).toEqual([['gone', 'x']])
  })
})

describe('節・事業・重点目標などの突き合わせ', () => {
  test('節は、番号がずれても題で、題が改まっても番号で', () => {
    const before = [aNode('a', '創業の支援', { number: '1' }), aNode('b', '観光の振興', { number: '2' })]
    const inserted = [
      aNode('1', '農業の担い手', { number: '1' }),
      aNode('2', '創業の支援', { number: '2' }),
      aNode('3', '観光の振興', { number: '3' }),
    ]
    expect(compare({ nodes: before }, { nodes: inserted }).content.nodes.map(({ id }) => id)).toEqual([
      'new-1',
      'a',
      'b',
    ])
    const retitled = [aNode('1', '創業の支援', { number: '1' }), aNode('2', '交流人口の拡大', { number: '2' })]
    expect(told({ nodes: before }, { nodes: retitled })).toEqual([
      '節「施策 2 交流人口の拡大」が変わります：題 観光の振興 → 交流人口の拡大',
    ])
  })

  test('同じ題の節が、親の違いで見分けられる', () => {
    const tree = (ids: readonly [string, string, string, string]): PlanNode[] => [
      aNode(ids[0], 'しごと', { level: '基本目標' }),
      aNode(ids[1], '情報の発信', { parent: ids[0] }),
      aNode(ids[2], 'ひと', { level: '基本目標' }),
      aNode(ids[3], '情報の発信', { parent: ids[2] }),
    ]
    const [goal, under, other, underOther] = tree(['1', '2', '3', '4']) as [PlanNode, PlanNode, PlanNode, PlanNode]
    const { difference, content } = compare(
      { nodes: tree(['a', 'b', 'c', 'd']) },
      { nodes: [other, underOther, goal, under] },
    )
    expect(difference.changes).toEqual([])
    expect(content.nodes.map(({ id, parent }) => [id, parent])).toEqual([
      ['c', null],
      ['d', 'c'],
      ['a', null],
      ['b', 'a'],
    ])
  })

  test('事業は、載っている部分ごとに', () => {
    const before = [
      aProject('a', '空き店舗の活用', { number: '1' }),
      aProject('b', '空き店舗の活用', { number: '1', shownIn: 'sheet' }),
    ]
    const after = [
      aProject('1', '空き店舗の活用', { number: '1', priority: true }),
      aProject('2', '空き店舗等の活用', { number: '1', shownIn: 'sheet' }),
    ]
    const { difference } = compare({ projects: before }, { projects: after })
    expect(difference.changes.map(({ change, id, name }) => [change, id, name])).toEqual([
      ['changed', 'a', '空き店舗の活用'],
      ['changed', 'b', '空き店舗等の活用'],
    ])
  })

  test('重点目標と取組項目は id を引き継ぎ、項目ごとに違いを言う', () => {
    const first = compare({}, { priorityGoals: [aGoal('1', '人材の育成', ['研修', '採用'])] }).content
    const next = [aGoal('1', '人材の育成', ['研修', '中途の採用', '異動'])]
    const { difference, content } = compareContents(first, { ...emptyContent, priorityGoals: next }, counter())
    expect(difference.changes.map((change) => say(changeInWords(change)))).toEqual([
      '重点取組項目「中途の採用」が変わります：題 採用 → 中途の採用',
      '重点取組項目「異動」が新しく入ります',
    ])
    expect(content.priorityGoals[0]?.id).toBe(first.priorityGoals[0]?.id)
    expect(content.priorityGoals[0]?.items[1]?.id).toBe(first.priorityGoals[0]?.items[1]?.id)
  })

  test('指示事項・評価の数・見直し・小計', () => {
    const before: Partial<PlanContent> = {
      nodes,
      instructions: ['連携して進めること', '報告すること'],
      grades: [{ node: 'a', class: 'KPI', counts: { A: 1, B: null }, total: false, place }],
      revisionRules: [{ grade: 'A', rule: ['継続'], count: 3, changes: [], place }],
      revisionItems: [{ node: 'a', package: '(1)', text: '回数を改める', place }],
      subtotals: [{ node: 'a', projects: 3, indicators: 4, place }],
    }
    const after: Partial<PlanContent> = {
      nodes,
      instructions: ['連携して進めること。', '早く報告すること'],
      grades: [{ node: 'a', class: 'KPI', counts: { A: 1, B: 0 }, total: false, place }],
      revisionRules: [{ grade: 'A', rule: ['継続'], count: 4, changes: [], place }],
      revisionItems: [],
      subtotals: [{ node: 'a', projects: 3, indicators: 5, place }],
    }
    expect(told(before, after)).toEqual([
      '指示事項「連携して進めること。」が変わります：本文 連携して進めること → 連携して進めること。',
      '指示事項「早く報告すること」が変わります：本文 報告すること → 早く報告すること',
      '評価の数「創業の支援 KPI」が変わります：数',
      '見直しの基準「A」が変わります：件数 3 → 4',
      '変更内容「回数を改める」が載らなくなります',
      '小計「創業の支援」が変わります：指標 4 → 5',
    ])
  })

  test('計画の見出し', () => {
    const heading = {
      title: '総合戦略',
      kind: '総合戦略',
      form: 'progress-table',
      firstYear: 2015,
      lastYear: 2019,
    } as const
    expect(headingChanges(heading, heading, 'e')).toEqual([])
    const [change] = headingChanges(heading, { ...heading, lastYear: 2020 }, 'e')
    expect(change && say(changeInWords(change), 'en')).toBe('Plan "総合戦略" changes: last year 2019 → 2020')
  })

  test('以前に載らなくなった行がまた載れば、同じ id に戻る', () => {
    const withdrawn = { nodes: [], indicators: [anIndicator('old', '講座の回数')], projects: [], priorityGoals: [] }
    const after = { ...emptyContent, indicators: [anIndicator('1', '講座の回数', ['3'])] }
    const { difference, content } = compareContents(emptyContent, after, counter(), withdrawn)
    expect(difference.changes.map(({ change, id }) => [change, id])).toEqual([['new', 'old']])
    expect(content.indicators[0]?.id).toBe('old')
  })
})

const names = fc.constantFrom(
  '創業件数',
  '出生数',
  '観光入込客数',
  '観光客入込数',
  '講座の回数',
  '講座の参加者数',
  '移住者',
)
const someContent: fc.Arbitrary<PlanContent> = fc
  .record({
    nodes: fc.array(fc.record({ title: names, parent: fc.nat(), number: fc.option(fc.constantFrom('1', '2')) }), {
      maxLength: 5,
    }),
    indicators: fc.array(
      fc.record({
        name: names,
        node: fc.option(fc.nat()),
        values: fc.array(fc.constantFrom('1', '2.50', '30'), { maxLength: 4 }),
        repeatOf: fc.option(fc.nat()),
      }),
      { maxLength: 8 },
    ),
    projects: fc.array(
      fc.record({ name: names, node: fc.nat(), shownIn: fc.constantFrom('list' as const, 'sheet' as const) }),
      {
        maxLength: 5,
      },
    ),
    goals: fc.array(fc.record({ title: names, items: fc.array(names, { maxLength: 3 }) }), { maxLength: 3 }),
    instructions: fc.array(names, { maxLength: 3 }),
    line: fc.nat({ max: 500 }),
  })
  .map((drawn) => {
    const at = { line: drawn.line + 1 }
    const nodeAt = (index: number) => (drawn.nodes.length === 0 ? null : `n${index % drawn.nodes.length}`)
    return {
      ...emptyContent,
      nodes: drawn.nodes.map(({ title, parent, number }, index) =>
        aNode(`n${index}`, title, { number, parent: index === 0 ? null : `n${parent % index}`, place: at }),
      ),
      indicators: drawn.indicators.map(({ name, node, values, repeatOf }, index) =>
        anIndicator(`i${index}`, name, values, {
          node: node === null ? null : nodeAt(node),
          repeatOf: repeatOf === null ? null : `i${repeatOf % drawn.indicators.length}`,
          place: at,
        }),
      ),
      projects: drawn.projects.map(({ name, node, shownIn }, index) =>
        aProject(`p${index}`, name, { nodes: [nodeAt(node)].filter((id) => id !== null), shownIn, place: at }),
      ),
      priorityGoals: drawn.goals.map(({ title, items }, index) => aGoal(String(index + 1), title, items)),
      instructions: drawn.instructions,
      instructionPlaces: drawn.instructions.map(() => at),
    }
  })

const first = (content: PlanContent): PlanContent => {
  let n = 0
  return compareContents(emptyContent, content, () => `old-${++n}`).content
}

describe('どんな中身でも', () => {
  test('同じ中身どうしに違いはなく、id も変わらない', () => {
    fc.assert(
      fc.property(someContent, (draft) => {
        const before = first(draft)
        const { difference, content } = compareContents(before, draft, counter())
        expect(difference.changes).toEqual([])
        expect(content).toEqual(before)
      }),
      { numRuns: 200 },
    )
  })

  test('違いを前の中身に当てると、後の中身になる', () => {
    fc.assert(
      fc.property(someContent, someContent, (one, two) => {
        const before = first(one)
        const { difference, content } = compareContents(before, two, counter())
        expect(asSet(applied(before, difference.changes))).toEqual(asSet(entriesOf(content)))
      }),
      { numRuns: 300 },
    )
  })

  test('後の中身は、案の id が入れ替わっただけで、id は重ならない', () => {
    fc.assert(
      fc.property(someContent, someContent, (one, two) => {
        const { content } = compareContents(first(one), two, counter())
        for (const key of ['nodes', 'indicators', 'projects'] as const) {
          const ids = content[key].map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          const back = new Map(ids.map((id, index) => [id, two[key][index]?.id]))
          expect(content[key].map(({ id }) => back.get(id))).toEqual(two[key].map(({ id }) => id))
        }
        expect(content.indicators.map(({ node }) => content.nodes.findIndex(({ id }) => id === node))).toEqual(
          two.indicators.map(({ node }) => two.nodes.findIndex(({ id }) => id === node)),
        )
      }),
    )
  })

  test('行を並べ替えても、違いはない', () => {
    const shuffled = someContent.chain((content) =>
      fc.record({
        content: fc.constant(content),
        indicators: fc.shuffledSubarray([...content.indicators], { minLength: content.indicators.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ content, indicators }) => {
        fc.pre(new Set(content.indicators.map(({ name }) => name)).size === content.indicators.length)
        expect(compareContents(first(content), { ...content, indicators }, counter()).difference.changes).toEqual([])
      }),
    )
  })
})

type Told = { readonly kind: string; readonly entry: unknown }

const entriesOf = (content: PlanContent): Told[] => [
  ...content.nodes.map((entry) => ({ kind: 'node', entry })),
  ...content.indicators.map((entry) => ({ kind: 'indicator', entry })),
  ...content.projects.map((entry) => ({ kind: 'project', entry })),
  ...content.priorityGoals.map(({ items, ...entry }) => ({ kind: 'priority-goal', entry })),
  ...content.priorityGoals.flatMap(({ items }) => items.map((entry) => ({ kind: 'priority-item', entry }))),
  ...content.instructions.map((text) => ({ kind: 'instruction', entry: { text } })),
]

/** 所在と印刷順は、違いに数えない。 */
const asSet = (entries: readonly Told[]): string[] =>
  entries
    .map(({ kind, entry }) => `${kind} ${JSON.stringify(entry, (key, value) => (key === 'place' ? undefined : value))}`)
    .sort()

const applied = (before: PlanContent, changes: ReturnType<typeof compare>['difference']['changes']): Told[] => {
  const left = entriesOf(before)
  for (const change of changes) {
    if (change.change === 'new') continue
    const at = left.findIndex(
      ({ kind, entry }) =>
        kind === change.kind && asSet([{ kind, entry }])[0] === asSet([{ kind, entry: change.before }])[0],
    )
    expect(at).toBeGreaterThanOrEqual(0)
    left.splice(at, 1)
  }
  return [
    ...left,
    ...changes.flatMap((change) => (change.change === 'gone' ? [] : [{ kind: change.kind, entry: change.after }])),
  ]
}

test('どの欄の名も、目録にある', () => {
  const fields = ['parent', 'sameAs', 'counts', 'certainty'].map((field) => ({ field, before: null, after: ['a'] }))
  const change = { change: 'changed', kind: 'node', id: 'a', name: '甲', place, before: {}, after: {}, fields } as const
  expect(say(changeInWords(change))).toBe('節「甲」が変わります：上の節、同じ事業、数、certainty')
  expect(say(changeInWords(change), 'en')).toBe('Section "甲" changes: section above, same project, counts, certainty')
})
