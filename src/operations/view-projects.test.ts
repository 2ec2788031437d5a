import { describe, expect, test } from 'vitest'
import { aNode, aProject } from '#domain/findings/builders.ts'
import type { PlanContent, Project } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { emptyContent } from '#domain/plan/empty-content.ts'
import { sampleEdition } from './a-sample-edition.ts'
import { projectsView } from './view-projects.ts'
import { figuresIn, projectView } from './view-projects-sheet.ts'

const imari = sampleEdition('412058-imari')
const rowsOf = (part: Project['shownIn']) => imari.content.projects.filter(({ shownIn }) => shownIn === part)
const edition = (content: Partial<PlanContent>): Edition => ({ ...imari, content: { ...emptyContent, ...content } })
const names = (view: ReturnType<typeof projectsView>) => view.rows.map(({ project }) => project.name)

describe('伊万里市の事業の一覧', () => {
  test('同じ事業は、取組事業一覧・重点施策一覧・個票のどれに載っていても一行', () => {
    const view = projectsView(imari)
    expect(view.parts).toEqual([
      { part: 'matrix', printed: 54, projects: 54 },
      { part: 'list', printed: 65, projects: 55 },
      { part: 'sheet', printed: 65, projects: 55 },
    ])
    expect(view.shown).toEqual({ rows: 89, of: 89, printed: 184, projects: 89 })
    const farmers = view.rows.filter(({ project }) => project.name === '新規就農者支援事業')
    expect(farmers).toHaveLength(1)
    expect(farmers[0]?.printed.map(({ shownIn, number }) => [shownIn, number])).toEqual([
      ['matrix', null],
      ['list', '1'],
      ['list', '19'],
      ['sheet', '1'],
      ['sheet', '19'],
    ])
  })

  test('印刷された行をすべて見ると、百行ずつの頁になり、どの行もちょうど一度載る', () => {
    const pages = [1, 2].map((page) => projectsView(imari, { rows: 'printed', page }))
    expect(pages.map(({ rows, page }) => [rows.length, page.of])).toEqual([
      [100, 2],
      [84, 2],
    ])
    expect(pages.flatMap(({ rows }) => rows.map(({ project }) => project.id))).toEqual(
      imari.content.projects.map(({ id }) => id),
    )
  })

  test('取組事業一覧の印は、どの行も印刷のまま', () => {
    const { rows, columns } = projectsView(imari, { part: 'matrix' })
    expect(columns.goals.map(({ key }) => key)).toEqual(['1', '2', '3', '4'])
    expect(columns.ticks).toEqual([
      { kind: '新たな視点', values: ['1', '2'] },
      { kind: 'シティプロモーションの視点', values: ['1', '2', '3', '4', '5'] },
    ])
    expect(columns.chips).toEqual(['SDGs'])
    expect(rows.map(({ project }) => project)).toEqual(rowsOf('matrix'))
    for (const { project, tags, priority, goals } of rows) {
      expect(tags).toEqual(project.tags)
      expect(priority).toBe(project.priority)
      expect([...goals].flatMap(({ nodes }) => nodes.map(({ id }) => id)).toSorted()).toEqual(project.nodes.toSorted())
    }
  })

  test('印の数の行は、印刷された ● の数', () => {
    const { tally } = projectsView(imari, { part: 'matrix' })
    const marked = (keeps: (project: Project) => boolean) => rowsOf('matrix').filter(keeps).length
    expect(tally.get('priority')).toBe(marked(({ priority }) => priority))
    expect(tally.get('mark:新たな視点:1')).toBe(marked(({ tags }) => tags.新たな視点?.includes('1') ?? false))
    expect(tally.get('tag:SDGs')).toBe(marked(({ tags }) => (tags.SDGs ?? []).length > 0))
    const third = imari.content.nodes.find(({ number }) => number === '3')?.id ?? ''
    expect(tally.get('goal:3')).toBe(marked(({ nodes }) => nodes.includes(third)))
  })

  test('部ごとの一覧は、その部の印刷された順', () => {
    const view = projectsView(imari, { part: 'list' })
    expect(view.rows.slice(0, 3).map(({ project }) => project.number)).toEqual(['1', '2', '3'])
    expect(names(projectsView(imari, { part: 'list', rows: 'printed' }))).toEqual(
      rowsOf('list').map(({ name }) => name),
    )
  })

  test('印・目標・実施主体・ことばで絞れる', () => {
    const matrix = (asked: object) => projectsView(imari, { part: 'matrix', ...asked }).shown.rows
    expect(matrix({ mark: 'SDGs:15' })).toBe(rowsOf('matrix').filter(({ tags }) => tags.SDGs?.includes('15')).length)
    expect(matrix({ goal: '4', mark: 'シティプロモーションの視点:4' })).toBe(2)
    expect(names(projectsView(imari, { part: 'matrix', q: 'ｶﾌﾞﾄｶﾞﾆ' }))).toEqual(['カブトガニ保護促進事業'])
    expect(names(projectsView(imari, { q: '梨園　就農研修' }))).toEqual(['伊万里梨産地強化支援事業'])
  })

  test('一覧の「農業振興課」と個票の「伊万里市 (農業振興課)」は同じ実施主体', () => {
    const { choices } = projectsView(imari)
    expect(choices.implementers).toContain('農業振興課')
    expect(choices.implementers).not.toContain('伊万里市 (農業振興課)')
    const lists = projectsView(imari, { part: 'list', implementer: '農業振興課' })
    const sheets = projectsView(imari, { part: 'sheet', implementer: '農業振興課' })
    expect(lists.shown.rows).toBe(4)
    expect(names(sheets)).toContain('新規就農者支援事業')
  })

  test('印刷の食い違う事業だけを見られる', () => {
    const differing = names(projectsView(imari, { part: 'matrix', mark: 'differs' }))
    expect(differing).toContain('企業立地助奨事業')
    expect(differing).not.toContain('工場等設置奨励事業')
    expect(differing).toHaveLength(projectsView(imari, { part: 'matrix' }).differing)
  })
})

