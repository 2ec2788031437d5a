import { expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import type { Indicator, PlanContent, PlanNode, Project } from '../plan/draft.ts'
import { emptyContent } from '../plan/empty-content.ts'
import { isRevised } from '../provenance.ts'
import { readFigure } from '../quantity/read-figure.ts'
import { dropChanges, nextBaseline, nextPeriodContent, revisedFrom } from './next-period.ts'

const place = { line: 1 }

const node = (id: string, parent: string | null): PlanNode => ({
  id,
  parent,
  level: '施策',
  number: null,
  title: id,
  text: null,
  place,
})

const project = (id: string, nodes: readonly string[]): Project => ({
  id,
  number: null,
  listNumber: null,
  name: id,
  nodes,
  tags: {},
  priority: false,
  implementers: [],
  period: { from: 2020, to: 2024 },
  content: '内容',
  years: [{ year: 2023, items: ['実施'] }],
  costs: [{ year: 2023, raw: '100', value: '100', unit: '千円', place }],
  indicators: [],
  shownIn: 'list',
  place,
})

const indicator = (id: string, at: string, more: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator({ baseline: '10件', target: '45件', unit: '件', actuals: { 2022: '30件', 2023: '47件' } }),
  id,
  node: at,
  ...more,
})

const content: PlanContent = {
  ...emptyContent,
  nodes: [node('g1', null), node('m1', 'g1'), node('g2', null)],
  indicators: [indicator('a', 'm1'), indicator('b', 'g2')],
  projects: [project('p', ['m1']), project('q', ['m1', 'g2'])],
}

test('基準値は、前の期の終わりの実績（年度もそのまま）', () => {
  expect(nextBaseline(indicator('a', 'm1')).figure).toMatchObject({ year: 2023, value: '47' })
  expect(nextBaseline(indicator('a', 'm1')).unsettled).toBe(false)
})

test('速報の実績をもとにした基準値は、まだ変わりうると言う', () => {
  const provisional = readFigure('47件（暫定値）', { year: 2023, place })
  const found = nextBaseline(indicator('a', 'm1', { actuals: [provisional] }))
  expect(found).toMatchObject({ unsettled: true, figure: { status: 'provisional', value: '47' } })
})

test('照会で受け取った実績は、版の番号を残し、図書の所在は付けない', () => {
  const collected = { ...readFigure('50件', { year: 2024, place }), version: { number: 1, kind: 'final' as const } }
  const found = nextBaseline(indicator('a', 'm1', { actuals: [collected] }))
  expect(found).toMatchObject({ unsettled: false, figure: { version: { number: 1, kind: 'final' } } })
  expect(found.figure && isRevised(found.figure.place)).toBe(true)
  const preliminary = { ...collected, version: { number: 1, kind: 'preliminary' as const } }
  expect(nextBaseline(indicator('a', 'm1', { actuals: [preliminary] })).unsettled).toBe(true)
})

test('実績が一つもなければ、基準値は空', () => {
  const absent = readFigure('―', { year: 2023, place })
  expect(nextBaseline(indicator('a', 'm1', { actuals: [] })).figure).toBeNull()
  expect(nextBaseline(indicator('a', 'm1', { actuals: [absent] })).figure).toBeNull()
})

test('id と木は続き、目標・実績・年ごとの事業の実績は写さない', () => {
  const next = nextPeriodContent(content)
  expect(next.nodes).toEqual(content.nodes)
  expect(next.indicators.map(({ id, targets, actuals }) => [id, targets, actuals])).toEqual([
    ['a', [], []],
    ['b', [], []],
  ])
  expect(next.projects[0]).toMatchObject({ id: 'p', years: [], period: null, content: '内容' })
  expect('costs' in (next.projects[0] ?? {})).toBe(false)
})

test('載せない節は、下のものもいっしょに外れ、ほかにも属する事業は残る', () => {
  const next = nextPeriodContent(content)
  const changes = dropChanges(next, new Set(['g1']))
  expect(changes.map(({ on, subjectId }) => `${on} ${subjectId}`)).toEqual([
    'indicator a',
    'project p',
    'node m1',
    'node g1',
  ])
  const made = revisedFrom({ content }, 'next-period', changes)
  expect(made.conflicts).toEqual([])
  expect(made.content.nodes.map(({ id }) => id)).toEqual(['g2'])
  expect(made.content.indicators.map(({ id }) => id)).toEqual(['b'])
  expect(made.content.projects.map(({ id, nodes }) => [id, nodes])).toEqual([['q', ['g2']]])
})

test('案を作ったあとに実績が入っても、食い違いにならず、基準値は新しい実績になる', () => {
  const changes = dropChanges(nextPeriodContent(content), new Set(['b']))
  const later = readFigure('52件', { year: 2024, place })
  const moved = {
    ...content,
    indicators: content.indicators.map((each) => ({ ...each, actuals: [...each.actuals, later] })),
  }
  const made = revisedFrom({ content: moved }, 'next-period', changes)
  expect(made.conflicts).toEqual([])
  expect(made.content.indicators.map(({ id, baseline }) => [id, baseline?.value, baseline?.year])).toEqual([
    ['a', '52', 2024],
  ])
})

test('改訂は、もとの版の中身のまま重ねる', () => {
  expect(revisedFrom({ content }, 'revision', []).content).toEqual(content)
})
