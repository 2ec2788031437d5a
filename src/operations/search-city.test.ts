import { describe, expect, test } from 'vitest'
import { anIndicator } from '#domain/indicator/an-indicator.ts'
import { defaultRules } from '#domain/indicator/rules.ts'
import type { Indicator, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { searchCity } from './search-city.ts'

const goal = {
  id: 'g1',
  parent: null,
  level: '基本目標',
  number: '1',
  title: 'しごとをつくる',
  text: null,
  place: { line: 1 },
}

const indicator = (id: string, name: string, given: Partial<Indicator> = {}): Indicator => ({
  ...anIndicator({ name }),
  id,
  node: 'g1',
  ...given,
})

const project = (id: string, name: string, given: Partial<Project> = {}): Project => ({
  id,
  number: null,
  listNumber: null,
  name,
  nodes: ['g1'],
  tags: {},
  priority: false,
  implementers: [],
  period: null,
  content: null,
  years: [],
  indicators: [],
  shownIn: 'list',
  place: { line: 2 },
  ...given,
})

const edition = (title: string, lastYear: number, content: Partial<Edition['content']>): Edition => ({
  id: title,
  municipality: { code: '152081', name: '小千谷市' },
  title,
  kind: '総合戦略',
  form: 'progress-table',
  firstYear: lastYear - 4,
  lastYear,
  rules: defaultRules,
  sources: [{ sha256: 'a'.repeat(64), file: '創業の一覧表.txt', bytes: 1, adoptedAt: '2026-11-21T00:00:00.000Z' }],
  content: { ...emptyContent, nodes: [goal], ...content },
})

const names = (view: ReturnType<typeof searchCity>, kind = 'indicator') =>
  view.groups.find((group) => group.kind === kind)?.hits.map(({ entry }) => entry.name) ?? []

describe('市を探す', () => {
  const plan = edition('第2期', 2024, {
    indicators: [
      indicator('a', '補助金交付件数', { remarks: '創業者への補助を含む。' }),
      indicator('b', '新規創業件数', { departments: ['商工振興課'] }),
      indicator('c', '創業相談件数'),
      indicator('d', '転入者数'),
      indicator('e', '新規創業件数（再掲）', { repeatOf: 'b' }),
    ],
    projects: [
      project('p', '創業支援事業', { sameAs: ['q'] }),
      project('q', '創業支援事業', { shownIn: 'sheet', content: '空き店舗の家賃を補助する。' }),
    ],
    instructions: ['創業の相談を増やすこと。'],
  })

  test('名の頭、名の中、ほかの字の順に並び、再掲と同じ事業の行は一度だけ', () => {
    const view = searchCity([plan], '創業')
    expect(names(view)).toEqual(['創業相談件数', '新規創業件数', '補助金交付件数'])
    expect(names(view, 'project')).toEqual(['創業支援事業'])
    expect(view.groups.find(({ kind }) => kind === 'project')?.hits[0]?.entry.others).toBe(1)
    expect(view.groups[0]?.hits[1]?.entry.others).toBe(1)
  })

  test('名にない語は、その字のあたりを添える', () => {
    const [, , hit] = searchCity([plan], '創業').groups[0]?.hits ?? []
    expect(hit?.excerpt?.text).toBe('創業者への補助を含む。')
    expect(names(searchCity([plan], '空き店舗'), 'project')).toEqual(['創業支援事業'])
  })

  test('語を足すほど狭まり、順は問わない', () => {
    expect(names(searchCity([plan], '件数 創業 新規'))).toEqual(['新規創業件数'])
    expect(names(searchCity([plan], 'しごと 相談'))).toEqual(['創業相談件数'])
    expect(names(searchCity([plan], 'しごと'))).toEqual([])
  })

  test('施策・担当課・指示事項・図書も見つかる', () => {
    expect(names(searchCity([plan], 'しごと'), 'node')).toEqual(['基本目標1 しごとをつくる'])
    expect(names(searchCity([plan], '商工振興'), 'department')).toEqual(['商工振興課'])
    expect(names(searchCity([plan], '相談'), 'instruction')).toEqual(['創業の相談を増やすこと。'])
    expect(names(searchCity([plan], '一覧表'), 'source')).toEqual(['創業の一覧表.txt'])
  })

  test('新しい計画のものが先で、同じ課と図書は計画をまたいで一度だけ', () => {
    const before = edition('第1期', 2019, {
      indicators: [indicator('z', '創業相談件数', { departments: ['商工振興課'] })],
    })
    const view = searchCity([before, plan], '創業相談')
    expect(view.groups[0]?.hits.map(({ entry }) => entry.path[0])).toEqual(['第2期', '第1期'])
    expect(names(searchCity([before, plan], '商工振興'), 'department')).toHaveLength(1)
    expect(names(searchCity([before, plan], '一覧表'), 'source')).toHaveLength(1)
  })

  test('多ければ十件と数だけを出し、種類を選べば百件ずつ', () => {
    const many = edition('大きな計画', 2024, {
      indicators: Array.from({ length: 230 }, (_, index) => indicator(`m${index}`, `防災訓練${index}`)),
    })
    const first = searchCity([many], '防災')
    expect(first.groups[0]).toMatchObject({ kind: 'indicator', count: 230 })
    expect(names(first)).toHaveLength(10)
    const third = searchCity([many], '防災', { kind: 'indicator', page: 3 })
    expect(third).toMatchObject({ page: 3, pages: 3 })
    expect(names(third)).toHaveLength(30)
    expect(searchCity([many], '防災', { kind: 'indicator', page: 99 }).page).toBe(3)
  })

  test('打たなければ、また記号だけでは、探していないことになる', () => {
    for (const typed of ['', '　', 'ー・'])
      expect(searchCity([plan], typed)).toMatchObject({ asked: false, total: 0, groups: [] })
  })

  test('升目をまたいだ字では見つからない', () => {
    expect(
      searchCity(
        [edition('計画', 2024, { indicators: [indicator('a', '件数', { departments: ['農林', '水産'] })] })],
        '林水',
      ).total,
    ).toBe(0)
  })
})