describe('並べかえ', () => {
  const nodes = [aNode('目標1', { number: '1' }), aNode('目標2', { number: '2' })]
  const plan = edition({
    nodes,
    projects: [
      aProject('い', { number: '10', nodes: ['目標2'], tags: { SDGs: ['4'] }, period: { from: 2021, to: 2024 } }),
      aProject('あ', { number: '2', nodes: ['目標1'], priority: false }),
      aProject('う', { number: null, nodes: ['目標1'], tags: { SDGs: ['10', '2'] }, period: { from: 2020, to: 2024 } }),
    ],
  })
  const sorted = (sort: string, dir?: string) => names(projectsView(plan, { sort, dir }))

  test('番号は数の順に、番号のないものは終わりに', () => {
    expect(sorted('number')).toEqual(['あ', 'い', 'う'])
    expect(sorted('number', 'desc')).toEqual(['い', 'あ', 'う'])
  })

  test('印の欄は、印のあるものを先に、あとは印刷された順に', () => {
    expect(sorted('goal:1')).toEqual(['あ', 'う', 'い'])
    expect(sorted('priority')).toEqual(['い', 'う', 'あ'])
    expect(sorted('tag:SDGs')).toEqual(['う', 'い', 'あ'])
    expect(sorted('period')).toEqual(['う', 'い', 'あ'])
    expect(sorted('name')).toEqual(['あ', 'い', 'う'])
  })

  test.each(['constructor', '__proto__', 'goal:', 'mark', '<b>', ''])('知らない鍵「%s」は、印刷された順', (sort) => {
    expect(sorted(sort)).toEqual(['い', 'あ', 'う'])
    expect(projectsView(plan, { sort }).sort.key).toBeUndefined()
  })

  test.each(['constructor:name', '__proto__:x', ':', 'ない印'])('知らない印「%s」は、どれにも合わない', (mark) => {
    expect(projectsView(plan, { mark }).shown.rows).toBe(0)
  })

  test('知らない部・ない頁は、すべての初めの頁', () => {
    const view = projectsView(plan, { part: 'ない部', page: 40 })
    expect([view.part, view.page.number, view.rows.length]).toEqual([undefined, 1, 3])
  })
})

describe('個票', () => {
  const sheet = (number: string) => {
    const found = rowsOf('sheet').find((each) => each.number === number)
    const view = found && projectView(imari, found.id)
    if (!view) throw new Error(`no sheet ${number}`)
    return view
  }

  test('年度ごとの実績・予定と設定指標は、印刷のまま', () => {
    const { project, settings, years, related } = sheet('1')
    expect(project.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024])
    expect(years).toEqual([2020, 2021, 2022, 2023, 2024])
    expect(settings.map(({ indicator, target }) => [indicator.name, target?.raw])).toEqual([
      ['農業次世代人材投資資金 新規認定数', '10件(累計)'],
    ])
    const [setting] = settings
    const figures = years.map((year) => setting && figuresIn(setting.indicator, year))
    expect(figures.map((each) => [each?.target?.raw, each?.actual?.raw])).toEqual([
      [undefined, '1件'],
      ['3件', undefined],
      ['2件', undefined],
      ['2件', undefined],
      ['2件', undefined],
    ])
    expect(related.map(({ indicator }) => indicator.class)).toEqual(['成果目標', '重要業績評価指標(KPI)'])
  })

  test('どの個票の指標も、設定指標か関連する指標のどちらかに、ちょうど一度出る', () => {
    for (const project of rowsOf('sheet')) {
      const view = projectView(imari, project.id)
      const shown = [...(view?.settings ?? []), ...(view?.related ?? [])].map(({ indicator }) => indicator.id)
      expect(shown.toSorted(), project.name).toEqual([...new Set(project.indicators)].toSorted())
    }
  })

  test('前と次は、個票の印刷された順', () => {
    const { at, before, after } = sheet('2')
    expect([at, before?.number, after?.number]).toEqual([{ number: 2, of: 65 }, '1', '3'])
    expect(sheet('1').before).toBeUndefined()
    expect(sheet('65').after).toBeUndefined()
  })

  test('名の違いは書き方ごとに、どの行がそう書いているかとともに', () => {
    const { spellings, group } = sheet('8')
    expect(spellings.map(({ name, rows }) => [name, rows.map(({ shownIn }) => shownIn)])).toEqual([
      ['企業立地助奨事業', ['matrix']],
      ['企業立地勸奨事業', ['list']],
      ['企業立地勧奨事業', ['sheet']],
    ])
    expect([...group.fields]).toEqual(['name'])
  })

  test('個票の目標の欄と、載っている目標の節の違いを言う', () => {
    expect([...sheet('10').group.fields]).toEqual(['goals'])
    expect([...sheet('1').group.fields]).toEqual([])
  })

  test('この事業の気づきと突合だけを添え、図書の全体についての気づきは添えない', () => {
    const codes = sheet('13').notes.map(({ code }) => code)
    expect(codes).toContain('sheet-reprinted')
    expect(sheet('13').notes.every(({ about = [] }) => about.length <= 12)).toBe(true)
    const all = sheet('8').notes.map(({ message }) => message)
    expect(new Set(all).size).toBe(all.length)
  })

  test('ない id は undefined', () => {
    expect(projectView(imari, 'ない')).toBeUndefined()
  })
})
